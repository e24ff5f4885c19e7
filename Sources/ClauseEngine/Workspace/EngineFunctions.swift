import CEL
import ClauseCalendar
import ClauseRecords
import ClauseSource

/// The function libraries rules may use.
enum EngineFunctions {
  /// Standard CEL with its extensions, civil time, and what the product knows of files.
  static func libraries(
    evidence: @escaping @Sendable (String) -> Bool
  ) -> [FunctionLibrary] {
    FunctionLibrary.all + [files(evidence)]
  }

  private static func files(_ evidence: @escaping @Sendable (String) -> Bool) -> FunctionLibrary {
    FunctionLibrary(
      name: "files",
      functions: [
        .global("file_exists", [.string], .bool) { arguments, evaluator in
          .bool(evaluator.string(of: arguments[0]).map(evidence) ?? false)
        }
      ])
  }
}

/// What is known of paths that records give as evidence.
enum Evidence {
  /// The state of `path` below `root`.
  static func state(of path: String, in root: SourceRoot) -> EvidenceState {
    switch FileFacts(root: root).fact(at: path) {
    case .file: .present
    case .empty: .empty
    case .pointer: .pointer
    case .shortcut: .shortcut
    case .missing: .missing
    case .folder: .folder
    case .refused: .outside
    }
  }
}
