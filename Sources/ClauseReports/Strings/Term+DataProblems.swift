import ClauseAssessment
import ClauseSource

/// The words about problems of the data.
extension Term {
  static let dataProblems = Term(
    en: "Data problems", fr: "Problèmes de données", ar: "مشاكل في المعطيات")

  /// What they are not.
  static let dataProblemsNote = Term(
    en:
      "These are no findings on the management system: what is written here could not be read, joined or trusted.",
    fr:
      "Ce ne sont pas des constats sur le système de management : ce qui est écrit là n'a pas pu être lu, relié ou tenu pour sûr.",
    ar:
      "هذه ليست معاينات حول نظام التدبير، بل معطيات تعذرت قراءتها أو ربطها أو الوثوق بها.")

  /// How many problems a line stands for.
  static func places(_ count: Int) -> Term {
    counted(
      count, en: ("place", "places"), fr: ("emplacement", "emplacements"),
      ar: ArabicNoun(
        zero: "لا مواضع", one: "موضع واحد", two: "موضعان", few: "مواضع", many: "موضعا",
        other: "موضع"))
  }

  static let placesTitle = Term(en: "Places", fr: "Emplacements", ar: "المواضع")
}
