import ClauseAssessment
import ClauseSource

/// The words about registers that nobody provided.
extension Term {
  static let notProvided = Term(
    en: "Not provided", fr: "Registres non fournis", ar: "سجلات غير مقدمة")

  /// How many registers were not provided, and what that means.
  static func notProvided(_ count: Int) -> Term {
    Term(
      en:
        "\(count) \(words: count == 1 ? "register was" : "registers were") not provided: what depends on \(words: count == 1 ? "it" : "them") was not assessed",
      fr:
        "\(count) \(words: count < 2 ? "registre non fourni" : "registres non fournis") : ce qui en dépend n'a pas été évalué",
      ar: "السجلات غير المقدمة: \(count)، ولم يقيم ما يتوقف عليها")
  }

  /// What to do about registers that nobody provided.
  static let toProvide = Term(
    en:
      "Put the register in the folder; where the folder is the whole system, write complete: true in clauselint.yaml, and what is missing becomes a finding.",
    fr:
      "Placez le registre dans le dossier ; si le dossier contient tout le système, écrivez complete: true dans clauselint.yaml : ce qui manque devient alors un constat.",
    ar:
      "ضع السجل في المجلد؛ وإذا كان المجلد يضم النظام كله فاكتب complete: true في clauselint.yaml ليصبح كل غياب معاينة."
  )
}
