import ClauseCalendar
import ClauseSource

/// An attribute of an element. Names come from this list alone: none of them is a script, a style
/// or an address outside the document.
struct HTMLAttribute: Sendable {
  /// Its name.
  let name: String
  /// Its value; nil for one without.
  let value: String?

  private init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// `class`: names of the style sheet.
  static func `class`(_ names: String) -> HTMLAttribute { HTMLAttribute("class", names) }
  /// `id`.
  static func id(_ anchor: HTMLAnchor) -> HTMLAttribute { HTMLAttribute("id", anchor.text) }
  /// `href` to a place in the document.
  static func href(_ anchor: HTMLAnchor) -> HTMLAttribute {
    HTMLAttribute("href", "#" + anchor.text)
  }
  /// `lang`.
  static func lang(_ language: Language) -> HTMLAttribute {
    HTMLAttribute("lang", language.rawValue)
  }
  /// `dir` of a language.
  static func dir(_ language: Language) -> HTMLAttribute {
    HTMLAttribute("dir", language.isRightToLeft ? "rtl" : "ltr")
  }
  /// `dir=auto`: by the first letter of the text.
  static let dirAuto = HTMLAttribute("dir", "auto")
  /// `dir=ltr`: paths and code.
  static let dirLTR = HTMLAttribute("dir", "ltr")
  /// `datetime`.
  static func datetime(_ date: CivilDate) -> HTMLAttribute { HTMLAttribute("datetime", date.iso) }
  /// `aria-label`, or another name for who cannot see.
  static func label(_ words: String) -> HTMLAttribute { HTMLAttribute("aria-label", words) }
  /// `aria-labelledby`.
  static func labelled(by anchor: HTMLAnchor) -> HTMLAttribute {
    HTMLAttribute("aria-labelledby", anchor.text)
  }
  /// `aria-hidden`: decoration.
  static let hiddenFromReaders = HTMLAttribute("aria-hidden", "true")
  /// `aria-live=polite`.
  static let live = HTMLAttribute("aria-live", "polite")
  /// `hidden`: shown by the script that makes it useful.
  static let hidden = HTMLAttribute("hidden", nil)
  /// `open`.
  static let isOpen = HTMLAttribute("open", nil)
  /// `scope` of a heading cell.
  static func scope(_ word: StaticString) -> HTMLAttribute {
    HTMLAttribute("scope", word.description)
  }
  /// `colspan`.
  static func columns(_ count: Int) -> HTMLAttribute { HTMLAttribute("colspan", String(count)) }
  /// `role`.
  static func role(_ word: StaticString) -> HTMLAttribute {
    HTMLAttribute("role", word.description)
  }
  /// `tabindex=0`: a region that scrolls can be reached with the keyboard.
  static let focusable = HTMLAttribute("tabindex", "0")
  /// `type`.
  static func type(_ word: StaticString) -> HTMLAttribute {
    HTMLAttribute("type", word.description)
  }
  /// `value` of an option or input.
  static func value(_ text: String) -> HTMLAttribute { HTMLAttribute("value", text) }
  /// `data-…`, for the script: compared, never executed.
  static func data(_ name: StaticString, _ value: String) -> HTMLAttribute {
    HTMLAttribute("data-" + name.description, value)
  }
  /// `charset`, `name`, `content` and the like of `meta`.
  static func meta(_ name: StaticString, _ value: String) -> HTMLAttribute {
    HTMLAttribute(name.description, value)
  }
  /// A number of a drawing: `x`, `width`, `r` ...
  static func number(_ name: StaticString, _ value: Double) -> HTMLAttribute {
    HTMLAttribute(name.description, DecimalText.short(value))
  }
  /// A word of a drawing: `viewBox`, `d`, `points`, `text-anchor` ...
  static func drawing(_ name: StaticString, _ value: String) -> HTMLAttribute {
    HTMLAttribute(name.description, value)
  }
}

/// The name of a place in the document. The same thing has the same name in every report.
struct HTMLAnchor: Sendable, Hashable {
  /// The name.
  let text: String

  private init(_ prefix: String, _ name: String) {
    var safe = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "/"):
        safe.unicodeScalars.append(Unicode.Scalar(byte))
      default: safe += "~" + String(byte, radix: 16)
      }
    }
    // A name nobody can read as one may as well be short.
    if safe.utf8.count > 80 { safe = String(SHA256.hexadecimal(of: Array(name.utf8)).prefix(32)) }
    text = prefix + safe
  }

  /// A section.
  static func section(_ name: StaticString) -> HTMLAnchor { HTMLAnchor("s-", name.description) }
  /// The heading of a section.
  static func headingOf(_ section: HTMLAnchor) -> HTMLAnchor { HTMLAnchor("h", section.text) }
  /// A finding, by the first half of its fingerprint.
  static func finding(_ fingerprint: String) -> HTMLAnchor {
    HTMLAnchor("f-", String(fingerprint.prefix(16)))
  }
  /// The findings of a rule with one severity: those that count, or those of the baseline.
  static func card(_ rule: String, _ severity: String, isBaseline: Bool) -> HTMLAnchor {
    HTMLAnchor(isBaseline ? "b-" : "n-", severity + "-" + rule)
  }
  /// A rule in the table of rules.
  static func rule(_ id: String) -> HTMLAnchor { HTMLAnchor("r-", id) }
  /// A clause.
  static func clause(_ id: String) -> HTMLAnchor { HTMLAnchor("c-", id) }
  /// A record type in the inventory.
  static func recordType(_ name: String) -> HTMLAnchor { HTMLAnchor("t-", name) }
  /// An obligation in the legal section.
  static func obligation(_ id: String) -> HTMLAnchor { HTMLAnchor("o-", id) }
  /// A statement: exclusion, attestation, derogation.
  static func statement(_ type: String, _ id: String) -> HTMLAnchor {
    HTMLAnchor("d-", type + "-" + id)
  }
  /// A part of the page that is no place of the report, such as an icon.
  static func part(_ name: StaticString) -> HTMLAnchor { HTMLAnchor("p-", name.description) }
}
