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

  func execute() throws(CommandFailure) -> ExitStatus {
    let workspace = try run.load()
    let asOf = workspace.options.asOf
    let last = try lastDay(after: asOf)
    let today = Assessor(workspace).assess()
    let coming = Forecast(workspace, today: today, languages: []).findings(until: last)
    var blocks = TextBlocks(
      standards: today.standards, language: today.language, colour: Output.options().colour)
    var day: CivilDate?
    for entry in coming {
      if entry.beginsOn != day {
        if day != nil { blocks.page.blank() }
        day = entry.beginsOn
        blocks.page.line(.own((entry.isExact ? "" : "<= ") + entry.beginsOn.iso))
      }
      blocks.add(entry.finding)
    }
    if !coming.isEmpty { blocks.page.blank() }
    blocks.page.line(.own("\(asOf.iso) .. \(last.iso): \(coming.count)"))
    try Output.print(blocks.page.bytes)
    return today.hasErrors ? .notAssessed : .clean
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
