import ClauseDocuments
import ClauseSource
import Testing

@Suite struct CSVReaderTests {
  private static func read(_ csv: String, _ limits: Limits = Limits()) -> [String] {
    let file = Sample.file(csv, path: "a.csv")
    let result = CSVReader().read(file, limits: limits)
    return result.tree?.outline ?? Sample.summary(result, in: file)
  }

  @Test(arguments: [
    ("a,b\n1,x y\n", "[{a: 1, b: x y}]"), ("a;b\r\n1;\"x;\ny\"\r\n", "[{a: 1, b: 'x;\ny'}]"),
    ("a\tb\n1\t2", "[{a: 1, b: 2}]"), ("\u{FEFF}a,b\n\"\",\n", "[{a: '', b: }]"),
    ("sep=;\na;b\n1,5;2\n", "[{a: 1,5, b: 2}]"),
    ("a,b\n\"x \"\"y\"\"\",z\n", "[{a: 'x \"y\"', b: z}]"),
    ("a,b\r1,2\r", "[{a: 1, b: 2}]"), ("", "[]"), ("a,b\n", "[]"),
    ("a\n1\n2\n", "[{a: 1}, {a: 2}]"),
    ("\"a,b\";c\n1;2\n", "[{'a,b': 1, c: 2}]"), ("\n\na,b\n\n1,2\n,\n", "[{a: 1, b: 2}]"),
    ("رمز;اسم\n1;شراء\n", "[{رمز: 1, اسم: شراء}]"), ("a|b\n1|2,3\n", "[{a: 1, b: 2,3}]"),
    (" a ; b\t\n1;2\n", "[{a: 1, b: 2}]"), ("# le 3, par X\na,b\n1,2\n", "[{a: 1, b: 2}]"),
    ("a,b\n# fin, vraiment, oui\n1,2\n", "[{a: 1, b: 2}]"), ("#,b\n# 1,2\n", "[{#: # 1, b: 2}]"),
    ("a\n#1\n# 2\n", "[{a: #1}, {a: # 2}]"),
  ])
  func readsRows(_ csv: String, _ outline: String) {
    #expect(Self.read(csv) == [outline])
  }

  @Test(arguments: [
    ("a,b\n1\n", ["csv-row 2:2"]), ("a,b\n1,2,3\n", ["csv-row 2:5"]),
    ("a,b\n\"x\ny\",1\n2\n3,4,5\n", ["csv-row 4:2", "csv-row 5:5"]),
    ("a,b\n1,\"x\n2,3\n", ["csv-quote 2:3"]), ("a,b\n1,x\"y\n2,3\n", ["csv-quote 2:4"]),
    ("a,b\n\"x\"y,1\n", ["csv-quote 2:4"]), ("id,b,id\n1,2,3\n", ["duplicate-key 1:6"]),
    ("a,,c\n1,2,3\n", ["empty-key 1:3"]), ("é,e\u{301}\n1,2\n", ["duplicate-key 1:3"]),
    ("a\"b,c\n1,2\n", ["csv-quote 1:2"]),
    ("Responsable ,x,Responsable\n1,2,3\n", ["duplicate-key 1:16"]),
  ])
  func pointsAtTheFault(_ csv: String, _ summary: [String]) {
    #expect(Self.read(csv) == summary)
  }

  @Test func blankRowsAreCountedAndSaid() throws {
    let file = Sample.file("a,b\n1,2\n\n,\n3,4\n", path: "a.csv")
    let result = CSVReader().read(file, limits: Limits())
    let note = try #require(result.diagnostics.first)
    #expect(note.severity == .note)
    #expect(note.message.unescaped == "2 blank rows were passed over")
    #expect(Sample.place(note, in: file) == "3:1")
  }

  @Test func rowsShareTheHeaderCells() throws {
    let file = Sample.file("a,b\n1,2\n3,4\n", path: "a.csv")
    let tree = try #require(CSVReader().read(file, limits: Limits()).tree)
    let rows = tree.children(try #require(tree.roots.first)).map { tree.entries($0).map(\.key) }
    #expect(rows.count == 2 && rows[0] == rows[1])
    #expect(file.position(of: Int(tree.span(rows[1][1]).start)) == Position(line: 1, column: 3))
  }

  @Test func limitsStopTheReading() {
    var limits = Limits()
    limits.records = 1
    #expect(Self.read("a\n1\n2\n", limits) == ["limit-records 3:1"])
    limits = Limits()
    limits.scalarBytes = 2
    #expect(Self.read("a\nxyz\n", limits) == ["limit-scalar-bytes 2:1"])
    limits = Limits()
    limits.keyBytes = 2
    #expect(Self.read("abc\n1\n", limits) == ["limit-key-bytes 1:1"])
  }

  @Test func theSourceSaysTheForm() throws {
    let csv = "Registre\n\nCode;Nom,long\n(texte);(texte)\n1;2\n"
    let read: (ReadingOptions) -> ReadDocument = {
      CSVReader().read(Sample.file(csv, path: "a.csv"), options: $0, limits: Limits())
    }
    let document = read(ReadingOptions(delimiter: UInt8(ascii: ";"), headerRow: 3, skipRows: 1))
    #expect(document.tree?.outline == ["[{Code: 1, Nom,long: 2}]"])
    #expect(document.diagnostics.map(\.code) == ["csv-skipped-rows"])
    let file = Sample.file(csv, path: "a.csv")
    #expect(Sample.summary(read(ReadingOptions(headerRow: 9)), in: file) == ["csv-header 1:1"])
  }
}
