import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// What the organisation states, measures and keeps, and the annexes.
extension MarkdownPage {
  mutating func applicability() {
    heading(2, say(.applicability))
    if report.exclusions.isEmpty { return paragraph(say(.applicabilityNone)) }
    table(
      [
        column(.clause), column(.justification), column(.effect), column(.approver), column(.date),
        column(.place),
      ],
      report.exclusions.map { row in
        [
          clauses([row.clause.unescaped])
            + (row.status == .inForce ? "" : " (" + say(.exception(row.status)) + ")"),
          value(row.record.reference.id) + " " + prose(row.justification),
          say(row.affectsConformity.map { $0 ? Term.yes : .none } ?? .unsaid),
          record(row.approvedBy), date(row.approvedOn), place(row.record.location),
        ]
      })
    paragraph(say(.allApplicable))
  }

  mutating func unproven() {
    heading(2, say(.unproven))
    if !report.attestations.isEmpty { paragraph(say(.attestedNote)) }
    table(
      [
        column(.clauses), column(.statement), column(.signedBy), column(.date),
        column(.validUntil), column(.evidence),
      ],
      report.attestations.map { row in
        [
          clauses(row.clauses.map(\.unescaped)),
          record(row.record) + " " + prose(row.statement)
            + (row.status == .inForce ? "" : " (" + say(.exception(row.status)) + ")"),
          record(row.by), date(row.on), date(row.validUntil), list(row.evidence.map { value($0) }),
        ]
      })
    let undecided = Set(assessment.notices.map(\.rule))
    let rows = report.clauses.flatMap { row in
      row.cells.compactMap { cell -> [String]? in
        guard let cell, cell.result.isLeaf, cell.result.state == .notAssessed else { return nil }
        let (reason, types) = facts.reasonNotAssessed(cell, undecided)
        return [
          clauses([cell.result.id]), say(row.title),
          say(reason) + " " + list(types.map { type($0) }),
        ]
      }
    }
    if !rows.isEmpty { paragraph(say(.notAssessedNote)) }
    table([column(.clause), column(.title), column(.reason)], rows)
  }

  mutating func derogations() {
    heading(2, say(.derogations))
    if report.derogations.isEmpty { paragraph(say(.none)) }
    table(
      [
        column(.about), column(.reason), column(.approver), column(.date), column(.acceptedUntil),
        column(.findings),
      ],
      report.derogations.map { row in
        let about = [
          value(row.record.reference.id), value(row.rule), record(row.target),
          value(row.fingerprint),
        ]
        return [
          list(about.filter { !$0.isEmpty }), prose(row.reason), record(row.approvedBy),
          date(row.approvedOn),
          date(row.expiresOn)
            + (row.status == .inForce ? "" : " (" + say(.exception(row.status)) + ")"),
          row.findings.map { index in
            say(report.editions.map { $0.findings[index].message }) + " "
              + place(assessment.findings[index].location)
          }.joined(separator: "; "),
        ]
      })
  }

  // MARK: Performance

  mutating func indicators() {
    guard !report.indicators.isEmpty else { return }
    heading(2, say(.indicators))
    table(
      [
        column(.indicator), column(.process), column(.target), column(.lastValue, isNumber: true),
        column(.date), column(.state),
      ],
      report.indicators.map { series in
        let last = series.points.last
        let state: Term =
          switch last.map(series.meets) {
          case nil: .unmeasured
          case true??: .met
          case false??: .missed
          case .some(nil): .unsaid
          }
        return [
          record(series.record), record(series.process), target(series), number(last?.value),
          date(last?.date), say(state),
        ]
      })
    table(
      [
        column(.indicator), column(.date), column(.value, isNumber: true),
        column(.target, isNumber: true),
      ],
      report.indicators.flatMap { series in
        series.points.map { point in
          [
            value(series.record.reference.id), date(point.date), number(point.value),
            number(point.target ?? series.target),
          ]
        }
      })
  }

  private func target(_ series: IndicatorSeries) -> String {
    var words = ""
    switch series.comparator {
    case "ge": words = "≥ " + number(series.target)
    case "le": words = "≤ " + number(series.target)
    case "eq": words = "= " + number(series.target)
    case "between":
      words = series.bounds.map { number($0.lowerBound) + " – " + number($0.upperBound) } ?? ""
    default: words = number(series.target)
    }
    return series.unit.map { words + " " + value($0, limit: 30) } ?? words
  }

