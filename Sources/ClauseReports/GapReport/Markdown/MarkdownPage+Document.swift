import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The document and its first sections: what was assessed, the summary, the self-check, the clause
/// matrix, the documented information.
extension MarkdownPage {
  /// The whole document.
  static func document(_ report: GapReport) -> [UInt8] {
    var page = MarkdownPage(report)
    page.identification()
    page.summary()
    page.readiness()
    page.matrix()
    page.documents()
    page.legal()
    page.nonconformities()
    page.observations()
    page.comingDue()
    page.applicability()
    page.unproven()
    page.derogations()
    page.indicators()
    page.projects()
    page.actionPlan()
    page.inventory()
    page.sample()
    page.ruleTable()
    page.method()
    return Array(page.text.utf8)
  }

  private mutating func identification() {
    let name = facts.organisationName
    heading(1, say(.report) + (name.map { " · " + value($0) } ?? ""))
    if assessment.hasErrors { paragraph("**" + say(.incomplete) + "**") }
    let statement = RunStatement(assessment)
    for term in statement.restrictions { paragraph("**" + say(term) + "**") }
    heading(2, say(.identification))
    var rows = [
      [say(.organisation), value(name)], [say(.asOf), date(assessment.asOf)],
      [say(.standards), list(assessment.standards.map { standardName($0) })],
    ]
    if let scope = report.identification.scope {
      rows += [
        [say(.scope), prose(scope.text)], [say(.boundaries), prose(scope.boundaries)],
        [say(.approved), list([record(scope.approvedBy), date(scope.approvedOn)])],
        [say(.sites), records(scope.sites)],
        [
          say(.excludedSites),
          list(scope.excludedSites.map { site, reason in record(site) + " " + prose(reason) }),
        ],
      ].filter { !$0[1].isEmpty }
    } else {
      rows.append([say(.scope), say(.noScope)])
    }
    rows.append([say(.tool), value(Untrusted("clauselint " + assessment.toolVersion))])
    rows.append([
      say(.commit), report.identification.commit.map { value($0) } ?? say(.noCommit),
    ])
    table([column(.identification), Column(heading: "")], rows)
    paragraph(say(.runRestsOn))
    items((statement.denominator + statement.peculiarities).map { (say($0), []) })
    table(
      [column(.packs), column(.version), column(.hash)],
      assessment.packs.map { pack in
        [
          value(Untrusted(pack.id)) + (pack.status == "draft" ? " (\(say(.draft)))" : ""),
          value(Untrusted(pack.version)), value(Untrusted(pack.sha256), limit: 64),
        ]
      })
  }

  /// `ISO 9001:2015`.
  func standardName(_ standard: StandardResult) -> String {
    let edition = ClauseCitations.edition(of: standard.id).map { ":" + $0 } ?? ""
    return value(Untrusted(standard.name + edition), limit: 60)
  }

  private func standardColumns() -> [Column] {
    assessment.standards.map { Column(heading: value(Untrusted($0.name)), isNumber: true) }
  }

  // MARK: Summary

  private mutating func summary() {
    heading(2, say(.summary))
    if assessment.findings.isEmpty { paragraph(say(.noFindings)) }
    paragraph(say(.gradeNote))
    heading(3, say(.byGrade))
    table(
      [column(.grade)] + standardColumns() + [column(.total, isNumber: true)],
      Severity.allCases.reversed().map { severity in
        let findings = assessment.findings.filter { $0.state == .new && $0.severity == severity }
        return [say(.severity(severity))]
          + assessment.standards.map { standard in
            count(findings.count { facts.cites($0, standard) })
          } + [count(findings.count)]
      })
    let others = [FindingState.derogated, .baseline].filter { assessment.count($0) > 0 }
    items(others.map { (say(.findingState($0)) + colon + count(assessment.count($0)), []) })
    let tallies = assessment.standards.map { ClauseTally($0) }
    heading(3, say(.byState))
    table(
      [column(.state)] + standardColumns(),
      ClauseState.allCases.map { state in
        [say(.state(state))] + tallies.map { count($0.count(state)) }
      } + [[say(.total)] + tallies.map { count($0.clauses) }])
    chapters()
    heaviest()
    processes()
  }

  private mutating func chapters() {
    let rows = assessment.standards.enumerated().flatMap { index, standard in
      facts.chapters(index).map { chapter in
        [
          standardName(standard), value(Untrusted(chapter.number)) + " " + say(chapter.title),
        ] + chapter.counts.map { count($0) }
      }
    }
    guard !rows.isEmpty else { return }
    heading(3, say(.charts))
    table(
      [column(.standard), column(.chapter)]
        + ClauseState.allCases.map { column(.state($0), isNumber: true) }, rows)
  }

