import ClauseAssessment
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// `instant` fields: a date, a time of day and where the clock stood.
@Suite struct InstantTests {
  private static let pack = """
    pack: own
    version: 0.1.0
    status: draft
    title: { en: Events }
    ---
    types:
      event:
        plural: events
        title: { en: Event }
        fields: { begun: instant, ended: instant, planned_on: date, told: instant }
        integrity: { past: [told] }
    ---
    rules:
      - id: forward
        title: { en: An event ends after it began }
        for: event
        require: { order: [begun, ended] }
        severity: minor
        basis: own
        message: { en: "{event.id}: {event.ended} before {event.begun}" }
      - id: planned
        title: { en: An event begins on its day or later }
        for: event
        require: { order: [planned_on, begun] }
        severity: minor
        basis: own
        message: { en: "{event.id}: {event.begun} before {event.planned_on}" }
      - id: within-a-year
        title: { en: An event is not old }
        for: event
        require: { within: { since: begun, or: keep } }
        severity: minor
        basis: own
        message: { en: "{event.id} was due on {due}" }
      - id: long
        title: { en: An event lasts a day at most }
        for: event
        where: has(event.begun) && has(event.ended)
        require: event.ended - event.begun <= duration("24h")
        severity: minor
        basis: own
        message: { en: "{event.id} lasts too long" }
      - id: not-ahead
        title: { en: An event has begun }
        for: event
        require: { not_future: [begun] }
        severity: minor
        basis: own
        message: { en: "{event.id} lies ahead" }
    """
  private static let parameters = "parameters: { keep: { type: period, default: P1Y, title: K } }"

  private func assess(
    _ events: String, _ configuration: String = "", on day: String = "2026-02-15"
  ) throws -> Assessment {
    let pack = Self.pack.replacingOccurrences(
      of: "title: { en: Events }\n", with: "title: { en: Events }\n" + Self.parameters + "\n")
    let organization = try Organization(["pack/pack.yaml": pack, "events.yaml": events])
    if !configuration.isEmpty { try organization.write(configuration, to: "clauselint.yaml") }
    return try organization.assess(on: day)
  }

  private func event(_ id: String, _ begun: String, _ ended: String) -> String {
    "- { id: \(id), begun: \"\(begun)\", ended: \"\(ended)\" }\n"
  }

  @Test func disordersWithinADayAndAcrossZonesAreFound() throws {
    let found = try assess(
      event("same-day", "2026-01-31T20:00:00+00:00", "2026-01-31T08:00:00+00:00")
        + event("zones", "2026-01-31T23:30:00-02:00", "2026-02-01T00:30:00+00:00")
        + event("other-day", "2026-01-31T20:00:00+00:00", "2026-01-30T08:00:00+00:00")
        + event("later", "2026-01-31T23:30:00+02:00", "2026-01-31T22:00:00Z")
        + event("same", "2026-01-31T23:30:00+02:00", "2026-01-31T21:30:00Z"))
    #expect(found.errors == [])
    #expect(
      found.findings(of: "forward").map(\.message.plain) == [
        "same-day: 2026-01-31T08:00:00Z before 2026-01-31T20:00:00Z",
        "zones: 2026-02-01T00:30:00Z before 2026-01-31T23:30:00-02:00",
        "other-day: 2026-01-30T08:00:00Z before 2026-01-31T20:00:00Z",
      ])
  }

  /// Pairs of random moments written in random zones: a disorder is found exactly where it is.
  @Test func orderIsThatOfTheMoments() throws {
    var events = ""
    var expected: [String] = []
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd'T'HH:mm:ssxxx"
    func written(_ seconds: Int, _ zone: Int) -> String {
      formatter.timeZone = TimeZone(secondsFromGMT: zone * 900)
      return formatter.string(
        from: Date(timeIntervalSinceReferenceDate: Double(seconds - 978_307_200)))
    }
    var state: UInt64 = 20_260_131
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for number in 0..<200 {
      let begun = 1_760_000_000 + next(8_000_000)
      let ended = begun + next(172_801) - 86_400
      let id = "E-\(number)"
      events += event(id, written(begun, next(96) - 48), written(ended, next(96) - 48))
      if ended < begun { expected.append(id) }
    }
    let found = try assess(events).findings(of: "forward").compactMap { $0.record?.id.unescaped }
    #expect(found == expected)
    #expect(expected.count > 50 && expected.count < 150)
  }

  @Test func aTimeWithoutOffsetIsThatOfTheConfiguredZone() throws {
    let events = event("A", "2026-01-31 20:00", "2026-01-31T19:30:00Z")
    #expect(try assess(events).findings(of: "forward").count == 1)
    let there = try assess(events, "time_zone: Africa/Casablanca\n")
    #expect(there.findings(of: "forward").isEmpty)
    let reversed = event("A", "2026-01-31T19:30:00Z", "31/01/2026 20h15")
    let shown = try assess(reversed, "time_zone: Africa/Casablanca\n")
    #expect(
      shown.findings(of: "forward").map(\.message.plain) == [
        "A: 2026-01-31T20:15:00+01:00 before 2026-01-31T19:30:00Z"
      ])
  }

  @Test func anUnknownTimeZoneIsAnError() throws {
    let found = try assess(
      event("A", "2026-01-31T20:00Z", "2026-01-31T21:00Z"), "time_zone: Africa/Casablncaa\n")
    #expect(
      found.errors == [
        "clauselint.yaml:1:12 unknown-time-zone: `Africa/Casablncaa` is not a time zone"
      ])
    let remedy = found.diagnostics.first { $0.code == "unknown-time-zone" }?.remedy.unescaped
    #expect(remedy == "Did you mean `Africa/Casablanca`?")
  }

  @Test func ofAnInstantAndADateTheDaysAreCompared() throws {
    let found = try assess(
      """
      - { id: eve, planned_on: 2026-01-31, begun: "2026-01-31T00:30:00+02:00" }
      - { id: before, planned_on: 2026-02-01, begun: "2026-01-31T23:59:00Z" }
      - { id: old, begun: "2025-01-31T23:59:00Z" }
      - { id: ahead, begun: "2026-02-16T00:00:00+12:00" }
      """)
    #expect(found.findings(of: "planned").compactMap { $0.record?.id.unescaped } == ["before"])
    #expect(
      found.findings(of: "within-a-year").map(\.message.plain) == ["old was due on 2026-01-31"])
    #expect(found.findings(of: "not-ahead").compactMap { $0.record?.id.unescaped } == ["ahead"])
  }

  @Test func durationsBetweenInstantsAreExact() throws {
    let found = try assess(
      event("day", "2026-01-30T08:00Z", "2026-01-31T08:00Z")
        + event("more", "2026-01-30T08:00Z", "2026-01-31T08:00:01Z"))
    #expect(found.findings(of: "long").compactMap { $0.record?.id.unescaped } == ["more"])
  }

  @Test func aDateAloneIsNoInstant() throws {
    let found = try assess(event("A", "2026-01-31", "2026-01-32T08:00Z"))
    let problems = found.findings(of: "field-type")
    #expect(problems.map(\.field?.unescaped) == ["begun", "ended"])
    #expect(problems.first?.message.plain.contains("time of day") ?? false)
    let future = try assess("- { id: B, told: \"2026-02-16T00:00Z\" }\n")
    #expect(future.findings(of: "date-implausible").count == 1)
  }
}
