import ClauseDocuments
import ClauseSource
import Glibc
import TestTables
import Testing

@Suite struct YAMLReaderTests {
  private static func read(_ yaml: String, _ limits: Limits = Limits()) -> [String] {
    let file = Sample.file(yaml)
    let result = YAMLReader().read(file, limits: limits)
    if let tree = result.tree { return tree.outline }
    return Sample.summary(result, in: file)
  }

  @Test(arguments: [
    ("a: 1\nb: [x, 'y', \"z\"]\n", ["{a: 1, b: [x, 'y', 'z']}"]),
    ("- a\n- {b: c}\n", ["[a, {b: c}]"]),
    ("a: &x {b: c}\nd: *x\n", ["{a: {b: c}, d: {b: c}}"]),
    ("&k key: 1\nother: *k\n", ["{key: 1, other: key}"]),
    ("a: !!str 12\nb: !!int 12\nc: !!null ''\n", ["{a: '12', b: 12, c: }"]),
    ("a:\nb: ~\n", ["{a: , b: ~}"]),
    ("a: |\n  x\n  y\n", ["{a: 'x\ny\n'}"]),
    ("--- 1\n--- 2\n---\n---\n3\n", ["1", "2", "3"]),
    ("%YAML 1.1\n---\na: yes\n", ["{a: yes}"]),
    ("\u{FEFF}a: 1\r\nb: 2\r\n", ["{a: 1, b: 2}"]),
    ("", []), ("# nothing\n", []), ("---\n", []), ("null\n", ["null"]),
    ("\"<<\": 1\n", ["{'<<': 1}"]),
    ("معرف: قيمة\n", ["{معرف: قيمة}"]),
  ])
  func readsDocuments(_ yaml: String, _ outline: [String]) {
    #expect(Self.read(yaml) == outline)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", ["duplicate-key 3:1"]),
    ("x:\n  a: 1\n  'a': 2\ny:\n  b: 1\n  b: 2\n", ["duplicate-key 3:3", "duplicate-key 6:3"]),
    ("\u{E9}: 1\ne\u{301}: 2\n", ["duplicate-key 2:1"]),
    ("K: 1\n\u{212A}: 2\n", ["duplicate-key 2:1"]),
    ("&k a: 1\n*k : 2\n", ["duplicate-key 2:1"]),
    ("a: *b\n", ["alias-undefined 1:4"]),
    ("a: &b 1\n---\na: *b\n", ["alias-undefined 3:4"]),
    ("a: &x [*x]\n", ["alias-cycle 1:8"]),
    ("a: &x 1\nb: &x 2\n", ["anchor-redefined 2:4"]),
    ("a: !!int &x 1\nb: &x 2\n", ["anchor-redefined 2:4"]),
    ("a:\n  <<: {b: 1}\n", ["merge-key 2:3"]),
    ("a: !ruby/object {b: 1}\n", ["yaml-tag 1:4"]),
    ("a: !!int x\n", ["yaml-tag 1:4"]),
    ("? [a]\n: 1\n", ["complex-key 1:3"]),
    ("{{ a }}: 1\n", ["complex-key 1:1"]),
    ("'': 1\n", ["empty-key 1:1"]), ("~: 1\n", ["empty-key 1:1"]),
    ("%YAML 1.3\n---\na: 1\n", ["yaml-directive 1:1"]),
    ("%FOO\n---\na: 1\n", ["yaml-directive 1:1"]),
    ("a: 'x\nb: 1\n", ["yaml-quote 1:4"]),
    ("a: \"x\nb: 1\n", ["yaml-quote 1:4"]),
    ("a:\n\tb: 1\n", ["yaml-tab 2:1"]),
    ("a: b: c\n", ["yaml-colon 1:5"]),
    ("a: [1, 2\nb: 3\n", ["yaml-bracket 1:4"]),
    ("a: {b: 1\n", ["yaml-bracket 1:4"]),
    ("a: 1\nb\n", ["yaml-syntax 2:1"]),
    ("a: @x\n", ["yaml-syntax 1:4"]),
    ("a: \"\\q\"\n", ["yaml-escape 1:5"]),
    ("a: \"\\x4\"\n", ["yaml-escape 1:7"]),
    ("a:\n  - 1\n  b: 2\n", ["yaml-indentation 3:3"]),
    ("a: 1\n  b: 2\n", ["yaml-colon 2:4"]),
    ("a: - b\n", ["yaml-syntax 1:4"]),
    ("a: *é\n", ["yaml-anchor 1:5"]),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", ["merge-conflict 2:1"]),
    ("a: 1\u{85}b: 2\n", ["hidden-line-break 1:5"]),
    ("a: 1\u{2028}b: 2\n", ["hidden-line-break 1:5"]),
  ])
  func pointsAtTheFault(_ yaml: String, _ summary: [String]) {
    #expect(Self.read(yaml) == summary)
  }

  @Test func namesBothPlacesOfADuplicate() throws {
    let file = Sample.file("\r\nété: 1\r\nx: 2\r\nété: 3\r\n")
    let result = YAMLReader().read(file, limits: Limits())
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.message[.english] == "the key \"été\" occurs twice")
    #expect(Sample.place(diagnostic, in: file) == "4:1")
    #expect(diagnostic.related.map { Sample.place($0.place, in: file) } == ["2:1"])
  }

  /// The same fault behind every kind of text that could shift lines or columns.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func locationsSurviveWhatStandsBefore(_ lineBreak: String) {
    let before = [
      "a: plain", "é: 'ü'", "b: 😀😀", "c: بند ٤", "d:\tx", "e: |", "  ب😀", "", "  x", "f: \"a",
      "  b\"", "# ü😀 comment",
    ]
    for mark in ["", "\u{FEFF}"] {
      for count in 0...before.count where ![6, 7, 8, 10].contains(count) {
        let lines = before.prefix(count) + ["😀é: [ü, *nope]"]
        let file = Sample.file(mark + lines.joined(separator: lineBreak) + lineBreak)
        let result = YAMLReader().read(file, limits: Limits())
        #expect(Sample.summary(result, in: file) == ["alias-undefined \(count + 1):9"])
      }
    }
  }

  @Test func spansCoverWhatWasWritten() throws {
    let yaml = "a: &x !!str abc # note\nb: |\n  x\n\nc:\n  - d: 'é'\n\n  - {e: f}\n# end\ng: *x\n"
    let file = Sample.file(yaml)
    let tree = try #require(YAMLReader().read(file, limits: Limits()).tree)
    let root = try #require(tree.roots.first)
    func written(_ node: NodeID) -> String {
      let span = tree.span(node)
      return String(decoding: file.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }
    let values = tree.entries(root).map { written($0.value) }
    #expect(values == ["abc", "|\n  x", "- d: 'é'\n\n  - {e: f}", "abc"])
    #expect(written(root).hasSuffix("g: *x"))
    let list = try #require(tree.value(root, "c"))
    #expect(tree.children(list).map { written($0) } == ["d: 'é'", "{e: f}"])
  }

  @Test func limitsNameThemselves() {
    var limits = Limits()
    limits.nestingDepth = 3
    #expect(Self.read("[[[1]]]\n", limits) == ["[[[1]]]"])
    #expect(Self.read("[[[[1]]]]\n", limits) == ["limit-nesting-depth 1:4"])
    limits = Limits()
    limits.nodesPerFile = 5
    #expect(Self.read("[1, 2, 3, 4]\n", limits) == ["[1, 2, 3, 4]"])
    #expect(Self.read("[1, 2, 3, 4, 5]\n", limits) == ["limit-nodes-per-file 1:14"])
    limits = Limits()
    limits.scalarBytes = 4
    limits.keyBytes = 3
    #expect(Self.read("a: été\n", limits) == ["limit-scalar-bytes 1:4"])
    #expect(Self.read("abcd: 1\n", limits) == ["limit-key-bytes 1:1"])
    limits = Limits()
    limits.documentsPerFile = 1
    #expect(Self.read("a\n---\nb\n", limits) == ["limit-documents 2:1"])
    limits = Limits()
    limits.anchorsPerFile = 1
    #expect(Self.read("a: &x 1\nb: &y 2\n", limits) == ["limit-anchors 2:4"])
    limits = Limits()
    limits.expandedBytesPerFile = 9
    #expect(Self.read("a: &x aaaa\nb: *x\n", limits) == ["limit-expanded-bytes 2:4"])
    #expect(Self.read("%A\n%A\n%A\n", limits).first?.hasPrefix("yaml-directive") == true)
    limits.directiveLines = 2
    #expect(Self.read("%A\n%A\n%A\n", limits) == ["limit-directive-lines 3:1"])
  }

  @Test func ordinaryAliasesAreFreeAndBombsAreNot() {
    let modest = "x: &x {a: 1, b: 2}\nlist: [" + String(repeating: "*x, ", count: 2_000) + "]\n"
    #expect(YAMLReader().read(Sample.file(modest), limits: Limits()).tree != nil)
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      bomb += "a\(level): &a\(level) ["
      bomb += Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let file = Sample.file(bomb)
    let summary = Sample.summary(YAMLReader().read(file, limits: Limits()), in: file)
    #expect(summary.map { String($0.prefix(21)) } == ["limit-alias-expansion"])
  }

  /// By the thread's own processor time, in pairs of which one must show it: neighbours on a busy
  /// machine cannot make every pair of quadratic work look linear.
  @Test func manyKeysAreCheckedInLinearTime() throws {
    func work(_ count: Int) -> Double {
      let keys = (0..<count).map { "key\($0): 1\n" }.joined()
      let file = Sample.file(keys + "key7: 2\n")
      let start = Self.processorTime()
      let result = YAMLReader().read(file, limits: Limits())
      let end = Self.processorTime()
      #expect(Sample.summary(result, in: file) == ["duplicate-key \(count + 1):1"])
      return end - start
    }
    var ratios: [Double] = []
    // Eight times the keys; comparing each with each would show as sixty-four times.
    repeat {
      ratios.append(work(32_000) / work(4_000))
    } while (ratios.last ?? 0) > 24
      && ratios.count < 8
    #expect((ratios.last ?? 0) <= 24, "\(ratios)")
  }

  /// Processor time of this thread in seconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Arbitrary bytes never trap, and an error always leaves no tree.
  @Test func randomBytesAreAnswered() {
    var random = SplitMix(seed: 7)
    let pieces = [
      "a", ": ", "- ", "[", "]", "{", "}", ",", "\n", "\n  ", "\r\n", "\"", "'", "|", ">", "&a ",
      "*a", "!!str ", "? ", "#", "---\n", "%", "\\", "\t", "é", "😀", "\u{FEFF}", "~", "<<: ",
    ]
    for round in 0..<6_000 {
      var bytes: [UInt8] = []
      for _ in 0..<(1 + random.below(14)) {
        if random.below(40) == 0 {
          bytes.append(UInt8(random.below(256)))
        } else {
          bytes += Array(pieces[random.below(pieces.count)].utf8)
        }
      }
      for reader in DocumentFormats.all {
        let file = SourceFile(id: FileID(0), path: "a", bytes: bytes)
        let result = reader.read(file, limits: Limits())
        let hasError = result.diagnostics.contains { $0.severity == .error }
        #expect(!(hasError && result.tree != nil), "\(reader.name) round \(round)")
        if result.tree == nil, !hasError {
          #expect(result.bodyStart != nil || result.grids != nil)
        }
        for diagnostic in result.diagnostics {
          guard case .span(let span) = diagnostic.place else {
            // A broken archive has no place inside it.
            #expect(
              ["XLSX", "Word"].contains(reader.name) && diagnostic.place == .path("a"),
              "round \(round)")
            continue
          }
          let count = result.source?.bytes.count ?? bytes.count
          #expect(span.start >= 0 && Int(span.end) <= count, "\(reader.name) \(round)")
        }
      }
    }
  }
}
