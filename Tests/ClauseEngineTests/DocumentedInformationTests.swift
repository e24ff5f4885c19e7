import ClauseAssessment
import ClauseEngine
import ClauseRules
import ClauseSource
import Testing

/// What standards ask to be written down: there, missing, or for an auditor to tell.
@Suite struct DocumentedInformationTests {
  private static let rows = """

    ---
    documented_information:
      - id: machine-list
        title: The machines
        maintain: [iso9001:2015/7.2]
        evidence:
          - machine: 'machine.?state.orValue("") == "running"'
        rules: [machine-owned, machine-gone]
      - id: tool-list
        title: The tools
        maintain: [iso9001:2015/8]
        retain: [iso14001:2015/4]
        as_necessary: [iso14001:2015/4]
        evidence: [tool]
      - id: tool-proof
        title: Proof about tools
        retain: [iso14001:2015/4]
        as_necessary: [iso14001:2015/4]
        evidence: [tool]

    """

  private func results(
    _ records: String, standards: String? = nil
  ) throws -> [DocumentedInformationResult] {
    let folder = try Organization([
      "pack/pack.yaml": Workshop.pack + Self.rows, "records.yaml": records,
    ])
    if let standards {
      try folder.write("standards: [\(standards)]\n", to: "clauselint.yaml")
    }
    let assessment = try folder.assess()
    #expect(assessment.errors == [])
    return assessment.documentedInformation
  }

  private func states(_ results: [DocumentedInformationResult]) -> [DocumentedInformationState] {
    results.map(\.state)
  }

  @Test func oneRecordIsEnough() throws {
    let results = try results("machines: [{ id: M, state: running }]\ntools: [{ id: T }]")
    #expect(results.map(\.id) == ["machine-list", "tool-list", "tool-proof"])
    #expect(states(results) == [.present, .present, .present])
    #expect(results.map(\.records) == [1, 1, 1])
    #expect(results[1].maintained == ["iso9001:2015/8"])
    #expect(results[1].retained == ["iso14001:2015/4"])
    #expect(results[1].asNecessary == ["iso14001:2015/4"])
    #expect(results[1].recordTypes == ["tool"])
    // A rule that is not of the run is not named.
    #expect(results[0].rules == ["machine-owned"])
  }

  @Test func aRecordThatDoesNotFitEvidencesNothing() throws {
    let results = try results("machines: [{ id: M, state: stopped }, { id: N }]")
    #expect(results.first?.state == .missing)
    #expect(results.first?.records == 0)
  }

  @Test func whatIsAskedAsFarAsNecessaryIsForAnAuditorToTell() throws {
    let results = try results("machines: [{ id: M }]")
    #expect(states(results) == [.missing, .missing, .notAssessed])
  }

  @Test func onlyStandardsInScopeAsk() throws {
    let results = try results("machines: [{ id: M }]", standards: "iso14001:2015")
    #expect(results.map(\.id) == ["tool-list", "tool-proof"])
    #expect(results[0].maintained == [])
    // Without the other standard it is asked only as far as necessary.
    #expect(states(results) == [.notAssessed, .notAssessed])
  }

  @Test func aClauseJustifiedAsNotApplicableDoesNotAsk() throws {
    let results = try results(
      """
      machines: [{ id: M }]
      exclusions: [{ id: X, clause: "iso9001:2015/7.2" }]
      """)
    #expect(results.first?.state == .notAssessed)
  }

  private func errors(_ rows: String) throws -> [String] {
    let folder = try Organization(["pack/pack.yaml": Workshop.pack + "\n---\n" + rows])
    return PackLibrary.load(folders: [], paths: [folder.root + "/pack"]).diagnostics
      .filter { $0.severity == .error }.map(\.code)
  }

  @Test func aRowThatNamesWhatIsNotThereIsAnError() throws {
    func row(_ clause: String, _ evidence: String) -> String {
      "documented_information: [{ id: a, title: A, maintain: [\"\(clause)\"], "
        + "evidence: [\(evidence)] }]"
    }
    #expect(try errors(row("iso9001:2015/8", "tool")) == [])
    #expect(try errors(row("iso9001:2015/9", "tool")) == ["unknown-clause"])
    #expect(try errors(row("iso9001:2015/8", "tol")) == ["unknown-record-type"])
    #expect(
      try errors("documented_information: [{ id: a, title: A, evidence: [tool] }]")
        == ["missing-key"])
    #expect(try !errors(row("iso9001:2015/8", "tool: tool.kin")).isEmpty)
  }
}

/// The shipped matrix against what the standards ask for.
@Suite struct ShippedDocumentedInformationTests {
  static let packs = PackLibrary.load(folders: [Folders.rules]).packs

