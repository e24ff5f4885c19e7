import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// A gap report in which every section has something to say, much of it hostile.
enum AwkwardReport {
  /// Texts that a browser must show and not obey.
  static let attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
  static let attribute = "\" onmouseover=\"alert(3)\" style=\"x"
  static let endless = String(repeating: "x", count: 10_000)

  static func full(_ languages: [Language]) -> GapReport {
    var report = GapReport(editions: languages.map(edition))
    let findings = report.assessment.findings
    report.identification = GapIdentification(
      scope: ScopeStatement(
        record: record("scope", "S-1", "Champ"), text: Untrusted(attack),
        boundaries: Untrusted("a\u{202E}b"), sites: [record("site", endless, attribute)],
        excludedSites: [(record("site", "S-9", nil), Untrusted(attribute))],
        approvedBy: record("person", "amal", "Amal </style>"), approvedOn: day(-400)),
      commit: Untrusted(String(repeating: "0f", count: 20)))
    report.contexts = findings.indices.map { index in
      FindingContext(
        record: record("document", "P-\(index)", attack),
        process: index % 2 == 0 ? record("process", "PR-0\(index)", "Achats") : nil,
        owner: record("person", "amal", "أمل"))
    }
    report.exclusions = exclusions
    report.attestations = attestations
    report.derogations = [
      DerogationRow(
        record: record("derogation", "DG-1", nil), rule: Untrusted("own-interval"),
        target: record("document", "P-1", nil), reason: Untrusted(attack),
        approvedBy: record("person", "amal", "Amal"), approvedOn: day(-10), expiresOn: day(30),
        status: .inForce,
        findings: findings.indices.filter { findings[$0].state == .derogated })
    ]
    report.clauses = clauses(report)
    report.documents = documents
    report.legal = legal(findings.count)
    report.comingDue = comingDue(report)
    report.gates = gates
    report.indicators = indicators
    report.projects = projects
    report.inventory = inventory
    report.sample = sample
    return report
  }

  static func edition(_ language: Language) -> Assessment {
    var assessment = AwkwardAssessment.full(language)
    for language in Language.allCases {
      assessment.organization?.name[language] = Untrusted(
        "\(language.rawValue) \(attack)\u{202E}\u{2066}\u{200B}\u{7}")
    }
    return assessment
  }

  static func day(_ offset: Int) -> CivilDate? { AwkwardAssessment.asOf.adding(days: offset) }

  static func record(_ type: String, _ id: String, _ title: String?) -> RecordLabel {
    RecordLabel(
      reference: RecordReference(type: type, id: id),
      titles: title.map { [.english: Untrusted($0)] } ?? [:],
      location: AwkwardAssessment.location("records/\(type).yaml", 3, 5, end: 9))
  }

  private static func clauses(_ report: GapReport) -> [ClauseRow] {
    let standards = report.assessment.standards
    var rows: [ClauseRow] = []
    for (index, standard) in standards.enumerated() {
      for clause in standard.clauses {
        let number = String(clause.id.drop { $0 != "/" }.dropFirst())
        let place = rows.firstIndex { $0.number == number } ?? rows.count
        if place == rows.count {
          rows.append(
            ClauseRow(
              number: number, title: clause.title,
              intent: LocalizedText(
                en: "What is needed is known", fr: "Savoir ce qu'il faut", ar: "معرفة المطلوب"),
              cells: standards.map { _ in nil }))
        }
        let rules = report.assessment.rules.filter { $0.clauses.contains(clause.id) }
        rows[place].cells[index] = ClauseCell(
          result: clause, rules: rules.map(\.id), idleRules: ["permit-valid"],
          recordTypes: ["document"],
          findings: report.assessment.findings.indices.filter {
            report.assessment.findings[$0].clauses.contains(clause.id)
          },
          attestations: clause.state == .attested ? [0] : [],
          exclusions: clause.state == .notApplicable ? [0] : [])
      }
    }
    return rows
  }

  private static let exclusions = [
    ExclusionRow(
      record: record("exclusion", "EX-1", nil), clause: Untrusted("iso9001:2015/8.3.1"),
      justification: Untrusted(attack), affectsConformity: false,
      approvedBy: record("person", "amal", "Amal"), approvedOn: day(-90), status: .inForce),
    ExclusionRow(
      record: record("exclusion", "EX-2", nil), clause: Untrusted("iso45001:2018/</td>8.2"),
      status: .void),
  ]

  private static let attestations = [
    AttestationRow(
      record: record("attestation", "AT-1", "Engagement"),
      clauses: [Untrusted("iso9001:2015/5.1.1")], statement: Untrusted(attack),
      by: record("person", "amal", "Amal"), on: day(-50), validUntil: day(300),
      evidence: [Untrusted("preuves/<b>.md")], status: .inForce),
    AttestationRow(
      record: record("attestation", "AT-2", nil), clauses: [], on: day(-900),
      validUntil: day(-500), status: .ended),
  ]

