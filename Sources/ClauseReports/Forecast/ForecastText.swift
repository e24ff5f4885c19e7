public import ClauseAssessment
public import ClauseCalendar
import ClauseSource

/// Findings that will begin if nothing changes, for people: by day, then how many.
public enum ForecastText {
  /// A head line for each day, then its findings, then the count until `last`.
  public static func report(
    _ coming: [ComingDue], today: Assessment, until last: CivilDate, options: ReportOptions
  ) -> [UInt8] {
    let words = ForecastStrings.of(today.language)
    var blocks = TextBlocks(
      standards: today.standards, language: today.language, colour: options.colour)
    var day: String?
    for entry in coming {
      let date = isolated(entry.beginsOn, in: today.language)
      let head = entry.isExact ? date : words.atTheLatest(date)
      if head != day {
        if day != nil { blocks.page.blank() }
        day = head
        blocks.page.line(.own(head))
      }
      blocks.add(entry.finding)
    }
    if !coming.isEmpty { blocks.page.blank() }
    if today.hasErrors {
      let files = today.files.count { $0.fate == .notAssessed }
      let general = ReporterStrings.of(today.language)
      blocks.page.line(.own(general.incompleteMatrix(files), style: .error))
    }
    blocks.page.lines(RunStatement(today).restrictions, in: today.language)
    blocks.page.line(.own(words.counts(coming.count, isolated(last, in: today.language))))
    return blocks.page.bytes
  }

  /// A date keeps its direction inside Arabic.
  private static func isolated(_ day: CivilDate, in language: Language) -> String {
    language == .arabic ? "\u{2066}\(day.iso)\u{2069}" : day.iso
  }
}
