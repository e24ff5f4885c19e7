import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// What the organisation states, accepts, and what nobody showed; and what comes next.
extension GapPage {
  // MARK: Coming due

  /// Findings of one rule that begin on one day.
  struct ComingRow {
    var day: CivilDate
    var isExact: Bool
    var rule: String
    var severity: Severity
    var entries: [ComingDue]
  }

  mutating func comingDue() {
    section("due", .comingDue) { page in
      page.note(.forecastNote)
      if page.report.comingDue.isEmpty {
        page.note(.none)
        return
      }
      page.deadlineChart()
      var from = page.assessment.asOf
      for days in page.report.horizons {
        guard let until = page.assessment.asOf.adding(days: days) else { continue }
        let rows = page.comingRows { $0.beginsOn > from && $0.beginsOn <= until }
        from = until
        if !rows.isEmpty { page.comingTable(rows, days) }
      }
    }
  }

  func comingRows(_ isWanted: (ComingDue) -> Bool) -> [ComingRow] {
    var rows: [ComingRow] = []
    for entry in report.comingDue where isWanted(entry) {
      let index = rows.firstIndex { row in
        row.day == entry.beginsOn && row.isExact == entry.isExact
          && row.severity == entry.finding.severity && row.rule == entry.finding.rule
      }
      if let index {
        rows[index].entries.append(entry)
      } else {
        rows.append(
          ComingRow(
            day: entry.beginsOn, isExact: entry.isExact, rule: entry.finding.rule,
            severity: entry.finding.severity, entries: [entry]))
      }
    }
    return rows
  }

  private mutating func comingTable(_ rows: [ComingRow], _ days: Int) {
    element(.h3) { page in
      page.say(.withinDays(days))
      page.element(.span, .class("count")) {
        $0.html.text(String(rows.reduce(0) { $0 + $1.entries.count }))
      }
    }
    table(
      .withinDays(days),
      [Column(.date, "d"), Column(.grade), Column(.requirement, "w"), Column(.records, "w")],
      classes: "due", isQuiet: true
    ) { page in
      for row in rows { page.comingRow(row) }
    }
  }

  private mutating func comingRow(_ row: ComingRow) {
    element(.tr) { page in
      if row.isExact {
        page.dateCell(row.day)
      } else {
        page.element(.td, .class("d"), .data("v", row.day.iso)) { page in
          page.say(.by(row.day))
        }
      }
      page.element(.td) { $0.mark(row.severity) }
      page.element(.th, .scope("row")) { page in
        page.element(.a, .href(.rule(row.rule)), .class("pair")) { $0.ruleTitle(row.rule) }
        if row.entries.contains(where: \.isEndOfDerogation) {
          page.element(.span, .class("mark m-note"), saying: .derogationEnds)
        }
        if row.entries.count == 1 {
          page.element(.div, .class("small pair")) {
            $0.say(row.entries[0].editions.map(\.message))
          }
        }
      }
      page.element(.td) { page in
        page.records(row.entries.compactMap(\.context.record), most: 8)
      }
    }
  }

  // MARK: Applicability

  mutating func applicability() {
    section("applicability", .applicability) { page in
      if page.report.exclusions.isEmpty {
        page.note(.applicabilityNone)
        return
      }
      page.table(
        .applicability,
        [
          Column(.clause), Column(.justification, "w"), Column(.effect), Column(.approver, "w"),
          Column(.date, "d"),
        ], sortable: false, isQuiet: true
      ) { page in
        for row in page.report.exclusions { page.exclusion(row) }
      }
      page.note(.allApplicable)
    }
  }

  private mutating func exclusion(_ row: ExclusionRow) {
    element(.tr, .id(row.record.statementAnchor)) { page in
      page.element(.th, .scope("row")) { page in
        page.clauseLink(row.clause.unescaped)
        if row.status != .inForce {
          page.element(.div, .class("small pair"), saying: .exception(row.status))
        }
      }
      page.element(.td) { page in
        if let text = row.justification { page.prose(text) }
        page.element(.div, .class("small")) { page in
          page.code(row.record.reference.id)
          if let location = row.record.location {
            page.html.text(" · ")
            page.place(location)
          }
        }
      }
      page.element(.td) { page in
        page.say(row.affectsConformity.map { $0 ? Term.yes : .none } ?? .unsaid)
      }
      page.element(.td) { $0.record(row.approvedBy) }
      page.dateCell(row.approvedOn)
    }
  }

  // MARK: Attested and not assessed

