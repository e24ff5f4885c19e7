import ClauseEngine
import ClauseSource

/// The baseline that a command line means.
struct BaselineFile {
  /// Path to open.
  var path: String
  /// What messages call it.
  var name: String
  /// Path from the organisation's root, when it lies below it: it holds no records.
  var inRoot: String?

  /// The file given on the command line, else the one at the root.
  init(given: String?, root: String) {
    let prefix = root == "/" ? "/" : root + "/"
    path = given ?? prefix + Baseline.fileName
    name = given ?? Baseline.fileName
    // The folder is resolved rather than the file, which need not be there yet.
    let slash = path.lastIndex(of: "/")
    let folder = Target.canonical(
      slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    let last = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let whole = (folder == "/" ? "" : folder) + "/" + last
    if whole.hasPrefix(prefix) { inRoot = String(whole.dropFirst(prefix.count)) }
  }

  /// Reads it.
  func load(_ limits: Limits) -> Baseline {
    Baseline.load(path, named: name, limits: limits)
  }
}
