public import ClauseAssessment
import ClauseCalendar
public import ClauseSource

/// The report as a workbook to work in: the clause matrix, the findings, a plan of action with
/// fields to fill in, the legal register.
public struct WorkbookGapReporter: GapReporter {
  /// `xlsx`.
  public let name = "xlsx"
  /// `.xlsx`.
  public let endings = [".xlsx"]

  /// Makes the reporter.
  public init() {}

  /// The workbook.
  public func report(_ report: GapReport) throws(OutputTrouble) -> [UInt8] {
    let sheets = GapSheets(report)
    let writer = try WorkbookWriter(
      rightToLeft: report.assessment.language.isRightToLeft, title: sheets.title,
      date: report.assessment.asOf)
    for sheet in sheets.all {
      writer.addSheet(sheet.name, columns: sheet.columns, rows: sheet.rows)
    }
    return try writer.bytes()
  }
}

/// The tables of the workbook.
struct GapSheets {
  /// One table.
  struct Sheet {
    var name: String
    var columns: [WorkbookWriter.Column]
    var rows: [[WorkbookWriter.Cell]]
  }

  private let report: GapReport
  private let assessment: Assessment
  private let language: Language
  private let words: ReporterStrings
  private let own: WorkbookStrings
  private let citations: ClauseCitations

  init(_ report: GapReport) {
    self.report = report
    assessment = report.assessment
    language = assessment.language
    words = ReporterStrings.of(language)
    own = WorkbookStrings.of(language)
    citations = ClauseCitations(assessment.standards)
  }

  /// The sheets in their order.
  var all: [Sheet] { [about, clauses, findings, plan, legal] }

  /// The title of the document.
  var title: String { "\(words.matrixTitle) · \(organization) · \(assessment.asOf.iso)" }

  private var organization: String {
    guard let organization = assessment.organization else { return "" }
    let name = organization.name
    return (name[language] ?? name[.french] ?? name[.arabic] ?? name[.english] ?? organization.id)
      .unescaped
  }

  // MARK: Tables

