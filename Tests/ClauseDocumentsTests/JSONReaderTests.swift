import ClauseDocuments
import ClauseSource
import Testing

@Suite struct JSONReaderTests {
  private static func read(_ json: String, lines: Bool = false) -> [String] {
    let file = Sample.file(json, path: "a.json")
    let result =
      lines
      ? JSONLinesReader().read(file, limits: Limits())
      : JSONReader().read(file, limits: Limits())
    return result.tree?.outline ?? Sample.summary(result, in: file)
  }

  @Test(arguments: [
    (
      #"{"a": [1, -2.5e3, true, false, null], "b": {}}"#,
      ["{'a': [1, -2.5e3, true, false, null], 'b': {}}"]
    ),
    (#"["A\n😀\ud83d\ude00\/"]"#, ["['A\n😀😀/']"]),
    ("\u{FEFF} \r\n[ ]\r\n", ["[]"]), ("", []), ("3", ["3"]), ("\"x\"", ["'x'"]),
    (#"{"": 1}"#, ["{'': 1}"]),
    ("0.1", ["0.1"]), ("-0", ["-0"]), ("1E+2", ["1E+2"]),
  ])
  func readsValues(_ json: String, _ outline: [String]) {
    #expect(Self.read(json) == outline)
  }

  @Test(arguments: [
    ("[1,]", "json-comma 1:4"), (#"{"a":1,}"#, "json-comma 1:8"), ("[1 2]", "json-syntax 1:4"),
    ("{a: 1}", "json-syntax 1:2"), ("{'a': 1}", "json-syntax 1:2"),
    (#"{"a" 1}"#, "json-syntax 1:6"), (#"{"a": }"#, "json-syntax 1:7"),
    ("[01]", "json-syntax 1:2"), ("[1.]", "json-syntax 1:2"), ("[.5]", "json-syntax 1:2"),
    ("[1e]", "json-syntax 1:2"), ("[+1]", "json-syntax 1:2"), ("[1e999]", "json-syntax 1:2"),
    ("[NaN]", "json-syntax 1:2"), ("[True]", "json-syntax 1:2"), ("[nul]", "json-syntax 1:2"),
    ("[1] 2", "json-syntax 1:5"), ("// x\n[1]", "json-syntax 1:1"), ("]", "json-syntax 1:1"),
    ("{\n \"é\": [\n", "json-bracket 2:7"), ("{\"a\"", "json-bracket 1:1"),
    ("[\"abc\n\"]", "json-string 1:2"), ("[\"abc", "json-string 1:2"),
    ("[\"a\tb\"]", "json-string 1:4"), (#"["\x41"]"#, "json-escape 1:3"),
    (#"["\ud800"]"#, "json-escape 1:3"), (#"["\ud800A"]"#, "json-escape 1:3"),
    (#"["\udc00"]"#, "json-escape 1:3"),
    ("{\"a\": 1,\r\n \"\\u0061\": 2}", "duplicate-key 2:2"),
    ("{\"\u{E9}\": 1, \"e\u{301}\": 2}", "duplicate-key 1:10"),
    ("[\"😀\", *]", "json-syntax 1:7"),
  ])
  func pointsAtTheFault(_ json: String, _ place: String) {
    #expect(Self.read(json) == [place])
  }

  @Test func nestingStopsAtTheLimit() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(Self.read(deep).count == 1)
    #expect(Self.read("[" + deep + "]") == ["limit-nesting-depth 1:65"])
  }

  @Test func linesAreRootsOfTheirOwn() {
    #expect(Self.read("{\"a\": 1}\r\n\r\n[2]\n3", lines: true) == ["{'a': 1}", "[2]", "3"])
    #expect(
      Self.read("{\"a\": 1}\n[2\n{\"b\": }\n", lines: true) == [
        "json-bracket 2:1", "json-syntax 3:7",
      ])
  }
}
