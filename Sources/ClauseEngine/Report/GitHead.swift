import ClauseSource

/// The commit an organisation's repository stands at, read from `.git` below the root. Nothing is
/// run and nothing outside the root is read, so a work tree whose `.git` is a file has none.
enum GitHead {
  /// The hash at HEAD, or nil.
  static func commit(of workspace: Workspace) -> String? {
    guard let root = try? SourceRoot(path: workspace.options.root) else { return nil }
    return commit { path in
      (try? root.read(path, limits: workspace.options.limits)).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// The hash at HEAD, reading files of the repository with `read`.
  static func commit(read: (String) -> String?) -> String? {
    guard let head = firstLine(read(".git/HEAD")) else { return nil }
    guard head.startsWithBytes("ref: ") else { return hash(head) }
    let name = String(head.dropFirst(5))
    guard name.startsWithBytes("refs/"), RelativePath.refusal(of: name) == nil else { return nil }
    if let loose = firstLine(read(".git/" + name)).flatMap(hash) { return loose }
    let packed = (read(".git/packed-refs") ?? "").split(separator: "\n")
    for line in packed where String(line).endsWithBytes(" " + name) {
      return hash(String(line.prefix { $0 != " " }))
    }
    return nil
  }

  private static func firstLine(_ text: String?) -> String? {
    text.map { String($0.prefix { !$0.isNewline }) }
  }

  /// The text when it is a SHA-1 or SHA-256 in hexadecimal.
  private static func hash(_ text: String) -> String? {
    let isHexadecimal = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
    return isHexadecimal && [40, 64].contains(text.utf8.count) ? text : nil
  }
}
