import ClauseAssessment
import ClauseSource

/// Nonconformities, observations and the action plan.
extension GapPage {
  /// Findings of one group whose reasons are shown in a long report.
  private static let reasonsOfLongReports = 5

  mutating func nonconformities() {
    let groups = open.filter { $0.severity > .observation }
    section("nonconformities", .nonconformities) { page in
      if groups.isEmpty { page.note(.noFindings) } else { page.findingTools(groups) }
      for severity in [Severity.major, .minor] {
        let graded = groups.filter { $0.severity == severity }
        if graded.isEmpty { continue }
        page.element(.h3) { page in
          page.say(.severities(severity))
          page.element(.span, .class("count")) {
            $0.html.text(String(graded.reduce(0) { $0 + $1.findings.count }))
          }
        }
        for group in graded { page.card(group) }
      }
      if !page.baseline.isEmpty {
        page.element(.details, .class("more")) { page in
          page.element(.summary, saying: .findingState(.baseline))
          for group in page.baseline { page.card(group) }
        }
      }
    }
  }

  mutating func observations() {
    let groups = open.filter { $0.severity == .observation }
    section("observations", .observations) { page in
      if groups.isEmpty { page.note(.noFindings) }
      for group in groups { page.card(group) }
      page.undecided()
      page.dataProblems()
      page.inputTrouble()
    }
  }

  private mutating func findingTools(_ groups: [FindingGroup]) {
    let processes = Set(
      groups.flatMap(\.findings).compactMap { report.contexts[$0].process?.reference.id })
    tools { page in
      page.choice(
        "grade", .grade, [Severity.major, .minor].map { ($0.rawValue, Term.severity($0)) })
      page.choice(
        "standard", .standard,
        page.assessment.standards.map { standard in
          let name = Phrase(words: HTMLWriter.visible(standard.name, limit: 40))
          return (standard.id, Term(en: name, fr: name, ar: name))
        })
      page.choice(
        "process", .process,
        processes.map(\.unescaped).sorted { $0.precedesByBytes($1) }.map { id in
          let name = Phrase(words: HTMLWriter.visible(id, limit: 60))
          return (HTMLWriter.visible(id, limit: 60), Term(en: name, fr: name, ar: name))
        })
      page.searchField()
    }
  }

  private mutating func card(_ group: FindingGroup) {
    html.lineBreak()
    let standards = Set(group.clauses.map { String($0.prefix { $0 != "/" }) }).sorted()
    element(
      .article, .class("card m-" + group.severity.rawValue), .id(group.anchor),
      .data("grade", group.severity.rawValue),
      .data("standard", standards.joined(separator: " "))
    ) { page in
      page.cardHead(group)
      page.requirement(group)
      page.evidence(group)
      if group.severity > .observation { page.blanks(group) }
    }
  }

  private mutating func cardHead(_ group: FindingGroup) {
    element(.header) { page in
      page.element(.h4, .class("pair")) { $0.ruleTitle(group.rule) }
      page.element(.p, .class("marks")) { page in
        page.mark(group.severity)
        let basis = page.assessment.findings[group.findings[0]].basis
        page.element(.span, .class("mark m-note"), saying: .basis(basis))
        page.ruleLink(group.rule)
        page.element(.span, .class("small"), saying: .findingCount(group.findings.count))
      }
    }
  }

  /// What is asked: the intent of each clause cited, in our own words, once for each row.
  private mutating func requirement(_ group: FindingGroup) {
    var shown: [Int] = []
    element(.dl, .class("requirement")) { page in
      page.entry(.requirement) { page in
        page.clauseLinks(group.clauses)
        for clause in group.clauses {
          guard let row = page.rowOfClause[clause], !shown.contains(row) else { continue }
          let intent = page.report.clauses[row].intent
          // The same words under another number say nothing new.
          if intent.isEmpty || shown.contains(where: { page.report.clauses[$0].intent == intent }) {
            continue
          }
          shown.append(row)
          if shown.count > 3 { break }
          page.element(.p, .class("intent pair"), saying: intent)
        }
      }
      let remedies = page.report.editions.map { $0.findings[group.findings[0]].remedy }
      if !remedies[0].isEmpty, page.hasOneRemedy(group) {
        page.entry(.remedy) { page in
          page.element(.div, .class("pair")) { $0.say(remedies) }
        }
      }
    }
  }

  func hasOneRemedy(_ group: FindingGroup) -> Bool {
    let first = assessment.findings[group.findings[0]].remedy
    return group.findings.allSatisfy { assessment.findings[$0].remedy == first }
  }

  private mutating func evidence(_ group: FindingGroup) {
    let shown = isLong ? Self.reasonsOfLongReports : group.findings.count
    let oneRemedy = hasOneRemedy(group)
    element(.ol, .class("evidence")) { page in
      for (position, index) in group.findings.enumerated() {
        page.findingItem(index, withReasons: position < shown, withRemedy: !oneRemedy)
      }
    }
    if group.findings.count > shown { note(.witnessCut) }
  }

