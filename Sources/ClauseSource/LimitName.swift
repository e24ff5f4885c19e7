/// The name of one limit, as messages show it and `--limit NAME=VALUE` takes it.
public enum LimitName: String, CaseIterable, Sendable, Hashable {
  case recordFileBytes = "record-file-bytes"
  case packFileBytes = "pack-file-bytes"
  case nestingDepth = "nesting-depth"
  case nodesPerFile = "nodes-per-file"
  case aliasExpansionBase = "alias-expansion"
  case expandedBytesPerFile = "expanded-bytes"
  case directiveLines = "directive-lines"
  case anchorsPerFile = "anchors"
  case documentsPerFile = "documents"
  case scalarBytes = "scalar-bytes"
  case keyBytes = "key-bytes"
  case identifierBytes = "identifier-bytes"
  case combiningRun = "combining-run"
  case workbookBytes = "workbook-bytes"
  case workbookParts = "workbook-parts"
  case compressionRatio = "compression-ratio"
  case files = "files"
  case folderDepth = "folder-depth"
  case runBytes = "run-bytes"
  case records = "records"
  case expressionLength = "expression-length"
  case expressionDepth = "expression-depth"
  case expressionLoops = "expression-loops"
  case costPerEvaluation = "cost-per-evaluation"
  case costPerRun = "cost-per-run"
  case findings = "findings"
  case messageLength = "message-length"
  case excerptLength = "excerpt-length"
}

extension LimitName {
  /// What the limit may be raised to.
  ///
  /// Depth is walked by recursion, and a stack that is too small for it ends the process. Places in
  /// a file, nodes and records are numbered with 31 bits, the texts of a run and of an evaluation
  /// with 32, of which a unit of cost makes up to twenty bytes. What takes more than linear time,
  /// such as directives and combining marks, stays where that does not matter.
  public var ceiling: Int {
    switch self {
    case .nestingDepth, .folderDepth: 1_000
    case .expressionDepth, .expressionLoops: 200
    case .combiningRun: 1_000
    case .directiveLines: 10_000
    case .compressionRatio: 100_000
    case .keyBytes, .identifierBytes, .expressionLength, .messageLength, .excerptLength,
      .workbookParts, .files:
      1_000_000
    case .documentsPerFile, .anchorsPerFile, .records, .findings: 10_000_000
    case .nodesPerFile, .aliasExpansionBase, .costPerEvaluation: 100_000_000
    case .packFileBytes: 256 << 20
    case .recordFileBytes, .expandedBytesPerFile, .scalarBytes, .workbookBytes: 1 << 30
    case .runBytes: 2 << 30
    case .costPerRun: 1_000_000_000_000_000
    }
  }

  /// What to do where the ceiling is not enough.
  public var beyondCeiling: LocalizedText {
    switch self {
    case .nestingDepth, .folderDepth, .expressionDepth:
      LocalizedText(
        en: "Make the input less deep.", fr: "Réduisez la profondeur des données.",
        ar: "قلل من عمق المعطيات.")
    case .expressionLoops, .expressionLength, .costPerEvaluation:
      LocalizedText(
        en: "Write the rule more simply.", fr: "Écrivez la règle plus simplement.",
        ar: "اكتب القاعدة بشكل أبسط.")
    case .messageLength, .excerptLength:
      LocalizedText(
        en: "Take a format that leaves nothing out, such as json.",
        fr: "Choisissez un format qui n'omet rien, comme json.",
        ar: "اختر صيغة لا تغفل شيئا، مثل json.")
    default:
      LocalizedText(
        en: "Check the input in parts.", fr: "Contrôlez les données par parties.",
        ar: "افحص المعطيات على أجزاء.")
    }
  }
}

