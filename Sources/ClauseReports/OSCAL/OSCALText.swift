import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// Texts and identifiers in the forms that OSCAL 1.2.1 asks for.
enum OSCALText {
  /// The version of OSCAL that is written.
  static let version = "1.2.1"

  /// A UUID that is the same for the same name: the first 128 bits of a SHA-256, marked as a
  /// name-based one (version 5), since OSCAL knows versions 4 and 5 alone.
  static func uuid(_ parts: String...) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(Array(part.utf8))
      hash.update([0])
    }
    var digits = Array(hash.hexadecimal().utf8.prefix(32))
    digits[12] = UInt8(ascii: "5")
    digits[16] = Array("89ab".utf8)[Int(digits[16]) % 4]
    let text = String(decoding: digits, as: UTF8.self)
    var result = ""
    for (index, digit) in text.enumerated() {
      if [8, 12, 16, 20].contains(index) { result += "-" }
      result.append(digit)
    }
    return result
  }

  /// The beginning of a civil day. A report knows days, no hours: the zone is written because the
  /// form wants one.
  static func time(_ date: CivilDate) -> String { date.iso + "T00:00:00Z" }

  /// The end of a civil day that counts as a whole.
  static func endOfDay(_ date: CivilDate) -> String { date.iso + "T23:59:59Z" }

  /// The id of a clause as a token: `iso9001:2015/7.5.2` is `iso9001-2015_7.5.2`.
  static func token(_ id: String) -> String {
    var result = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "/": result += "_"
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": result.unicodeScalars.append(scalar)
      default: result += "-"
      }
    }
    guard let first = result.unicodeScalars.first, first == "_" || first.properties.isAlphabetic
    else { return "_" + result }
    return result
  }

  /// A sentence as Markdown on one line, never empty.
  static func line(_ text: String) -> String {
    let words = MarkdownText.words(Untrusted(text))
    return words.isEmpty ? "\u{2014}" : words
  }

  /// Sentences as Markdown paragraphs.
  static func paragraphs(_ lines: [String]) -> String {
    lines.map(line).joined(separator: "\n\n")
  }

  /// A value of a property: no Markdown, one line, no blanks at the ends, never empty.
  static func value(_ text: String) -> String {
    let words = TerminalText.words(Untrusted(text), in: .english).text
    return words.isEmpty ? "\u{2014}" : words
  }
}

/// A property of ours in OSCAL.
struct OSCALProperty {
  /// Its name, a token.
  var name: StaticString
  /// Its value.
  var value: String

  /// The namespace that sets our properties apart from OSCAL's own.
  static let namespace = "urn:clauselint:oscal"

  /// Writes properties under `props`.
  static func write(_ properties: [OSCALProperty], to writer: inout JSONWriter) {
    guard !properties.isEmpty else { return }
    writer.arrayMember("props", properties) { writer, property in
      writer.object { entry in
        entry.member("name", "\(property.name)")
        entry.member("ns", namespace)
        entry.member("value", OSCALText.value(property.value))
      }
    }
  }
}
