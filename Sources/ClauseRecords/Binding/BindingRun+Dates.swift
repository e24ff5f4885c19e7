import CEL
import ClauseCalendar
import ClauseSource

/// A numeric date whose column has to show whether the day or the month comes first.
struct UndecidedDate {
  let layout: Int
  let slot: Int
  let first: Int
  let second: Int
  let year: Int
  let span: Span
  /// The text as written, for the message.
  let text: String
  let fieldPath: String
  let record: Int
  /// The time of day behind it, where the field holds instants.
  var clock: InstantText.Clock?

  /// Whether only the reading with the day first is possible.
  var provesDayFirst: Bool { first > 12 && second <= 12 }
  /// Whether only the reading with the month first is possible.
  var provesMonthFirst: Bool { second > 12 && first <= 12 }

  func reading(_ order: DateOrder) -> DateText.Reading {
    order == .monthFirst
      ? DateText.date(day: second, month: first, year: year)
      : DateText.date(day: first, month: second, year: year)
  }
}

/// Dates, and the order of day and month that each column of the file proves.
extension BindingRun {
  /// Reads an instant: a date with a time of day.
  mutating func readInstant(
    _ bytes: ArraySlice<UInt8>, _ span: Span, layout: Int, slot: Int
  ) -> BoundValue {
    if let (date, clock) = InstantText.split(bytes) {
      let value = readDate(date[...], span, layout: layout, slot: slot, clock, written: bytes)
      return value
    }
    switch DateText.read(bytes) {
    case .date, .dayAndMonth:
      return unreadable(bytes, .instant, span, .timeMissing)
    case .failure: return readDate(bytes, span, layout: layout, slot: slot)
    }
  }

  /// Reads a date, or with the time of day behind it an instant.
  mutating func readDate(
    _ bytes: ArraySlice<UInt8>, _ span: Span, layout: Int, slot: Int,
    _ clock: InstantText.Clock? = nil, written: ArraySlice<UInt8>? = nil
  ) -> BoundValue {
    let type = catalog.layouts[layout].fields[slot].type.elementType
    let reading = DateText.read(bytes)
    if case .failure(nil, _) = reading, clock == nil, isTable,
      !catalog.layouts[layout].isPast[slot],
      let last = ImpreciseDate.read(bytes)
    {
      impreciseDates = (impreciseDates.count + 1, impreciseDates.first ?? span)
      return .date(last)
    }
    let bytes = written ?? bytes
    guard case .dayAndMonth(let first, let second, let year) = reading else {
      return bound(reading, excerpt(bytes), span, type, clock)
    }
    if let order = plan.dates {
      guard order != .iso else { return unreadable(bytes, type, span, .otherDateOrder) }
      let declared = DateText.date(
        day: order == .dayFirst ? first : second, month: order == .dayFirst ? second : first,
        year: year)
      if case .failure(nil, _) = declared {
        return unreadable(bytes, type, span, .otherDateOrder)
      }
      return bound(declared, excerpt(bytes), span, type, clock)
    }
    if first > 12, second > 12 { return unreadable(bytes, type, span, nil) }
    undecidedDates.append(
      UndecidedDate(
        layout: layout, slot: slot, first: first, second: second, year: year, span: span,
        text: excerpt(bytes), fieldPath: fieldPath, record: result.records.count,
        clock: clock))
    return .undecidedDate(Int32(undecidedDates.count - 1))
  }

  /// The value of a reading that is a date or none.
  private mutating func bound(
    _ reading: DateText.Reading, _ text: String, _ span: Span, _ type: FieldType,
    _ clock: InstantText.Clock?
  ) -> BoundValue {
    switch reading {
    case .date(let date):
      guard let clock else { return .date(date) }
      if let time = clock.instant(on: date, in: zone) { return .instant(time) }
      return unreadable(Array(text.utf8)[...], type, span, nil)
    case .failure(let detail, let nearest):
      let more = nearest.map { [RecordProblem.Argument("nearest", $0.iso)] } ?? []
      if let detail, [.hijriYear, .hijriDay, .hijriTwins].contains(detail) {
        let arguments: [RecordProblem.Argument] = [
          .init("field", fieldPath), .init("value", text),
        ]
        return .malformed(
          problem: problem(.dateHijri, span, arguments + more, detail: detail))
      }
      return unreadable(Array(text.utf8)[...], type, span, detail, more)
    case .dayAndMonth: return unreadable(Array(text.utf8)[...], type, span, nil)
    }
  }

  /// Says that dates were read in the order that the language of the headings has.
  mutating func reportImpliedDates() {
    guard let first = impliedCount.first else { return }
    diagnose(
      .note, "date-order-implied", ReadingWords.impliedOrder(impliedCount.count), first,
      remedy: LocalizedText(
        en: "Say so with dates: day-first in the source.",
        fr: "Pour le confirmer, écrivez dates: day-first dans la source.",
        ar: "لتأكيد ذلك اكتب dates: day-first في المصدر."))
  }