extension Limits {
  /// The limit called `name`.
  public subscript(name: LimitName) -> Int {
    get {
      switch name {
      case .recordFileBytes: recordFileBytes
      case .packFileBytes: packFileBytes
      case .nestingDepth: nestingDepth
      case .nodesPerFile: nodesPerFile
      case .aliasExpansionBase: aliasExpansionBase
      case .expandedBytesPerFile: expandedBytesPerFile
      case .directiveLines: directiveLines
      case .anchorsPerFile: anchorsPerFile
      case .documentsPerFile: documentsPerFile
      case .scalarBytes: scalarBytes
      case .keyBytes: keyBytes
      case .identifierBytes: identifierBytes
      case .combiningRun: combiningRun
      case .workbookBytes: workbookBytes
      case .workbookParts: workbookParts
      case .compressionRatio: compressionRatio
      case .files: files
      case .folderDepth: folderDepth
      case .runBytes: runBytes
      case .records: records
      case .expressionLength: expressionLength
      case .expressionDepth: expressionDepth
      case .expressionLoops: expressionLoops
      case .costPerEvaluation: costPerEvaluation
      case .costPerRun: costPerRun
      case .findings: findings
      case .messageLength: messageLength
      case .excerptLength: excerptLength
      }
    }
    set {
      switch name {
      case .recordFileBytes: recordFileBytes = newValue
      case .packFileBytes: packFileBytes = newValue
      case .nestingDepth: nestingDepth = newValue
      case .nodesPerFile: nodesPerFile = newValue
      case .aliasExpansionBase: aliasExpansionBase = newValue
      case .expandedBytesPerFile: expandedBytesPerFile = newValue
      case .directiveLines: directiveLines = newValue
      case .anchorsPerFile: anchorsPerFile = newValue
      case .documentsPerFile: documentsPerFile = newValue
      case .scalarBytes: scalarBytes = newValue
      case .keyBytes: keyBytes = newValue
      case .identifierBytes: identifierBytes = newValue
      case .combiningRun: combiningRun = newValue
      case .workbookBytes: workbookBytes = newValue
      case .workbookParts: workbookParts = newValue
      case .compressionRatio: compressionRatio = newValue
      case .files: files = newValue
      case .folderDepth: folderDepth = newValue
      case .runBytes: runBytes = newValue
      case .records: records = newValue
      case .expressionLength: expressionLength = newValue
      case .expressionDepth: expressionDepth = newValue
      case .expressionLoops: expressionLoops = newValue
      case .costPerEvaluation: costPerEvaluation = newValue
      case .costPerRun: costPerRun = newValue
      case .findings: findings = newValue
      case .messageLength: messageLength = newValue
      case .excerptLength: excerptLength = newValue
      }
    }
  }
}

extension Diagnostic {
  /// The error that a limit was reached: which, the value met, the bound, and how to raise it.
  ///
  /// - Parameters:
  ///   - met: the value met; at the moment of stopping it may be just one past the bound.
  ///   - what: what was counted, as the subject of the sentence, such as `nesting`.
  public static func limitReached(
    _ name: LimitName, met: Int, limits: Limits, what: LocalizedText, place: DiagnosticPlace
  ) -> Diagnostic {
    let bound = limits[name]
    return Diagnostic(
      .error, code: "limit-" + name.rawValue,
      message: LocalizedText(
        en: "\(what[.english]): \(met) met, the limit \(name.rawValue) is \(bound)",
        fr: "\(what[.french]) : \(met), pour une limite \(name.rawValue) de \(bound)",
        ar: "\(what[.arabic]): \(met)، والحد \(name.rawValue) هو \(bound)"), place: place,
      remedy: LocalizedText(
        en: "If this is intended, raise the limit with --limit \(name.rawValue)=\(met) or more.",
        fr: "Si c'est voulu, relevez la limite avec --limit \(name.rawValue)=\(met) ou plus.",
        ar: "إن كان ذلك مقصودا، فارفع الحد بواسطة ‎--limit \(name.rawValue)=\(met) أو أكثر."))
  }
}
