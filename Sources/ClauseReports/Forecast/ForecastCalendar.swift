public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// Findings to come as a calendar (iCalendar, RFC 5545): an all-day event for each, on the day
/// before it begins, which is the last day to mend it in time.
public enum ForecastCalendar {
  /// The calendar, its lines ended by CR LF as the standard asks.
  ///
  /// The time stamp of every event is the date of the assessment: nothing reads the clock.
  public static func document(_ coming: [ComingDue], today: Assessment) -> [UInt8] {
    var lines = CalendarLines()
    let words = ForecastStrings.of(today.language)
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//clauselint//forecast//\(today.language.rawValue.uppercased())")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("X-WR-CALNAME", text: words.calendar)
    let statement = RunStatement(today)
    var notes = statement.restrictions.map { $0[today.language].plain }
    if today.hasErrors {
      let files = today.files.count { $0.fate == .notAssessed }
      notes.insert(ReporterStrings.of(today.language).incompleteMatrix(files), at: 0)
    }
    if !notes.isEmpty { lines.add("X-WR-CALDESC", text: notes.joined(separator: "\n")) }
    let stamp = compact(today.asOf) + "T000000Z"
    for entry in coming {
      let finding = entry.finding
      let place = finding.location
      let lastDay = entry.beginsOn.adding(days: -1) ?? entry.beginsOn
      lines.add("BEGIN", "VEVENT")
      lines.add("UID", text: "\(finding.fingerprint)-\(compact(entry.beginsOn))@clauselint")
      lines.add("DTSTAMP", stamp)
      lines.add("DTSTART;VALUE=DATE", compact(lastDay))
      lines.add("DTEND;VALUE=DATE", compact(entry.beginsOn))
      lines.add("TRANSP", "TRANSPARENT")
      let message = finding.message.plain.unescaped
      lines.add(
        "SUMMARY", text: message.split(whereSeparator: \.isNewline).joined(separator: " "))
      let parts = [
        finding.remedy.plain.unescaped,
        place.cell == nil ? "\(place.path.unescaped):\(place.start.line)" : place.reference,
        finding.clauses.joined(separator: ", "), finding.rule,
      ]
      lines.add("DESCRIPTION", text: parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      lines.add("CATEGORIES", text: ReporterStrings.of(today.language).severity(finding.severity))
      lines.add("END", "VEVENT")
    }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  private static func compact(_ day: CivilDate) -> String {
    day.iso.filter { $0 != "-" }
  }
}

/// Content lines: escaped, without control characters, folded at 75 bytes.
private struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  /// A line whose value is not text of strangers.
  mutating func add(_ name: String, _ value: String) { fold(Array("\(name):\(value)".utf8)) }

  /// A line of text.
  mutating func add(_ name: String, text: String) { add(name, Self.escaped(text)) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    let isArabic = VisibleScalars.holdsArabic(text)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where VisibleScalars.isPrintable(scalar, inArabicText: isArabic):
        result.unicodeScalars.append(scalar)
      default: result += escaped(VisibleScalars.shown(scalar))
      }
    }
    return result
  }

  /// Ends the line; a longer one goes on after a break and a blank, never inside a character.
  private mutating func fold(_ line: [UInt8]) {
    var rest = line[...]
    var room = 75
    while rest.count > room {
      var end = rest.startIndex + room
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += rest[..<end] + [0x0D, 0x0A, 0x20]
      rest = rest[end...]
      room = 74
    }
    bytes += rest + [0x0D, 0x0A]
  }
}