  /// Says that dates without a day were taken for the last one.
  mutating func reportImpreciseDates() {
    guard let first = impreciseDates.first else { return }
    diagnose(.note, "date-imprecise", ReadingWords.impreciseDates(impreciseDates.count), first)
  }

  // MARK: Proof

  /// Decides the dates that were left open, column by column, once the whole file is read.
  mutating func settleDates() {
    if undecidedDates.isEmpty { return }
    var columns: [Int: DateColumn] = [:]
    for date in undecidedDates { columns[column(date), default: DateColumn()].add(date) }
    let settled = undecidedDates.map { settle($0, columns[column($0)] ?? DateColumn()) }
    for index in result.values.indices {
      if case .undecidedDate(let number) = result.values[index] {
        result.values[index] = settled[Int(number)]
      }
    }
    for index in result.elements.indices {
      if case .undecidedDate(let number) = result.elements[index] {
        result.elements[index] = settled[Int(number)]
      }
    }
  }

  private func column(_ date: UndecidedDate) -> Int { date.layout << 16 | date.slot }

  /// What the dates of one column prove.
  private struct DateColumn {
    var dayFirst: (count: Int, example: Span?) = (0, nil)
    var monthFirst: (count: Int, example: Span?) = (0, nil)

    mutating func add(_ date: UndecidedDate) {
      if date.provesDayFirst { dayFirst = (dayFirst.count + 1, dayFirst.example ?? date.span) }
      if date.provesMonthFirst {
        monthFirst = (monthFirst.count + 1, monthFirst.example ?? date.span)
      }
    }

    var isContradictory: Bool { dayFirst.count > 0 && monthFirst.count > 0 }
    /// The order most proofs show; of equal numbers the one in use in the country.
    var order: DateOrder { monthFirst.count > dayFirst.count ? .monthFirst : .dayFirst }
  }

  private mutating func settle(_ date: UndecidedDate, _ column: DateColumn) -> BoundValue {
    path.removeAll(keepingCapacity: true)
    let own: DateOrder? =
      date.provesDayFirst ? .dayFirst : date.provesMonthFirst ? .monthFirst : nil
    if let own {
      if column.isContradictory, own != column.order { return contradiction(date, column) }
      return decided(date, date.reading(own))
    }
    if date.first == date.second || column.dayFirst.count + column.monthFirst.count > 0,
      !column.isContradictory || date.first == date.second
    {
      return decided(date, date.reading(column.order))
    }
    if !column.isContradictory, let order = impliedDates {
      impliedCount = (impliedCount.count + 1, impliedCount.first ?? date.span)
      return decided(date, date.reading(order))
    }
    return ambiguity(date, column)
  }

  private mutating func decided(
    _ date: UndecidedDate, _ reading: DateText.Reading
  ) -> BoundValue {
    let firstProblem = result.problems.count
    let value = bound(
      reading, date.text, date.span, date.clock == nil ? .date : .instant, date.clock)
    if result.problems.count > firstProblem { assign(firstProblem, date) }
    return value
  }

  /// A date in the order that fewer dates of its column prove.
  private mutating func contradiction(
    _ date: UndecidedDate, _ column: DateColumn
  ) -> BoundValue {
    let other = column.order == .dayFirst ? column.dayFirst.example : column.monthFirst.example
    let index = problem(
      .fieldType, date.span,
      [
        .init("field", date.fieldPath), .init("value", date.text),
        .init("type", FieldType.date.spelling),
      ], detail: .contradictoryOrders,
      related: other.map { [.init($0, .orderProof)] } ?? [])
    assign(Int(index), date)
    return .malformed(problem: index)
  }

  private mutating func ambiguity(_ date: UndecidedDate, _ column: DateColumn) -> BoundValue {
    var arguments: [RecordProblem.Argument] = [
      .init("field", date.fieldPath), .init("value", date.text),
    ]
    for (name, order) in [("first", DateOrder.dayFirst), ("second", .monthFirst)] {
      if case .date(let day) = date.reading(order) { arguments.append(.init(name, day.iso)) }
    }
    let proofs = [column.dayFirst.example, column.monthFirst.example].compactMap { $0 }
    let index = problem(
      .dateAmbiguous, date.span, arguments,
      detail: column.isContradictory ? .contradictoryOrders : .unprovenOrder,
      related: proofs.map { .init($0, .orderProof) })
    assign(Int(index), date)
    return .malformed(problem: index)
  }

  /// Gives a problem that was found after its record to that record.
  private mutating func assign(_ index: Int, _ date: UndecidedDate) {
    guard date.record < result.records.count else { return }
    let record = result.records[date.record]
    result.problems[index].fieldPath = date.fieldPath
    result.problems[index].record = date.record
    result.problems[index].recordType = catalog.types[record.typeIndex].name
    result.problems[index].recordID = Untrusted(record.id)
    result.problems[index].arguments = result.problems[index].arguments.map {
      $0.name.equalsByBytes("field") ? .init("field", date.fieldPath) : $0
    }
  }
}
