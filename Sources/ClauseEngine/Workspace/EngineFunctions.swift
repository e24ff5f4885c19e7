import CEL
import ClauseCalendar
import ClauseRecords
import ClauseSource

/// The function libraries rules may use.
enum EngineFunctions {
  /// Standard CEL with its extensions, civil time, and what the product knows of files.
  static let libraries = FunctionLibrary.all + [files]

  /// Which files there are belongs to the run, not to the packs: the evaluator says it, so that
  /// rules compiled once serve any organisation.
  private static let files = FunctionLibrary(
    name: "files",
    functions: [
      .global("file_exists", [.string], .bool) { arguments, evaluator in
        guard let path = evaluator.string(of: arguments[0]),
          let files = evaluator.host as? EvidenceFiles
        else { return .bool(false) }
        return .bool(files.isPresent(path))
      }
    ])
}

/// The files of a run that `file_exists` asks for.
struct EvidenceFiles: Sendable {
  /// Whether a path names a file below the root that is not empty.
  let isPresent: @Sendable (String) -> Bool

  /// The files below `root`, which `names` spells.
  init(in root: SourceRoot, _ names: SpelledPaths) {
    isPresent = { Evidence.state(of: $0, in: root, names) == .present }
  }

  /// The files of an example: exactly those at `paths`; every file when none are given.
  init(at paths: [String]?) {
    isPresent = { path in paths?.contains { $0.equalsByBytes(path) } ?? true }
  }
}

/// What is known of paths that records give as evidence.
enum Evidence {
  /// The state of `path` below `root`, which `names` spells.
  static func state(
    of path: String, in root: SourceRoot, _ names: SpelledPaths
  ) -> EvidenceState {
    let facts = FileFacts(root: root)
    let fact = facts.fact(at: path)
    let other = fact == .missing ? names.onDisk(path) : nil
    return state(of: other.map { facts.fact(at: $0) } ?? fact)
  }

  private static func state(of fact: FileFact) -> EvidenceState {
    switch fact {
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
