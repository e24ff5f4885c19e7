import ClauseCalendar
import ClauseDocuments
import ClauseRecords
import ClauseSource

/// What one file of a pack declares.
struct PackPart: Sendable {
  private(set) var standards: [Standard] = []
  private(set) var types: [RecordTypeDeclaration] = []
  private(set) var rules: [Rule] = []
  private(set) var records: RulePack.ReferenceRecords?
  private(set) var holidays: [CivilDate] = []
  private(set) var crosswalks: [Crosswalk] = []
  private(set) var documentedInformation: [DocumentedInformation] = []
  private(set) var acceptedMutants: [AcceptedMutant] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// SHA-256 of the file.
  let sha256: String

  /// Reads a file of the pack called `pack`.
  static func read(_ input: PackReader.Input, pack: String) -> PackPart {
    var part = PackPart(sha256: SHA256.hexadecimal(of: input.file.bytes))
    guard let tree = input.tree else { return part }
    var recordRoots: [NodeID] = []
    part.reportEmptiness(of: tree, in: input.file)
    for root in tree.roots where !tree.isNull(root) {
      guard tree.kind(root) == .mapping else {
        part.diagnostics.append(
          Diagnostic(
            .error, code: "pack-form", english: "a document of a pack is a mapping",
            place: .span(tree.span(root)), remedy: "Begin it with one of: \(Self.firstWords)."))
        continue
      }
      if tree.value(root, "pack") != nil { continue }
      if part.readDeclarations(root, of: tree, pack: pack) { continue }
      recordRoots.append(root)
    }
    if !recordRoots.isEmpty {
      part.records = .init(file: input.file, tree: tree.rooted(at: recordRoots))
    }
    return part
  }

  private init(sha256: String) { self.sha256 = sha256 }

  /// Keys that documents of declarations are made of.
  static let declared = ["types", "rules", "holidays", "mutants", "documented_information"]
  /// Keys that say what a document is.
  static let kinds = ["pack", "standard", "crosswalk"]
  private static var firstWords: String {
    (kinds + declared).joined(separator: ", ") + ", or a plural of a record type"
  }

  /// Says that a file, or a document of it, declares nothing: a pack whose file was emptied by
  /// mistake would pass everything.
  private mutating func reportEmptiness(of tree: DocumentTree, in file: SourceFile) {
    guard !tree.roots.allSatisfy(tree.isNull) else {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-empty", english: "the file of a pack declares nothing",
          place: .span(Span(file: file.id, start: 0, end: 0)),
          remedy: "Fill it, or remove it."))
      return
    }
    for root in tree.roots where tree.isNull(root) {
      diagnostics.append(
        Diagnostic(
          .warning, code: "pack-empty", english: "a document of a pack declares nothing",
          place: .span(tree.span(root)), remedy: "Remove the `---` line."))
    }
  }

  /// Says that a key has nothing under it: a list without a rule would pass everything.
  private mutating func reportEmptyKeys(_ root: NodeID, of tree: DocumentTree) {
    for (key, value) in tree.entries(root)
    where tree.isNull(value) || (tree.kind(value) != .scalar && tree.children(value).isEmpty) {
      let name = tree.string(key)
      guard Self.declared.contains(where: { $0.equalsByBytes(name) }) else { continue }
      let isRules = name.equalsByBytes("rules")
      diagnostics.append(
        Diagnostic(
          .error, code: isRules ? "rules-empty" : "pack-empty",
          english: isRules ? "`rules` holds no rule" : "`\(name)` holds nothing",
          place: .span(tree.span(value)),
          remedy: isRules ? "List the rules, or remove the key." : "Fill it, or remove the key."))
    }
  }

  /// Reads a document of declarations; false when it holds reference records instead.
  private mutating func readDeclarations(
    _ root: NodeID, of tree: DocumentTree, pack: String
  ) -> Bool {
    if tree.value(root, "standard") != nil {
      if let standard = Standard.read(tree: tree, node: root, pack: pack, &diagnostics) {
        standards.append(standard)
      }
      return true
    }
    if tree.value(root, "crosswalk") != nil {
      if let crosswalk = Crosswalk.read(tree: tree, node: root, pack: pack, &diagnostics) {
        crosswalks.append(crosswalk)
      }
      return true
    }
    guard Self.declared.contains(where: { tree.value(root, $0) != nil }) else { return false }
    guard
      let reader = MappingReader(
        tree: tree, node: root, what: .pack("a pack document"), keys: Self.declared,
        diagnostics: &diagnostics)
    else { return true }
    reportEmptyKeys(root, of: tree)
    if let node = reader.value("types") {
      let result = RecordTypeReader.read(node, of: tree, pack: pack)
      types += result.declarations
      diagnostics += result.diagnostics
    }
    let ruleReader = RuleReader(tree: tree, pack: pack, checkNames: Checks.all.map(\.name))
    for rule in reader.list("rules") {
      if let rule = ruleReader.read(rule, &diagnostics) { rules.append(rule) }
    }
    documentedInformation += DocumentedInformation.read(reader, pack: pack, &diagnostics)
    acceptedMutants += AcceptedMutant.read(reader, &diagnostics)
    for (text, node) in reader.texts("holidays", &diagnostics) {
      if let day = CivilDate(iso: text) {
        holidays.append(day)
      } else {
        diagnostics.append(
          Diagnostic(
            .error, code: "holiday", english: "`\(text)` is no date", place: .span(tree.span(node)),
            remedy: "Write YYYY-MM-DD."))
      }
    }
    return true
  }
}
