import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// An assessment with everything that has ever broken a report, made in code.
enum AwkwardAssessment {
  static let asOf = CivilDate(year: 2026, month: 11, day: 23) ?? .earliest

  static func location(_ path: String, _ line: Int, _ column: Int, end: Int) -> Location {
    Location(
      path: Untrusted(path), start: Position(line: line, column: column),
      end: Position(line: line, column: end))
  }

  /// The result in `language`; messages are in that language as far as they have words.
  static func full(_ language: Language) -> Assessment {
    Assessment(
      toolVersion: "0.1.0", asOf: asOf, language: language,
      organization: OrganizationResult(
        id: "region-tth",
        name: [
          .arabic: Untrusted("جهة طنجة تطوان الحسيمة"), .french: Untrusted("Région \"TTH\""),
        ]),
      standards: standards,
      packs: [
        PackResult(
          id: "qse-core", version: "1.0.0", status: "released",
          sha256: String(repeating: "ab", count: 32))
      ],
      rules: rules, findings: findings(language), notices: notices, diagnostics: diagnostics,
      files: files, recordCount: 412)
  }

  /// Everything read, nothing found.
  static func spotless(_ language: Language) -> Assessment {
    var conforming = standards
    for standard in conforming.indices {
      for clause in conforming[standard].clauses.indices
      where conforming[standard].clauses[clause].findings > 0 {
        conforming[standard].clauses[clause].state = .conform
        conforming[standard].clauses[clause].findings = 0
      }
    }
    return Assessment(
      toolVersion: "0.1.0", asOf: asOf, language: language, standards: conforming,
      rules: rules, files: [FileResult(path: "processes.yaml", fate: .assessed, records: 2)],
      recordCount: 2)
  }

  /// So many findings of one severity, one record each, in one file.
  static func many(_ count: Int, _ severity: Severity) -> Assessment {
    var assessment = spotless(.english)
    assessment.findings = (1...count).map { number in
      Finding(
        rule: "doc-approved", severity: severity, basis: .normative,
        message: Message(text: "Document \(number) is in force without an approval"),
        clauses: ["iso9001:2015/7.5.2"],
        record: RecordReference(type: "document", id: "P-\(number)"),
        location: location("documents.yaml", number, 1, end: 4),
        fingerprint: String(number, radix: 16))
    }
    return assessment
  }

  /// Nothing could be read.
  static func unreadable(_ language: Language) -> Assessment {
    Assessment(
      toolVersion: "0.1.0", asOf: asOf, language: language, diagnostics: diagnostics,
      files: [FileResult(path: "processes/broken.yaml", fate: .notAssessed, records: 0)])
  }

  static let standards = [
    StandardResult(
      id: "iso9001:2015", name: "ISO 9001",
      clauses: [
        clause("iso9001:2015/7", "Support", "Support", "الدعم", .nonconform, leaf: false),
        clause("iso9001:2015/7.2", "Competence", "Compétences", "الكفاءات", .conform),
        clause(
          "iso9001:2015/7.5", "Documented information", "Informations documentées",
          "المعلومات الموثقة", .nonconform, leaf: false),
        clause(
          "iso9001:2015/7.5.2", "Creating and updating", "Création et mise à jour",
          "الإعداد والتحيين والمصادقة", .nonconform, findings: 2),
        clause(
          "iso9001:2015/7.5.3.1", "Available and protected", "Disponibilité et protection",
          "الإتاحة والحماية", .derogated, findings: 1),
        clause(
          "iso9001:2015/8.3.1", "Design process", "Processus de conception", "عملية التصميم",
          .notApplicable),
        clause(
          "iso9001:2015/5.1.1", "Leadership", "Leadership", "القيادة", .attested),
        clause("iso9001:2015/9.3.3", "Outputs", "Éléments de sortie", "المخرجات", .notAssessed),
        clause(
          "iso9001:2015/10.3", "Improvement", "Amélioration", "التحسين المستمر", .notAssessed),
      ]),
    StandardResult(
      id: "iso45001:2018", name: "ISO 45001",
      clauses: [
        clause(
          "iso45001:2018/7.5.2", "Creating and updating", "Création et mise à jour",
          "الإعداد والتحيين والمصادقة", .nonconform, findings: 1)
      ]),
  ]