  private mutating func heaviest() {
    let groups = facts.heaviest()
    guard !groups.isEmpty else { return }
    heading(3, say(.first))
    table(
      [
        column(.grade), column(.requirement), column(.findings, isNumber: true), column(.clauses),
      ],
      groups.map { group in
        [
          say(.severity(group.severity)), rule(group.rule), count(group.findings.count),
          clauses(group.clauses),
        ]
      })
  }

  private mutating func processes() {
    let rows = facts.processRows()
    guard rows.contains(where: { $0.label != nil }) else { return }
    heading(3, say(.byProcess))
    table(
      [column(.process)]
        + Severity.allCases.reversed().map { column(.severity($0), isNumber: true) },
      rows.map { row in
        [row.label.map { record($0) } ?? say(.noProcess)] + row.counts.map { count($0) }
      })
  }

  // MARK: Self-check

  private mutating func readiness() {
    heading(2, say(.readiness))
    paragraph(
      "**" + say(.verdict(isReady: facts.isReady)) + "** " + say(facts.gateCounts))
    paragraph(say(.verdictNote))
    table(
      [column(.question), column(.answer), column(.reason), column(.records), column(.clauses)],
      report.gates.map { gate in
        [
          say(.question(gate.question)), say(.answer(gate.answer)), say(.reason(gate)),
          records(gate.records, most: 6), clauses(gate.clauses, most: 8),
        ]
      })
  }

  // MARK: Clauses

  private mutating func matrix() {
    heading(2, say(.matrix))
    paragraph(say(.matrixNote))
    let standards = assessment.standards.map { Column(heading: value(Untrusted($0.name))) }
    table(
      [column(.clause), column(.title)] + standards + [
        column(.rulesRun, isNumber: true), column(.recordsSeen, isNumber: true),
        column(.findings, isNumber: true), column(.evidenceRegisters),
      ],
      report.clauses.map { row in
        [value(Untrusted(row.number)), titles(row)]
          + row.cells.map { cell in cell.map { say(.state($0.result.state)) } ?? "" }
          + clauseFacts(row)
      })
  }

  /// The title, then those of standards that call the clause something else.
  private func titles(_ row: ClauseRow) -> String {
    var words = [say(row.title)]
    for (standard, cell) in zip(assessment.standards, row.cells) {
      guard let title = cell?.result.title, title != row.title else { continue }
      words.append(value(Untrusted(standard.name)) + " " + say(title))
    }
    return words.joined(separator: "; ")
  }

  private func clauseFacts(_ row: ClauseRow) -> [String] {
    guard row.isLeaf else { return [] }
    let cells = row.cells.compactMap { $0 }
    let ran = Set(cells.flatMap(\.rules))
    let seen = ran.reduce(0) { $0 + (facts.rules[$1]?.evaluated ?? 0) }
    let found = Set(cells.flatMap(\.findings)).count { assessment.findings[$0].state == .new }
    var evidence: [String] = []
    for name in cells.flatMap(\.recordTypes).map({ type($0) }) where !evidence.contains(name) {
      evidence.append(name)
    }
    evidence += Set(cells.flatMap(\.attestations)).sorted().map {
      value(report.attestations[$0].record.reference.id)
    }
    evidence += Set(cells.flatMap(\.exclusions)).sorted().map {
      value(report.exclusions[$0].record.reference.id)
    }
    return [count(ran.count), count(seen), count(found), list(evidence)]
  }

  private mutating func documents() {
    guard !report.documents.isEmpty else { return }
    heading(2, say(.documents))
    table(
      [
        column(.requirement), column(.clauses), column(.state), column(.records, isNumber: true),
        column(.register),
      ],
      report.documents.map { row in
        let state: Term =
          switch row.state {
          case .present: .found
          case .missing: .missing
          case .notAssessed: .state(.notAssessed)
          }
        let kinds: [(Bool, Term)] = [
          (!row.maintained.isEmpty, .maintain), (!row.retained.isEmpty, .retain),
          (!row.asNecessary.isEmpty, .whereNecessary),
        ]
        let retained = row.retained.filter { clause in
          !row.maintained.contains { $0.equalsByBytes(clause) }
        }
        return [
          say(row.title) + " (" + kinds.filter(\.0).map { say($0.1) }.joined(separator: ", ") + ")",
          clauses(row.maintained + retained), say(state), count(row.records),
          list(row.recordTypes.map { type($0) }),
        ]
      })
  }
}
