import CEL
import ClauseDocuments
import ClausePatterns
import ClauseRecords
import ClauseRules
import ClauseSource

/// Packs written inside tests.
struct PackText {
  /// The packs, joined.
  var set: PackSet
  /// `line:column code: message | remedy` of each diagnostic, in order.
  var complaints: [String]

  /// Loads one pack of one file, `overrides` being values of parameters.
  init(_ text: String, overrides: [(name: String, text: String)] = []) {
    self.init([text], overrides: overrides)
  }

  /// Loads packs of one file each.
  init(_ texts: [String], overrides: [(name: String, text: String)] = []) {
    var diagnostics: [Diagnostic] = []
    var files = SourceFiles()
    var packs: [RulePack] = []
    var byID: [FileID: SourceFile] = [:]
    for (index, text) in texts.enumerated() {
      let file = SourceFile(
        id: FileID(Int32(index + 1)), path: "pack-\(index + 1).yaml", bytes: Array(text.utf8))
      files.add(file)
      byID[file.id] = file
      let document = YAMLReader().read(file, limits: Limits())
      diagnostics += document.diagnostics
      if let pack = PackReader.read(
        folder: "packs", inputs: [(file, document.tree)], diagnostics: &diagnostics)
      {
        packs.append(pack)
      }
    }
    set = PackSet.join(
      packs,
      overrides: overrides.map {
        .init(name: $0.name, text: $0.text, span: Span(file: FileID(1), start: 0, end: 0))
      },
      language: .init(
        libraries: FunctionLibrary.all + [Self.files], patterns: RE2Compiler(), limits: Limits()),
      files: files, diagnostics: &diagnostics)
    complaints = diagnostics.map { diagnostic in
      var place = ""
      switch diagnostic.place {
      case .span(let span):
        if let file = byID[span.file] {
          let start = file.position(of: Int(span.start))
          place = (texts.count > 1 ? file.path + ":" : "") + "\(start.line):\(start.column) "
        }
      case .path(let path): place = path + " "
      case .run: break
      }
      let remedy = diagnostic.remedy[.english]
      return place + diagnostic.code + ": " + diagnostic.message[.english]
        + (remedy.isEmpty ? "" : " | " + remedy)
    }
  }

  private static let files = FunctionLibrary(
    name: "files",
    functions: [.global("file_exists", [.string], .bool) { _, _ in .bool(true) }])

  /// The rule called `id`.
  func rule(_ id: String) -> CompiledRule? { set.rules.first { $0.rule.id == id } }

  /// A draft pack with one type, `sheet`, and a second one, `person`.
  static let header = """
    pack: own
    version: 1.0.0
    status: draft
    parameters:
      review: { type: period, default: P1Y }
      limit: { type: int, default: 3 }
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    clauses:
      "7": { title: Support }
      "7.1": { title: Resources }
    ---
    types:
      person:
        plural: persons
        title: Person
        fields: { name: string, left_on: date }
        derived: { active: { type: bool, value: "!has(person.left_on)" } }
      sheet:
        plural: sheets
        title: Sheet
        fields:
          code: string!
          kind: enum{form, guide}
          owner: ref<person>
          team: list<ref<person>>
          opened_on: date
          closed_on: date
          every: period
          weight: int
          proof: file
          proofs: list<file>
          result: { checked_on: date, note: text }
    ---
    rules:

    """
  /// The line on which the first rule begins.
  static let firstRuleLine = header.split(separator: "\n", omittingEmptySubsequences: false).count

  /// A pack with the header and a rule about sheets, the last lines of which are `lines`, each
  /// below the keys every rule has.
  static func rule(_ lines: String, for subject: String = "sheet") -> PackText {
    PackText(ruleText(lines, for: subject))
  }

  /// The text of that pack.
  static func ruleText(_ lines: String, for subject: String = "sheet") -> String {
    header + """
        - id: r
          title: T
          for: \(subject)
          severity: minor
          basis: own
          message: M
      \(lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))

      """
  }

  /// The complaints with their lines counted from the first of the lines given to `rule`.
  var relative: [String] {
    let offset = Self.firstRuleLine + 5
    return complaints.map { text in
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let line = Int(parts[0]) else { return text }
      return "\(line - offset):\(parts[1])"
    }
  }
}
