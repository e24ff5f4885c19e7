import ArgumentParser
import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint forecast`: findings that will begin if nothing changes.
struct ForecastCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Show the findings that will begin by a date.")

  @OptionGroup var run: RunArguments

  @Option(help: "Last day to look at, YYYY-MM-DD (default: 180 days after the as-of date).")
  var until: String?

  @Option(
    help: "text, json, or ics: a calendar with the last day to mend each in time.",
    completion: .list(["text", "json", "ics"]))
  var format: String = "text"

  func execute() throws(CommandFailure) -> ExitStatus {
    guard ["text", "json", "ics"].contains(format) else {
      throw CommandFailure(
        message: "--format: '\(format)' is no format", remedy: "Use text, json or ics.")
    }
    let workspace = try run.load()
    let asOf = workspace.options.asOf
    let last = try lastDay(after: asOf)
    let today = Assessor(workspace).assess()
    let coming = Forecast(workspace, today: today, languages: []).findings(until: last)
    try Output.print(document(coming, today: today, until: last))
    return Output.status(of: today)
  }

  private func document(
    _ coming: [ComingDue], today: Assessment, until last: CivilDate
  ) -> [UInt8] {
    switch format {
    case "json": ForecastJSON.document(coming, today: today, until: last)
    case "ics": ForecastCalendar.document(coming, today: today)
    default: ForecastText.report(coming, today: today, until: last, options: Output.options())
    }
  }

  private func lastDay(after asOf: CivilDate) throws(CommandFailure) -> CivilDate {
    guard let until else {
      guard let day = asOf.adding(days: 180) else {
        throw CommandFailure(message: "the calendar ends here", remedy: "Pass an earlier --as-of.")
      }
      return day
    }
    guard let day = CivilDate(iso: until), day > asOf else {
      throw CommandFailure(
        message: "--until: '\(until)' is no date after \(asOf.iso)",
        remedy: "Write YYYY-MM-DD, such as 2027-06-30.")
    }
    guard day.days(since: asOf) <= 3_660 else {
      throw CommandFailure(message: "--until: a forecast reaches at most ten years ahead")
    }
    return day
  }
}
