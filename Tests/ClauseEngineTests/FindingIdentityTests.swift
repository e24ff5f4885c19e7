import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// What a finding is across runs: what only fixes never makes a new one, and what grows counts.
@Suite struct FindingIdentityTests {
  private static let pack = """
    pack: works
    version: 1.0.0
    status: draft
    parameters:
      review: { type: period, default: P1Y, title: Review interval }
    ---
    types:
      action:
        plural: actions
        title: Action
        fields:
          description: text
          owner: string
          note: string
          due_on: date
          done_on: date
          steps: "list<{name: string, weight: int}>"
      gadget:
        plural: gadgets
        title: Gadget
        fields: { size: int, weight: int }
    ---
    rules:
      - id: action-whole
        title: An action is whole
        for: action
        require: { present: [owner, note] }
        severity: minor
        basis: own
        message: "an action lacks something"
      - id: action-timely
        title: An action is timely
        for: action
        require: { within: { since: [done_on, due_on], or: review } }
        severity: minor
        basis: own
        message: "an action is late"
      - id: action-checked
        title: An action is checked
        for: action
        require: has(action.owner) && has(action.note) && action.note != "?" && action.steps.all(s, has(s.weight))
        severity: minor
        basis: own
        message: "an action is not checked"
      - id: gadget-sized
        title: A gadget has a size
        for: gadget
        require: { present: [size] }
        severity: minor
        basis: own
        message: "a gadget has no size"
    """

  private func organization(_ records: String) throws -> Organization {
    try Organization(["pack/pack.yaml": Self.pack, "records.yaml": records])
  }

  private func baseline(_ assessment: Assessment) -> Baseline {
    let bytes = Baseline.document(Baseline.acceptable(in: assessment))
    return Baseline.of(
      SourceFile(id: FileID(0), path: Baseline.fileName, bytes: bytes), limits: Limits())
  }

  /// The organisation when `after` is compared with what `before` had. That a record has no id is
  /// a finding of its own, and left out.
  private func compare(_ before: String, _ after: String) throws -> Assessment {
    let known = baseline(try organization(before).assess())
    #expect(known.diagnostics == [])
    var compared = try organization(after).assess(gate: Gate(baseline: known))
    compared.findings.removeAll { $0.rule == "field-required" }
    return compared
  }

  private func counting(_ before: String, _ after: String) throws -> [String] {
    try compare(before, after).findings.filter { $0.state == .new }.map {
      "\($0.rule) \($0.stateWord)"
    }
  }

  // MARK: Fixing

  private struct Row {
    var id: String?
    var description: String?
    var fields: [String: String]

    var text: String {
      var parts: [String] = []
      if let id { parts.append("id: \(id)") }
      if let description { parts.append("description: \(description)") }
      parts += fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return "  - { \(parts.joined(separator: ", ")) }\n"
    }
  }

  private static let whole = [
    "owner": "Sara", "note": "ok", "due_on": "2026-06-01", "steps": "[{ name: a, weight: 1 }]",
  ]

  private static func text(_ rows: [Row]) -> String {
    rows.isEmpty ? "actions: []\n" : "actions:\n" + rows.map(\.text).joined()
  }

  /// Rows with and without an id, with any fields missing, late or wrong, and some that are alike.
  private static func rows(_ random: inout Seeded) -> [Row] {
    (0..<10).map { number in
      var fields = whole
      for field in ["owner", "note", "due_on", "steps"] where Bool.random(using: &random) {
        fields[field] = nil
      }
      if Int.random(in: 0..<4, using: &random) == 0 { fields["note"] = "\"?\"" }
      if Int.random(in: 0..<4, using: &random) == 0 { fields["due_on"] = "2020-01-01" }
      if Int.random(in: 0..<4, using: &random) == 0 {
        fields["steps"] = "[{ name: a }, { name: b, weight: 2 }, { name: c }]"
      }
      let isNamed = Int.random(in: 0..<2, using: &random) == 0
      let word = Int.random(in: 0..<4, using: &random) == 0 ? "alike" : "repair \(number)"
      return Row(id: isNamed ? "A-\(number)" : nil, description: word, fields: fields)
    }
  }

  /// Fixing anything, in any order, beside rows that come and go, makes no finding new.
  @Test(arguments: 0..<40)
  func whatOnlyFixesMakesNothingNew(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let before = Self.rows(&random)
    var after = before
    for index in after.indices {
      for (field, value) in Self.whole where Int.random(in: 0..<3, using: &random) == 0 {
        after[index].fields[field] = value
      }
    }
    for number in 0..<3 {
      let row = Row(
        id: number == 0 ? "B-1" : nil, description: "fresh \(number)", fields: Self.whole)
      after.insert(row, at: Int.random(in: 0...after.count, using: &random))
    }
    after.shuffle(using: &random)
    after.removeLast(Int.random(in: 0..<3, using: &random))
    let new = try counting(Self.text(before), Self.text(after))
    #expect(new == [], "\(Self.text(before))\(Self.text(after))")
  }

  /// Rows that come, go or change their places change no fingerprint of another row.
  @Test(arguments: 0..<20)
  func rowsThatComeAndGoLeaveTheOthersAlone(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var rows = Self.rows(&random)
    for index in rows.indices { rows[index].description = "repair \(index)" }
    let all = try organization(Self.text(rows)).assess()
    let expected = fingerprints(all)
    rows.insert(
      Row(id: nil, description: "at the top", fields: Self.whole), at: 0)
    rows.shuffle(using: &random)
    let inserted = try organization(Self.text(rows)).assess()
    #expect(fingerprints(inserted) == expected)
    rows.removeFirst(4)
    let removed = try organization(Self.text(rows)).assess()
    #expect(fingerprints(removed).isSubset(of: expected))
  }

