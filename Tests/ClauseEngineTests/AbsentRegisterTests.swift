import ClauseAssessment
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// What was read and is not read any more is not fixed.
@Suite struct AbsentRegisterTests {
  private static let machines = "id,owner,power,reviewed_on\nM-1,,3,\nM-2,,4,\nM-3,Sara,5,\n"

  private func organization(_ files: KeyValuePairs<String, String>) throws -> Organization {
    let organization = try Organization([
      "pack/pack.yaml": Workshop.pack, "tools.yaml": "tools: [{ id: T-1, kind: saw }]\n",
    ])
    for (path, text) in files { try organization.write(text, to: path) }
    return organization
  }

  private func baseline(_ assessment: Assessment) -> Baseline {
    let bytes = Baseline.document(Baseline.acceptable(in: assessment))
    return Baseline.of(
      SourceFile(id: FileID(0), path: Baseline.fileName, bytes: bytes), limits: Limits())
  }

  private func compare(
    _ after: KeyValuePairs<String, String>, forgetsAbsent: Bool = false
  ) throws -> Assessment {
    let before = try organization(["machines.csv": Self.machines]).assess()
    #expect(before.registers.map(\.file.unescaped) == ["machines.csv", "tools.yaml"])
    let gate = Gate(baseline: baseline(before), forgetsAbsent: forgetsAbsent)
    return try organization(after).assess(gate: gate)
  }

