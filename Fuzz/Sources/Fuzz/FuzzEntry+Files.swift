import ClauseAssessment
import ClauseDocuments
import ClauseEngine
import ClauseSource

/// The files beside records that a repository brings: its configuration, what it accepted, results
/// to compare with, and the paths that all of them name.
extension FuzzEntry {
  static func configure(_ bytes: [UInt8]) {
    let file = SourceFile(id: FileID(0), path: Configuration.fileName, bytes: bytes)
    guard let tree = YAMLReader().read(file, limits: Limits()).tree else { return }
    var diagnostics: [Diagnostic] = []
    let configuration = Configuration.read(file, tree, diagnostics: &diagnostics)
    for diagnostic in diagnostics {
      if case .span(let span) = diagnostic.place { check(span, bytes) }
    }
    for source in configuration.sources {
      precondition(!source.files.text.hasPrefix("/"), "a source outside the root")
      _ = Glob(source.files.text).matches("registers/risks.csv")
    }
  }

  static func accept(_ bytes: [UInt8]) {
    let baseline = Baseline.of(
      SourceFile(id: FileID(0), path: Baseline.fileName, bytes: bytes), limits: Limits())
    guard baseline.isSound else { return }
    // What was read can be written, in order, and is read the same.
    let facts = baseline.entries.map(\.facts).sorted {
      FindingIdentity.precedes($0.identity, $1.identity)
    }
    let contents = Baseline.Contents(
      findings: facts, registers: baseline.registers.map(\.register),
      undecided: baseline.undecided)
    let again = Baseline.of(
      SourceFile(
        id: FileID(0), path: Baseline.fileName, bytes: Baseline.document(contents)),
      limits: Limits())
    precondition(again.entries.map(\.facts) == facts, "a baseline changed")
    precondition(again.undecided == baseline.undecided, "a baseline changed")
    precondition(
      again.registers.map(\.register) == contents.registers, "what a baseline read changed")
  }

  static func compare(_ bytes: [UInt8]) {
    let result = ResultFile.of(
      SourceFile(id: FileID(0), path: "results.json", bytes: bytes), limits: Limits())
    precondition(result.run != nil || !result.diagnostics.isEmpty, "results refused in silence")
  }

  /// A pattern, then a path, each on its line.
  static func match(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let pattern = lines.first, let path = lines.last else { return }
    _ = Glob(pattern).matches(path)
    precondition(Glob("**").matches(path), "a path that nothing names")
    guard RelativePath.refusal(of: path) == nil else { return }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for part in parts {
      precondition(!part.isEmpty && part.first != UInt8(ascii: "."), "a path that leads elsewhere")
    }
    precondition(!path.utf8.contains { $0 < 0x20 || $0 == 0x5C }, "a path with a control")
  }
}