  private static func clause(
    _ id: String, _ en: String, _ fr: String, _ ar: String, _ state: ClauseState,
    leaf: Bool = true, findings: Int = 0
  ) -> ClauseResult {
    let ran = state == .conform || state == .nonconform || state == .derogated
    return ClauseResult(
      id: id, title: LocalizedText(en: en, fr: fr, ar: ar), isLeaf: leaf, state: state,
      rules: ran ? 4 : 0, records: ran ? 131 : 0, findings: findings)
  }

  static let rules = [
    RuleResult(
      id: "doc-approved", pack: "qse-core",
      title: LocalizedText(
        en: "A document in force has been approved", fr: "Un document en vigueur est approuvé",
        ar: "كل وثيقة سارية مصادق عليها"),
      remedy: LocalizedText(
        en: "Have it approved (see [P-1](#x) & @quality), or set `lifecycle` back to draft.\n",
        fr: "Le faire approuver, ou le remettre en projet.",
        ar: "المصادقة عليها أو إرجاعها إلى مشروع."),
      severity: .major, basis: .normative, recordType: "document",
      clauses: ["iso9001:2015/7.5.2", "iso45001:2018/7.5.2"], evaluated: 131, failed: 3,
      skipped: 1),
    RuleResult(
      id: "own-interval", pack: "region",
      title: LocalizedText([.english: "Reviews keep the organisation's own interval {0}"]),
      remedy: LocalizedText(), severity: .minor, basis: .own, recordType: "document",
      clauses: ["iso9001:2015/7.5.3.1"], evaluated: 131, failed: 1, skipped: 0),
    RuleResult(
      id: "permit-valid", pack: "ma-region",
      title: LocalizedText(
        en: "A permit is valid", fr: "Une autorisation est valide", ar: "كل ترخيص ساري المفعول"),
      remedy: LocalizedText(), severity: .major, basis: .legal, recordType: "permit",
      clauses: ["iso14001:2015/6.1.3"], evaluated: 0, failed: 0, skipped: 0),
    RuleResult(
      id: "scope-declared", pack: "qse-core",
      title: LocalizedText(
        en: "The scope is declared", fr: "Le domaine d'application est déclaré",
        ar: "مجال التطبيق مصرح به"),
      remedy: LocalizedText(), severity: .observation, basis: .practice,
      recordType: "organization", clauses: [], evaluated: 1, failed: 1, skipped: 0),
  ]

  static let files = [
    FileResult(path: "::error file=x::forged.yaml", fate: .assessed, records: 1),
    FileResult(path: "README.md", fate: .passedOver, records: 0),
    FileResult(path: "clauselint.yaml", fate: .assessed, records: 1),
    FileResult(path: "processes/broken.yaml", fate: .notAssessed, records: 0),
    FileResult(path: "procedures/مسطرة 1%.md", fate: .assessed, records: 1),
    FileResult(path: "procedures/p-012.md", fate: .assessed, records: 1),
  ]

  static let notices = [
    RuleNotice(
      rule: "doc-approved", record: RecordReference(type: "document", id: "P-9"),
      reason: Message([
        .value(Untrusted("approved_on")), .text(Untrusted(" = ")),
        .value(Untrusted("31/02/2026")),
      ]),
      location: location("procedures/p-012.md", 4, 3, end: 13))
  ]

  static let diagnostics = [
    LocatedDiagnostic(
      severity: .error, code: "pack-missing",
      message: Untrusted("pack \"./packs/own\" is not there"),
      remedy: Untrusted("Correct the path under packs."), location: nil),
    LocatedDiagnostic(
      severity: .warning, code: "pack-draft", message: Untrusted("pack \"region\" is a draft"),
      remedy: Untrusted(""), location: location("clauselint.yaml", 2, 1, end: 6)),
    LocatedDiagnostic(
      severity: .note, code: "passed-over", message: Untrusted("holds no records"),
      remedy: Untrusted(""), location: location("README.md", 1, 1, end: 1)),
    LocatedDiagnostic(
      severity: .error, code: "yaml-syntax",
      message: Untrusted("found \"\u{1B}[31m}\"\n::error::forged\u{202E} where a value belongs"),
      remedy: Untrusted("Close the bracket."),
      location: location("processes/broken.yaml", 3, 9, end: 12),
      related: [
        RelatedLocation(
          message: Message(text: "opened here"),
          location: location("processes/broken.yaml", 2, 9, end: 10))
      ]),
  ]
}