  @Test func aRenamedRegisterIsSaidAndNotFixed() throws {
    let renamed = try compare(["Machines_v2.txt": Self.machines])
    #expect(renamed.errors.count == 1)
    let error = try #require(renamed.diagnostics.first { $0.code == "register-absent" })
    #expect(
      error.message.unescaped.contains("`machines.csv`, of which the baseline read 3 records"))
    #expect(error.message.unescaped.contains("`Machines_v2.txt` looks like it"))
    #expect(error.location?.path.unescaped == Baseline.fileName)
    #expect(renamed.baseline?.count(.fixed) == 0)
    #expect(renamed.baseline?.count(.absent) == renamed.baseline?.entries)
  }

  @Test(arguments: ["id,owner,power\n", "", "\n"])
  func anEmptiedRegisterIsSaid(_ text: String) throws {
    let emptied = try compare(["machines.csv": text])
    #expect(emptied.diagnostics.contains { $0.code == "register-absent" })
    #expect(emptied.baseline?.count(.fixed) == 0)
  }

  @Test func aRegisterThatIsReadElsewhereIsNot() throws {
    let moved = try compare(["old/machines.csv": Self.machines])
    #expect(moved.errors == [])
    #expect(moved.baseline?.stale == [])
    let renamed = try compare(["Machines_v2.csv": Self.machines])
    #expect(renamed.errors == [])
    #expect(renamed.baseline?.stale == [])
    let split = try compare([
      "machines.yaml": "machines: [{ id: M-1, power: 3 }, { id: M-2, owner: S, power: 4 }]\n",
      "more.yaml": "machines: [{ id: M-3, owner: Sara, power: 5 }]\n",
    ])
    #expect(split.errors == [])
    #expect((split.baseline?.count(.fixed) ?? 0) > 0)
    #expect(split.baseline?.count(.absent) == 0)
  }

  @Test func aFewThatAreLeftAreNotTheRegister() throws {
    let cut = try compare(["machines.yaml": "machines: [{ id: M-1, power: 3 }]\n"])
    #expect(cut.diagnostics.contains { $0.code == "register-absent" })
    let states = Set(
      cut.baseline?.stale.map { "\($0.identity.recordText ?? "") \($0.state)" } ?? [])
    #expect(states == ["machine:M-2 absent", "machine:M-3 absent"])
  }

  @Test func takenAwayOnPurpose() throws {
    let gone = try compare(["notes.txt": "x"], forgetsAbsent: true)
    #expect(gone.errors == [])
    #expect(gone.baseline?.count(.absent) == gone.baseline?.entries)
  }

  /// A file that holds one record is that record: taking it away takes away the record.
  @Test func aFileOfOneRecordIsARecord() throws {
    func files(_ names: [String]) throws -> Organization {
      let organization = try organization([:])
      for name in names {
        try organization.write(
          "machines: [{ id: \(name), power: 3 }]\n", to: "m/machine-\(name).yaml")
      }
      return organization
    }
    let before = try files(["M-1", "M-2", "M-3"]).assess()
    let gate = Gate(baseline: baseline(before))
    let fewer = try files(["M-1", "M-2"]).assess(gate: gate)
    #expect(fewer.errors == [])
    #expect((fewer.baseline?.count(.fixed) ?? 0) > 0)
    // Unless a file of its name lies there.
    let renamed = try files(["M-1", "M-2"])
    try renamed.write("machines: [{ id: M-3 }]\n", to: "m/machine-M-3.yaml.old")
    #expect(try renamed.assess(gate: gate).diagnostics.contains { $0.code == "register-absent" })
    let none = try files([]).assess(gate: gate)
    let error = try #require(none.diagnostics.first { $0.code == "register-absent" })
    #expect(error.message.unescaped.contains("and 2 more, of which the baseline read 3 records"))
  }

  /// A finding about the whole organisation is not fixed because the register it looks at is gone.
  @Test func aFindingAboutARegisterGoesWithIt() throws {
    let before = try Organization([
      "pack/pack.yaml": Workshop.pack, "machines.csv": Self.machines,
      "tools.csv": "id,kind\nT-1,none\nT-2,saw\n",
    ]).assess()
    #expect(before.findings(of: "tools-counted").count == 1)
    let after = try Organization([
      "pack/pack.yaml": Workshop.pack, "machines.csv": Self.machines,
      "Tools 2.txt": "id,kind\nT-1,none\n",
    ])
    let result = try after.assess(gate: Gate(baseline: baseline(before))).baseline
    let state = result?.stale.first { $0.identity.rule.unescaped == "tools-counted" }?.state
    #expect(state == .absent)
  }

  // MARK: Writing

  @Test func writingAndPruningKeepWhatIsAbsent() throws {
    let before = try organization(["machines.csv": Self.machines]).assess()
    let known = baseline(before)
    let after = try organization(["Machines_v2.txt": Self.machines])
      .assess(gate: Gate(baseline: known))
    for contents in [
      known.rewritten(for: after, grows: false, forgetsAbsent: false),
      known.pruned(for: after, unknown: true, forgetsAbsent: false),
    ] {
      #expect(contents.findings == known.entries.map(\.facts))
      #expect(contents.registers.contains { $0.file.unescaped == "machines.csv" })
    }
    for contents in [
      known.rewritten(for: after, grows: false, forgetsAbsent: true),
      known.pruned(for: after, unknown: false, forgetsAbsent: true),
    ] {
      #expect(contents.findings == [])
      #expect(contents.registers.map(\.file.unescaped) == ["tools.yaml"])
    }
  }

  @Test func undecidedEntriesStayWhenTheListIsWrittenAgain() throws {
    let before = try organization([
      "machines.yaml": "machines: [{ id: M-1, state: running, power: 3 }]\n"
    ])
    let known = baseline(try before.assess())
    try before.write("machines: [{ id: M-1, state: running, power: many }]\n", to: "machines.yaml")
    let after = try before.assess(gate: Gate(baseline: known))
    let contents = known.rewritten(for: after, grows: false, forgetsAbsent: false)
    #expect(contents.findings.contains { $0.identity.rule.unescaped == "machine-strong" })
  }

  // MARK: What cannot be decided

  @Test func anUndecidedCaseAtTheGateIsNotAssessed() throws {
    let garbage =
      "machines:\n  - { id: M-1, owner: S, state: running, power: many }\n"
      + "  - { id: M-2, owner: S, state: running, power: some }\n"
    let organization = try organization(["machines.yaml": garbage])
    for language in Language.allCases {
      for (gate, isRefused) in [
        // Below major the unreadable value fails the run itself.
        (Severity.major, true), (.minor, false), (.observation, false), (nil, false),
      ] {
        var assessment = try organization.assess(in: language)
        assessment.refuseUndecided(at: gate)
        let errors = assessment.diagnostics.filter { $0.code == "rule-undecided" }
        #expect(errors.count == (isRefused ? 1 : 0))
        var passing = try organization.assess(in: language)
        passing.refuseUndecided(at: gate, failsOnData: false)
        #expect(
          passing.diagnostics.contains { $0.code == "rule-undecided" } == (gate != nil))
        if let error = errors.first {
          #expect(error.message.unescaped.contains("machine-strong"))
          #expect(error.message.unescaped.contains("2"))
          #expect(error.message.unescaped.contains("power"))
          #expect(error.location?.start.line == 2)
        }
      }
    }
  }

  /// Where a pack makes a missing value a finding, it shuts the gate as that; else the rule that
  /// needed the value is not assessed.
  @Test(arguments: [true, false])
  func aMissingValueShutsTheGateOnce(_ isFinding: Bool) throws {
    let required = """
        - id: power-known
          title: The power is known
          for: any
          require: { integrity: field-required }
          severity: minor
          basis: own
          tests:
            - { given: { machine: { id: M } }, finds: [power] }
            - { given: { machine: { id: M, power: 1 } }, finds: nothing }

      """
    let pack = Workshop.pack.replacingOccurrences(of: "power: int", with: "power: int!")
      .replacingOccurrences(of: "machine.?power.orValue(0) >= 10", with: "machine.power >= 10")
      .replacingOccurrences(of: "rules:\n", with: isFinding ? "rules:\n" + required : "rules:\n")
    let organization = try organization([
      "pack/pack.yaml": pack,
      "machines.yaml": "machines: [{ id: M-1, owner: S, state: running }]\n",
    ])
    for (gate, isRefused) in [(Severity.minor, false), (.major, true)] {
      var assessment = try organization.assess()
      #expect(assessment.errors == [])
      #expect(assessment.count(.minor) == (isFinding ? 1 : 0))
      #expect(assessment.count(Severity.data) == (isFinding ? 0 : 1))
      #expect(assessment.notices.map(\.cause) == [.missing])
      assessment.refuseUndecided(at: gate)
      #expect(assessment.hasErrors == isRefused)
    }
  }

  /// No row can fill a column that its register lacks: that is said once, and shuts no gate.
  @Test func aColumnThatARegisterLacksShutsNoGate() throws {
    let pack = Workshop.pack.replacingOccurrences(of: "power: int", with: "power: int!")
      .replacingOccurrences(of: "machine.?power.orValue(0) >= 10", with: "machine.power >= 10")
    let organization = try organization([
      "pack/pack.yaml": pack, "machines.csv": "id,owner,state\nM-1,S,running\nM-2,S,running\n",
    ])
    for gate in [Severity.major, .minor, .observation] {
      var assessment = try organization.assess()
      #expect(assessment.notices == [])
      #expect(assessment.diagnostics.count { $0.code == "column-needed" } == 1)
      #expect(assessment.diagnostics.count { $0.code == "column-missing" } == 1)
      assessment.refuseUndecided(at: gate)
      #expect(!assessment.hasErrors)
    }
    // Beside the column, a cell that is empty is missing.
    try organization.write(
      "id,owner,state,power\nM-1,S,running,\nM-2,S,running,12\n", to: "machines.csv")
    var assessment = try organization.assess()
    #expect(assessment.notices.map(\.cause) == [.missing])
    assessment.refuseUndecided(at: .major)
    #expect(assessment.hasErrors)
  }

  @Test func aKnownUndecidedCaseDoesNotShutTheGate() throws {
    let garbage = "machines: [{ id: M-1, owner: S, state: running, power: many }]\n"
    let organization = try organization(["machines.yaml": garbage])
    let known = baseline(try organization.assess())
    #expect(known.undecided.map(\.rule.unescaped) == ["machine-strong"])
    var assessment = try organization.assess(gate: Gate(baseline: known))
    #expect(assessment.notices.map(\.isKnown) == [true])
    assessment.refuseUndecided(at: .major)
    #expect(!assessment.hasErrors)
    try organization.write(
      garbage + "---\nmachines: [{ id: M-2, owner: S, state: running, power: x }]\n",
      to: "machines.yaml")
    assessment = try organization.assess(gate: Gate(baseline: known))
    assessment.refuseUndecided(at: .major)
    #expect(assessment.diagnostics.count { $0.code == "rule-undecided" } == 1)
  }

  // MARK: Pointers

  @Test(arguments: [
    "machines.csv", "machines.yaml", "machines.json", "m/a.md", "clauselint.yaml",
    "pack/rules.yaml", "machines.xlsx",
  ])
  func aPointerOfGitLFSIsAnError(_ path: String) throws {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    for text in [pointer, "\u{FEFF}" + pointer] {
      let assessment = try organization([path: text]).assess()
      let error = try #require(
        assessment.diagnostics.first { $0.code == "file-lfs-pointer" && $0.severity == .error })
      #expect(error.remedy.unescaped.contains("git lfs pull"))
      #expect(error.location?.path.unescaped.hasSuffix(path) == true)
      #expect(assessment.recordCount <= 1)
    }
  }
}
