import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// A register that nobody provided is not an empty one: nothing is missing from it, and nothing
/// that depends on it is assessed.
@Suite struct NotProvidedTests {
  private static let pack = """
    pack: shop
    version: 1.0.0
    # Unfinished, so that its rules need no tests of their own.
    status: draft
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: forbidden
    clauses:
      "1": { title: Presence }
      "2": { title: Treatment }
      "3": { title: Both }
      "4": { title: Either }
      "5": { title: Relation }
      "6": { title: Records of a register }
    ---
    types:
      risk:
        plural: risks
        title: { en: Risk, fr: Risque, ar: خطر }
        fields: { level: string!, actions: list<ref<task>> }
        derived:
          all_tasks: { type: "list<ref<task>>", ends: [actions, task.origin] }
          checks: { type: "list<ref<check>>", ends: [check.risk] }
      task:
        plural: tasks
        title: { en: Task, fr: Tâche, ar: مهمة }
        fields: { origin: ref<risk>, done: bool }
      check:
        plural: checks
        title: { en: Check, fr: Contrôle, ar: مراقبة }
        fields: { risk: ref<risk> }
    ---
    rules:
    """

  /// A rule of the pack.
  private static func rule(
    _ id: String, for subject: String, clause: String, require: String, where condition: String = ""
  ) -> String {
    """
      - id: \(id)
        title: \(id)
        for: \(subject)
        \(condition.isEmpty ? "" : "where: " + condition)
        require: \(require)
        severity: major
        basis: normative
        clauses: [iso9001:2015/\(clause)]
        message: "{tasks.size()} tasks, {risks.size()} risks"

    """
  }

  private static let rules =
    rule("tasks-present", for: "organization", clause: "1", require: "tasks.size() > 0")
    + rule(
      "both", for: "organization", clause: "3",
      require: "risks.all(r, r.level != \"high\") && tasks.size() > 0")
    + rule(
      "either", for: "organization", clause: "4",
      require: "risks.exists(r, r.level == \"low\") || tasks.size() > 0")
    + rule("treated", for: "risk", clause: "2", require: "risk.all_tasks.size() > 0")
    + rule("checked", for: "risk", clause: "5", require: "risk.checks.size() > 0")
    + rule("task-done", for: "task", clause: "6", require: "has(task.done) && task.done")

  private func assess(
    _ files: KeyValuePairs<String, String>, in language: Language = .english
  ) throws -> Assessment {
    let organization = try Organization(files)
    try organization.write(Self.pack + "\n" + Self.rules, to: "pack/pack.yaml")
    return try organization.assess(in: language)
  }

  private func found(_ assessment: Assessment) -> Set<String> {
    Set(assessment.findings.map(\.rule))
  }

  private static let high = "risks: [{ id: R-1, level: high }]\n"

  @Test func nothingIsMissingFromARegisterThatNobodyProvided() throws {
    let assessment = try assess(["risks.yaml": Self.high])
    #expect(assessment.errors == [])
    // `both` fails whatever the tasks are; `treated` asks the risk itself, which names none.
    #expect(found(assessment) == ["both", "treated"])
    #expect(assessment.findings(of: "both").first?.message.plain == "0 tasks, 1 risks")
    #expect(assessment.state(of: "iso9001:2015/1") == .notAssessed)
    #expect(assessment.state(of: "iso9001:2015/5") == .notAssessed)
    let missing = assessment.notProvided
    #expect(missing.map(\.type) == ["task", "check"])
    #expect(
      missing.first?.clauses == ["1", "4", "6"].map { "iso9001:2015/" + $0 })
    #expect(missing.first?.rules == 3)
    #expect(missing.last?.clauses == ["iso9001:2015/5"])
    #expect(missing.first?.title[.arabic] == "مهمة")
    // It is said once, not for each case.
    #expect(assessment.notices == [])
  }

  @Test func whatHoldsWhateverIsMissingHolds() throws {
    let assessment = try assess(["risks.yaml": "risks: [{ id: R-1, level: low }]\n"])
    #expect(found(assessment) == ["treated"])
    #expect(assessment.rule("either")?.evaluated == 1)
    #expect(assessment.rule("both")?.evaluated == 0)
    #expect(assessment.rule("both")?.skipped == 1)
  }

  @Test(arguments: [
    ["risks.yaml": Self.high, "clauselint.yaml": "complete: true\n"],
    ["risks.yaml": Self.high + "tasks: []\nchecks: []\n"],
    ["risks.yaml": Self.high, "tasks.csv": "id,origin,done\n", "checks.csv": "id,risk\n"],
  ])
  func anEmptyRegisterIsProvided(_ files: [String: String]) throws {
    let organization = try Organization([:])
    for (path, text) in files { try organization.write(text, to: path) }
    try organization.write(Self.pack + "\n" + Self.rules, to: "pack/pack.yaml")
    let assessment = try organization.assess()
    #expect(
      found(assessment) == ["tasks-present", "both", "either", "treated", "checked"],
      "\(assessment.errors)")
    #expect(assessment.notProvided == [])
  }

  @Test func aConfigurationThatIsNotCompleteSaysSo() throws {
    let assessment = try assess([
      "risks.yaml": Self.high, "clauselint.yaml": "complete: false\n",
    ])
    #expect(assessment.notProvided.map(\.type) == ["task", "check"])
    let wrong = try assess(["risks.yaml": Self.high, "clauselint.yaml": "complete: perhaps\n"])
    #expect(wrong.errors.count == 1)
  }

  /// Whoever adds a register may learn of more, and takes back nothing that was said of others but
  /// what the new one answers.
  @Test func addingARegisterTakesNoFindingBack() throws {
    let tasks = ["", "tasks: []\n", "tasks: [{ id: T-1 }]\n", "tasks: [{ id: T-1, done: true }]\n"]
    let checks = ["", "checks: []\n", "checks: [{ id: C-1, risk: R-1 }]\n"]
    for level in ["high", "low"] {
      let risks = "risks: [{ id: R-1, level: \(level) }, { id: R-2, level: high }]\n"
      for task in tasks {
        let before = try assess(["a.yaml": risks + task])
        for check in checks {
          let after = try assess(["a.yaml": risks + task + check])
          let gone = Set(before.findings.map(\.fingerprint))
            .subtracting(after.findings.map(\.fingerprint))
          #expect(gone.isEmpty, "\(risks)\(task)\(check)")
        }
      }
    }
  }

  /// The case of a company with one register: its two faults, and nothing about what it did not
  /// show.
  @Test(.readsSharedData) func oneRegisterIsJudgedByWhatItSays() throws {
    let folder = try #require(Folders.shared) + "/cases/verdict/one-register"
    var options = RunOptions(
      root: folder, packFolders: [Folders.rules], asOf: try #require(.init(iso: "2026-11-30")),
      jobs: 2, toolVersion: "test")
    options.language = .french
    let assessment = Assessor(try Workspace.load(options)).assess()
    #expect(
      assessment.findings.map { "\($0.rule) \($0.record?.id.unescaped ?? "-")" }
        == ["risk-treated R1", "risk-score-consistent R3"])
    #expect(assessment.notProvided.count > 20)
    #expect(assessment.notProvided.contains { $0.type == "document" })
    #expect(!assessment.notProvided.contains { $0.type == "risk" })
  }
}
