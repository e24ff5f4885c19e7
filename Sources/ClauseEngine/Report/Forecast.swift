public import ClauseAssessment
public import ClauseCalendar
public import ClauseSource

/// Findings that will begin if nothing changes in the records: the same rules on the same records
/// at later dates.
///
/// The first day of a finding is found by halving the interval in which it begins. Each step
/// assesses only the rules concerned, and their number is bounded: beyond it, a finding is known
/// to begin at the latest on the day reported.
public struct Forecast {
  private let workspace: Workspace
  private let today: Assessment
  private let languages: [Language]

  /// How many assessments a forecast may take.
  private static let mostAssessments = 160

  /// Prepares the forecast of `workspace` from its assessment `today`.
  public init(_ workspace: Workspace, today: Assessment, languages: [Language]) {
    self.workspace = workspace
    self.today = today
    self.languages = languages.isEmpty ? [today.language] : languages
  }

  /// The findings that begin after the as-of date and no later than `until`, by that day, then in
  /// the order of findings. Those of today, new or in the baseline, are not among them.
  public func findings(until: CivilDate) -> [ComingDue] {
    let asOf = workspace.options.asOf
    guard until > asOf else { return [] }
    let known = Set(today.findings.filter { $0.state != .derogated }.map(\.fingerprint))
    let accepted = Set(today.findings.filter { $0.state == .derogated }.map(\.fingerprint))
    var search = Search(workspace: workspace, known: known, language: languages[0])
    let last = search.findings(on: until, rules: nil)
    search.narrow(Search.Interval(after: asOf, upTo: until, candidates: last))
    let found = search.found.sorted { a, b in
      if a.day != b.day { return a.day < b.day }
      if a.finding.location != b.finding.location { return a.finding.location < b.finding.location }
      return (a.finding.rule, a.finding.fingerprint) < (b.finding.rule, b.finding.fingerprint)
    }
    let others = translations(of: found)
    return found.map { entry in
      ComingDue(
        beginsOn: entry.day, isExact: entry.isExact,
        editions: [entry.finding]
          + others.map { $0[entry.day]?[entry.finding.fingerprint] ?? entry.finding },
        isEndOfDerogation: accepted.contains(entry.finding.fingerprint))
    }
  }

  /// The findings of each begin day in the languages after the first.
  private func translations(of found: [Search.Found]) -> [[CivilDate: [String: Finding]]] {
    languages.dropFirst().map { language in
      var search = Search(workspace: workspace, known: [], language: language)
      var byDay: [CivilDate: [String: Finding]] = [:]
      for day in Set(found.map(\.day)) {
        let rules = Set(found.filter { $0.day == day }.map { $0.finding.rule })
        byDay[day] = search.findings(on: day, rules: rules)
      }
      return byDay
    }
  }

  /// The halving of intervals.
  private struct Search {
    /// Findings that begin after one day and at the latest on another, as of that other day.
    struct Interval {
      var after: CivilDate
      var upTo: CivilDate
      var candidates: [String: Finding]
      var days: Int { upTo.days(since: after) }
    }

    /// A finding with its first day.
    struct Found {
      var day: CivilDate
      var isExact: Bool
      var finding: Finding
    }

    let workspace: Workspace
    let known: Set<String>
    let language: Language
    var found: [Found] = []
    private var left = Forecast.mostAssessments

    init(workspace: Workspace, known: Set<String>, language: Language) {
      self.workspace = workspace
      self.known = known
      self.language = language
    }

    /// What is new on `day`, by fingerprint; of all rules, or of those named.
    mutating func findings(on day: CivilDate, rules: Set<String>?) -> [String: Finding] {
      left -= 1
      var later = workspace
      later.options.asOf = day
      later.options.language = language
      let assessment = Assessor(later, rules: rules).assess()
      var result: [String: Finding] = [:]
      for finding in assessment.findings
      where finding.state == .new && !known.contains(finding.fingerprint) {
        result[finding.fingerprint] = finding
      }
      return result
    }

    /// Finds the first day of each candidate. The widest interval is halved first, so that a spent
    /// bound leaves short ones.
    mutating func narrow(_ first: Interval) {
      var open = [first]
      while let index = open.indices.max(by: { open[$0].days < open[$1].days }) {
        let interval = open.remove(at: index)
        if interval.candidates.isEmpty { continue }
        guard interval.days > 1, left > 0,
          let middle = interval.after.adding(days: interval.days / 2)
        else {
          found += interval.candidates.values.map {
            Found(day: interval.upTo, isExact: interval.days == 1, finding: $0)
          }
          continue
        }
        let rules = Set(interval.candidates.values.map(\.rule))
        let there = findings(on: middle, rules: rules)
        open.append(
          Interval(
            after: interval.after, upTo: middle,
            candidates: there.filter { interval.candidates[$0.key] != nil }))
        open.append(
          Interval(
            after: middle, upTo: interval.upTo,
            candidates: interval.candidates.filter { there[$0.key] == nil }))
      }
    }
  }
}
