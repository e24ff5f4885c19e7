internal import Glibc

extension SourceRoot {
  /// Whether the symbolic link at `path` leads to a regular file or folder below the root.
  ///
  /// Links are read and followed by name, part by part; nothing outside the root is looked at.
  func linkStaysInside(_ path: String) -> Bool {
    var resolved: [String] = []
    var pending = Array(RelativePath.parts(path).reversed())
    // The kernel's own bound on links in one path.
    var linksLeft = 40
    var kind = EntryKind.folder
    while let part = pending.popLast() {
      if part.equalsByBytes(".") {
        kind = .folder
        continue
      }
      if part.equalsByBytes("..") {
        guard resolved.popLast() != nil else { return false }
        kind = .folder
        continue
      }
      let candidate = (resolved + [part]).joined(separator: "/")
      var status = stat()
      guard candidate.utf8.count < Int(PATH_MAX),
        fstatat(descriptor, candidate, &status, AT_SYMLINK_NOFOLLOW) == 0
      else { return false }
      kind = EntryKind(mode: status.st_mode)
      guard kind == .symbolicLink else {
        resolved.append(part)
        continue
      }
      linksLeft -= 1
      guard linksLeft >= 0, let target = linkTarget(candidate), target.first != UInt8(ascii: "/")
      else { return false }
      pending.append(
        contentsOf: target.split(separator: UInt8(ascii: "/")).reversed().map {
          String(decoding: $0, as: UTF8.self)
        })
    }
    return kind == .file || kind == .folder
  }

  private func linkTarget(_ path: String) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let start = bytes.baseAddress else { return 0 }
      return readlinkat(
        descriptor, path, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard count > 0, count < buffer.count else { return nil }
    return Array(buffer.prefix(count))
  }
}
