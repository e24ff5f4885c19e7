/// The text of a part of a Word file: paragraphs and tables in their order.
struct WordText {
  /// A paragraph outside of tables with something in it.
  struct Paragraph {
    /// Its number among all paragraphs outside of tables, from 1.
    let number: Int
    /// Its text, as a range of `bytes`.
    let text: Range<Int>
    /// Of a heading 1 to 9, of a title 0; nil for the others.
    let level: Int?
  }

  /// A cell; blank ones as well.
  struct Cell {
    /// Row, from 1.
    let row: Int
    /// First column, from 1.
    let column: Int
    /// Its text, as a range of `bytes`.
    let text: Range<Int>
  }

  /// A table that stands in no other one.
  struct Table {
    /// Its number, from 1.
    let number: Int
    var cells: [Cell] = []
    var merged: [Grid.Merged] = []
  }

  enum Block {
    case paragraph(Paragraph)
    case table(Table)
  }

  /// The texts one behind another, with a line break after each.
  var bytes: [UInt8] = []
  var blocks: [Block] = []
  /// The ranges of `bytes` that are bold, in order.
  var bold: [Range<Int>] = []
  /// What was met and is not read, or read with reservations.
  var remarks = WordRemarks()

  /// Whether all of a range is bold.
  func isBold(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = bold.count
    while low < high {
      let middle = (low + high) / 2
      if bold[middle].upperBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low < bold.count && bold[low].lowerBound <= range.lowerBound && !range.isEmpty
  }

  /// A range without blanks at its ends, U+00A0 and U+202F among them.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let length = Self.blank(bytes[start..<end]) { start += length }
    while start < end, let length = Self.blank(before: bytes[start..<end]) { end -= length }
    return start..<end
  }

  private static func blank(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
    if text.starts(with: [0xC2, 0xA0]) { return 2 }
    return text.starts(with: [0xE2, 0x80, 0xAF]) ? 3 : nil
  }

  private static func blank(before text: ArraySlice<UInt8>) -> Int? {
    guard let last = text.last else { return nil }
    if last == 0x20 || (0x09...0x0D).contains(last) { return 1 }
    if text.suffix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
    return text.suffix(3).elementsEqual([0xE2, 0x80, 0xAF]) ? 3 : nil
  }
}
