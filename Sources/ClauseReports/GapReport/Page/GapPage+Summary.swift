import ClauseAssessment
import ClauseSource

/// The summary: figures by grade and standard, what weighs most, and the self-check.
extension GapPage {
  mutating func summary() {
    section("summary", .summary) { page in
      page.cards()
      if page.assessment.findings.isEmpty { page.note(.noFindings) }
      page.note(.gradeNote)
      page.element(.div, .class("beside even")) { page in
        page.byGrade()
        page.byState()
      }
      page.stateCharts()
      page.weighsMost()
      page.processChart()
    }
  }

  private mutating func cards() {
    element(.div, .class("cards")) { page in
      for severity in Severity.allCases.reversed() {
        page.element(.div, .class("card-figure m-" + severity.rawValue)) { page in
          page.element(.b) { $0.html.text(String($0.assessment.count(severity))) }
          page.element(.span, saying: .severities(severity))
        }
      }
      for state in [FindingState.derogated, .baseline] where page.assessment.count(state) > 0 {
        page.element(.div, .class("card-figure m-note")) { page in
          page.element(.b) { $0.html.text(String($0.assessment.count(state))) }
          page.element(.span, saying: .findingState(state))
        }
      }
    }
  }

  /// Whether a finding cites a clause of a standard.
  func cites(_ finding: Finding, _ standard: StandardResult) -> Bool {
    finding.clauses.contains { $0.utf8.starts(with: (standard.id + "/").utf8) }
  }

  private mutating func byGrade() {
    let standards = assessment.standards
    let columns =
      [Column(.grade)] + standards.map { Column(.standard, "n", name: Untrusted($0.name)) }
      + [Column(.total, "n")]
    table(.byGrade, columns, classes: "compact", sortable: false) { page in
      for severity in Severity.allCases.reversed() {
        let findings = page.assessment.findings.filter {
          $0.state == .new && $0.severity == severity
        }
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { $0.mark(severity) }
          for standard in standards {
            page.count(findings.count { page.cites($0, standard) })
          }
          page.count(findings.count)
        }
      }
    }
  }

  private mutating func byState() {
    let tallies = assessment.standards.map { ClauseTally($0) }
    let columns =
      [Column(.state)]
      + assessment.standards.map { Column(.standard, "n", name: Untrusted($0.name)) }
    table(.byState, columns, classes: "compact", sortable: false) { page in
      for state in ClauseState.allCases {
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { $0.mark(state) }
          for tally in tallies { page.count(tally.count(state)) }
        }
      }
      page.element(.tr, .class("total")) { page in
        page.element(.th, .scope("row"), saying: .total)
        for tally in tallies { page.count(tally.clauses) }
      }
    }
  }

  /// The ten groups of findings that weigh most: by grade, then by how many there are.
  func heaviest() -> [FindingGroup] {
    open.enumerated().sorted { a, b in
      if a.element.severity != b.element.severity { return a.element.severity > b.element.severity }
      let (x, y) = (a.element.findings.count, b.element.findings.count)
      return x != y ? x > y : a.offset < b.offset
    }.prefix(10).map(\.element)
  }

  private mutating func weighsMost() {
    let ranked = heaviest()
    guard !ranked.isEmpty else { return }
    table(
      .first,
      [Column(.grade), Column(.requirement, "w"), Column(.findings, "n"), Column(.clauses, "w")],
      sortable: false
    ) { page in
      for group in ranked {
        page.element(.tr) { page in
          page.element(.td) { $0.mark(group.severity) }
          page.element(.th, .scope("row")) { page in
            page.element(.a, .href(group.anchor), .class("pair")) { $0.ruleTitle(group.rule) }
          }
          page.count(group.findings.count)
          page.element(.td) { $0.clauseLinks(group.clauses) }
        }
      }
    }
  }

  /// Writes what a rule asks, or its id.
  mutating func ruleTitle(_ id: String) {
    if let rule = rules[id], !rule.title.isEmpty {
      say(rule.title)
    } else {
      code(Untrusted(id))
    }
  }

  /// Writes links to clauses as a list on one line.
  mutating func clauseLinks(_ clauses: [String]) {
    element(.ul, .class("inline")) { page in
      for clause in clauses { page.element(.li) { $0.clauseLink(clause) } }
    }
  }

  // MARK: Self-check

  mutating func readiness() {
    let gates = report.gates
    section("readiness", .readiness) { page in
      let isReady = page.isReady
      page.element(.p, .class("verdict " + (isReady ? "ready" : "unready"))) { page in
        page.element(.b, saying: .verdict(isReady: isReady))
        page.element(
          .span, saying: page.gateCounts)
      }
      page.note(.verdictNote)
      page.table(
        .readiness, [Column(.question, "w"), Column(.answer), Column(.reason, "w")],
        sortable: false, isQuiet: true
      ) { page in
        for gate in gates { page.gate(gate) }
      }
    }
  }

  /// Whether every gate says yes, nothing was left unread and no register is missing.
  var isReady: Bool {
    !report.gates.isEmpty && report.gates.allSatisfy { $0.answer == .yes }
      && !assessment.hasErrors && assessment.notProvided.isEmpty
  }

  /// How many gates have each answer.
  var gateCounts: Term {
    func count(_ answer: ReadinessGate.Answer) -> Int {
      report.gates.count { $0.answer == answer }
    }
    return .gateCounts(yes: count(.yes), no: count(.no), notAssessed: count(.notAssessed))
  }

  private mutating func gate(_ gate: ReadinessGate) {
    let look =
      switch gate.answer {
      case .yes: ("s-conform", ClauseState.conform)
      case .no: ("s-nonconform", ClauseState.nonconform)
      case .notAssessed: ("s-not_assessed", ClauseState.notAssessed)
      }
    element(.tr) { page in
      page.element(.th, .scope("row"), .class("pair"), saying: .question(gate.question))
      page.element(.td) { page in
        page.element(.span, .class("mark " + look.0)) { page in
          page.icon(look.1)
          page.say(.answer(gate.answer))
        }
      }
      page.element(.td) { page in
        page.element(.div, .class("pair"), saying: .reason(gate))
        if !gate.records.isEmpty { page.records(gate.records, most: 6) }
        if !gate.clauses.isEmpty {
          page.clauseLinks(Array(gate.clauses.prefix(8)))
          if gate.clauses.count > 8 { page.say(.moreCount(gate.clauses.count - 8)) }
        }
      }
    }
  }
}
