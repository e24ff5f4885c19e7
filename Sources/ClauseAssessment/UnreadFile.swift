public import ClauseSource

/// A file of the organisation from which no record was read, and why.
public struct UnreadFile: Hashable, Sendable {
  /// Why nothing was read from it. The order is that in which it concerns a reader: what may be a
  /// register comes first, pictures and sounds last.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It should hold records and could not be read: errors say why.
    case failed
    /// A table or a list in which no register was recognised.
    case unrecognised
    /// A register that was recognised and has no row.
    case empty
    /// A spreadsheet in a form that is not read.
    case spreadsheet
    /// A database.
    case database
    /// A document of a word processor.
    case document
    /// A PDF or a scan of pages.
    case pages
    /// Slides.
    case slides
    /// Messages.
    case mail
    /// Files packed into one.
    case archive
    /// Text without labels or a table, such as a note.
    case prose
    /// Of a kind that is not known.
    case other
    /// A picture.
    case picture
    /// Sound or moving pictures.
    case recording

    /// Earlier means that it concerns a reader more.
    public static func < (a: Reason, b: Reason) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Path from the root.
  public var path: Untrusted
  /// Why.
  public var reason: Reason

  /// Makes an entry.
  public init(path: Untrusted, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The ending of the file's name in small letters, with its dot; empty without one.
  public var ending: String { Self.ending(of: path.unescaped) }

  /// The ending of the name of the file at `path`.
  public static func ending(of path: String) -> String {
    let bytes = Array(path.utf8)
    let name = bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(decoding: name[dot...], as: UTF8.self).lowercased()
  }
}