  private mutating func findingItem(_ index: Int, withReasons: Bool, withRemedy: Bool) {
    let finding = assessment.findings[index]
    let context = report.contexts[index]
    let process = context.process.map { HTMLWriter.visible($0.reference.id.unescaped, limit: 60) }
    let place = place(ofFinding: finding.fingerprint)
    element(.li, place, .data("process", process ?? "")) { page in
      page.element(.div, .class(page.isBilingual ? "pair said" : "said")) { page in
        page.say(page.report.editions.map { $0.findings[index].message })
      }
      page.element(.div, .class("where")) { page in
        page.place(finding.location)
        if let process = context.process {
          page.html.text(" · ")
          // The summary names each process; ten thousand times its name is too much.
          if page.isLong { page.code(process.reference.id) } else { page.record(process) }
        }
        if let owner = context.owner {
          page.html.text(" · ")
          page.record(owner)
        }
      }
      if withReasons { page.reasons(index) }
      if withRemedy, !finding.remedy.isEmpty {
        page.element(.div, .class("pair remedy")) { page in
          page.say(page.report.editions.map { $0.findings[index].remedy })
        }
      }
    }
  }

  private mutating func reasons(_ index: Int) {
    let finding = assessment.findings[index]
    if finding.because.isEmpty, finding.related.isEmpty { return }
    element(.ul, .class("why")) { page in
      for line in finding.because.indices {
        page.element(.li, .class("pair")) { page in
          page.say(
            page.report.editions.map { edition in
              let lines = edition.findings[index].because
              return line < lines.count ? lines[line] : finding.because[line]
            })
        }
      }
      for related in finding.related {
        page.element(.li) { page in
          page.say(.seeAlso)
          page.html.text(" ")
          page.place(related.location)
        }
      }
    }
  }

  /// Empty fields: cause and action are the organisation's to find.
  private mutating func blanks(_ group: FindingGroup) {
    let owners = group.findings.compactMap { report.contexts[$0].owner }
    element(.dl, .class("blanks")) { page in
      for term in [Term.cause, .correction, .correctiveAction] {
        page.entry(term) { $0.element(.div, .class("blank")) { _ in } }
      }
      page.entry(.owner) { page in
        if let owner = owners.first, owners.allSatisfy({ $0 == owner }) {
          page.record(owner)
        } else {
          page.element(.div, .class("blank")) { _ in }
        }
      }
      for term in [Term.due, .verified] {
        page.entry(term) { $0.element(.div, .class("blank")) { _ in } }
      }
    }
  }

  // MARK: What could not be judged

  private mutating func undecided() {
    guard !assessment.notices.isEmpty else { return }
    let notices = assessment.notices
    table(
      .undecidedTitle, [Column(.rule), Column(.record), Column(.reason, "w"), Column(.place, "w")]
    ) { page in
      for (index, notice) in notices.enumerated() {
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { $0.ruleLink(notice.rule) }
          page.element(.td) { page in if let record = notice.record { page.code(record.id) } }
          page.element(.td, .class("pair")) { page in
            page.say(page.report.editions.map { $0.notices[index].reason })
          }
          page.element(.td) { $0.place(notice.location) }
        }
      }
    }
  }

  /// What could not be read, joined or trusted: a row for each word or column.
  private mutating func dataProblems() {
    let groups = DataProblemGroup.all(assessment)
    guard !groups.isEmpty else { return }
    table(
      .dataProblems,
      [
        Column(.place, "w"), Column(.reason, "w"), Column(.placesTitle, "n"), Column(.remedy, "w"),
      ], sortable: false
    ) { page in
      for group in groups {
        let finding = page.assessment.findings[group.first]
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { $0.place(finding.location) }
          page.element(.td, .class("pair")) { page in
            page.say(page.report.editions.map { $0.findings[group.first].message })
          }
          page.count(group.count)
          page.element(.td, .class("pair")) { page in
            page.say(page.report.editions.map { $0.findings[group.first].remedy })
          }
        }
      }
    }
    note(.dataProblemsNote)
  }

  private mutating func inputTrouble() {
    let troubles = assessment.diagnostics.filter { $0.severity != .note }
    guard !troubles.isEmpty else { return }
    table(.inputTitle, [Column(.place, "w"), Column(.reason, "w")], sortable: false) { page in
      for trouble in troubles {
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { page in
            if let location = trouble.location { page.place(location) }
          }
          page.element(.td) { page in
            page.element(
              .p, .lang(trouble.language), trouble.language == .arabic ? .dirAuto : .dirLTR
            ) {
              $0.html.text(trouble.message, limit: TerminalText.messageLimit)
            }
          }
        }
      }
    }
  }

  // MARK: Action plan

  mutating func actionPlan() {
    let groups = open.filter { $0.severity > .observation }
    section("plan", .actionPlan) { page in
      guard !groups.isEmpty else {
        page.note(.noFindings)
        return
      }
      page.table(
        .actionPlan,
        [
          Column(.grade), Column(.requirement, "w"), Column(.findings, "n"),
          Column(.correctiveAction, "b"), Column(.responsible, "b"), Column(.due, "b"),
          Column(.verified, "b"),
        ], classes: "plan", isQuiet: true
      ) { page in
        for group in groups {
          page.element(.tr) { page in
            page.element(.td) { $0.mark(group.severity) }
            page.element(.th, .scope("row")) { page in
              page.element(.a, .href(group.anchor), .class("pair")) { $0.ruleTitle(group.rule) }
            }
            page.count(group.findings.count)
            for _ in 0..<4 { page.element(.td, .class("b")) { _ in } }
          }
        }
      }
    }
  }
}
