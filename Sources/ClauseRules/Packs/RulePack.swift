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
  /// Whether it is the organisation's own, not one of those that come with the product.
  public var isOwn = false
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
  /// `folder` names the pack in messages; `inputs` are sorted by path. The files are read by
  /// `spreading`; the result is the same for all.
  public static func read(
    folder: String, inputs: [Input], spreading: some Spreading = InTurn(),
    diagnostics: inout [Diagnostic]
  ) -> RulePack? {
    guard var pack = readHeader(folder: folder, inputs: inputs, &diagnostics) else { return nil }
    let id = pack.id
    let parts = spreading.map(inputs.count) { PackPart.read(inputs[$0], pack: id) }
    var hash = SHA256()
    for (input, part) in zip(inputs, parts) {
      hash.update(input.file.path.utf8)
      hash.update([0])
      hash.update(part.sha256.utf8)
      diagnostics += part.diagnostics
      pack.standards += part.standards
      pack.types += part.types
      pack.rules += part.rules
      if let records = part.records { pack.records.append(records) }
      pack.holidays += part.holidays
      pack.crosswalks += part.crosswalks
      pack.documentedInformation += part.documentedInformation
      pack.acceptedMutants += part.acceptedMutants
    }
    pack.sha256 = hash.hexadecimal()
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
      // A file that could not be read may be the one that declares it.
      if inputs.contains(where: { $0.tree == nil }) { return nil }
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-missing", english: "no file of the folder declares a pack",
          place: .path(folder),
          remedy: "A pack needs a document with `pack: ID`, `version:` and `status:`."))
      return nil
    }
    for (otherTree, other) in headers.dropFirst() {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-duplicate", english: "a folder holds one pack",
          place: .span(otherTree.span(other)),
          related: [.init(english: "the first one", place: .span(tree.span(root)))]))
    }
    guard
      let reader = MappingReader(
        tree: tree, node: root, what: .pack("a pack"), keys: packKeys, diagnostics: &diagnostics),
      let id = reader.requiredText("pack", &diagnostics),
      let version = reader.requiredText("version", &diagnostics),
      reader.requiredText("status", &diagnostics) != nil,
      let status = reader.choice(
        "status", RulePack.Status.allCases.map(\.rawValue), &diagnostics
      ).flatMap(RulePack.Status.init(rawValue:))
    else { return nil }
    return RulePack(
      id: id, version: version, status: status,
      requires: reader.texts("requires", &diagnostics).map { ($0.text, tree.span($0.node)) },
      cites: reader.texts("cites", &diagnostics).map(\.text),
      title: reader.localized("title", &diagnostics),
      description: reader.localized("description", &diagnostics),
      parameters: Parameter.read(reader, pack: id, &diagnostics), sha256: "",
      span: reader.span("pack"))
  }
}
