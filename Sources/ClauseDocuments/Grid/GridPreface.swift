/// What stands above a table and outside of it, where a title block may be: the page header, lines
/// and tables of the text, properties of the file.
public struct GridPreface: Sendable {
  /// A line, or a table that is no register.
  public struct Block: Sendable {
    /// Rows of texts by column; a line is one row. Blank cells keep their place.
    public let rows: [[[UInt8]]]
    /// Whether a text that is no label may be the title of what follows.
    public let mayBeTitle: Bool
  }

  /// The blocks, the most telling first.
  public internal(set) var blocks: [Block] = []

  /// Nothing.
  public static let none = GridPreface()
}