  private func fingerprints(_ assessment: Assessment) -> Set<String> {
    Set(assessment.findings.filter { $0.rule != "field-required" }.map(\.fingerprint))
  }

  @Test func theFieldThatDecidesIsNoPartOfAFinding() throws {
    let before = "actions: [{ id: A-1, steps: [{ name: a }] }]\n"
    for after in [
      "actions: [{ id: A-1, owner: Sara }]\n", "actions: [{ id: A-1, note: ok }]\n",
      "actions: [{ id: A-1, due_on: 2020-01-01 }]\n",
      "actions: [{ id: A-1, owner: Sara, steps: [{ name: a }] }]\n",
    ] { #expect(try counting(before, after) == [], "\(after)") }
  }

  // MARK: Rows without an id

  @Test func aRowIsKnownByPartOfItsContent() throws {
    let before = "actions: [{ description: Repair, due_on: 2020-01-01, note: ok }]\n"
    // The date was put right, or the text: the owner is missing as before.
    let dated = "actions: [{ description: Repair, due_on: 2026-06-01, note: ok }]\n"
    #expect(try counting(before, dated) == [])
    let worded = "actions: [{ description: Repair the gate, due_on: 2020-01-01, note: ok }]\n"
    #expect(try counting(before, worded) == [])
    // A second row that is alike is another one.
    let second =
      "actions: [{ description: Repair, due_on: 2026-06-01, note: ok }, "
      + "{ description: Repair, due_on: 2020-01-01, note: ok }]\n"
    #expect(
      try counting(before, second).sorted() == [
        "action-checked new", "action-whole new",
      ])
  }

  @Test func rowsThatAreAlikeAreCounted() throws {
    let row = "{ description: Repair, note: ok, due_on: 2026-06-01 }"
    let two = "actions: [\(row), \(row)]\n"
    let one = "actions: [{ description: Repair, note: ok, due_on: 2026-06-01, owner: S }, \(row)]\n"
    let fixed = try compare(two, one)
    #expect(fixed.count(.new) == 0)
    #expect((fixed.baseline?.count(.fixed) ?? 0) == 2)
    let three = "actions: [\(row), \(row), \(row)]\n"
    #expect(try counting(two, three).sorted() == ["action-checked new", "action-whole new"])
  }

  /// Of a row in which nothing is written that tells it apart, nobody knows tomorrow which it was.
  @Test func whatNothingTellsApartIsNotAccepted() throws {
    let records = "gadgets: [{ weight: 3 }, { id: G-2, weight: 4 }]\n"
    let assessment = try organization(records).assess()
    let contents = Baseline.acceptable(in: assessment)
    // That it has no id, and no size.
    #expect(contents.leftOut == 2)
    #expect(contents.findings.map(\.identity.recordText) == ["gadget:G-2"])
    #expect(try counting(records, records) == ["gadget-sized new"])
  }

  /// An id that is written like a content is an id.
  @Test func anIDIsNoContent() throws {
    let record = try #require(
      try organization("actions: [{ description: Repair }]\n").assess().findings.first?.record)
    let content = try #require(record.content)
    #expect(content.texts != nil && content.dates == nil)
    #expect(RecordContent(content.text) == content)
    for text in ["~", "~-", "~-.-.", "-.-", "~0.-", "~\(content.texts ?? "")"] {
      #expect(RecordContent(text) == nil, "\(text)")
    }
    let forged = "actions: [{ id: \"\(content.text)\", description: Repair }]\n"
    #expect(
      try counting("actions: [{ description: Repair, note: ok }]\n", forged).count == 3)
  }

  // MARK: Growth

  @Test func whatGrowsCounts() throws {
    let lacking = "actions: [{ id: A-1, owner: Sara, due_on: 2026-06-01 }]\n"
    let empty = "actions: [{ id: A-1, due_on: 2026-06-01 }]\n"
    #expect(
      try counting(lacking, empty).sorted() == ["action-checked updated", "action-whole updated"])
    #expect(try counting(empty, lacking) == [])
    let assessment = try compare(lacking, empty)
    #expect(assessment.baseline?.updated == 2)
    #expect(assessment.baseline?.stale == [])
    #expect(assessment.count(.new) == 2)
  }

  @Test func rowsOfAListCount() throws {
    func records(_ steps: String) -> String {
      "actions: [{ id: A-1, owner: S, note: n, due_on: 2026-06-01, steps: [\(steps)] }]\n"
    }
    let one = records("{ name: a }, { name: b, weight: 1 }")
    #expect(try counting(one, records("{ name: b, weight: 1 }, { name: a }")) == [])
    #expect(
      try counting(one, records("{ name: a }, { name: b }")) == ["action-checked updated"])
    #expect(
      try counting(one, records("{ name: a, weight: 1 }, { name: b }"))
        == ["action-checked updated"])
    // Nothing tells these apart: they are counted.
    #expect(try counting(records("{}, {}"), records("{}")) == [])
    #expect(try counting(records("{}"), records("{}, {}")) == ["action-checked updated"])
  }
}

/// Numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