  private static let documents = [
    DocumentedInformationResult(
      id: "policy", title: LocalizedText(en: "Policy of all", fr: "Politique", ar: "السياسة"),
      maintained: ["iso9001:2015/7.2"], retained: [], asNecessary: [],
      recordTypes: ["document"], state: .present, records: 2, rules: ["doc-approved"]),
    DocumentedInformationResult(
      id: "drills", title: LocalizedText(en: "Results of drills", fr: "Exercices", ar: "التمارين"),
      maintained: [], retained: [], asNecessary: ["iso9001:2015/7.2"], recordTypes: [],
      state: .notAssessed, records: 0, rules: []),
  ]

  private static func legal(_ findings: Int) -> LegalCompliance {
    LegalCompliance(
      obligations: [
        ObligationRow(
          record: record("obligation", "OB-1", nil), text: record("legal_text", "LT-1", attack),
          provision: Untrusted("art. 3 & <4>"), requirement: Untrusted(attack),
          applicability: "applicable", applies: true, criticality: "high", confidence: "low",
          owner: record("person", "amal", "Amal"), nextDue: day(-3), isOverdue: true,
          result: "nonconform", evaluatedOn: day(-800), isBreached: true, staleness: .tooOld,
          findings: Array(0..<min(1, findings))),
        ObligationRow(
          record: record("obligation", "OB-2", nil), applicability: "not_applicable",
          applies: false),
        ObligationRow(
          record: record("obligation", "OB-3", nil), applies: true, criticality: "<i>",
          result: "<b>x", evaluatedOn: day(-8), staleness: .amended),
      ], texts: 2, undeclaredReferences: 1)
  }

  private static func comingDue(_ report: GapReport) -> [ComingDue] {
    let index = report.assessment.findings.firstIndex { $0.rule == "doc-approved" } ?? 0
    return [3, 3, 45, 80, 170].enumerated().compactMap { position, offset in
      day(offset).map { day in
        ComingDue(
          beginsOn: day, isExact: position != 3,
          editions: report.editions.map { $0.findings[index] },
          context: FindingContext(record: record("document", "P-\(position)", attack)),
          isEndOfDerogation: position == 2)
      }
    }
  }

  private static let gates = ReadinessGate.Question.allCases.enumerated().map { index, question in
    ReadinessGate(
      question: question, answer: [.yes, .no, .notAssessed][index % 3], met: index, total: 9,
      date: day(-40), records: [record("process", "PR-1", attack)],
      clauses: ["iso9001:2015/7.2"])
  }

  static let actions = [
    ActionRow(
      record: record("action", "AC-1", attack), kind: "corrective",
      description: Untrusted("line\n\nbreaks | and \"quotes\""),
      origin: record("document", "P-1", nil), responsible: record("person", "amal", "Amal"),
      dueOn: day(-4), status: "ongoing", isOpen: true, isOverdue: true),
    ActionRow(record: record("action", "AC-2", nil), doneOn: day(-1), status: "<b>"),
  ]

  private static let indicators = [
    IndicatorSeries(
      record: record("kpi", "K-1", attack), process: record("process", "PR-1", "Achats"),
      unit: Untrusted("%"), comparator: "ge", target: 90,
      points: (0..<6).compactMap { index in
        day(-180 + index * 30).map {
          IndicatorSeries.Point(date: $0, value: 86.5 + Double(index), target: nil)
        }
      }),
    IndicatorSeries(record: record("kpi", "K-2", nil), points: []),
  ]

  private static let projects = [
    ProjectRow(
      record: record("project", "PJ-1", attack), axis: Untrusted("Axe 1"), status: "works",
      budget: 62_000_000, paid: 29_800_000.5, physicalProgress: 64, financialProgress: 120,
      startOn: day(-300), endOn: day(100)),
    ProjectRow(record: record("project", "PJ-2", nil), status: "<em>"),
  ]

  private static let inventory = [
    InventoryRow(
      type: "document",
      title: LocalizedText(en: "Documents kept", fr: "Documents tenus", ar: "وثيقة"),
      records: 9, files: (0..<8).map { Untrusted("documents/\($0)<b>.md") }),
    InventoryRow(
      type: "permit", title: LocalizedText(en: "Permits", fr: "Autorisations", ar: "ترخيص"),
      records: 0, files: []),
  ]

  private static let sample = SampleList(
    seed: Untrusted("<s>2026"), size: nil,
    registers: [
      SampleList.Register(
        type: "document", title: inventory[0].title, population: 9, strata: 2,
        items: [
          SampleList.Item(
            record: record("document", "P-1", attack), reason: .drawn,
            stratum: [Untrusted("PR-1"), Untrusted("2026")]),
          SampleList.Item(
            record: record("document", endless, nil), reason: .major, stratum: []),
          SampleList.Item(
            record: record("document", "P-3", nil), reason: .nearThreshold, stratum: []),
        ])
    ])
}