  private var about: Sheet {
    var rows: [(String, String)] = [
      (own.items.organization, organization),
      (own.items.scope, report.identification.scope?.text.unescaped ?? ""),
      (own.items.standards, assessment.standards.map(\.id).joined(separator: ", ")),
      (own.items.asOf, assessment.asOf.iso),
    ]
    rows += assessment.packs.map {
      (own.items.packs, "\($0.id) \($0.version) SHA-256 \($0.sha256)")
    }
    rows.append((own.items.tool, "clauselint \(assessment.toolVersion)"))
    if let commit = report.identification.commit {
      rows.append((own.items.commit, commit.unescaped))
    }
    rows += RunStatement(assessment).lines.map { (own.items.records, $0) }
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      rows.append((words.clauseState(.notAssessed), words.incompleteMatrix(files)))
    }
    rows += NotProvidedLine.all(assessment).map {
      (Term.notProvided[language].plain, $0.sentence.unescaped)
    }
    rows += UnreadLine.all(assessment.unread).map {
      (Term.unread[language].plain, $0.sentence(in: language).unescaped)
    }
    rows.append((own.items.limits, words.limits))
    return Sheet(
      name: own.sheets.about,
      columns: [column(own.about.item, 26), column(own.about.value, 100)],
      rows: rows.map { [.text($0.0), .text($0.1)] })
  }

  private var clauses: Sheet {
    let headings = words.headings
    let rows = report.clauses.flatMap { row -> [[WorkbookWriter.Cell]] in
      zip(assessment.standards, row.cells).compactMap { standard, cell in
        guard let cell, cell.result.isLeaf else { return nil }
        return [
          .text(standard.id), .text(row.chapter), .text(row.number), .text(row.title[language]),
          .text(words.clauseState(cell.result.state)), .number(Double(cell.result.rules)),
          .number(Double(cell.result.records)), .number(Double(cell.result.findings)),
          .text(row.intent[language]),
        ]
      }
    }
    return Sheet(
      name: own.sheets.clauses,
      columns: [
        column(own.standard, 16), column(own.chapter, 9), column(headings.clause, 10),
        column(headings.title, 44), column(headings.state, 16), column(headings.rules, 9),
        column(headings.records, 14), column(headings.findings, 10),
        column(own.requirement, 70),
      ], rows: rows)
  }

  private var findings: Sheet {
    let headings = words.headings
    var rows = assessment.diagnostics.filter { $0.severity == .error }.map { diagnostic in
      [
        WorkbookWriter.Cell.text(words.clauseState(.notAssessed)),
        .text(words.diagnosticSeverity(.error)), .text(diagnostic.code), .empty, .empty,
        .text(diagnostic.message.unescaped), .empty, .text(diagnostic.remedy.unescaped),
        .text(place(diagnostic.location)), .empty, .empty,
      ]
    }
    rows += assessment.findings.map { finding in
      [
        .text(words.severity(finding.severity)), .text(state(finding)), .text(finding.rule),
        .text(cited(finding)), .text(record(finding)), .text(FailureEntry.line(finding.message)),
        .text(finding.because.map(FailureEntry.line).joined(separator: " · ")),
        .text(FailureEntry.line(finding.remedy)), .text(place(finding.location)),
        finding.acceptedUntil.map { .date($0) } ?? .empty, .text(finding.fingerprint),
      ]
    }
    return Sheet(
      name: own.sheets.findings,
      columns: [
        column(headings.severity, 13), column(headings.state, 18), column(headings.rule, 26),
        column(words.clauses, 26), column(own.record, 22), column(own.message, 60),
        column(own.because, 50), column(words.remedy, 50), column(own.place, 40),
        column(own.acceptedUntil, 14), column("fingerprint", 34),
      ], rows: rows)
  }

  /// Nonconformities with fields to fill in, then the actions that the register declares.
  private var plan: Sheet {
    var rows: [[WorkbookWriter.Cell]] = []
    for (index, finding) in assessment.findings.enumerated()
    where finding.state != .baseline && finding.severity > .observation {
      let context = report.contexts.indices.contains(index) ? report.contexts[index] : nil
      rows.append([
        .text(words.severity(finding.severity)), .text(cited(finding)), .text(record(finding)),
        .text(FailureEntry.line(finding.message)), .empty, .empty, .empty,
        .text(name(context?.owner)), finding.acceptedUntil.map { .date($0) } ?? .empty, .empty,
        .empty,
      ])
    }
    for action in report.actions {
      rows.append([
        .text(own.action), .empty, .text(action.record.reference.id.unescaped),
        .text(name(action.origin)), .empty, .empty,
        .text(action.description?.unescaped ?? name(action.record)),
        .text(name(action.responsible)),
        action.dueOn.map { .date($0) } ?? .empty, .text(progress(action)), .empty,
      ])
    }
    return Sheet(
      name: own.sheets.plan,
      columns: [
        column(words.headings.severity, 13), column(words.clauses, 26), column(own.record, 18),
        column(own.message, 60), column(own.cause, 40), column(own.correction, 40),
        column(own.action, 50), column(own.responsible, 24), column(own.dueOn, 13),
        .init(heading: own.progress, width: 16, choices: own.progressChoices),
        .init(heading: own.effectiveness, width: 18, choices: own.effectivenessChoices),
      ], rows: rows)
  }

  private var legal: Sheet {
    let rows = report.legal.obligations.map { row -> [WorkbookWriter.Cell] in
      [
        .text(row.record.reference.id.unescaped), .text(name(row.text)),
        .text(row.provision?.unescaped ?? ""),
        .text(row.requirement?.unescaped ?? name(row.record)), .text(row.applicability ?? ""),
        .text(row.criticality ?? ""), .text(row.confidence ?? ""), .text(name(row.owner)),
        .text(row.result ?? ""), row.evaluatedOn.map { .date($0) } ?? .empty,
        row.nextDue.map { .date($0) } ?? .empty, .text(row.isOverdue ? own.yes : own.no),
      ]
    }
    return Sheet(
      name: own.sheets.legal,
      columns: [
        column(own.record, 18), column(own.legalText, 40), column(own.provision, 20),
        column(own.requirement, 60), column(own.applicability, 16), column(own.criticality, 13),
        column(own.confidence, 16), column(own.responsible, 24), column(own.result, 16),
        column(own.evaluatedOn, 13), column(own.nextDue, 13), column(own.overdue, 10),
      ], rows: rows)
  }

  // MARK: Cells

  private func column(_ heading: String, _ width: Double) -> WorkbookWriter.Column {
    WorkbookWriter.Column(heading: heading, width: width)
  }

  private func state(_ finding: Finding) -> String {
    switch finding.state {
    case .new: ""
    case .baseline: words.inBaseline
    case .derogated: words.accepted
    }
  }

  private func cited(_ finding: Finding) -> String {
    finding.clauses.map { citations.short($0).unescaped }.joined(separator: " · ")
  }

  private func record(_ finding: Finding) -> String {
    finding.record.map { "\($0.type.unescaped) \($0.id.unescaped)" } ?? ""
  }

  private func place(_ location: Location?) -> String {
    location?.reference ?? ""
  }

  private func name(_ label: RecordLabel?) -> String {
    guard let label else { return "" }
    return label.title(in: language)?.unescaped ?? label.reference.id.unescaped
  }

  private func progress(_ action: ActionRow) -> String {
    let keys = ["planned", "ongoing", "done", "verified", "cancelled"]
    guard let status = action.status,
      let index = keys.firstIndex(where: { $0.equalsByBytes(status) })
    else { return action.status ?? "" }
    return own.progressChoices[index]
  }
}
