/// The place of a cell: `C17` is column 3 of row 17.
struct CellReference: Hashable, Comparable {
  let row: Int
  let column: Int

  /// Rows and columns of the largest sheet there is (ISO/IEC 29500-1, 18.3.1.73 and 18.3.1.4).
  static let rows = 1_048_576
  static let columns = 16_384

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `C17`; nil for anything else or a place beyond the largest sheet.
  init?(_ text: ArraySlice<UInt8>) {
    var column = 0
    var rest = text
    while let byte = rest.first, (0x41...0x5A).contains(byte), column <= Self.columns {
      column = column * 26 + Int(byte - 0x40)
      rest = rest.dropFirst()
    }
    guard column > 0, column <= Self.columns, !rest.isEmpty, rest.count <= 7 else { return nil }
    var row = 0
    for byte in rest {
      guard (0x30...0x39).contains(byte) else { return nil }
      row = row * 10 + Int(byte - 0x30)
    }
    guard row > 0, row <= Self.rows else { return nil }
    self.init(row: row, column: column)
  }

  /// By rows, then by columns.
  static func < (a: CellReference, b: CellReference) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}

/// A rectangle of cells shown as one: `A1:C2`.
struct MergedRange {
  let first: CellReference
  let last: CellReference

  /// Reads `A1:C2`, or nil.
  init?(_ text: ArraySlice<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let first = CellReference(parts[0]), let last = CellReference(parts[1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }

  var columns: ClosedRange<Int> { first.column...last.column }
  var rows: ClosedRange<Int> { first.row...last.row }
}
