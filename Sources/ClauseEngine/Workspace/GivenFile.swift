import ClauseSource

/// A file that the command line names by itself: it may lie anywhere, inside the root or not.
enum GivenFile {
  /// Reads the file at `path`, or says in a diagnostic why not.
  static func load(
    _ path: String, id: FileID, limits: Limits, limit: LimitName
  ) -> Result<SourceFile, FileRefusal> {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    do {
      let root = try SourceRoot(path: folder)
      return root.load(name, id: id, limits: limits, limit: limit)
    } catch {
      return .failure(FileRefusal(error.diagnostic))
    }
  }
}
