import ClauseAssessment
import ClauseSource
import Testing

/// What of a row fits into a line.
@Suite struct RowExcerptTests {
  private static func told(_ texts: [String], _ marked: Int?) -> String? {
    guard let row = RowExcerpt(texts: texts, marked: marked) else { return nil }
    return row.cells.enumerated().map { index, cell in
      let text = cell?.unescaped ?? "…"
      return index == row.marked ? "<\(text)>" : text
    }.joined(separator: "|")
  }

  @Test func aShortRowIsThereWhole() {
    #expect(Self.told(["R3", "Retard", "4", "4", "15"], 4) == "R3|Retard|4|4|<15>")
    #expect(Self.told(["R3", "", "4"], 1) == "R3|<>|4")
    #expect(Self.told(["R3", "x"], nil) == "R3|x")
    #expect(Self.told(["", ""], 0) == nil)
    #expect(Self.told([], nil) == nil)
  }

  @Test func aLongCellIsCut() {
    let long = String(repeating: "é", count: 33)
    #expect(Self.told([long, "x"], 1) == String(long.dropLast()) + "…|<x>")
  }

  /// The first cells name the row; the one marked and its neighbours stay, others are left out.
  @Test func aLongRowKeepsItsNameAndTheMarkedCell() throws {
    let texts = (0..<60).map { "cell-\($0)" }
    #expect(
      Self.told(texts, 30)
        == "cell-0|cell-1|…|cell-27|cell-28|cell-29|<cell-30>|cell-31|cell-32|cell-33|cell-34|…")
    #expect(try #require(Self.told(texts, 0)).hasPrefix("<cell-0>|cell-1|"))
    #expect(try #require(Self.told(texts, 59)).hasSuffix("|cell-58|<cell-59>"))
    for marked in texts.indices {
      let told = try #require(Self.told(texts, marked))
      #expect(told.contains("<cell-\(marked)>") && told.count < 120)
    }
  }
}
