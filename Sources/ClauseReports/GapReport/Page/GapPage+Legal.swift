import ClauseAssessment
import ClauseSource

/// Compliance with obligations: the organisation's own judgement beside what the rules find.
extension GapPage {
  mutating func legal() {
    let legal = report.legal
    section("legal", .legal) { page in
      page.note(.legalNote)
      page.element(.dl, .class("figures")) { page in
        for (term, count) in page.legalFigures { page.entry(term) { $0.html.text(String(count)) } }
      }
      if legal.obligations.isEmpty { return }
      page.tools { $0.searchField() }
      page.table(
        .legal,
        [
          Column(.obligation, "w"), Column(.source, "w"), Column(.criticality),
          Column(.nextDue, "d"),
          Column(.evaluation, "d"), Column(.systemFindings, "w"),
        ], classes: "filtered", isQuiet: true
      ) { page in
        for row in legal.obligations { page.obligation(row) }
      }
    }
  }

  /// The figures of the section.
  var legalFigures: [(Term, Int)] {
    let legal = report.legal
    let others = legal.obligations.count { row in
      row.applicability == "not_applicable" || row.applicability == "informational"
    }
    let undecided = legal.obligations.count {
      $0.applicability == nil || $0.applicability == "unknown"
    }
    return [
      (.applicableCount, legal.applicable.count), (.overdue, legal.overdue.count),
      (.stale, legal.stale.count), (.breach, legal.breached.count),
      (.unacted, legal.unacted.count), (.notApplicableCount, others), (.undecidedCount, undecided),
      (.legalTexts, legal.texts), (.unreferenced, legal.undeclaredReferences),
    ]
  }

  private mutating func obligation(_ row: ObligationRow) {
    element(
      .tr, .id(.obligation(row.record.reference.id.unescaped)),
      .class(row.applies ? "" : "muted")
    ) { page in
      page.element(.th, .scope("row")) { page in
        page.code(row.record.reference.id)
        if let requirement = row.requirement { page.prose(requirement) }
        if let owner = row.owner {
          page.element(.div, .class("small")) { $0.record(owner) }
        }
      }
      page.element(.td) { page in
        if let text = row.text { page.record(text) }
        if let provision = row.provision {
          page.html.text(" ")
          page.value(provision)
        }
        page.sureness(row.confidence)
      }
      page.element(.td) { page in
        if !row.applies {
          page.element(.span, .class("mark m-note"), saying: .state(.notApplicable))
        } else if let word = row.criticality {
          page.word(word, Term.level(word))
        }
      }
      page.dateCell(row.nextDue) { page in
        if row.isOverdue, row.applies {
          page.element(.span, .class("mark m-major"), saying: .overdue)
        }
      }
      page.dateCell(row.evaluatedOn) { page in page.legalState(row) }
      page.element(.td) { page in page.systemFindings(row) }
    }
  }

  /// Writes a mark where the source of a reference is not sure.
  private mutating func sureness(_ word: String?) {
    guard let word, word != "high" else { return }
    html.text(" ")
    element(.span, .class("mark m-observation")) { page in
      page.say(.sureness)
      page.html.text(" ")
      page.word(word, Term.level(word))
    }
  }

  private mutating func legalState(_ row: ObligationRow) {
    guard row.applies else { return }
    element(.div, .class("marks")) { page in
      if let result = row.result {
        let look =
          switch result {
          case "conform": "s-conform"
          case "nonconform": "s-nonconform"
          case "partial": "m-minor"
          default: "m-note"
          }
        page.element(.span, .class("mark " + look)) {
          $0.word(result, Term.evaluationResult(result))
        }
      }
      if let staleness = row.staleness {
        page.element(.span, .class("mark m-minor"), saying: .staleness(staleness))
      }
      if row.isBreached, !row.isActedUpon {
        page.element(.span, .class("mark m-major"), saying: .unacted)
      }
    }
  }

  private mutating func systemFindings(_ row: ObligationRow) {
    element(.ul, .class("inline")) { page in
      for index in row.findings {
        let finding = page.assessment.findings[index]
        page.element(.li) { page in
          page.element(.a, .href(.finding(finding.fingerprint))) {
            $0.code(Untrusted(finding.rule))
          }
        }
      }
    }
  }

  /// Writes a word of a register: translated where it is known.
  mutating func word(_ word: String, _ term: Term?) {
    if let term { say(term) } else { value(Untrusted(word), limit: 60) }
  }
}
