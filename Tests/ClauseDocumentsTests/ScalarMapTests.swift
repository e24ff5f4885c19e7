import ClauseDocuments
import ClauseSource
import TestTables
import Testing

/// Offsets in decoded scalars lead back to the right characters of the file.
@Suite struct ScalarMapTests {
  /// The file text at which each decoded character stands, by the map.
  private static func origins(_ file: SourceFile, _ tree: DocumentTree, _ node: NodeID) -> [String]
  {
    let map = ScalarMap(file, tree, node)
    let text = Array(tree.bytes(node))
    var result: [String] = []
    var offset = 0
    for scalar in tree.string(node).unicodeScalars {
      let position = file.position(of: map.fileOffset(of: offset))
      result.append("\(scalar)@\(position.line):\(position.column)")
      offset += UTF8.width(scalar)
    }
    #expect(offset == text.count)
    return result
  }

  private static func firstValue(_ yaml: String) throws -> (SourceFile, DocumentTree, NodeID) {
    let file = Sample.file(yaml)
    let tree = try #require(YAMLReader().read(file, limits: Limits()).tree)
    let root = try #require(tree.roots.first)
    return (file, tree, try #require(tree.value(root, "k")))
  }

  @Test(arguments: [
    ("k: abc", ["a@1:4", "b@1:5", "c@1:6"]),
    ("k: é😀ب", ["é@1:4", "😀@1:5", "ب@1:6"]),
    ("k: a b\n   c", ["a@1:4", " @1:5", "b@1:6", " @1:7", "c@2:4"]),
    ("k: a\n\n  b", ["a@1:4", "\n@2:1", "b@3:3"]),
    ("k: 'a''b'", ["a@1:5", "'@1:6", "b@1:8"]),
    (#"k: "a\tb\u00e9""#, ["a@1:5", "\t@1:6", "b@1:8", "é@1:9"]),
    ("k: \"a\\\n   b\"", ["a@1:5", "b@2:4"]),
    ("k: \"a \n\n  b\"", ["a@1:5", "\n@2:1", "b@3:3"]),
    ("k: |\n  ab\n  c\n", ["a@2:3", "b@2:4", "\n@2:5", "c@3:3", "\n@3:4"]),
    ("k: |-\r\n  ab\r\n  c\r\n", ["a@2:3", "b@2:4", "\n@2:5", "c@3:3"]),
    ("k: >\n  a\n  b\n\n  c\n", ["a@2:3", " @2:4", "b@3:3", "\n@4:1", "c@5:3", "\n@5:4"]),
    (
      "k: >\n  a\n\n    b\n  c\n",
      ["a@2:3", "\n@2:4", "\n@3:1", " @4:3", " @4:4", "b@4:5", "\n@4:6", "c@5:3", "\n@5:4"]
    ),
    ("k: |2\n   a\n", [" @2:3", "a@2:4", "\n@2:5"]),
    ("k: |+\n a\n\n", ["a@2:2", "\n@2:3", "\n@3:1"]),
    ("k: &x !!str abc", ["a@1:13", "b@1:14", "c@1:15"]),
    ("k: &x # note\n  abc", ["a@2:3", "b@2:4", "c@2:5"]),
  ])
  func pointsAtTheCharacter(_ yaml: String, _ expected: [String]) throws {
    let (file, tree, node) = try Self.firstValue(yaml)
    #expect(ScalarMap(file, tree, node).isExact)
    #expect(Self.origins(file, tree, node) == expected)
  }

  @Test func pointsIntoNestedBlocksAndLists() throws {
    let file = Sample.file("rules:\n  - id: a\n    require: >-\n      x.y ==\n      \"z\"\n")
    let tree = try #require(YAMLReader().read(file, limits: Limits()).tree)
    let root = try #require(tree.roots.first)
    let rules = try #require(tree.value(root, "rules"))
    let rule = try #require(tree.children(rules).first)
    let node = try #require(tree.value(rule, "require"))
    #expect(tree.string(node) == #"x.y == "z""#)
    let span = ScalarMap(file, tree, node).span(of: 7..<10)
    let location = file.location(of: span)
    #expect(location.start == Position(line: 5, column: 7))
    #expect(location.end == Position(line: 5, column: 10))
  }

  @Test func pointsIntoJSONAndCSV() throws {
    let json = Sample.file(#"{"k": "a\ud83d\ude00\/b"}"#, path: "a.json")
    let jsonTree = try #require(JSONReader().read(json, limits: Limits()).tree)
    let object = try #require(jsonTree.roots.first)
    let value = try #require(jsonTree.value(object, "k"))
    #expect(Self.origins(json, jsonTree, value) == ["a@1:8", "😀@1:9", "/@1:21", "b@1:23"])

    let csv = Sample.file("k\n\"a\"\"b\nc\"\n", path: "a.csv")
    let csvTree = try #require(
      PlainTables(CSVReader().read(csv, limits: Limits()), of: csv).document.tree)
    let rows = csvTree.children(try #require(csvTree.roots.first))
    let row = try #require(rows.first)
    let cell = try #require(csvTree.value(row, "k"))
    #expect(Self.origins(csv, csvTree, cell) == ["a@2:2", "\"@2:3", "b@2:5", "\n@2:6", "c@3:1"])
  }

  /// Random scalars of every style: the map is exact, never runs backwards, and each character
  /// that was copied is the one that stands in the file.
  @Test func holdsForRandomScalars() throws {
    var random = SplitMix(seed: 20_261_123)
    var exact = 0
    for _ in 0..<4_000 {
      let yaml = "a: 1\nk: " + Self.randomScalar(&random) + "\nz: end\n"
      let file = Sample.file(yaml)
      guard let tree = YAMLReader().read(file, limits: Limits()).tree, let root = tree.roots.first,
        let node = tree.value(root, "k"), tree.kind(node) == .scalar
      else { continue }
      let map = ScalarMap(file, tree, node)
      #expect(map.isExact, "\(yaml.debugDescription)")
      exact += 1
      var last = 0
      for (offset, byte) in tree.bytes(node).enumerated() {
        let origin = map.fileOffset(of: offset)
        #expect(origin >= last, "\(yaml.debugDescription)")
        last = origin
        let source = file.bytes[origin]
        let isCopied = source == byte
        let isReplaced =
          source == UInt8(ascii: "\\") || source == UInt8(ascii: "'") || source == 0x0A
          || source == 0x0D
        #expect(isCopied || isReplaced, "\(yaml.debugDescription) at \(offset)")
      }
    }
    #expect(exact > 2_000)
  }

  private static func randomScalar(_ random: inout SplitMix) -> String {
    let lineBreak = ["\n", "\r\n", "\r"][random.below(3)]
    func words(_ pieces: [String], _ count: Int) -> String {
      (0..<count).map { _ in pieces[random.below(pieces.count)] }.joined()
    }
    let common = ["a", "b c", " ", "é", "😀", "بند", "x: y".replacing(": ", with: ":"), "#", "-"]
    switch random.below(5) {
    case 0: return "p" + words(common + [lineBreak + "  q", lineBreak + lineBreak + "   r"], 6)
    case 1: return "'" + words(common + ["''", lineBreak + "  ", " " + lineBreak + " s"], 6) + "'"
    case 2:
      let escapes = ["\\n", "\\t", "\\u00e9", "\\x41", "\\U0001F600", "\\\"", "\\\\"]
      let breaks = ["\\" + lineBreak + "  ", lineBreak + "  ", " " + lineBreak + lineBreak + " "]
      return "\"" + words(common + escapes + breaks, 8) + "\""
    default:
      let header =
        ["|", ">"][random.below(2)] + ["", "-", "+"][random.below(3)]
        + ["", "2"][random.below(2)] + lineBreak
      let lines = (0..<(1 + random.below(5))).map { _ in
        ["  ", "   ", "  ", "    "][random.below(4)] + words(common, 1 + random.below(3))
          + (random.below(3) == 0 ? lineBreak : "")
      }
      return header + lines.joined(separator: lineBreak)
    }
  }
}
