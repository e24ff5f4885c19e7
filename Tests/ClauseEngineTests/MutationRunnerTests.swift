import ClauseEngine
import ClauseSource
import Testing

/// Rules are changed a little; what no test notices is reported, with its place.
@Suite struct MutationRunnerTests {
  private static let head = """
    pack: house
    version: 1.0.0
    status: draft
    title: { en: House }
    ---
    types:
      tool:
        plural: tools
        title: { en: Tool }
        fields: { owner: string, checked_on: date, state: "enum{used, lent, broken}", file: file }
    ---
    rules:

    """

  private static let checked = """
      - id: tool-checked
        title: { en: A tool in use was checked within 30 days }
        for: tool
        where: tool.?state.orValue("used") in ["used", "lent"]
        require: has(tool.checked_on) && tool.checked_on + period("P30D") >= as_of
        field: checked_on
        severity: minor
        basis: own
        message: { en: not checked }
        tests:

    """

  private static let strong = """
          - as_of: 2026-03-31
            given: { tool: { state: lent, checked_on: 2026-03-01 } }
            finds: nothing
          - as_of: 2026-04-01
            given: { tool: { state: lent, checked_on: 2026-03-01 } }
            finds: [checked_on]
          - as_of: 2026-04-01
            given: { tool: { state: used, checked_on: 2026-03-01 } }
            finds: [checked_on]
          - as_of: 2026-04-01
            given: { tool: { state: broken, checked_on: 2026-03-01 } }
            finds: nothing
          - given: { tool: { state: used } }
            finds: [checked_on]

    """

  private static let weak = """
          - as_of: 2026-03-30
            given: { tool: { state: lent, checked_on: 2026-03-01 } }
            finds: nothing
          - as_of: 2026-05-01
            given: { tool: { state: lent, checked_on: 2026-03-01 } }
            finds: [checked_on]

    """

  private func run(_ text: String, jobs: Int = 1) throws -> (PackMutation, PackLibrary) {
    let folder = try Organization(["pack/pack.yaml": text])
    let library = PackLibrary.load(folders: [], paths: [folder.root + "/pack"])
    let errors = library.diagnostics.filter { $0.severity == .error }.map(\.message[.english])
    #expect(errors == [])
    let packs = MutationRunner(
      packs: library.packs, files: library.files, limits: Limits(), jobs: jobs
    ).run(packs: library.asked)
    return (try #require(packs.first), library)
  }

  @Test func testsAtTheBorderKillEveryMutant() throws {
    let (pack, _) = try run(Self.head + Self.checked + Self.strong)
    #expect(pack.survivors.map(\.summary) == [])
    #expect(pack.mutants.count >= 8)
    #expect(pack.killed == pack.mutants.count)
    #expect(pack.killedPerMille == 1000)
    #expect(pack.reaches(percent: 100))
  }

  @Test func testsOffTheBorderLetMutantsLive() throws {
    let (pack, library) = try run(Self.head + Self.checked + Self.weak)
    let survivors = pack.survivors.map { mutant in
      let place = library.location(mutant.span)
      return "\(place.start.line):\(place.start.column) \(mutant.summary)"
    }
    #expect(
      survivors == [
        "16:12 where: `tool.?state.orValue(\"used\") in [\"used\", \"lent\"]` dropped",
        "16:44 where: `[\"used\", \"lent\"]` became `[\"lent\"]`",
        "17:38 require: `tool.checked_on + period(\"P30D\") >= as_of` became "
          + "`tool.checked_on + period(\"P30D\") > as_of`",
        "17:38 require: `tool.checked_on + period(\"P30D\") >= as_of` became "
          + "`tool.checked_on + period(\"P30D\") >= as_of - period(\"P1D\")`",
      ])
    #expect(!pack.reaches(percent: 95))
    #expect(pack.killed + pack.survivors.count == pack.mutants.count)
  }