  /// Row by row, ISO 9001, ISO 14001 and ISO 45001: D for a document, R for a record, x for
  /// as far as necessary, then the clauses.
  private static let expected = """
    scope: D 4.3 | D 4.3 | D 4.3
    process-operation: DRx 4.4.2 | - | -
    policy: D 5.2.2 | D 5.2 | D 5.2
    roles: - | - | D 5.3
    risks-opportunities: - | Dx 6.1.1 | Dx 6.1.1
    aspects: - | D 6.1.2 | -
    hazard-method: - | - | DR 6.1.2.2
    obligations: - | D 6.1.3 | DR 6.1.3
    objectives: D 6.2.1 | D 6.2.1 | DR 6.2.2
    objective-plans: - | - | DR 6.2.2
    measuring-fitness: R 7.1.5.1 | - | R 9.1.1
    calibration-basis: R 7.1.5.2 | - | R 9.1.1
    competence: R 7.2 | R 7.2 | R 7.2
    communications: - | Rx 7.4.1 | Rx 7.4.1
    own-documents: D 7.5.1 | D 7.5.1 | D 7.5.1
    external-documents: D 7.5.3.2 | D 7.5.3 | D 7.5.3
    operational-control: DRx 8.1 | Dx 8.1 | DRx 8.1.1
    requirements-review: R 8.2.3.2 | - | -
    changed-requirements: D 8.2.4 | - | -
    design: R 8.3.2 8.3.3 8.3.4 8.3.5 8.3.6 | - | -
    providers: R 8.4.1 | - | -
    provision: D 8.5.1 | - | -
    identification: R 8.5.2 | - | -
    user-property: R 8.5.3 | - | -
    provision-changes: R 8.5.6 | - | -
    release: R 8.6 | - | -
    nonconforming-outputs: R 8.7.2 | - | -
    emergencies: - | Dx 8.2 | DR 8.2
    monitoring: R 9.1.1 | R 9.1.1 | R 9.1.1
    compliance-evaluation: - | R 9.1.2 | R 9.1.2
    audits: R 9.2.2 | R 9.2.2 | R 9.2.2
    management-review: R 9.3.3 | R 9.3 | R 9.3
    nonconformities: R 10.2.2 | R 10.2 | R 10.2
    improvement: - | - | DR 10.3
    """

  /// Rows asked for only when something happens (a change, a nonconforming output, property lost)
  /// or where it applies: nothing recorded may mean that nothing happened.
  private static let conditional: Set<String> = [
    "external-documents", "changed-requirements", "provision", "identification", "user-property",
    "provision-changes", "nonconforming-outputs",
  ]

  private static let standards = ["iso9001:2015", "iso14001:2015", "iso45001:2018"]

  @Test func rowsAskForWhatTheStandardsDo() throws {
    let rows = Self.packs.documentedInformation
    let lines = Self.expected.split(separator: "\n").map(String.init)
    #expect(rows.count == 34)
    #expect(lines.count == rows.count)
    for (row, line) in zip(rows, lines) {
      let halves = line.split(separator: ":", maxSplits: 1)
      #expect(row.id == halves[0])
      for (standard, cell) in zip(Self.standards, halves[1].split(separator: "|")) {
        let parts = cell.split(separator: " ").map(String.init)
        let marks = parts[0]
        func clauses(_ mark: Character) -> [String] {
          marks.contains(mark) ? parts.dropFirst().map { "\(standard)/\($0)" } : []
        }
        func own(_ citations: [ClauseCitation]) -> [String] {
          citations.filter { $0.standard == standard }.map(\.clauseID)
        }
        #expect(own(row.maintained) == clauses("D"), "\(row.id)")
        #expect(own(row.retained) == clauses("R"), "\(row.id)")
        let all = parts.dropFirst().map { "\(standard)/\($0)" }
        let necessary = Self.conditional.contains(row.id) ? all : clauses("x")
        #expect(own(row.asNecessary) == necessary, "\(row.id)")
      }
    }
  }

  @Test func rowsNameClausesTypesAndRulesThatAreThere() {
    let rules = Set(Self.packs.rules.map(\.rule.id))
    for row in Self.packs.documentedInformation {
      for citation in row.maintained + row.retained + row.asNecessary {
        let standard = Self.packs.standards.first { $0.id == citation.standard }
        #expect(standard?.clause(citation.number) != nil, "\(row.id) \(citation.clauseID)")
      }
      #expect(!row.evidence.isEmpty, "\(row.id)")
      for entry in row.evidence {
        #expect((entry.condition == nil) == (entry.program == nil), "\(row.id) \(entry.type)")
      }
      #expect(!row.rules.isEmpty, "\(row.id)")
      for rule in row.rules { #expect(rules.contains(rule), "\(row.id) \(rule)") }
      for language in Language.allCases {
        #expect(row.title.texts[language]?.isEmpty == false, "\(row.id) \(language.rawValue)")
      }
    }
  }
}
