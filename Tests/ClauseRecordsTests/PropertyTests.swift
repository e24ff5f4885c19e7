import ClauseDocuments
import ClauseRecords
import ClauseSource
import Glibc
import Testing

/// Properties that hold for any register.
struct PropertyTests {
  /// A small generator with a printed seed, so that a failure can be replayed.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let lines = [
    "{ id: A, code: x1, replaces: B, applies_from: 2025-01-01 }",
    "{ id: B, code: x1, replaces: C, owner: P1 }",
    "{ id: C, code: x1, replaces: A, owner: nobody }",
    "{ id: E, code: , lifecycle: aproved }",
    "{ id: F, code: x1, applies_from: 03/04/2025 }",
    "{ id: G, code: x1, applies_from: 13/04/2025 }",
    "{ id: H, code: x1, applies_from: 04/14/2025 }",
    "{ id: I, code: x1, approved_on: 2030-01-01, notes: TBD }",
    "{ id: J, code: x1, related: [K, L], evidence: [x.pdf] }",
    "{ id: K, code: x1, related: [J] }",
    "{ id: L, code: x1, related: [K, Z] }",
    "{ id: M, code: x1, wrong: 1, score: '1,234' }",
  ]

  /// What is reported, without the places.
  private func reports(_ lines: [String]) throws -> [String] {
    let text = "documents:\n" + lines.map { "  - \($0)\n" }.joined() + "people: [{ id: P1 }]\n"
    let sample = try Sample(Marked(text))
    #expect(sample.readerDiagnostics.isEmpty)
    return sample.problems.map { problem in
      let values = problem.arguments.map { "\($0.name)=\($0.value.unescaped)" }
      return
        ([problem.kind.rawValue, problem.recordID?.unescaped ?? "", problem.fieldPath]
        + values + [problem.detail?.rawValue ?? ""]).joined(separator: "|")
    }.sorted()
  }

  @Test(arguments: 1...8)
  func orderOfRecordsDoesNotMatter(_ seed: UInt64) throws {
    var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let expected = try reports(Self.lines)
    #expect(expected.count > 10)
    let shuffled = try reports(Self.lines.shuffled(using: &generator))
    #expect(shuffled == expected, "seed \(seed)")
  }

  @Test func sameInputGivesTheSameProblemsInOrder() throws {
    let text = "documents:\n" + Self.lines.map { "  - \($0)\n" }.joined()
    let first = try Sample(Marked(text)).problems
    let second = try Sample(Marked(text)).problems
    #expect(first == second)
    #expect(first.map(\.span) == first.map(\.span).sorted())
  }

  /// Bytes that a value of any type must survive: pieces of numbers, dates, scripts, controls.
  private static let pieces = [
    "1", "9", "0", "12", "2025", "-", "/", ".", ",", ";", ":", " ", "T", "P", "Y", "M", "e", "(",
    ")", "%", "\u{A0}", "\u{202F}", "٣", "٫", "٬", "٪", "س", "نة", "mars", "août", "غشت",
    "\u{200F}",
    "\u{301}", "ـ", "𝟘", "😀", "x", "N°", "،", "؛", "|", "'", "99999999999999999999",
    "صفر", "mois", "an", "+", "_", "\\", "\u{FFFD}", "\u{E000}",
  ]

  @Test(arguments: 1...3)
  func noTextMakesBindingTrap(_ seed: UInt64) throws {
    var generator = Generator(state: seed &* 0xD1B5_4A32_D192_ED03)
    let fields = [
      "id", "code", "lifecycle", "approved_on", "review_every", "score", "pages", "budget",
      "digital", "replaces", "related", "about", "keeper", "seen_on", "tags", "kinds", "link",
      "evidence", "owner", "notes", "effectiveness.checked_on",
    ]
    var text = fields.joined(separator: "\t") + "\n"
    for _ in 0..<150 {
      let cells = fields.map { _ in
        (0..<Int.random(in: 0...7, using: &generator)).map { _ in
          Self.pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      text += cells.joined(separator: "\t") + "\n"
    }
    let sample = try Sample([
      SampleFile(
        "documents.csv", Marked(text),
        plan: BindingPlan(type: "document", refersByTitle: seed % 2 == 0))
    ])
    let rows = sample.bound[0].records.count
    #expect(rows == 150, "seed \(seed): \(sample.readerDiagnostics.map(\.message[.english]))")
    #expect(!sample.problems.isEmpty)
    for problem in sample.problems {
      #expect(problem.record.map { sample.store.records.indices.contains($0) } ?? true)
      #expect(Int(problem.span.end) <= text.utf8.count)
    }
  }

  /// Not even bytes that no reader would let through.
  @Test(arguments: 1...3)
  func noBytesMakeBindingTrap(_ seed: UInt64) throws {
    var generator = Generator(state: seed &* 0xE703_7ED1_A0B4_28DB)
    let types = try Sample([]).catalog
    let document = try #require(types.type(named: "document"))
    let source = SourceFile(id: FileID(0), path: "documents.csv", bytes: [])
    let span = Span(file: FileID(0), start: 0, end: 0)
    var tree = DocumentTree()
    var rows: [NodeID] = []
    for _ in 0..<200 {
      var links: [NodeID] = []
      for field in document.fields {
        links.append(tree.addScalar(field.name.utf8, style: .plain, span: span))
        let bytes = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
        links.append(tree.addScalar(bytes, style: .plain, span: span))
      }
      rows.append(tree.addMapping(links, span: span))
    }
    tree.addRoot(tree.addSequence(rows, span: span))
    let binder = RecordBinder(catalog: types, limits: Limits())
    let bound = binder.bind(source, ReadDocument(tree: tree))
    let store = RecordStore.build(files: [bound], catalog: types, asOf: Sample.today) { _ in
      .present
    }
    #expect(store.records.count == 200, "seed \(seed)")
    #expect(!store.problems.isEmpty)
  }

  @Test(arguments: 1...3)
  func noTextMakesTheTypeGrammarTrap(_ seed: UInt64) throws {
    var generator = Generator(state: seed &* 0xA24B_AED4_963E_E407)
    let pieces = [
      "list", "<", ">", "{", "}", "enum", "ref", "|", ",", ":", "!", "a", "b", " ", "string", "é",
      "any",
    ]
    for _ in 0..<60 {
      let type = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let sample = try Sample(types: "a: { plural: bs, fields: { f: \"\(type)\" } }", [])
      if sample.typeDiagnostics.isEmpty {
        let field = try #require(sample.catalog.type(named: "a")?.field(at: "f"))
        let again = try Sample(
          types: "a: { plural: bs, fields: { f: \"\(field.type.spelling)\" } }", [])
        let copy = try #require(again.catalog.type(named: "a")?.field(at: "f"))
        #expect(copy.type.spelling == field.type.spelling)
      }
    }
  }

  /// Twice the records take about twice the work, also when every reference is wrong.
  ///
  /// The work is the thread's own processor time, in pairs of which one must show it: neighbours on
  /// a busy machine can slow a half of a pair, not make every pair of quadratic work look linear.
  @Test func costGrowsWithTheRecords() throws {
    func text(_ count: Int) -> String {
      var text = "id,code,owner,related,lifecycle,wrong\n"
      for index in 0..<count { text += "D\(index),x,P\(index),D\(index + 1),aproved,1\n" }
      return text
    }
    func work(_ count: Int) throws -> Double {
      let file = SampleFile("documents.csv", Marked(text(count)))
      let start = Self.processorTime()
      let sample = try Sample([file])
      #expect(sample.store.records.count == count)
      return Self.processorTime() - start
    }
    var ratios: [Double] = []
    // Eight times the records; a quadratic part would show as sixty-four times.
    repeat {
      ratios.append(try work(2_400) / work(300))
    } while (ratios.last ?? 0) > 30 && ratios.count < 8
    #expect((ratios.last ?? 0) <= 30, "\(ratios)")
  }

  /// Processor time of this thread in seconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
