/// The number of a file within one run, in discovery order.
public struct FileID: Hashable, Sendable, Comparable {
  /// Position in the run's list of files.
  public let index: Int32

  /// Makes the identifier of the file at `index`.
  public init(_ index: Int32) { self.index = index }

  /// Orders by discovery, which is the byte order of the paths.
  public static func < (a: FileID, b: FileID) -> Bool { a.index < b.index }
}

/// A range of UTF-8 bytes in one file; line and column are computed when somebody asks.
public struct Span: Hashable, Sendable, Comparable {
  /// The file the bytes lie in.
  public let file: FileID
  /// First byte, counted from 0.
  public let start: Int32
  /// Byte after the last one; equal to `start` for a place between two bytes.
  public let end: Int32

  /// Makes a span; `end` is never before `start`.
  @inlinable
  public init(file: FileID, start: Int, end: Int) {
    self.file = file
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: Swift.max(start, end))
  }

  /// Orders by file, then by where the span begins, then by where it ends.
  public static func < (a: Span, b: Span) -> Bool {
    (a.file, a.start, a.end) < (b.file, b.start, b.end)
  }
}

/// A place as editors and git show it: both count from 1, columns count Unicode code points.
public struct Position: Hashable, Sendable, Comparable {
  /// Line, from 1; a line ends at LF, CRLF or CR.
  public let line: Int
  /// Column in Unicode code points, from 1.
  public let column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then column.
  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A located range ready for output: path from the root, start, and the column after the end.
///
/// In a workbook lines are rows, columns are those of the sheet, and `cell` is the address; in a
/// Word file the same of its tables, and lines are paragraphs outside of them.
public struct Location: Hashable, Sendable, Comparable {
  /// Path relative to the organisation root, parts joined with `/`.
  public let path: Untrusted
  /// Where the range begins.
  public let start: Position
  /// The position after the last character of the range.
  public let end: Position
  /// The cell or cells of a workbook or Word file; nil in every other file.
  public let cell: CellAddress?

  /// Makes a location.
  public init(path: Untrusted, start: Position, end: Position, cell: CellAddress? = nil) {
    self.path = path
    self.start = start
    self.end = end
    self.cell = cell
  }

  /// Orders by the bytes of the path, then by sheet, then by position.
  public static func < (a: Location, b: Location) -> Bool {
    if a.path != b.path { return a.path < b.path }
    let (sheet, other) = (a.cell?.sheet ?? 0, b.cell?.sheet ?? 0)
    return (sheet, a.start, a.end) < (other, b.start, b.end)
  }
}

extension String {
  /// Byte order of UTF-8, which no locale and no Unicode normalisation changes.
  public func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Equality of the UTF-8 bytes; `==` on String compares canonical equivalents instead.
  public func equalsByBytes(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
