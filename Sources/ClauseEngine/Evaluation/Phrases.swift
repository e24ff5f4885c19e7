import ClauseAssessment
import ClauseSource

/// The words the engine itself puts around values; rule texts come from packs.
struct Phrases: Sendable {
  var isValue: String
  var isAbsent: String
  var line: (String, String)
  /// The words around the address of a cell.
  var cell: (String, String)
  /// Follows an element for which a register holds nothing.
  var unmatched: String
  /// How many records of a register were looked at.
  var examined: @Sendable (Int) -> String
  /// Rows inside a record.
  var rows: @Sendable (Int) -> String
  /// Of a group of fields that something stands in it.
  var filledIn: String
  var truth: (String, String)
  var separator: String
  /// Stands for a value that nobody wrote.
  var notGiven: String
  /// What an empty list says.
  var none: String
  /// The quotation marks around the title of a record that has no id.
  var title: (String, String)
  /// What stands before the number of a line, or the address of a cell, that stands for a record.
  var standsAt: (line: String, cell: String)
  var malformed: (String, String)
  var missing: (String, String)
  var undeclared: String

  static func of(_ language: Language) -> Phrases {
    switch language {
    case .english:
      Phrases(
        isValue: ": ", isAbsent: ": absent", line: (" (line ", ")"), cell: (" (cell ", ")"),
        unmatched: ", which nothing matches",
        examined: { $0 == 0 ? "no record" : $0 == 1 ? "1 record" : "\($0) records" },
        rows: { $0 == 1 ? "1 row" : "\($0) rows" }, filledIn: "filled in", truth: ("true", "false"),
        separator: ", ", notGiven: "not given", none: "none", title: ("“", "”"),
        standsAt: ("line ", "cell "), malformed: ("the value of ", " cannot be read"),
        missing: ("", " is required and absent"), undeclared: "the organisation is not declared")
    case .french:
      Phrases(
        isValue: " : ", isAbsent: " : absent", line: (" (ligne ", ")"),
        cell: (" (cellule ", ")"), unmatched: " : rien n'y correspond",
        examined: {
          $0 == 0
            ? "aucun enregistrement" : $0 == 1 ? "1 enregistrement" : "\($0) enregistrements"
        },
        rows: { $0 < 2 ? "\($0) ligne" : "\($0) lignes" }, filledIn: "renseigné",
        truth: ("oui", "non"), separator: ", ", notGiven: "non renseigné", none: "aucun",
        title: ("« ", " »"), standsAt: ("ligne ", "cellule "),
        malformed: ("la valeur de ", " est illisible"),
        missing: ("", " est obligatoire et absent"), undeclared: "l'organisme n'est pas déclaré")
    case .arabic:
      Phrases(
        isValue: ": ", isAbsent: ": غير موجود", line: (" (السطر ", ")"), cell: (" (الخلية ", ")"),
        unmatched: "، ولا شيء يقابله", examined: { record.counted($0) },
        rows: { ArabicNoun.row.counted($0) }, filledIn: "معبأ", truth: ("نعم", "لا"),
        separator: "، ", notGiven: "غير مذكور", none: "لا شيء", title: ("«", "»"),
        standsAt: ("السطر ", "الخلية "), malformed: ("تعذرت قراءة قيمة ", ""),
        missing: ("", " إجباري وغير موجود"), undeclared: "لم يتم التصريح بالمنظمة")
    }
  }

  private static let record = ArabicNoun(
    zero: "لا قيد", one: "قيد واحد", two: "قيدان", few: "قيود", many: "قيدا", other: "قيد")
}

extension Message {
  /// A template with `{name}` placeholders filled with values.
  init(template: String, values: (String) -> Untrusted?) {
    var parts: [MessagePart] = []
    var words = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      words += rest[..<open]
      if let value = values(String(rest[rest.index(after: open)..<close])) {
        if !words.isEmpty { parts.append(.text(Untrusted(words))) }
        words = ""
        parts.append(.value(value))
      } else {
        words += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    words += rest
    if !words.isEmpty { parts.append(.text(Untrusted(words))) }
    self.init(parts)
  }

  /// This message followed by another one.
  func appending(_ text: String, _ other: Message) -> Message {
    Message(parts + [.text(Untrusted(text))] + other.parts)
  }
}
