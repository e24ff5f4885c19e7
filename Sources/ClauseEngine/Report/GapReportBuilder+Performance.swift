import ClauseAssessment
import ClauseCalendar
import ClauseSource

extension GapReportBuilder {
  /// Indicators with their measured values by date; those never measured too.
  func indicators() -> [IndicatorSeries] {
    var points: [Int: [IndicatorSeries.Point]] = [:]
    for measurement in facts.records(MeasurementView.self) {
      guard let indicator = measurement.reference(.kpi)?.index,
        let date = measurement.date(.periodEnd) ?? measurement.date(.measuredOn),
        let value = measurement.number(.value)
      else { continue }
      points[indicator, default: []].append(
        IndicatorSeries.Point(date: date, value: value, target: measurement.number(.target)))
    }
    return facts.records(IndicatorView.self).compactMap { record in
      guard let label = record.label, let index = record.index else { return nil }
      var bounds: ClosedRange<Double>?
      if let low = record.number(.min), let high = record.number(.max), low <= high {
        bounds = low...high
      }
      return IndicatorSeries(
        record: label, process: record.label(.process), unit: record.text(.unit),
        comparator: record.word(.comparator), target: record.number(.target), bounds: bounds,
        points: (points[index] ?? []).sorted { $0.date < $1.date })
    }
  }

  /// The projects of development programmes, in the register's order.
  func projects() -> [ProjectRow] {
    facts.records(ProjectView.self).compactMap { record in
      guard let label = record.label else { return nil }
      return ProjectRow(
        record: label, programme: record.label(.programme), axis: record.text(.axis),
        manager: record.label(.manager), status: record.word(.status),
        budget: record.number(.budget), committed: record.number(.committed),
        paid: record.number(.paid), physicalProgress: record.number(.physicalProgress),
        financialProgress: record.number(.financialProgress),
        progressOn: record.date(.progressOn), startOn: record.date(.startOn),
        endOn: record.date(.endOn))
    }
  }
}
