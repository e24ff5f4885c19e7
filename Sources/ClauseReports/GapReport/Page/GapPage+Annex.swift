import ClauseAssessment
import ClauseSource

/// The annexes: what was read, the sample, the rules, and how it was done.
extension GapPage {
  mutating func inventory() {
    section("inventory", .inventory) { page in
      page.element(.p, .class("note")) { page in
        page.say(.recordCount(page.assessment.recordCount))
        page.html.text(" · ")
        page.say(.fileCount(page.assessment.assessedFiles))
      }
      page.table(
        .inventory, [Column(.recordType, "w"), Column(.records, "n"), Column(.files, "w")],
        isQuiet: true
      ) { page in
        for row in page.report.inventory where row.records > 0 { page.inventoryRow(row) }
        // Registers nobody keeps are named too: nothing was seen of them.
        for row in page.report.inventory where row.records == 0 { page.inventoryRow(row) }
      }
      page.notProvided()
      page.unread()
    }
  }

  /// The registers that nobody provided, with the clauses that wait for them.
  private mutating func notProvided() {
    let lines = NotProvidedLine.all(assessment)
    guard !lines.isEmpty else { return }
    table(
      .notProvided, [Column(.register, "w"), Column(.clauses, "w")], sortable: false
    ) { page in
      for (line, register) in zip(lines, page.assessment.notProvided) {
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { page in
            page.element(.div, .class("pair"), saying: register.title)
          }
          page.element(.td) { page in
            page.element(.ul, .class("plain")) { page in
              for clauses in line.clauses { page.element(.li) { $0.code(clauses) } }
            }
          }
        }
      }
    }
    note(.toProvide)
  }

  /// The files that were not read, why, and what to do.
  private mutating func unread() {
    let lines = UnreadLine.all(assessment.unread)
    guard !lines.isEmpty else { return }
    table(
      .unread, [Column(.files, "w"), Column(.whyUnread, "w"), Column(.remedy, "w")],
      sortable: false
    ) { page in
      for line in lines {
        page.element(.tr) { page in
          page.element(.th, .scope("row")) { page in
            if let path = line.path {
              page.code(path)
            } else {
              page.say(.files(line.count, line.ending))
            }
          }
          page.element(.td, saying: .unread(line.reason))
          page.element(.td, saying: .toRead(line.reason))
        }
      }
    }
  }

  private mutating func inventoryRow(_ row: InventoryRow) {
    element(
      .tr, .id(.recordType(row.type)), .class(row.records == 0 ? "muted" : "")
    ) { page in
      page.element(.th, .scope("row")) { page in
        if !row.title.isEmpty {
          page.element(.div, .class("pair"), saying: row.title)
        }
        page.code(Untrusted(row.type))
      }
      page.count(row.records)
      page.element(.td) { page in
        page.element(.ul, .class("plain")) { page in
          for file in row.files.prefix(5) { page.element(.li) { $0.code(file) } }
          if row.files.count > 5 {
            page.element(.li, saying: .moreCount(row.files.count - 5))
          }
        }
      }
    }
  }

  // MARK: Sample

  mutating func sample() {
    guard let sample = report.sample else { return }
    section("sample", .sample) { page in
      page.note(.sampleSeed(sample.seed, size: sample.size))
      page.note(.sampleNote)
      page.table(
        .sample,
        [
          Column(.register, "w"), Column(.record, "w"), Column(.stratum), Column(.drawnWhy),
          Column(.place, "w"),
        ], isQuiet: true
      ) { page in
        for register in sample.registers {
          for item in register.items { page.sampleItem(item, register) }
        }
      }
      page.table(
        .population,
        [
          Column(.register, "w"), Column(.population, "n"), Column(.strata, "n"),
          Column(.records, "n"),
        ]
      ) { page in
        for register in sample.registers {
          page.element(.tr) { page in
            page.element(.th, .scope("row")) { $0.typeLink(register.type) }
            page.count(register.population)
            page.count(register.strata)
            page.count(register.items.count)
          }
        }
      }
    }
  }

  private mutating func sampleItem(_ item: SampleList.Item, _ register: SampleList.Register) {
    element(.tr) { page in
      page.element(.td) { $0.typeLink(register.type) }
      page.element(.th, .scope("row")) { $0.record(item.record) }
      page.element(.td) { page in
        page.element(.ul, .class("inline")) { page in
          for part in item.stratum { page.element(.li) { $0.code(part, limit: 60) } }
        }
      }
      page.element(.td, saying: .drawn(item.reason))
      page.element(.td) { page in
        if let location = item.record.location { page.place(location) }
      }
    }
  }

  // MARK: Rules

  mutating func ruleTable() {
    let cards = Dictionary(grouping: open) { $0.rule }
    section("rules", .rules) { page in
      page.tools { $0.searchField() }
      page.table(
        .rules,
        [
          Column(.rule, "w"), Column(.grade), Column(.basis), Column(.register), Column(.runs, "n"),
          Column(.failures, "n"), Column(.clauses, "w"),
        ], classes: "filtered rules", isQuiet: true
      ) { page in
        for rule in page.assessment.rules { page.ruleRow(rule, cards[rule.id] ?? []) }
      }
    }
  }

  private mutating func ruleRow(_ rule: RuleResult, _ cards: [FindingGroup]) {
    element(.tr, .id(.rule(rule.id))) { page in
      page.element(.th, .scope("row")) { page in
        page.element(.div, .class("pair"), saying: rule.title)
        page.code(Untrusted(rule.id))
      }
      page.element(.td) { $0.mark(rule.severity) }
      page.element(.td, saying: .basis(rule.basis))
      page.element(.td) { page in
        switch rule.recordType {
        case "organization": page.say(.organisation)
        case "any": page.say(.all)
        default: page.typeLink(rule.recordType)
        }
      }
      if rule.isVacuous {
        page.element(.td, .class("n"), saying: .idle)
      } else {
        page.count(rule.evaluated)
      }
      page.element(.td, .class(rule.failed > 0 ? "n strong" : "n")) { page in
        if let card = cards.first {
          page.element(.a, .href(card.anchor)) { $0.html.text(String(rule.failed)) }
        } else {
          page.html.text(rule.failed == 0 ? "–" : String(rule.failed))
        }
      }
      page.element(.td) { $0.clauseLinks(rule.clauses) }
    }
  }

  // MARK: Method

  mutating func method() {
    section("method", .method) { page in
      for paragraph in Term.limits { page.element(.p, .class("pair"), saying: paragraph) }
    }
  }
}
