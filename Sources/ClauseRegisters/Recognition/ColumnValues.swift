import ClauseDocuments
import ClauseRecords

/// What stands below a heading, looked at for evidence.
struct ColumnValues {
  /// The first cells with something in them.
  let samples: [(text: ArraySlice<UInt8>, isNumber: Bool)]

  /// Cells that are looked at.
  private static let most = 24
  /// Rows that are looked at.
  private static let rows = 200

  /// Nothing to look at.
  static let none = ColumnValues()

  private init() { samples = [] }

  init(_ grid: Grid, column: Int, below row: Int) {
    var samples: [(text: ArraySlice<UInt8>, isNumber: Bool)] = []
    let first = grid.firstIndex(fromRow: row + 1)
    for index in first..<min(grid.rows.count, first + Self.rows) where samples.count < Self.most {
      guard let cell = grid.cell(inRowAt: index, column: column), !grid.isBlank(cell) else {
        continue
      }
      let text = grid.text(cell)
      let isNumber =
        grid.notation == .cells
        ? !cell.isText && text.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
        : !text.isEmpty && text.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
      samples.append((text, isNumber))
    }
    self.samples = samples
  }

  /// Whether the values are plainly of another kind than a field, whatever the heading says: marks
  /// of yes and no where days are wanted, prose where a word of a closed list is.
  func contradict(_ slots: [Int], type: Int, of catalog: RecordTypeCatalog) -> Bool {
    guard samples.count > 2, fit(slots, type: type, of: catalog) == -1,
      let field = catalog.field(at: slots, inType: type)
    else { return false }
    switch field.type {
    case .date, .instant: return samples.allSatisfy { $0.text.count <= 3 }
    case .enumeration:
      return samples.allSatisfy { $0.text.count > Self.prose }
        && Set(samples.map { Array($0.text) }).count == samples.count
    default: return false
    }
  }

  /// Bytes from which a text that nobody repeats is no word of a list.
  private static let prose = 16

  /// How well the values fit a field, from -1 (all contradict) to 1 (all fit).
  func fit(_ slots: [Int], type: Int, of catalog: RecordTypeCatalog) -> Double {
    var fits = 0
    var misfits = 0
    for sample in samples {
      switch catalog.fit(of: sample.text, isNumber: sample.isNumber, slots: slots, inType: type) {
      case .fits: fits += 1
      case .misfits: misfits += 1
      case .neutral: break
      }
    }
    if fits + misfits == 0 { return 0 }
    return Double(fits - misfits) / Double(samples.count)
  }
}
