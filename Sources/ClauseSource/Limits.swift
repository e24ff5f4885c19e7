/// The bounds on every input. One value goes to every reader.
///
/// The command line may raise them; nothing in the repository under test can. Reaching one is an
/// error diagnostic that names the limit, the value met, the bound and the option that raises it.
public struct Limits: Sendable, Hashable {
  /// Bytes of one record file.
  public var recordFileBytes = 4 << 20
  /// Bytes of one pack or configuration file.
  public var packFileBytes = 1 << 20
  /// Nesting of mappings and sequences in one document.
  public var nestingDepth = 64
  /// Nodes of one file after aliases are expanded.
  public var nodesPerFile = 200_000
  /// Nodes that aliases may add beyond ten times the nodes written.
  public var aliasExpansionBase = 10_000
  /// Bytes of text in one file after aliases are expanded.
  public var expandedBytesPerFile = 16 << 20
  /// Lines beginning with `%` in one YAML file (libyaml is quadratic in them).
  public var directiveLines = 16
  /// Anchors in one YAML file.
  public var anchorsPerFile = 10_000
  /// Documents in one YAML file.
  public var documentsPerFile = 10_000
  /// Bytes of one scalar after decoding.
  public var scalarBytes = 1 << 20
  /// Bytes of one mapping key or CSV heading.
  public var keyBytes = 1_024
  /// Bytes of a record identifier.
  public var identifierBytes = 200
  /// Combining marks in a row (Unicode UAX #15, Stream-Safe Text Format).
  public var combiningRun = 30
  /// Bytes of the parts of one workbook or Word file that are read, unpacked.
  public var workbookBytes = 64 << 20
  /// Parts of one workbook or Word file.
  public var workbookParts = 4_096
  /// How many times larger than packed a part of such a file may be, from a megabyte on.
  public var compressionRatio = 300
  /// Files of one run.
  public var files = 100_000
  /// Folders within folders below the root.
  public var folderDepth = 64
  /// Bytes that the organisation's files and the records read from them hold in a run.
  public var runBytes = 1 << 30
  /// Records of one run.
  public var records = 1_000_000
  /// Code points of one expression.
  public var expressionLength = 16_384
  /// Nesting of one expression.
  public var expressionDepth = 32
  /// Loops inside loops of one expression.
  public var expressionLoops = 4
  /// Evaluation cost of one rule on one record.
  public var costPerEvaluation = 1_000_000
  /// Evaluation cost of a whole run.
  public var costPerRun = 2_000_000_000
  /// Findings of one run.
  public var findings = 250_000
  /// Characters of one message.
  public var messageLength = 1_000
  /// Characters of one quoted value.
  public var excerptLength = 200

  /// The defaults stated in docs/security.md.
  public init() {}
}
