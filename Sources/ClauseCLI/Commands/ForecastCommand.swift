import ArgumentParser
import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint forecast`: findings that will begin if nothing changes.
struct ForecastCommand: RunCommand {
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
        message: LocalizedText(
          en: "--format: '\(format)' is no format",
          fr: "--format : '\(format)' n'est pas un format",
          ar: "--format: ‏'\(format)' ليس صيغة معروفة"),
        remedy: LocalizedText(
          en: "Use text, json or ics.", fr: "Utilisez text, json ou ics.",
          ar: "استعمل text أو json أو ics."))
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
        throw CommandFailure(
          message: LocalizedText(
            en: "the calendar ends here",
            fr: "le calendrier s'arrête "
              + "ici", ar: "ينتهي التقويم هنا"),
          remedy: LocalizedText(
            en: "Pass an earlier --as-of.", fr: "Donnez une date --as-of antérieure.",
            ar: "حدد ‎--as-of بتاريخ أسبق."))
      }
      return day
    }
    guard let day = CivilDate(iso: until), day > asOf else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--until: '\(until)' is no date after \(asOf.iso)",
          fr: "--until : '\(until)' n'est pas une date après le \(asOf.iso)",
          ar: "--until: ‏'\(until)' ليس تاريخا بعد \(asOf.iso)"),
        remedy: LocalizedText(
          en: "Write YYYY-MM-DD, such as 2027-06-30.",
          fr: "Écrivez AAAA-MM-JJ, par exemple 2027-06-30.", ar: "اكتب سنة-شهر-يوم، مثل 2027-06-30."
        ))
    }
    guard day.days(since: asOf) <= 3_660 else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--until: a forecast reaches at most ten years ahead",
          fr: "--until : une prévision porte sur dix ans au plus",
          ar: "--until: لا تتجاوز التوقعات عشر سنوات"))
    }
    return day
  }
}