  mutating func projects() {
    guard !report.projects.isEmpty else { return }
    heading(2, say(.projects))
    func share(_ share: Double?) -> String { share.map { number($0.rounded()) + " %" } ?? "" }
    table(
      [
        column(.project), column(.state), column(.budget, isNumber: true),
        column(.paid, isNumber: true), column(.physical, isNumber: true),
        column(.financial, isNumber: true), column(.elapsed, isNumber: true), column(.end),
      ],
      report.projects.map { row in
        [
          record(row.record) + (row.axis.map { " (" + value($0) + ")" } ?? ""),
          word(row.status) { Term.projectStatus($0) }, number(row.budget), number(row.paid),
          share(row.physicalProgress), share(row.financialProgress),
          share(row.elapsed(on: assessment.asOf)), date(row.endOn),
        ]
      })
  }

  // MARK: Annexes

  mutating func inventory() {
    heading(2, say(.inventory))
    paragraph(
      say(.recordCount(assessment.recordCount)) + " · "
        + say(.fileCount(assessment.assessedFiles)))
    // Registers nobody keeps are named too: nothing was seen of them.
    let rows =
      report.inventory.filter { $0.records > 0 } + report.inventory.filter { $0.records == 0 }
    table(
      [column(.recordType), column(.records, isNumber: true), column(.files)],
      rows.map { row in
        [
          (row.title.isEmpty ? "" : say(row.title) + " ") + value(Untrusted(row.type)),
          count(row.records), list(row.files.map { value($0) }, most: 5),
        ]
      })
    let missing = NotProvidedLine.all(assessment)
    if !missing.isEmpty {
      heading(3, say(.notProvided))
      paragraph(say(.toProvide))
    }
    table(
      [column(.register), column(.clauses)],
      missing.map { [value($0.title), list($0.clauses.map { value($0) }, most: 5)] })
    let unread = UnreadLine.all(assessment.unread)
    if !unread.isEmpty { heading(3, say(.unread)) }
    table(
      [column(.files), column(.whyUnread), column(.remedy)],
      unread.map { line in
        [
          line.path.map { value($0) } ?? say(.files(line.count, line.ending)),
          say(.unread(line.reason)), say(.toRead(line.reason)),
        ]
      })
  }

  mutating func sample() {
    guard let sample = report.sample else { return }
    heading(2, say(.sample))
    paragraph(say(.sampleSeed(sample.seed, size: sample.size)))
    paragraph(say(.sampleNote))
    table(
      [
        column(.register), column(.record), column(.stratum), column(.drawnWhy), column(.place),
      ],
      sample.registers.flatMap { register in
        register.items.map { item in
          [
            type(register.type), record(item.record),
            list(item.stratum.map { value($0, limit: 60) }), say(.drawn(item.reason)),
            place(item.record.location),
          ]
        }
      })
    table(
      [
        column(.register), column(.population, isNumber: true), column(.strata, isNumber: true),
        column(.records, isNumber: true),
      ],
      sample.registers.map { register in
        [
          type(register.type), count(register.population), count(register.strata),
          count(register.items.count),
        ]
      })
  }

  mutating func ruleTable() {
    heading(2, say(.rules))
    table(
      [
        column(.rule), column(.grade), column(.basis), column(.register),
        column(.runs, isNumber: true), column(.failures, isNumber: true), column(.clauses),
      ],
      assessment.rules.map { rule in
        let register =
          switch rule.recordType {
          case "organization": say(.organisation)
          case "any": say(.all)
          default: type(rule.recordType)
          }
        return [
          say(rule.title) + " " + value(Untrusted(rule.id)), say(.severity(rule.severity)),
          say(.basis(rule.basis)), register,
          rule.isVacuous ? say(.idle) : count(rule.evaluated), count(rule.failed),
          clauses(rule.clauses),
        ]
      })
  }

  mutating func method() {
    heading(2, say(.method))
    for term in Term.limits { paragraph(say(term)) }
  }
}
