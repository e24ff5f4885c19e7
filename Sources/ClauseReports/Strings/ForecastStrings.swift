import ClauseAssessment
import ClauseSource

/// The words about findings to come.
struct ForecastStrings: Sendable {
  /// How many findings begin until a day, given as text.
  var counts: @Sendable (_ count: Int, _ until: String) -> String
  /// Before a day on which a finding begins at the latest.
  var atTheLatest: @Sendable (_ day: String) -> String
  /// The name of the calendar.
  var calendar: String

  /// The words of `language`.
  static func of(_ language: Language) -> ForecastStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  static let english = ForecastStrings(
    counts: { count, day in
      switch count {
      case 0: "if nothing changes, no finding begins until \(day)"
      case 1: "if nothing changes, 1 finding begins until \(day)"
      default: "if nothing changes, \(count) findings begin until \(day)"
      }
    },
    atTheLatest: { "at the latest \($0)" }, calendar: "Findings to come")

  static let french = ForecastStrings(
    counts: { count, day in
      switch count {
      case 0: "si rien ne change, aucun constat ne commence d'ici au \(day)"
      case 1: "si rien ne change, 1 constat commence d'ici au \(day)"
      default: "si rien ne change, \(count) constats commencent d'ici au \(day)"
      }
    },
    atTheLatest: { "au plus tard le \($0)" }, calendar: "Constats à venir")

  static let arabic = ForecastStrings(
    counts: { count, day in
      let noun = ArabicNoun(
        zero: "لا معاينات جديدة", one: "معاينة جديدة واحدة", two: "معاينتان جديدتان",
        few: "معاينات جديدة", many: "معاينة جديدة", other: "معاينة جديدة")
      return "إذا لم يتغير شيء: \(noun.counted(count)) إلى غاية \(day)"
    },
    atTheLatest: { "في أجل أقصاه \($0)" }, calendar: "معاينات مقبلة")
}
