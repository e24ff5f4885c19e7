public import ClauseCalendar
public import ClauseDocuments
public import ClauseRecords
public import ClauseSource

/// A pack as its files declare it, before it is joined with others and checked.
public struct RulePack: Sendable {
  /// Reference records of one file: the tree, rooted at the documents that hold records.
  public struct ReferenceRecords: Sendable {
    /// The file.
    public var file: SourceFile
    /// Its record documents.
    public var tree: DocumentTree
  }

  /// Whether a pack is finished.
  public enum Status: String, Sendable, CaseIterable {
    case released
    case draft
  }

  /// Id.
  public var id: String
  /// Version text.
  public var version: String
  /// Whether it is finished.
  public var status: Status
  /// Packs that must be loaded before it.
  public var requires: [(id: String, span: Span)]
  /// Standards its rules may cite although another pack declares them.
  public var cites: [String]
  /// What it is about.
  public var title: LocalizedText
  /// More about it, such as a disclaimer.
  public var description: LocalizedText
  /// Parameters with their defaults.
  public var parameters: [Parameter] = []
  /// Standards.
  public var standards: [Standard] = []
  /// Record types.
  public var types: [RecordTypeDeclaration] = []
  /// Rules.
  public var rules: [Rule] = []
  /// Reference records.
  public var records: [ReferenceRecords] = []
  /// Public holidays, for working days.
  public var holidays: [CivilDate] = []
  /// Crosswalks between editions of standards.
  public var crosswalks: [Crosswalk] = []
  /// What standards ask to be written down.
  public var documentedInformation: [DocumentedInformation] = []
  /// Mutants of its rules that may live.
  public var acceptedMutants: [AcceptedMutant] = []
  /// SHA-256 over path and content of its files, in byte order of the paths.
  public var sha256: String
  /// Where its id stands.
  public var span: Span
}

/// Reads the files of one pack.
public struct PackReader {
  /// A file of the pack with its tree; nil when it could not be read.
  public typealias Input = (file: SourceFile, tree: DocumentTree?)

  private static let packKeys = [
    "pack", "version", "status", "requires", "cites", "title", "description", "parameters",
  ]

  /// The pack the files declare, or nil when none of them says `pack:`.
  ///
  /// `folder` names the pack in messages; `inputs` are sorted by path.
  public static func read(
    folder: String, inputs: [Input], diagnostics: inout [Diagnostic]
  ) -> RulePack? {
    guard var pack = readHeader(folder: folder, inputs: inputs, &diagnostics) else { return nil }
    for input in inputs {
      guard let tree = input.tree else { continue }
      var recordRoots: [NodeID] = []
      for root in tree.roots where !tree.isNull(root) {
        guard tree.kind(root) == .mapping else {
          diagnostics.append(
            Diagnostic(
              .error, code: "pack-form", message: "a document of a pack is a mapping",
              place: .span(tree.span(root))))
          continue
        }
        if tree.value(root, "pack") != nil { continue }
        if readDeclarations(root, of: tree, into: &pack, &diagnostics) { continue }
        recordRoots.append(root)
      }
      if !recordRoots.isEmpty {
        pack.records.append(.init(file: input.file, tree: tree.rooted(at: recordRoots)))
      }
    }
    return pack
  }

  private static func readHeader(
    folder: String, inputs: [Input], _ diagnostics: inout [Diagnostic]
  ) -> RulePack? {
    var headers: [(DocumentTree, NodeID)] = []
    for input in inputs {
      guard let tree = input.tree else { continue }
      headers += tree.roots.filter { tree.value($0, "pack") != nil }.map { (tree, $0) }
    }
    guard let (tree, root) = headers.first else {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-missing", message: "no file of the folder declares a pack",
          place: .path(folder),
          remedy: "A pack needs a document with `pack: ID`, `version:` and `status:`."))
      return nil
    }
    for (otherTree, other) in headers.dropFirst() {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-duplicate", message: "a folder holds one pack",
          place: .span(otherTree.span(other)),
          related: [.init(message: "the first one", place: .span(tree.span(root)))]))
    }
    guard
      let reader = MappingReader(
        tree: tree, node: root, what: "a pack", keys: packKeys, diagnostics: &diagnostics),
      let id = reader.requiredText("pack", &diagnostics),
      let version = reader.requiredText("version", &diagnostics),
      reader.requiredText("status", &diagnostics) != nil,
      let status = reader.choice(
        "status", RulePack.Status.allCases.map(\.rawValue), &diagnostics
      ).flatMap(RulePack.Status.init(rawValue:))
    else { return nil }
    var hash = SHA256()
    for input in inputs {
      hash.update(input.file.path.utf8)
      hash.update([0])
      hash.update(SHA256.hexadecimal(of: input.file.bytes).utf8)
    }
    return RulePack(
      id: id, version: version, status: status,
      requires: reader.texts("requires", &diagnostics).map { ($0.text, tree.span($0.node)) },
      cites: reader.texts("cites", &diagnostics).map(\.text),
      title: reader.localized("title", &diagnostics),
      description: reader.localized("description", &diagnostics),
      parameters: Parameter.read(reader, pack: id, &diagnostics), sha256: hash.hexadecimal(),
      span: reader.span("pack"))
  }

  /// Reads a document of declarations; false when it holds reference records instead.
  private static func readDeclarations(
    _ root: NodeID, of tree: DocumentTree, into pack: inout RulePack,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    if tree.value(root, "standard") != nil {
      if let standard = Standard.read(tree: tree, node: root, pack: pack.id, &diagnostics) {
        pack.standards.append(standard)
      }
      return true
    }
    if tree.value(root, "crosswalk") != nil {
      if let crosswalk = Crosswalk.read(tree: tree, node: root, pack: pack.id, &diagnostics) {
        pack.crosswalks.append(crosswalk)
      }
      return true
    }
    let declared = ["types", "rules", "holidays", "mutants", "documented_information"]
    guard declared.contains(where: { tree.value(root, $0) != nil }) else { return false }
    guard
      let reader = MappingReader(
        tree: tree, node: root, what: "a pack document", keys: declared, diagnostics: &diagnostics)
    else { return true }
    if let types = reader.value("types") {
      let result = RecordTypeReader.read(types, of: tree, pack: pack.id)
      pack.types += result.declarations
      diagnostics += result.diagnostics
    }
    let rules = RuleReader(tree: tree, pack: pack.id, checkNames: Checks.all.map(\.name))
    if let list = tree.value(root, "rules"), tree.children(list).isEmpty {
      // A list without a rule would pass everything.
      diagnostics.append(
        Diagnostic(
          .error, code: "rules-empty", message: "`rules` holds no rule",
          place: .span(tree.span(list)), remedy: "List the rules, or remove the key."))
    }
    pack.rules += reader.list("rules").compactMap { rules.read($0, &diagnostics) }
    pack.documentedInformation += DocumentedInformation.read(
      reader, pack: pack.id, &diagnostics)
    pack.acceptedMutants += AcceptedMutant.read(reader, &diagnostics)
    for (text, node) in reader.texts("holidays", &diagnostics) {
      if let day = CivilDate(iso: text) {
        pack.holidays.append(day)
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
