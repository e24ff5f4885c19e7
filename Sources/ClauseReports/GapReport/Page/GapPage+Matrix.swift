import ClauseAssessment
import ClauseSource

/// The clause matrix and the checklist of documented information.
extension GapPage {
  mutating func matrix() {
    section("matrix", .matrix) { page in
      page.note(.matrixNote)
      page.matrixTools()
      var columns = [Column(.clause), Column(.title, "w")]
      columns += page.assessment.standards.map {
        Column(.standard, "s", name: Untrusted($0.name))
      }
      columns += [
        Column(.rulesRun, "n"), Column(.recordsSeen, "n"), Column(.findings, "n"),
        Column(.evidenceRegisters, "w"),
      ]
      page.table(.matrix, columns, classes: "matrix filtered", sortable: false, isQuiet: true) {
        page in
        for row in page.report.clauses { page.clauseRow(row) }
      }
    }
  }

  private mutating func matrixTools() {
    let standards = assessment.standards
    tools { page in
      page.choice("state", .state, ClauseState.allCases.map { ($0.rawValue, Term.state($0)) })
      page.choice(
        "standard", .standard,
        standards.map { standard in
          let name = Phrase(words: HTMLWriter.visible(standard.name, limit: 40))
          return (standard.id, Term(en: name, fr: name, ar: name))
        })
      page.searchField()
    }
  }

  /// Writes the controls of a table or of cards; the script shows them.
  mutating func tools(content: (inout GapPage) -> Void) {
    element(.div, .class("tools"), .hidden) { page in
      content(&page)
      page.element(.button, .type("button"), .data("reset", "1"), saying: .reset)
      page.element(.output, .live) { _ in }
    }
  }

  /// Writes a choice among words, `""` for all.
  mutating func choice(_ name: StaticString, _ label: Term, _ options: [(String, Term)]) {
    element(.label) { page in
      page.element(.span, saying: label)
      page.element(.select, .data("filter", name.description)) { page in
        page.element(.option, .value("")) { $0.html.text(Term.all[$0.language].plain) }
        for (value, term) in options {
          page.element(.option, .value(value)) { $0.html.text(term[$0.language].plain) }
        }
      }
    }
  }

  /// Writes a field to search in what is shown.
  mutating func searchField() {
    element(.label) { page in
      page.element(.span, saying: .search)
      page.empty(.input, .type("search"), .data("filter", "text"))
    }
  }

  private mutating func clauseRow(_ row: ClauseRow) {
    let cells = row.cells.compactMap { $0 }
    let states = Set(cells.map(\.result.state.rawValue)).sorted().joined(separator: " ")
    let standards = zip(assessment.standards, row.cells).filter { $0.1 != nil }.map(\.0.id)
    let look = row.depth == 0 ? "chapter" : row.isLeaf ? "leaf" : "parent"
    element(
      .tr, .class(look), .data("state", states),
      .data("standard", standards.joined(separator: " "))
    ) { page in
      page.element(.th, .scope("row"), .class("k")) { page in
        // Each standard's clause is a place of its own; a row holds up to three.
        for cell in cells {
          page.empty(.span, .class("anchor"), .id(.clause(cell.result.id)))
        }
        page.element(.bdi) { $0.html.text(row.number) }
      }
      page.element(.td, .class("title")) { page in
        page.element(.div, .class("pair"), saying: row.title)
        page.otherTitles(row)
      }
      for cell in row.cells {
        page.element(.td, .class("s")) { page in
          if let cell { page.mark(cell.result.state) }
        }
      }
      page.clauseFacts(row, cells)
    }
  }

  /// The titles of standards that call the clause something else, each title once.
  private mutating func otherTitles(_ row: ClauseRow) {
    var others: [(title: LocalizedText, names: [String])] = []
    for (standard, cell) in zip(assessment.standards, row.cells) {
      guard let title = cell?.result.title, title != row.title else { continue }
      if let index = others.firstIndex(where: { $0.title == title }) {
        others[index].names.append(standard.name)
      } else {
        others.append((title, [standard.name]))
      }
    }
    for other in others {
      element(.div, .class("other")) { page in
        page.element(.bdi) {
          $0.html.text(Untrusted(other.names.joined(separator: ", ")), limit: 120)
        }
        page.html.text(" ")
        page.element(.span, .class("pair"), saying: other.title)
      }
    }
  }

