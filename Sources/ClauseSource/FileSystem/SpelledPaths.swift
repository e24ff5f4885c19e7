import ClauseBytes

/// The paths of a walk by how people spell them: a path that is written in a record, a link or a
/// source means the file of the same characters, where a Mac or an archive wrote its accents as
/// marks of their own.
public struct SpelledPaths: Sendable {
  private var paths: [NameKey: String] = [:]

  /// The paths of `files` and of the folders they lie in. Those of ASCII have one spelling and are
  /// not kept.
  public init(_ files: [DiscoveredFile]) {
    for file in files {
      var path = file.path
      while !path.utf8.allSatisfy({ $0 < 0x80 }) {
        let key = NameKey(path)
        // In byte order the first of several counts.
        if paths[key] != nil { break }
        paths[key] = path
        guard let folder = PathText.folder(of: path) else { break }
        path = folder
      }
    }
  }

  /// The path on disk that `path` spells, when it is written otherwise.
  public func onDisk(_ path: String) -> String? {
    if path.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    guard let found = paths[NameKey(path)], !found.equalsByBytes(path) else { return nil }
    return found
  }
}
