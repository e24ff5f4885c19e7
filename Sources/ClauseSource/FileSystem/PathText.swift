/// Texts of paths and names taken apart by their bytes.
///
/// `String` looks at characters: a `/` before a combining mark is a character of its own, which
/// neither `lastIndex(of:)` nor `split` nor `hasPrefix` finds, and two spellings of é are one. To
/// a file system paths are none of that.
public enum PathText {
  private static let slash = UInt8(ascii: "/")

  /// The parts between slashes, without empty ones.
  public static func parts(_ path: String) -> [String] {
    path.utf8.split(separator: slash).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What stands before the last slash: `/` for a path directly below it, nil without a slash.
  public static func folder(of path: String) -> String? {
    let bytes = path.utf8
    guard let last = bytes.lastIndex(of: slash) else { return nil }
    if last == bytes.startIndex { return "/" }
    return String(decoding: bytes[..<last], as: UTF8.self)
  }

  /// What stands behind the last slash; the whole without one.
  public static func name(of path: String) -> String {
    let bytes = path.utf8
    guard let last = bytes.lastIndex(of: slash) else { return path }
    return String(decoding: bytes[bytes.index(after: last)...], as: UTF8.self)
  }

  /// The path as seen from `folder`, where it lies below it.
  public static func rest(of path: String, below folder: String) -> String? {
    path.afterBytes(folder.endsWithBytes("/") ? folder : folder + "/")
  }

  /// Whether the path is that of `folder` or lies below it.
  public static func isPath(_ path: String, in folder: String) -> Bool {
    path.equalsByBytes(folder) || rest(of: path, below: folder) != nil
  }

  /// The path without `./` at its beginning.
  public static func withoutDot(_ path: String) -> String { path.afterBytes("./") ?? path }
}

extension String {
  /// Whether the bytes begin with those of `start`.
  public func startsWithBytes(_ start: String) -> Bool { utf8.starts(with: start.utf8) }

  /// Whether the bytes end with those of `end`.
  public func endsWithBytes(_ end: String) -> Bool {
    utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }

  /// What stands behind `start`, when the bytes begin with it.
  public func afterBytes(_ start: String) -> String? {
    startsWithBytes(start)
      ? String(decoding: utf8.dropFirst(start.utf8.count), as: UTF8.self) : nil
  }

  /// Whether two names that people type are the same, however their accents are written: the one
  /// place for canonical equivalence, where a file of a Mac has `e` and a mark for the `é` of a
  /// keyboard.
  public func isSameName(as other: String) -> Bool { self == other }
}
