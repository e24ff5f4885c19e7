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
    for root in tree.roots where !tree.isNull(root) {
      guard tree.kind(root) == .mapping else {
        part.diagnostics.append(
          Diagnostic(
            .error, code: "pack-form", message: "a document of a pack is a mapping",
            place: .span(tree.span(root))))
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
    let declared = ["types", "rules", "holidays", "mutants", "documented_information"]
    guard declared.contains(where: { tree.value(root, $0) != nil }) else { return false }
    guard
      let reader = MappingReader(
        tree: tree, node: root, what: "a pack document", keys: declared, diagnostics: &diagnostics)
    else { return true }
    if let node = reader.value("types") {
      let result = RecordTypeReader.read(node, of: tree, pack: pack)
      types += result.declarations
      diagnostics += result.diagnostics
    }
    let ruleReader = RuleReader(tree: tree, pack: pack, checkNames: Checks.all.map(\.name))
    if let list = tree.value(root, "rules"), tree.children(list).isEmpty {
      // A list without a rule would pass everything.
      diagnostics.append(
        Diagnostic(
          .error, code: "rules-empty", message: "`rules` holds no rule",
          place: .span(tree.span(list)), remedy: "List the rules, or remove the key."))
    }
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
            .error, code: "holiday", message: "`\(text)` is no date", place: .span(tree.span(node)),
            remedy: "Write YYYY-MM-DD."))
      }
    }
    return true
  }
}
