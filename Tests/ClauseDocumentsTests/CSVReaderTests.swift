import ClauseDocuments
import ClauseSource
import TestTables
import Testing

@Suite struct CSVReaderTests {
  private static func read(_ csv: String, _ limits: Limits = Limits()) -> [String] {
    CSVReader().read(Sample.file(csv, path: "a.csv"), limits: limits).told
  }

  @Test(arguments: [
    ("a,b\n1,x y\n", ["1: a | b", "2: 1 | x y"]),
    ("a;b\r\n1;\"x;\ny\"\r\nz;\r\n", ["1: a | b", "2: 1 | 'x;\ny'", "4: z | "]),
    ("a\tb\n1\t2", ["1: a | b", "2: 1 | 2"]),
    ("\u{FEFF}a,b\n\"\",\n", ["1: a | b", "2: '' | "]),
    ("sep=;\na;b\n1,5;2\n", ["2: a | b", "3: 1,5 | 2"]),
    ("a,b\n\"x \"\"y\"\"\",z\n", ["1: a | b", "2: 'x \"y\"' | z"]),
    ("a,b\r1,2\r", ["1: a | b", "2: 1 | 2"]), ("", []), ("a,b\n", ["1: a | b"]),
    ("a\n1\n2\n", ["1: a", "2: 1", "3: 2"]),
    ("\"a,b\";c\n1;2\n", ["1: 'a,b' | c", "2: 1 | 2"]),
    ("رمز;اسم\n1;شراء\n", ["1: رمز | اسم", "2: 1 | شراء"]),
    ("a|b\n1|2,3\n", ["1: a | b", "2: 1 | 2,3"]),
    // Cells too many and too few, and lines of nothing, are cells like others.
    ("a,b\n1\n1,2,3\n,\n", ["1: a | b", "2: 1", "3: 1 | 2 | 3", "4:  | "]),
    ("a,,c\n1,2,3,,\n", ["1: a |  | c", "2: 1 | 2 | 3 |  | "]),
    ("# le 3, par X, ici\na,b\n1,2\n", ["2: a | b", "3: 1 | 2", "csv-comment-rows"]),
    (
      "a,b\n# fin, vraiment, oui\n1,2\n3,4\n",
      ["1: a | b", "3: 1 | 2", "4: 3 | 4", "csv-comment-rows"]
    ),
    ("#,b\n# 1,2\n", ["1: # | b", "2: # 1 | 2"]),
  ])
  func readsCells(_ csv: String, _ told: [String]) {
    #expect(Self.read(csv) == told)
  }

  /// A row that cannot be read costs the row.
  @Test(arguments: [
    ("a,b\n1,x\"y\n2,3\n", ["1: a | b", "3: 2 | 3", "csv-quote"], "2:4"),
    ("a,b\n\"x\"y,1\n2,3\n", ["1: a | b", "3: 2 | 3", "csv-quote"], "2:4"),
    ("a\"b,c\n1,2\n", ["2: 1 | 2", "csv-quote"], "1:2"),
    // Where a quoted cell is never closed nobody knows what belongs to it.
    ("a,b\n1,\"x\n2,3\n", ["csv-quote"], "2:3"),
  ])
  func pointsAtTheFault(_ csv: String, _ told: [String], _ place: String) throws {
    let file = Sample.file(csv, path: "a.csv")
    let result = CSVReader().read(file, limits: Limits())
    #expect(result.told == told)
    let fault = try #require(result.diagnostics.first)
    #expect(fault.severity == .error)
    #expect(Sample.place(fault, in: file) == place)
  }

  /// The separator is the one that divides most lines alike, whatever stands above or in texts.
  @Test(arguments: [
    ("Plan, suivi, bilan\n\na;b;c\n1;2,5;3\n4;5,5;6\n", "3: a | b | c"),
    ("a;b\nx, y, z;1\nu, v, w;2\n", "1: a | b"),
    ("Registre\na\tb\n1\t2\n3\t4\n", "2: a | b"),
    ("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n7,5;8,5;9,5\n", "1: a | b | c"),
    ("a,b\n1,2\n3,4\n", "2: 1 | 2"),
    ("id, name, role\n1, x, y|z\n", "1: id |  name |  role"),
  ])
  func findsTheSeparator(_ csv: String, _ line: String) {
    #expect(Self.read(csv).contains(line))
  }

  @Test func placesAreThoseOfTheFile() throws {
    let file = Sample.file("é;b\r\n\"x\ny\";zz\r\n", path: "a.csv")
    let grid = try #require(CSVReader().read(file, limits: Limits()).grids?.first)
    #expect(grid.place(1, 2, in: file) == "1:3-1:4")
    #expect(grid.place(2, 1, in: file) == "2:1-3:3")
    #expect(grid.place(2, 2, in: file) == "3:4-3:6")
    #expect(grid.sheet == nil && grid.markedHeadings == nil)
  }

  @Test func limitsStopTheReading() {
    var limits = Limits()
    limits.records = 1
    #expect(Self.read("a\n1\n2\n", limits) == ["limit-records"])
    limits = Limits()
    limits.nodesPerFile = 2
    #expect(Self.read("a,b\n1,2\n", limits) == ["limit-nodes-per-file"])
    #expect(Self.read("a,b,c\n", limits) == ["limit-nodes-per-file"])
  }

  @Test func theSourceSaysTheSeparator() {
    let file = Sample.file("Code;Nom,long\n1;2\n", path: "a.csv")
    let options = ReadingOptions(delimiter: UInt8(ascii: ","))
    let document = CSVReader().read(file, options: options, limits: Limits())
    #expect(document.told == ["1: Code;Nom | long", "2: 1;2"])
    #expect(document.facts.delimiter == UInt8(ascii: ","))
  }
}
