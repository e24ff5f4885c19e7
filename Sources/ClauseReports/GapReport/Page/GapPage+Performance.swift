import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// Indicators against their targets, and the progress of projects.
extension GapPage {
  mutating func indicators() {
    section("indicators", .indicators) { page in
      page.element(.div, .class("multiples")) { page in
        for series in page.report.indicators where series.points.count > 1 {
          page.indicatorChart(series)
        }
      }
      page.table(
        .indicators,
        [
          Column(.indicator, "w"), Column(.process, "w"), Column(.target), Column(.lastValue, "n"),
          Column(.date, "d"), Column(.state),
        ], isQuiet: true
      ) { page in
        for series in page.report.indicators { page.indicatorRow(series) }
      }
      page.measurements()
    }
  }

  private mutating func indicatorRow(_ series: IndicatorSeries) {
    let last = series.points.last
    element(.tr) { page in
      page.element(.th, .scope("row")) { $0.record(series.record) }
      page.element(.td) { $0.record(series.process) }
      page.element(.td) { $0.target(series) }
      page.element(.td, .class("n"), .data("v", last.map { DecimalText.short($0.value) } ?? "")) {
        $0.number(last?.value)
      }
      page.dateCell(last?.date)
      page.element(.td) { page in
        guard let last else {
          page.element(.span, .class("mark s-not_assessed"), saying: .unmeasured)
          return
        }
        switch series.meets(last) {
        case true?: page.element(.span, .class("mark s-conform"), saying: .met)
        case false?: page.element(.span, .class("mark s-nonconform"), saying: .missed)
        case nil: page.element(.span, .class("mark m-note"), saying: .unsaid)
        }
      }
    }
  }

  private mutating func target(_ series: IndicatorSeries) {
    let sign: String
    switch series.comparator {
    case "ge": sign = "≥ "
    case "le": sign = "≤ "
    case "eq": sign = "= "
    default: sign = ""
    }
    element(.bdi, .dirLTR) { page in
      if series.comparator == "between", let bounds = series.bounds {
        page.html.text(DecimalText.grouped(bounds.lowerBound, in: page.language) + " – ")
        page.html.text(DecimalText.grouped(bounds.upperBound, in: page.language))
      } else if let target = series.points.last?.target ?? series.target {
        page.html.text(sign + DecimalText.grouped(target, in: page.language))
      }
    }
    if let unit = series.unit {
      html.text(" ")
      value(unit, limit: 30)
    }
  }

  private mutating func indicatorChart(_ series: IndicatorSeries) {
    let values =
      series.points.map(\.value) + series.points.compactMap { $0.target ?? series.target }
    guard let first = series.points.first, let last = series.points.last,
      let low = values.min(), let high = values.max()
    else { return }
    let days = Double(max(last.date.days(since: first.date), 1))
    let range = max(high - low, abs(high) / 100, 0.01)
    func place(_ point: IndicatorSeries.Point, _ value: Double) -> (x: Double, y: Double) {
      (6 + Double(point.date.days(since: first.date)) / days * 188, 58 - (value - low) / range * 48)
    }
    element(.figure, .class("multiple")) { page in
      page.element(.figcaption) { page in
        page.record(series.record)
      }
      let name = series.record.title(in: page.language) ?? series.record.reference.id
      page.drawing(HTMLWriter.visible(name.unescaped, limit: 120), width: 200, height: 66) {
        page, drawing in
        for (a, b) in zip(series.points, series.points.dropFirst()) {
          page.line(drawing, from: place(a, a.value), to: place(b, b.value), look: "series")
          if let x = a.target ?? series.target, let y = b.target ?? series.target {
            page.line(drawing, from: place(a, x), to: place(b, y), look: "target")
          }
        }
        for point in series.points { page.dot(drawing, place(point, point.value), series, point) }
      }
      page.element(.p, .class("small")) { page in
        page.number(last.value)
        page.html.text(" · ")
        page.target(series)
      }
    }
  }

  private mutating func dot(
    _ drawing: Drawing, _ place: (x: Double, y: Double), _ series: IndicatorSeries,
    _ point: IndicatorSeries.Point
  ) {
    if series.meets(point) == false {
      // A square beside circles: the shape says it without the colour.
      bar(
        drawing, x: place.x - 3, y: place.y - 3, width: 6, height: 6, look: "g-major")
    } else {
      empty(
        .circle, .class("dot"), .number("cx", drawing.x(place.x)), .number("cy", place.y),
        .number("r", 2.5))
    }
  }

