import ClauseSource

/// A file that the command line names by itself: it may lie anywhere, inside the root or not.
enum GivenFile {
  /// Reads the file at `path`, or says in a diagnostic why not.
  static func load(
    _ path: String, id: FileID, limits: Limits, limit: LimitName
  ) -> Result<SourceFile, FileRefusal> {
    do {
      let root = try SourceRoot(path: PathText.folder(of: path) ?? ".")
      return root.load(PathText.name(of: path), id: id, limits: limits, limit: limit)
    } catch {
      return .failure(FileRefusal(error.diagnostic))
    }
  }
}