  private mutating func clauseFacts(_ row: ClauseRow, _ cells: [ClauseCell]) {
    guard row.isLeaf else {
      element(.td, .columns(4)) { _ in }
      return
    }
    let ran = Set(cells.flatMap(\.rules))
    let seen = ran.reduce(0) { $0 + (rules[$1]?.evaluated ?? 0) }
    let found = Set(cells.flatMap(\.findings)).filter {
      assessment.findings[$0].state == .new
    }
    count(ran.count)
    count(seen)
    element(.td, .class(found.isEmpty ? "n" : "n strong")) { page in
      guard !found.isEmpty else {
        page.html.text("–")
        return
      }
      page.element(.details) { page in
        page.element(.summary) { $0.html.text(String(found.count)) }
        page.element(.ul, .class("plain")) { page in
          for group in page.open where group.findings.contains(where: found.contains) {
            page.element(.li) { page in
              page.element(.a, .href(group.anchor)) { $0.code(Untrusted(group.rule)) }
            }
          }
        }
      }
    }
    element(.td) { page in
      var types: [String] = []
      for type in cells.flatMap(\.recordTypes) where !types.contains(type) { types.append(type) }
      page.element(.ul, .class("inline")) { page in
        for type in types { page.element(.li) { $0.typeLink(type) } }
        for index in Set(cells.flatMap(\.attestations)).sorted() {
          let label = page.report.attestations[index].record
          page.element(.li) { $0.statementLink(label) }
        }
        for index in Set(cells.flatMap(\.exclusions)).sorted() {
          let label = page.report.exclusions[index].record
          page.element(.li) { $0.statementLink(label) }
        }
      }
    }
  }

  /// Writes a link to a statement of the organisation.
  mutating func statementLink(_ label: RecordLabel) {
    element(.a, .href(label.statementAnchor)) { $0.code(label.reference.id) }
  }

  // MARK: Documented information

  mutating func documents() {
    section("documents", .documents) { page in
      page.table(
        .documents,
        [Column(.requirement, "w"), Column(.clauses, "w"), Column(.state), Column(.records, "w")],
        isQuiet: true
      ) { page in
        for row in page.report.documents { page.documentRow(row) }
      }
    }
  }

  private mutating func documentRow(_ row: DocumentedInformationResult) {
    let look: (String, Term) =
      switch row.state {
      case .present: ("s-conform", .found)
      case .missing: ("s-nonconform", .missing)
      case .notAssessed: ("s-not_assessed", .state(.notAssessed))
      }
    element(.tr) { page in
      page.element(.th, .scope("row")) { page in
        page.element(.div, .class("pair"), saying: row.title)
        page.element(.div, .class("small")) { page in
          let kinds: [(Bool, Term)] = [
            (!row.maintained.isEmpty, .maintain), (!row.retained.isEmpty, .retain),
            (!row.asNecessary.isEmpty, .whereNecessary),
          ]
          for (index, kind) in kinds.filter(\.0).enumerated() {
            if index > 0 { page.html.text(" · ") }
            page.say(kind.1)
          }
        }
      }
      let retained = row.retained.filter { clause in
        !row.maintained.contains { $0.equalsByBytes(clause) }
      }
      page.element(.td) { $0.clauseLinks(row.maintained + retained) }
      page.element(.td) { page in
        page.element(.span, .class("mark " + look.0), saying: look.1)
      }
      page.element(.td) { page in
        page.html.text("\(row.records) ")
        page.element(.ul, .class("inline")) { page in
          for type in row.recordTypes { page.element(.li) { $0.typeLink(type) } }
        }
      }
    }
  }
}

extension RecordLabel {
  /// Where a statement stands in the document.
  var statementAnchor: HTMLAnchor {
    .statement(reference.type.unescaped, reference.id.unescaped)
  }
}
