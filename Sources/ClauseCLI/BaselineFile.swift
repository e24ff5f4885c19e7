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
    path = given ?? (root.endsWithBytes("/") ? root : root + "/") + Baseline.fileName
    name = given ?? Baseline.fileName
    // The folder is resolved rather than the file, which need not be there yet.
    let folder = Target.canonical(PathText.folder(of: path) ?? ".")
    let whole = (folder.endsWithBytes("/") ? folder : folder + "/") + PathText.name(of: path)
    inRoot = PathText.rest(of: whole, below: root)
  }

  /// Reads it.
  func load(_ options: RunOptions) -> Baseline {
    Baseline.load(path, named: name, limits: options.limits, language: options.language)
  }
}
