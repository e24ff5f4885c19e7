import ClauseAssessment
import ClauseSource

/// The words about exclusions, derogations and attestations.
struct ExceptionStrings: Sendable {
  var kind: @Sendable (ExceptionResult.Kind) -> String
  var status: @Sendable (ExceptionResult.Status) -> String
  /// Labels of the lines of an entry.
  var about: String
  var state: String
  var term: String
  var approver: String
  var reason: String
  /// Stands for the record of what is about the organisation as a whole.
  var organization: String
  /// A derogation of this rule on this record, both given as text.
  var ruleOnRecord: @Sendable (_ rule: String, _ record: String) -> String
  /// What rests on an entry: findings of a derogation, clauses of the others.
  var uses: @Sendable (ExceptionResult.Kind, Int) -> String
  /// First and last day, given as texts.
  var from: @Sendable (_ start: String, _ end: String?) -> String
  var age: @Sendable (_ days: Int) -> String
  /// Days left, or since the last day when negative.
  var left: @Sendable (_ days: Int) -> String
  /// Stands where a comment rather than a record does it.
  var inComment: String
  /// There is none.
  var none: String
  /// The last line.
  var counts: @Sendable (_ all: Int, _ inForce: Int, _ unused: Int) -> String

  /// The words of `language`.
  static func of(_ language: Language) -> ExceptionStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  /// The labels, for aligning what follows them.
  var labels: [String] { [about, state, term, approver, reason] }
}

extension ExceptionStrings {
  static let english = ExceptionStrings(
    kind: { $0.rawValue },
    status: { status in
      switch status {
      case .inForce: "in force"
      case .notBegun: "not begun"
      case .ended: "ended"
      case .void: "without effect"
      }
    },
    about: "about", state: "state", term: "term", approver: "approver", reason: "reason",
    organization: "the organisation", ruleOnRecord: { "\($0) on \($1)" },
    uses: { kind, count in
      switch kind {
      case .derogation: "accepts \(count) \(count == 1 ? "finding" : "findings")"
      case .exclusion: "sets \(count) \(count == 1 ? "clause" : "clauses") aside"
      case .attestation: "carries \(count) \(count == 1 ? "clause" : "clauses")"
      }
    },
    from: { start, end in end.map { "\(start) to \($0)" } ?? "from \(start)" },
    age: { "\($0) \($0 == 1 ? "day" : "days") old" },
    left: { days in
      let word = abs(days) == 1 ? "day" : "days"
      return days < 0 ? "ended \(-days) \(word) ago" : "\(days) \(word) left"
    },
    inComment: "in a comment", none: "no exclusion, derogation or attestation",
    counts: { "\($0) in all, \($1) in force, \($2) of them unused" })

  static let french = ExceptionStrings(
    kind: { kind in
      switch kind {
      case .exclusion: "exclusion"
      case .derogation: "dérogation"
      case .attestation: "attestation"
      }
    },
    status: { status in
      switch status {
      case .inForce: "en vigueur"
      case .notBegun: "pas encore en vigueur"
      case .ended: "échue"
      case .void: "sans effet"
      }
    },
    about: "objet", state: "état", term: "durée", approver: "approbateur", reason: "motif",
    organization: "l'organisme", ruleOnRecord: { "\($0) sur \($1)" },
    uses: { kind, count in
      switch kind {
      case .derogation: "accepte \(count) \(count < 2 ? "constat" : "constats")"
      case .exclusion: "écarte \(count) \(count < 2 ? "article" : "articles")"
      case .attestation: "couvre \(count) \(count < 2 ? "article" : "articles")"
      }
    },
    from: { start, end in end.map { "du \(start) au \($0)" } ?? "depuis le \(start)" },
    age: { "depuis \($0) \($0 < 2 ? "jour" : "jours")" },
    left: { days in
      let word = abs(days) < 2 ? "jour" : "jours"
      return days < 0
        ? "échue depuis \(-days) \(word)" : "\(days) \(word) \(days < 2 ? "restant" : "restants")"
    },
    inComment: "en commentaire", none: "aucune exclusion, dérogation ni attestation",
    counts: { total, inForce, unused in
      "\(total) au total, dont \(inForce) en vigueur"
        + " et \(unused) \(unused < 2 ? "inutilisée" : "inutilisées")"
    })

  // Words before numbers: no agreement to get wrong, as in administrative tables.
  static let arabic = ExceptionStrings(
    kind: { kind in
      switch kind {
      case .exclusion: "استبعاد"
      case .derogation: "استثناء مؤقت"
      case .attestation: "تصريح موقع"
      }
    },
    status: { status in
      switch status {
      case .inForce: "ساري المفعول"
      case .notBegun: "لم يبدأ بعد"
      case .ended: "منتهي الأجل"
      case .void: "بدون أثر"
      }
    },
    about: "الموضوع", state: "الحالة", term: "المدة", approver: "المصادق", reason: "السبب",
    organization: "المنظمة", ruleOnRecord: { "\($0) في \($1)" },
    uses: { kind, count in
      switch kind {
      case .derogation: "المعاينات المقبولة: \(count)"
      case .exclusion: "البنود المستبعدة: \(count)"
      case .attestation: "البنود المصرح بها: \(count)"
      }
    },
    from: { start, end in end.map { "من \(start) إلى \($0)" } ?? "ابتداء من \(start)" },
    age: { "العمر بالأيام: \($0)" },
    left: { days in
      days < 0 ? "الأيام منذ انتهاء الأجل: \(-days)" : "الأيام المتبقية: \(days)"
    },
    inComment: "في تعليق", none: "لا استبعاد ولا استثناء ولا تصريح",
    counts: { "المجموع: \($0)، الساري منها: \($1)، غير المستعمل منها: \($2)" })
}
