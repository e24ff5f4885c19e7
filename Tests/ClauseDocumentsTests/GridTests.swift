import ClauseDocuments
import ClauseSource
import TestTables
import Testing

@Suite struct GridTests {
  @Test(arguments: [
    ("  a\n b ", "a b"), ("\t", ""), ("é\u{A0} x", "é x"), ("a\u{2028}b", "a b"), ("", ""),
    ("\u{202F}5", "5"),
  ])
  func headingsAreTidied(_ text: String, _ tidy: String) {
    #expect(Grid.tidied(Array(text.utf8)[...]).elementsEqual(tidy.utf8))
  }

  @Test func blanksShowNothing() throws {
    let file = Sample.file("a; ;\u{A0};\"\";x\n", path: "a.csv")
    let grid = try #require(CSVReader().read(file, limits: Limits()).grids?.first)
    #expect(grid.cells.map { grid.isBlank($0) } == [false, true, true, true, false])
  }

  @Test func cellsAreFoundByPlace() throws {
    var rows = [[String]](repeating: [], count: 9)
    rows[1] = ["", "b", "", "d"]
    rows[8] = ["a"]
    let grid = try #require(TestWorkbook(rows: rows).read().grids?.first)
    #expect(grid.rows.map(\.number) == [2, 9])
    for row in 1...10 {
      for column in 1...5 {
        let isThere = [[2, 2], [2, 4], [9, 1]].contains([row, column])
        #expect((grid.cell(row, column) != nil) == isThere, "\(row) \(column)")
      }
    }
    #expect([1, 2, 3, 9, 10].map { grid.firstIndex(fromRow: $0) } == [0, 0, 1, 1, 2])
  }

  /// A cell that is missing at the end of a row is blank, and pointed at behind the last one.
  @Test func missingCellsStandBehindTheRow() throws {
    let file = Sample.file("a;b;c\n1;é\n", path: "a.csv")
    let grid = try #require(CSVReader().read(file, limits: Limits()).grids?.first)
    var document = ReadDocument(tree: nil)
    document.grids = [grid]
    let tree = try #require(PlainTables(document, of: file).document.tree)
    #expect(tree.outline == ["[{a: 1, b: é, c: }]"])
    let span = tree.span(tree.entries(tree.rows[0])[2].value)
    #expect(file.location(of: span).start == Position(line: 2, column: 4))
    #expect(span.start == span.end)
  }

  @Test func limitsStopTheTree() throws {
    let file = Sample.file("abc;b\n1;xyz\n2;3\n", path: "a.csv")
    let grid = try #require(CSVReader().read(file, limits: Limits()).grids?.first)
    for (name, value) in [(LimitName.keyBytes, 2), (.scalarBytes, 2), (.records, 1)] {
      var limits = Limits()
      limits[name] = value
      var builder = GridTreeBuilder(file: file, notation: .csv, limits: limits)
      builder.begin(grid)
      let headings = [1, 2].map {
        builder.heading(grid.heading(grid.cells[$0 - 1]), 1, $0, of: grid)
      }
      for row in [2, 3] {
        _ = builder.row(row, columns: [1, 2], headings: headings, of: grid)
      }
      #expect(builder.isStopped)
      #expect(builder.found.map(\.code) == ["limit-" + name.rawValue])
    }
  }
}