  @Test func checksAreChangedConditionByCondition() throws {
    let rules = """
        - id: tool-described
          title: { en: A tool has an owner and a date }
          for: tool
          require: { present: [owner, checked_on] }
          severity: minor
          basis: own
          message: { en: not described }
          tests:
            - given: { tool: { state: used } }
              finds: finding
            - given: { tool: { owner: Sara, checked_on: 2026-01-01 } }
              finds: nothing
            - given: { tool: { owner: Sara } }
              finds: [checked_on]

      """
    let (pack, library) = try run(Self.head + rules)
    #expect(pack.survivors.map(\.summary) == ["require: `has(tool.owner)` dropped"])
    #expect(pack.killed == 1)
    #expect(library.location(try #require(pack.survivors.first).span).start.line == 16)
  }

  /// `file_exists` is answered by the test, in mutants too.
  @Test func testsAnswerForFilesInMutants() throws {
    let rules = """
        - id: tool-filed
          title: { en: The sheet of a tool is there }
          for: tool
          require: { file_exists: [file] }
          severity: minor
          basis: own
          message: { en: no sheet }
          tests:
            - files: [a.pdf]
              given: { tool: { file: b.pdf } }
              finds: [file]
            - files: [a.pdf]
              given: { tool: { file: a.pdf } }
              finds: nothing
            - files: []
              given: { tool: { owner: Sara } }
              finds: nothing

      """
    let (pack, _) = try run(Self.head + rules)
    #expect(pack.survivors.map(\.summary) == [])
    #expect(pack.killed > 0)
  }

  @Test func rulesWhoseTestsFailAreNotChanged() throws {
    let wrong = Self.strong.replacing("finds: nothing", with: "finds: [owner]")
    let (pack, _) = try run(Self.head + Self.checked + wrong)
    #expect(pack.mutants.isEmpty)
    #expect(pack.failedTests.map(\.number) == [1, 4])
    #expect(pack.killedPerMille == nil)
  }

  @Test func acceptedMutantsAreNamedAndUnusedEntriesReported() throws {
    let accepted = """
      ---
      mutants:
        - rule: tool-checked
          mutant: "where: `[\\"used\\", \\"lent\\"]` became `[\\"lent\\"]`"
          reason: the register holds lent tools only
        - rule: tool-checked
          mutant: "where: `nothing` dropped"
          reason: long gone
        - rule: tool-thrown
          mutant: "where: `nothing` dropped"
          reason: never there
      """
    let (pack, library) = try run(Self.head + Self.checked + Self.weak + accepted)
    #expect(pack.accepted == 1)
    #expect(pack.survivors.count == 3)
    let fate = pack.mutants.compactMap { mutant in
      if case .accepted(let reason) = mutant.fate { return reason }
      return nil
    }
    #expect(fate == ["the register holds lent tools only"])
    #expect(pack.unused.map(\.rule) == ["tool-checked", "tool-thrown"])
    let first = try #require(pack.unused.first)
    #expect(library.location(first.span).start.line == 34)
    let counted = pack.mutants.count - 1
    #expect(pack.killedPerMille == pack.killed * 1000 / counted)
  }

  @Test func anAcceptedMutantNeedsAReason() throws {
    let folder = try Organization([
      "pack/pack.yaml": Self.head + Self.checked + Self.strong
        + "---\nmutants: [{ rule: tool-checked, mutant: x, why: y }]\n"
    ])
    let library = PackLibrary.load(folders: [], paths: [folder.root + "/pack"])
    let errors = library.diagnostics.filter { $0.severity == .error }.map(\.message[.english])
    #expect(
      errors == ["`why` is no key of an accepted mutant", "an accepted mutant needs `reason`"])
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    func listing(_ jobs: Int) -> [String] {
      let library = PackLibrary.load(folders: [Folders.rules])
      return MutationRunner(
        packs: library.packs, files: library.files, limits: Limits(), jobs: jobs
      ).run(packs: ["iso14001-2015"]).flatMap { pack in
        pack.mutants.map { "\($0.rule) \($0.summary) \($0.fate)" }
      }
    }
    let one = listing(1)
    #expect(one.count > 50)
    #expect(one == listing(3))
    #expect(Set(one).count == one.count, "no two mutants of a rule have one name")
  }
}
