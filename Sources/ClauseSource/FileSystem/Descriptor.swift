internal import Glibc

/// An open file descriptor, closed when the value ends.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { _ = Glibc.close(number) }

  /// Opens `name` inside `folder` without following a link at its end.
  static func open(
    _ name: String, in folder: Int32, flags: Int32, path: String
  ) throws(FileTrouble) -> Descriptor {
    while true {
      let number = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      if number >= 0 { return Descriptor(number) }
      let code = errno
      if code == EINTR { continue }
      throw FileTrouble(errno: code, path: path)
    }
  }

  /// Hands the number over; the value no longer closes it.
  consuming func release() -> Int32 {
    let kept = number
    discard self
    return kept
  }

  /// What the descriptor refers to.
  func status(path: String) throws(FileTrouble) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileTrouble(errno: errno, path: path) }
    return status
  }
}

/// What a name in a folder is.
enum EntryKind {
  case file
  case folder
  case symbolicLink
  case special

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    default: self = .special
    }
  }
}