  private mutating func measurements() {
    let series = report.indicators.filter { !$0.points.isEmpty }
    guard !series.isEmpty else { return }
    element(.details, .class("more")) { page in
      page.element(.summary, saying: .chartTable)
      page.table(
        .chartTable,
        [Column(.indicator), Column(.date, "d"), Column(.value, "n"), Column(.target, "n")]
      ) { page in
        for one in series {
          for point in one.points {
            page.element(.tr) { page in
              page.element(.td) { $0.code(one.record.reference.id) }
              page.dateCell(point.date)
              page.element(.td, .class("n")) { $0.number(point.value) }
              page.element(.td, .class("n")) { $0.number(point.target ?? one.target) }
            }
          }
        }
      }
    }
  }

  // MARK: Projects

  mutating func projects() {
    let asOf = assessment.asOf
    section("projects", .projects) { page in
      page.progressChart()
      page.table(
        .projects,
        [
          Column(.project, "w"), Column(.state), Column(.budget, "n"), Column(.paid, "n"),
          Column(.physical, "n"), Column(.financial, "n"), Column(.elapsed, "n"), Column(.end, "d"),
        ], isQuiet: true
      ) { page in
        for row in page.report.projects { page.project(row, asOf) }
      }
    }
  }

  private mutating func project(_ row: ProjectRow, _ asOf: CivilDate) {
    element(.tr) { page in
      page.element(.th, .scope("row")) { page in
        page.record(row.record)
        if let axis = row.axis {
          page.element(.div, .class("small")) { $0.value(axis) }
        }
      }
      page.element(.td) { page in
        if let status = row.status { page.word(status, Term.projectStatus(status)) }
      }
      for amount in [row.budget, row.paid] {
        page.element(.td, .class("n"), .data("v", amount.map(DecimalText.short) ?? "")) {
          $0.number(amount)
        }
      }
      for share in [row.physicalProgress, row.financialProgress, row.elapsed(on: asOf)] {
        page.element(.td, .class("n"), .data("v", share.map(DecimalText.short) ?? "")) { page in
          guard let share else { return }
          page.element(.bdi, .dirLTR) {
            $0.html.text(DecimalText.grouped(share.rounded(), in: $0.language) + " %")
          }
        }
      }
      page.dateCell(row.endOn)
    }
  }

  private mutating func progressChart() {
    let rows = report.projects.filter { $0.physicalProgress != nil }
    guard !rows.isEmpty else { return }
    let asOf = assessment.asOf
    element(.ul, .class("inline legend")) { page in
      for (look, term) in [
        ("p-physical", Term.physical), ("p-financial", .financial), ("p-elapsed", .elapsed),
      ] {
        page.element(.li) { page in
          page.drawing(term[page.language].plain, width: 14, height: 10, classes: "key") {
            page, drawing in
            page.bar(drawing, x: 0, y: 1, width: 14, height: 8, look: look)
          }
          page.html.text(" ")
          page.say(term)
        }
      }
    }
    element(.figure, .class("progress")) { page in
      page.drawing(
        Term.projects[page.language].plain, width: 420, height: Double(rows.count) * 42 + 4
      ) { page, drawing in
        for (line, row) in rows.enumerated() {
          page.progressBars(drawing, row, asOf, y: Double(line) * 42)
        }
      }
    }
  }

  private mutating func progressBars(
    _ drawing: Drawing, _ row: ProjectRow, _ asOf: CivilDate, y: Double
  ) {
    var name = row.record.reference.id.unescaped
    if let title = row.record.title(in: language) { name += " " + title.unescaped }
    label(drawing, HTMLWriter.visible(name, limit: 56), x: 0, y: y + 12)
    bar(drawing, x: 0, y: y + 17, width: 410, height: 16, look: "band odd")
    let shares = [
      (row.physicalProgress, "p-physical", 17.0), (row.financialProgress, "p-financial", 25.0),
    ]
    for (share, look, top) in shares {
      guard let share else { continue }
      bar(
        drawing, x: 0, y: y + top, width: 4.1 * min(max(share, 0), 100), height: 7, look: look)
    }
    if let elapsed = row.elapsed(on: asOf) {
      bar(drawing, x: 4.1 * elapsed - 1, y: y + 15, width: 2, height: 20, look: "p-elapsed")
    }
  }
}
