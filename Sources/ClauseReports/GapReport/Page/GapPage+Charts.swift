import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// A drawing: where things stand, mirrored where text runs from right to left.
struct Drawing {
  var width: Double
  var height: Double
  var isMirrored: Bool

  /// The horizontal place of what lies `x` from where reading begins.
  func x(_ x: Double, width span: Double = 0) -> Double { isMirrored ? width - x - span : x }
}

/// Charts: each stands beside or above a table with the same figures.
extension GapPage {
  /// Writes a drawing with its name for who cannot see it.
  mutating func drawing(
    _ name: String, width: Double, height: Double, classes: String = "chart",
    content: (inout GapPage, Drawing) -> Void
  ) {
    let drawing = Drawing(width: width, height: height, isMirrored: language.isRightToLeft)
    element(
      .svg, .class(classes), .role("img"), .label(name),
      .drawing(
        "viewBox", "0 0 \(DecimalText.short(width)) \(DecimalText.short(height))"),
      .number("width", width), .number("height", height)
    ) { content(&$0, drawing) }
  }

  /// Writes a bar.
  mutating func bar(
    _ drawing: Drawing, x: Double, y: Double, width: Double, height: Double, look: String
  ) {
    empty(
      .rect, .class(look), .number("x", drawing.x(x, width: width)), .number("y", y),
      .number("width", width), .number("height", height))
  }

  /// Writes a line.
  mutating func line(
    _ drawing: Drawing, from: (x: Double, y: Double), to: (x: Double, y: Double), look: String
  ) {
    empty(
      .line, .class(look), .number("x1", drawing.x(from.x)), .number("y1", from.y),
      .number("x2", drawing.x(to.x)), .number("y2", to.y))
  }

  /// Writes a label of a drawing.
  mutating func label(
    _ drawing: Drawing, _ text: String, x: Double, y: Double, look: String = "",
    anchor: String = "start"
  ) {
    element(
      .text, .class(look), .number("x", drawing.x(x)), .number("y", y),
      .drawing("text-anchor", anchor)
    ) { $0.html.text(text) }
  }

  // MARK: States by chapter

  /// The leaf clauses of a standard by chapter and state.
  func chapters(_ standard: Int) -> [(number: String, title: LocalizedText, counts: [Int])] {
    var result: [(number: String, title: LocalizedText, counts: [Int])] = []
    for row in report.clauses {
      guard let cell = row.cells[standard] else { continue }
      if row.depth == 0 {
        result.append((row.chapter, row.title, ClauseState.allCases.map { _ in 0 }))
      }
      guard cell.result.isLeaf, let last = result.indices.last,
        let state = ClauseState.allCases.firstIndex(of: cell.result.state)
      else { continue }
      result[last].counts[state] += 1
    }
    return result
  }

  mutating func stateCharts() {
    guard !assessment.standards.isEmpty else { return }
    element(.h3, saying: .charts)
    legend()
    element(.div, .class("charts")) { page in
      for index in page.assessment.standards.indices { page.stateChart(index) }
    }
    element(.details, .class("more")) { page in
      page.element(.summary, saying: .chartTable)
      let columns =
        [Column(.standard), Column(.chapter, "w")]
        + ClauseState.allCases.map { Column(.state($0), "n") }
      page.table(.charts, columns, classes: "compact", sortable: false) { page in
        for (index, standard) in page.assessment.standards.enumerated() {
          for chapter in page.chapters(index) {
            page.element(.tr) { page in
              page.element(.td) { $0.standardName(standard) }
              page.element(.th, .scope("row")) { page in
                page.element(.bdi) { $0.html.text(chapter.number) }
                page.html.text(" ")
                page.say(chapter.title)
              }
              for count in chapter.counts { page.count(count) }
            }
          }
        }
      }
    }
  }

  private mutating func legend() {
    element(.ul, .class("inline legend")) { page in
      for state in ClauseState.allCases { page.element(.li) { $0.mark(state) } }
    }
  }

  private mutating func stateChart(_ index: Int) {
    let standard = assessment.standards[index]
    let rows = chapters(index)
    let most = rows.map { $0.counts.reduce(0, +) }.max() ?? 1
    element(.figure) { page in
      page.element(.figcaption) { $0.standardName(standard) }
      let name = Term.charts[page.language].plain + ", " + standard.name
      page.drawing(
        HTMLWriter.visible(name, limit: 120), width: 320, height: Double(rows.count) * 26 + 4
      ) { page, drawing in
        for (line, row) in rows.enumerated() {
          let y = Double(line) * 26 + 4
          page.label(drawing, row.number, x: 0, y: y + 14, look: "num")
          let unit = 270 / Double(max(most, 1))
          var x = 26.0
          for (state, count) in zip(ClauseState.allCases, row.counts) where count > 0 {
            let width = unit * Double(count)
            page.bar(
              drawing, x: x, y: y, width: max(width - 1.5, 1), height: 18,
              look: "f-" + state.rawValue)
            if width > 13 {
              page.label(
                drawing, String(count), x: x + width / 2 - 0.75, y: y + 13,
                look: "on f-on-" + state.rawValue, anchor: "middle")
            }
            x += width
          }
        }
      }
    }
  }

  // MARK: Findings by process