  mutating func unproven() {
    section("unproven", .unproven) { page in
      if !page.report.attestations.isEmpty {
        page.note(.attestedNote)
        page.table(
          .state(.attested),
          [
            Column(.clauses, "w"), Column(.statement, "w"), Column(.signedBy, "w"),
            Column(.date, "d"), Column(.validUntil, "d"), Column(.evidence, "w"),
          ]
        ) { page in
          for row in page.report.attestations { page.attestation(row) }
        }
      }
      page.notAssessed()
    }
  }

  private mutating func attestation(_ row: AttestationRow) {
    element(.tr, .id(row.record.statementAnchor)) { page in
      page.element(.td) { $0.clauseLinks(row.clauses.map(\.unescaped)) }
      page.element(.th, .scope("row")) { page in
        page.record(row.record)
        if let statement = row.statement { page.prose(statement) }
        if row.status != .inForce {
          page.element(.span, .class("mark m-minor"), saying: .exception(row.status))
        }
      }
      page.element(.td) { $0.record(row.by) }
      page.dateCell(row.on)
      page.dateCell(row.validUntil)
      page.element(.td) { page in
        page.element(.ul, .class("plain")) { page in
          for file in row.evidence { page.element(.li) { $0.code(file) } }
        }
      }
    }
  }

  private mutating func notAssessed() {
    let cells = report.clauses.flatMap { row in
      row.cells.compactMap { $0 }.filter { $0.result.isLeaf && $0.result.state == .notAssessed }
        .map { (row, $0) }
    }
    guard !cells.isEmpty else { return }
    let undecided = Set(assessment.notices.map(\.rule))
    note(.notAssessedNote)
    table(
      .state(.notAssessed), [Column(.clause), Column(.title, "w"), Column(.reason, "w")],
      sortable: false
    ) { page in
      for (row, cell) in cells {
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { $0.clauseLink(cell.result.id) }
          page.element(.td, .class("pair"), saying: row.title)
          page.element(.td) { $0.whyNotAssessed(cell, undecided) }
        }
      }
    }
  }

  private mutating func whyNotAssessed(_ cell: ClauseCell, _ undecided: Set<String>) {
    let (reason, types) = reasonNotAssessed(cell, undecided)
    say(reason)
    if types.isEmpty { return }
    element(.ul, .class("inline")) { page in
      for type in types { page.element(.li) { $0.typeLink(type) } }
    }
  }

  /// Why nothing was seen of a clause, and the registers that would have to have a record.
  func reasonNotAssessed(_ cell: ClauseCell, _ undecided: Set<String>) -> (Term, types: [String]) {
    if cell.rules.contains(where: undecided.contains) { return (.undecided, []) }
    var types: [String] = []
    for rule in cell.idleRules {
      guard let type = rules[rule]?.recordType, type != "organization", type != "any",
        !types.contains(type)
      else { continue }
      types.append(type)
    }
    if types.isEmpty { return (cell.rules.isEmpty ? .noRule : .attestationOnly, []) }
    return (.noRegister, types)
  }

  // MARK: Derogations

  mutating func derogations() {
    section("derogations", .derogations) { page in
      if page.report.derogations.isEmpty {
        page.note(.none)
        return
      }
      page.table(
        .derogations,
        [
          Column(.about, "w"), Column(.reason, "w"), Column(.approver, "w"), Column(.date, "d"),
          Column(.acceptedUntil, "d"), Column(.findings, "w"),
        ], isQuiet: true
      ) { page in
        for row in page.report.derogations { page.derogation(row) }
      }
    }
  }

  private mutating func derogation(_ row: DerogationRow) {
    element(.tr, .id(row.record.statementAnchor)) { page in
      page.element(.th, .scope("row")) { page in
        page.code(row.record.reference.id)
        if let rule = row.rule {
          page.element(.div) { $0.ruleLink(rule.unescaped) }
        }
        if let target = row.target { page.element(.div) { $0.record(target) } }
        if let fingerprint = row.fingerprint { page.element(.div) { $0.code(fingerprint) } }
      }
      page.element(.td) { page in if let reason = row.reason { page.prose(reason) } }
      page.element(.td) { $0.record(row.approvedBy) }
      page.dateCell(row.approvedOn)
      page.dateCell(row.expiresOn) { page in
        if row.status != .inForce {
          page.element(.span, .class("mark m-note"), saying: .exception(row.status))
        }
      }
      page.element(.td) { page in
        page.element(.ol, .class("evidence")) { page in
          for index in row.findings {
            let finding = page.assessment.findings[index]
            let place = page.place(ofFinding: finding.fingerprint)
            page.element(.li, place) { page in
              page.element(.div, .class("pair")) { page in
                page.say(page.report.editions.map { $0.findings[index].message })
              }
              page.element(.div, .class("where")) { $0.place(finding.location) }
            }
          }
        }
      }
    }
  }
}
