import ClauseDocuments
import ClauseRecords
import ClauseSource

/// An entry of `sources` that would make a register readable, with what speaks for it.
struct SourceProposal: Sendable {
  /// The file, or a pattern for several.
  var files: String
  /// The form that has to be said.
  var form: ReadingOptions
  /// What the reader found out about the first file.
  var facts: DocumentFacts
  /// The type it fits best, with the headings that speak for it.
  var match: TypeMatch
  /// The name of that type.
  var type: String
  /// The next best type, if any.
  var rival: (type: String, matched: Int, score: Double)?
  /// Rows, or files where each is one record.
  var rows: Int
  /// Whether dates with day and month as numbers stand in it and none proves their order.
  var needsDateOrder = false

  /// Whether enough speaks for the type to propose it without a question: its name is that of the
  /// type, or most headings are labels of the type and no other type fits nearly as well.
  var isConvincing: Bool {
    let known = match.matched.count
    let all = known + match.unmatched.count
    if match.isNamed { return known >= 1 }
    return known >= 3 && known * 2 >= all && (rival.map { $0.score + 0.5 <= match.score } ?? true)
  }

  /// The fields that headings nearly mean, each once, with the heading.
  var nearFields: [(field: String, heading: String)] {
    var taken = match.matched.map(\.field)
    return match.unmatched.compactMap { heading, nearest in
      guard let nearest, !taken.contains(where: { $0.equalsByBytes(nearest.field) }) else {
        return nil
      }
      taken.append(nearest.field)
      return (nearest.field, heading)
    }
  }

  /// The entry's lines; `- files:` begins in the first column.
  ///
  /// - Parameter guesses: whether headings that only nearly mean a field are mapped to it.
  func lines(guesses: Bool) -> [String] {
    var lines = ["- files: \(YAMLText.scalar(files))"]
    if let sheet = form.sheet { lines.append("  sheet: \(YAMLText.scalar(sheet))") }
    if let under = form.under { lines.append("  under: \(YAMLText.scalar(under))") }
    if let row = form.headerRow { lines.append("  header_row: \(row)") }
    lines.append("  type: \(type)")
    if let part = form.part { lines.append("  read: \(part.rawValue)") }
    if guesses, !nearFields.isEmpty {
      lines.append("  fields:")
      for (field, heading) in nearFields {
        lines.append("    \(field): \(YAMLText.scalar(heading))")
      }
    }
    return lines
  }

  /// What a register looks like; nil when none of its headings is known.
  static func make(
    for register: Register, in path: String, catalog: RecordTypeCatalog
  ) -> SourceProposal? {
    let parts = PathText.parts(path)
    // A sheet says itself what it holds; the name of its workbook is that of all its sheets.
    let names = register.form.sheet.map { [$0] } ?? Array(parts.suffix(2))
    let matches = catalog.matches(headings: register.texts, names: names)
    guard let best = matches.first else { return nil }
    return SourceProposal(
      files: path, form: register.form, facts: register.facts, match: best,
      type: catalog.types[best.typeIndex].name,
      rival: matches.dropFirst().first.map {
        (catalog.types[$0.typeIndex].name, $0.matched.count, $0.score)
      }, rows: register.rows)
  }
}
