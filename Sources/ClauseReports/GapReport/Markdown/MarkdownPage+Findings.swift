import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// What was found: obligations, nonconformities, observations, what comes next, what to do.
extension MarkdownPage {
  // MARK: Obligations

  mutating func legal() {
    heading(2, say(.legal))
    paragraph(say(.legalNote))
    items(facts.legalFigures.map { (say($0.0) + colon + String($0.1), []) })
    table(
      [
        column(.obligation), column(.source), column(.criticality), column(.nextDue),
        column(.evaluation), column(.systemFindings),
      ],
      report.legal.obligations.map { row in
        let source = [record(row.text), value(row.provision), sureness(row.confidence)]
        let next = [date(row.nextDue), row.isOverdue && row.applies ? say(.overdue) : ""]
        return [
          joined([value(row.record.reference.id), prose(row.requirement), record(row.owner)]),
          joined(source),
          row.applies
            ? word(row.criticality) { Term.level($0) } : say(.state(.notApplicable)),
          joined(next), joined([date(row.evaluatedOn)] + legalState(row)),
          list(row.findings.map { value(Untrusted(assessment.findings[$0].rule)) }),
        ]
      })
  }

  private func joined(_ words: [String]) -> String {
    words.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func sureness(_ word: String?) -> String {
    guard let word, word != "high" else { return "" }
    return say(.sureness) + colon + self.word(word) { Term.level($0) }
  }

  private func legalState(_ row: ObligationRow) -> [String] {
    guard row.applies else { return [] }
    return [
      word(row.result) { Term.evaluationResult($0) },
      row.staleness.map { say(.staleness($0)) } ?? "",
      row.isBreached && !row.isActedUpon ? say(.unacted) : "",
    ]
  }

  // MARK: Findings

  mutating func nonconformities() {
    heading(2, say(.nonconformities))
    let groups = facts.open.filter { $0.severity > .observation }
    if groups.isEmpty { paragraph(say(.noFindings)) }
    for severity in [Severity.major, .minor] {
      let graded = groups.filter { $0.severity == severity }
      if graded.isEmpty { continue }
      let total = graded.reduce(0) { $0 + $1.findings.count }
      heading(3, say(.severities(severity)) + " (\(total))")
      for group in graded { write(group) }
    }
    guard !facts.baseline.isEmpty else { return }
    heading(3, say(.findingState(.baseline)))
    for group in facts.baseline { write(group) }
  }

  mutating func observations() {
    heading(2, say(.observations))
    let groups = facts.open.filter { $0.severity == .observation }
    if groups.isEmpty { paragraph(say(.noFindings)) }
    for group in groups { write(group) }
    let notices = assessment.notices.indices.map { index in
      let notice = assessment.notices[index]
      return [
        value(Untrusted(notice.rule)), value(notice.record?.id),
        say(report.editions.map { $0.notices[index].reason }), place(notice.location),
      ]
    }
    if !notices.isEmpty { heading(3, say(.undecidedTitle)) }
    table([column(.rule), column(.record), column(.reason), column(.place)], notices)
    let problems = DataProblemGroup.all(assessment)
    if !problems.isEmpty {
      heading(3, say(.dataProblems))
      paragraph(say(.dataProblemsNote))
    }
    table(
      [column(.place), column(.reason), column(.placesTitle, isNumber: true), column(.remedy)],
      problems.map { group in
        let finding = assessment.findings[group.first]
        return [
          place(finding.location), say(report.editions.map { $0.findings[group.first].message }),
          count(group.count), say(report.editions.map { $0.findings[group.first].remedy }),
        ]
      })
    let troubles = assessment.diagnostics.filter { $0.severity != .note }
    if !troubles.isEmpty { heading(3, say(.inputTitle)) }
    table(
      [column(.place), column(.reason)],
      troubles.map { [place($0.location), prose($0.message)] })
  }

  private mutating func write(_ group: FindingGroup) {
    let first = group.findings[0]
    heading(4, rule(group.rule))
    paragraph(
      joined([
        say(.severity(group.severity)), say(.basis(assessment.findings[first].basis)),
        value(Untrusted(group.rule)), say(.findingCount(group.findings.count)),
      ]))
    var facts = [(say(.requirement) + colon + clauses(group.clauses), intents(group))]
    let oneRemedy = self.facts.hasOneRemedy(group)
    let remedies = report.editions.map { $0.findings[first].remedy }
    if oneRemedy, !remedies[0].isEmpty { facts.append((say(.remedy) + colon + say(remedies), [])) }
    items(facts)
    items(
      group.findings.map { index in
        (
          say(report.editions.map { $0.findings[index].message }),
          below(index, withRemedy: !oneRemedy)
        )
      }, isOrdered: true)
    guard group.severity > .observation, group.state == .new else { return }
    let blanks: [(Term, String)] = [
      (.cause, "…"), (.correction, "…"), (.correctiveAction, "…"), (.owner, owner(group)),
      (.due, "…"), (.verified, "…"),
    ]
    items(blanks.map { (say($0) + colon + $1, []) })
  }

  /// What the clauses cited ask, each sentence once.
  private func intents(_ group: FindingGroup) -> [String] {
    var intents: [LocalizedText] = []
    for clause in group.clauses {
      guard let row = facts.rowOfClause[clause] else { continue }
      let intent = report.clauses[row].intent
      if !intent.isEmpty, !intents.contains(intent) { intents.append(intent) }
    }
    return intents.prefix(3).map { say($0) }
  }

  private func below(_ index: Int, withRemedy: Bool) -> [String] {
    let finding = assessment.findings[index]
    let context = report.contexts[index]
    var lines = [
      joined([place(finding.location), record(context.process), record(context.owner)])
    ]
    for line in finding.because.indices {
      lines.append(
        say(
          report.editions.map { edition in
            let lines = edition.findings[index].because
            return line < lines.count ? lines[line] : finding.because[line]
          }))
    }
    lines += finding.related.map { say(.seeAlso) + colon + place($0.location) }
    if withRemedy, !finding.remedy.isEmpty {
      lines.append(
        say(.remedy) + colon + say(report.editions.map { $0.findings[index].remedy }))
    }
    return lines
  }

  /// Who answers for all records of a group, when that is one person.
  private func owner(_ group: FindingGroup) -> String {
    let owners = group.findings.compactMap { report.contexts[$0].owner }
    guard let owner = owners.first, owners.allSatisfy({ $0 == owner }) else { return "…" }
    return record(owner)
  }

  // MARK: What comes next

  mutating func comingDue() {
    heading(2, say(.comingDue))
    paragraph(say(.forecastNote))
    if report.comingDue.isEmpty { paragraph(say(.none)) }
    var from = assessment.asOf
    for days in report.horizons {
      guard let until = assessment.asOf.adding(days: days) else { continue }
      let rows = facts.comingRows { $0.beginsOn > from && $0.beginsOn <= until }
      from = until
      if rows.isEmpty { continue }
      heading(3, say(.withinDays(days)) + " (\(rows.reduce(0) { $0 + $1.entries.count }))")
      table(
        [column(.date), column(.grade), column(.requirement), column(.records)],
        rows.map { row in
          let ends = row.entries.contains(where: \.isEndOfDerogation)
          let message = row.entries.count == 1 ? say(row.entries[0].editions.map(\.message)) : ""
          return [
            row.isExact ? date(row.day) : say(.by(row.day)), say(.severity(row.severity)),
            joined([rule(row.rule), ends ? say(.derogationEnds) : "", message]),
            records(row.entries.compactMap(\.context.record), most: 8),
          ]
        })
    }
  }

  mutating func actionPlan() {
    heading(2, say(.actionPlan))
    let groups = facts.open.filter { $0.severity > .observation }
    if groups.isEmpty { paragraph(say(.noFindings)) }
    table(
      [
        column(.grade), column(.requirement), column(.findings, isNumber: true),
        column(.correctiveAction), column(.responsible), column(.due), column(.verified),
      ],
      groups.map { group in
        [say(.severity(group.severity)), rule(group.rule), count(group.findings.count)]
      })
  }
}
