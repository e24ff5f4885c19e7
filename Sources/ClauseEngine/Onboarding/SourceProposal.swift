import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseSource

/// An entry of `sources` for a register, with what speaks for it.
struct SourceProposal: Sendable {
  /// The file, or a pattern for several.
  var files: String
  /// The form that has to be said.
  var form: ReadingOptions
  /// The name of the type it fits best.
  var type: String
  /// The headings that mean a field, with its path.
  var matched: [(heading: String, field: String)]
  /// The headings that mean nothing.
  var unmatched: [String]
  /// The name of the next best type, if any.
  var rival: String?
  /// Rows, or files where each is one record.
  var rows: Int
  /// Whether enough speaks for the type to propose it without a question.
  var isClear: Bool
  /// Whether the run has read it already.
  var isRead: Bool
  /// Whether dates with day and month as numbers stand in it and none proves their order.
  var needsDateOrder = false
  /// Words of closed lists that mean nothing yet, by the path of the field, each once, with the
  /// values the field can have.
  var unknownWords: [(field: String, words: [String], values: String)] = []

  /// Takes what was met in reading it: dates of no proved order, words that mean nothing.
  mutating func take(_ problems: [RecordProblem]) {
    for problem in problems where problem.recordType?.equalsByBytes(type) == true {
      switch problem.kind {
      case .dateAmbiguous: needsDateOrder = true
      case .enumUnknown:
        guard let word = problem.argument("value")?.unescaped else { continue }
        let field = Self.withoutNumbers(problem.fieldPath)
        if let index = unknownWords.firstIndex(where: { $0.field.equalsByBytes(field) }) {
          let isKnown = unknownWords[index].words.contains { $0.equalsByBytes(word) }
          if !isKnown, unknownWords[index].words.count < 40 {
            unknownWords[index].words.append(word)
          }
        } else {
          unknownWords.append((field, [word], problem.argument("allowed")?.unescaped ?? ""))
        }
      default: break
      }
    }
  }

  /// The path of a field without the numbers of list elements.
  private static func withoutNumbers(_ path: String) -> String {
    var result = ""
    var isInside = false
    for scalar in path.unicodeScalars {
      if scalar == "[" { isInside = true }
      if !isInside { result.unicodeScalars.append(scalar) }
      if scalar == "]" { isInside = false }
    }
    return result
  }

  /// The entry's lines; `- files:` begins in the first column.
  func lines() -> [String] {
    var lines = ["- files: \(YAMLText.scalar(files))"]
    if let sheet = form.sheet { lines.append("  sheet: \(YAMLText.scalar(sheet))") }
    if let under = form.under { lines.append("  under: \(YAMLText.scalar(under))") }
    if let table = form.table { lines.append("  table: \(table)") }
    if let row = form.headerRow { lines.append("  header_row: \(row)") }
    lines.append("  type: \(type)")
    if let part = form.part { lines.append("  read: \(part.rawValue)") }
    return lines
  }

  /// The proposals for the tables of one reading of a file.
  static func registers(
    of reading: Workspace.Reading, in path: String, catalog: RecordTypeCatalog
  ) -> [SourceProposal] {
    reading.registers.map { read in
      let register = read.register
      var form = ReadingOptions(sheet: read.sheet)
      if DocumentFormats.reader(forFileNamed: path)?.isTabular != true {
        form.part = .table
        form.under = read.section
      }
      // Of several tables in one place the row of the headings says which is meant.
      let isAlone = reading.registers.count { other in
        Self.isSame(other.sheet, read.sheet) && Self.isSame(other.section, read.section)
      }
      if read.table != nil, isAlone > 1 || read.section == nil && reading.registers.count > 1 {
        // Rows of a Word file are counted in each table from 1.
        form.under = nil
        form.table = read.table
      }
      if isAlone > 1, reading.registers.count(where: { $0.table == read.table }) > 1 {
        form.headerRow = register.headingRows.lowerBound
      }
      var matched: [(heading: String, field: String)] = []
      var unmatched: [String] = []
      for column in register.columns {
        let heading = String(decoding: column.heading, as: UTF8.self)
        if let slots = column.slots ?? column.second {
          matched.append((heading, catalog.path(of: slots, inType: register.type)))
        } else {
          unmatched.append(heading)
        }
      }
      return SourceProposal(
        files: path, form: form, type: catalog.types[register.type].name, matched: matched,
        unmatched: unmatched, rival: register.rival.map { catalog.types[$0].name },
        rows: register.records.count, isClear: register.ground != .unclear, isRead: read.isRead)
    }
  }

  private static func isSame(_ a: String?, _ b: String?) -> Bool {
    a.map { Array($0.utf8) } == b.map { Array($0.utf8) }
  }
}

/// Finds documents that are one record each: front matter that names no type, labels in a text.
struct DocumentProbe {
  let lexicon: Lexicon
  let limits: Limits

  /// The proposal for a file of text; nil where it has no labels that mean anything.
  func proposal(for file: SourceFile) -> SourceProposal? {
    guard let reader = DocumentFormats.reader(forFileNamed: file.path), !reader.isTabular else {
      return nil
    }
    for part in [ReadingOptions.MarkdownPart.frontMatter, .metadata] {
      let form = ReadingOptions(part: part)
      let document = reader.read(file, options: form, limits: limits)
      if document.diagnostics.contains(where: { $0.severity == .error }) { continue }
      guard let tree = document.tree, let root = tree.roots.first, tree.kind(root) == .mapping
      else { continue }
      let labels = tree.entries(root).map { tree.string($0.key) }
      guard labels.count > 1, let found = proposal(labels, file.path, form) else { continue }
      return found
    }
    return nil
  }

  private func proposal(
    _ labels: [String], _ path: String, _ form: ReadingOptions
  ) -> SourceProposal? {
    let folder = PathText.parts(path).dropLast().last
    guard
      let document = LabelledDocument(
        labels: labels, names: [folder].compactMap { $0 }, lexicon: lexicon)
    else { return nil }
    let catalog = lexicon.types
    let pairs = zip(labels, document.fields)
    let matched = pairs.compactMap { label, slots in
      slots.map { (heading: label, field: catalog.path(of: $0, inType: document.type)) }
    }
    // Prose with a label or two is no register.
    guard matched.count > 1 else { return nil }
    return SourceProposal(
      files: path, form: form, type: catalog.types[document.type].name, matched: matched,
      unmatched: pairs.filter { $0.1 == nil }.map(\.0),
      rival: document.rival.map { catalog.types[$0].name }, rows: 1, isClear: document.isClear,
      isRead: false)
  }
}
