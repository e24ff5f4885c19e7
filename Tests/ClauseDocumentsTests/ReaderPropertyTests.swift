import ClauseDocuments
import ClauseSource
import TestTables
import Testing

/// Properties that hold for any input: the formats agree, spans are exact, keys are found.
@Suite struct ReaderPropertyTests {
  private static let words = [
    "achat", "é", "Qualité", "😀", "شراء", "إجراء", "x1", "日本", "P-012", "α", "n\u{303}", "🇲🇦",
  ]

  private static func text(_ random: inout SplitMix) -> String {
    (0..<(1 + random.below(4))).map { _ in words[random.below(words.count)] }
      .joined(separator: " ")
  }

  /// Long text of every width of UTF-8: each span gives back exactly the scalar written there.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func spansAreExactFarIntoAFile(_ lineBreak: String) throws {
    var random = SplitMix(seed: 99)
    var yaml = "\u{FEFF}"
    for line in 0..<4_000 {
      switch random.below(4) {
      case 0: yaml += "clé\(line): \(Self.text(&random))"
      case 1: yaml += "k\(line): [\(Self.text(&random)), \(Self.text(&random))]"
      case 2: yaml += "مفتاح\(line): {a: \(Self.text(&random))} # \(Self.text(&random))"
      default: yaml += "😀\(line): \"\(Self.text(&random))\""
      }
      yaml += lineBreak
    }
    let file = Sample.file(yaml)
    var limits = Limits()
    limits.combiningRun = 100
    let tree = try #require(YAMLReader().read(file, limits: limits).tree)
    var checked = 0
    func walk(_ node: NodeID) {
      let span = tree.span(node)
      if tree.kind(node) == .scalar {
        let isQuoted = tree.style(node) == .quoted
        let inset = isQuoted ? 1 : 0
        let written = file.bytes[Int(span.start) + inset..<Int(span.end) - inset]
        #expect(written.elementsEqual(tree.bytes(node)))
        checked += 1
      }
      for child in tree.children(node) { walk(child) }
    }
    for root in tree.roots { walk(root) }
    #expect(checked > 8_000)
    let last = file.lineStarts.count
    let broken = Sample.file(yaml + "é😀: [ü, *nope]" + lineBreak)
    let summary = Sample.summary(YAMLReader().read(broken, limits: limits), in: broken)
    #expect(summary == ["alias-undefined \(last):9"])
  }

  /// The same records in four formats become the same keys and texts.
  @Test func formatsAgree() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<300 {
      let fields = (0..<(1 + random.below(5))).map {
        ("f\($0)\(Self.words[random.below(6)])", Self.text(&random))
      }
      let yaml = fields.map { "'\($0.0)': '\($0.1)'\n" }.joined()
      let json = "{" + fields.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ") + "}"
      let csv =
        fields.map { "\"\($0.0)\"" }.joined(separator: ";") + "\n"
        + fields.map { "\"\($0.1)\"" }.joined(separator: ";") + "\n"
      let texts: [(any DocumentReader, String)] = [
        (YAMLReader(), yaml), (JSONReader(), json), (CSVReader(), csv),
        (MarkdownReader(), "---\n" + yaml + "---\n"), (JSONLinesReader(), json + "\n"),
      ]
      var outlines: [String] = []
      for (reader, text) in texts {
        let file = Sample.file(text)
        var document = reader.read(file, limits: Limits())
        if document.grids != nil { document = PlainTables(document, of: file).document }
        let tree = try #require(document.tree)
        let root = try #require(tree.roots.first)
        let record = tree.kind(root) == .sequence ? try #require(tree.children(root).first) : root
        // A heading is no value: how it was written does not matter.
        outlines.append(
          tree.entries(record).map { "\(tree.string($0.key)): \(tree.outline($0.value))" }
            .joined(separator: ", "))
      }
      #expect(outlines.allSatisfy { $0 == outlines[0] }, "\(outlines)")
    }
  }

  /// Duplicate keys are found exactly when a list of the bytes has them, for few and many keys.
  @Test func duplicateKeysAgreeWithCounting() {
    var random = SplitMix(seed: 8)
    for round in 0..<400 {
      let count = 1 + random.below(round % 2 == 0 ? 14 : 60)
      let keys = (0..<count).map { _ in "k\(random.below(count * 3))" }
      let json = "{" + keys.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
      let result = JSONReader().read(Sample.file(json), limits: Limits())
      var seen: Set<String> = []
      let repeated = keys.filter { !seen.insert($0).inserted }
      let named = result.diagnostics.map(\.message[.english])
      #expect(named == repeated.prefix(20).map { "the key \"\($0)\" occurs twice" })
    }
  }
}