  mutating func processChart() {
    let rows = processRows()
    guard rows.contains(where: { $0.label != nil }) else { return }
    let most = rows.map { $0.counts.reduce(0, +) }.max() ?? 1
    element(.h3, saying: .byProcess)
    element(.div, .class("beside")) { page in
      page.element(.figure) { page in
        let shown = rows.prefix(16)
        page.drawing(
          Term.byProcess[page.language].plain, width: 420, height: Double(shown.count) * 32 + 4
        ) { page, drawing in
          for (line, row) in shown.enumerated() {
            page.processBar(drawing, row, y: Double(line) * 32, unit: 380 / Double(most))
          }
        }
      }
      let columns =
        [Column(.process, "w")] + Severity.allCases.reversed().map { Column(.severity($0), "n") }
      page.table(.byProcess, columns, classes: "compact") { page in
        for row in rows {
          page.element(.tr) { page in
            page.element(.th, .scope("row")) { page in
              if let label = row.label { page.record(label) } else { page.say(.noProcess) }
            }
            for count in row.counts { page.count(count) }
          }
        }
      }
    }
  }

  private mutating func processBar(
    _ drawing: Drawing, _ row: (label: RecordLabel?, counts: [Int]), y: Double, unit: Double
  ) {
    var name = Term.noProcess[language].plain
    if let label = row.label {
      name = label.reference.id.unescaped
      if let title = label.title(in: language) { name += " " + title.unescaped }
    }
    self.label(drawing, HTMLWriter.visible(name, limit: 52), x: 0, y: y + 12)
    var x = 0.0
    for (severity, count) in zip(Severity.allCases.reversed(), row.counts) where count > 0 {
      let width = unit * Double(count)
      bar(
        drawing, x: x, y: y + 17, width: max(width - 1.5, 1), height: 9,
        look: "g-" + severity.rawValue)
      x += width
    }
    self.label(
      drawing, String(row.counts.reduce(0, +)), x: x + 6, y: y + 26, look: "num")
  }

  /// Open findings by process and severity, the gravest severity first; most findings first.
  func processRows() -> [(label: RecordLabel?, counts: [Int])] {
    var rows: [(label: RecordLabel?, counts: [Int])] = []
    var places: [Untrusted?: Int] = [:]
    let severities = Array(Severity.allCases.reversed())
    for (index, finding) in assessment.findings.enumerated() where finding.state == .new {
      let process = report.contexts[index].process
      let place = places[process?.reference.id] ?? rows.count
      if place == rows.count {
        places[process?.reference.id] = place
        rows.append((process, severities.map { _ in 0 }))
      }
      if let severity = severities.firstIndex(of: finding.severity) {
        rows[place].counts[severity] += 1
      }
    }
    return rows.enumerated().sorted { a, b in
      let (x, y) = (a.element.counts.reduce(0, +), b.element.counts.reduce(0, +))
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }

  // MARK: Deadlines

  mutating func deadlineChart() {
    guard let span = report.horizons.max(), span > 0 else { return }
    var days: [CivilDate: [Int]] = [:]
    let severities = Array(Severity.allCases.reversed())
    for entry in report.comingDue {
      guard let severity = severities.firstIndex(of: entry.finding.severity) else { continue }
      days[entry.beginsOn, default: [0, 0, 0]][severity] += 1
    }
    let most = Double(days.values.map { $0.reduce(0, +) }.max() ?? 1)
    let asOf = assessment.asOf
    element(
      .div, .class("scroll"), .role("region"), .label(Term.comingDue[language].plain), .focusable
    ) { page in
      page.element(.figure, .class("timeline")) { page in
        page.drawing(Term.comingDue[page.language].plain, width: 760, height: 170) {
          page, drawing in
          let unit = 720 / Double(span)
          page.timeAxis(drawing, asOf, span, unit)
          for (day, counts) in days.sorted(by: { $0.key < $1.key }) {
            let x = 20 + Double(day.days(since: asOf)) * unit
            // The square root keeps a single deadline visible beside many.
            let height = (Double(counts.reduce(0, +)) / most).squareRoot() * 96
            var y = 130.0
            for (severity, count) in zip(severities, counts) where count > 0 {
              let part = height * Double(count) / Double(counts.reduce(0, +))
              page.bar(
                drawing, x: x - 2, y: y - part, width: 4, height: part,
                look: "g-" + severity.rawValue)
              y -= part
            }
          }
        }
      }
    }
  }

  private mutating func timeAxis(
    _ drawing: Drawing, _ asOf: CivilDate, _ span: Int, _ unit: Double
  ) {
    var from = 0
    for (index, days) in report.horizons.enumerated() {
      bar(
        drawing, x: 20 + Double(from) * unit, y: 16, width: Double(days - from) * unit, height: 114,
        look: index % 2 == 0 ? "band" : "band odd")
      label(
        drawing, Term.withinDays(days)[language].plain, x: 20 + Double(from + days) / 2 * unit,
        y: 11, look: "axis", anchor: "middle")
      from = days
    }
    line(drawing, from: (20, 130), to: (740, 130), look: "base")
    for offset in 0...span {
      guard let day = asOf.adding(days: offset), day.day == 1 else { continue }
      let x = 20 + Double(offset) * unit
      line(drawing, from: (x, 130), to: (x, 136), look: "base")
      label(
        drawing, DateWords.month(day.month, in: language), x: x, y: 149, look: "axis",
        anchor: "middle")
      if day.month == 1 {
        label(drawing, String(day.year), x: x, y: 163, look: "axis", anchor: "middle")
      }
    }
  }
}
