import ClauseAssessment
import ClauseSource

/// The words of the reports that people read on a terminal.
extension Term {
  /// So many findings of one rule, and where: the file, or how many of them.
  static func findings(_ count: Int, in paths: [Untrusted]) -> Term {
    let many = counted(
      count, en: ("finding", "findings"), fr: ("constat", "constats"), ar: findingNoun)
    if paths.count == 1 {
      let path = paths[0]
      return Term(
        en: "\(words: many.en.plain) in \(path)", fr: "\(words: many.fr.plain) dans \(path)",
        ar: "\(words: many.ar.plain) في \(path)")
    }
    return Term(
      en: "\(words: many.en.plain) in \(paths.count) files",
      fr: "\(words: many.fr.plain) dans \(paths.count) fichiers",
      ar: "\(words: many.ar.plain)، عدد الملفات: \(paths.count)")
  }

  /// More of the same that is not shown, and how to see it.
  static func moreHidden(_ count: Int) -> Term {
    Term(
      en: "and \(count) more; --all shows \(words: count == 1 ? "it" : "them")",
      fr: "et \(count) de plus ; --all \(words: count < 2 ? "l'affiche" : "les affiche")",
      ar: "الباقي: \(count)؛ يعرضه الخيار \u{2068}--all\u{2069}")
  }

  /// Files that should hold records and could not be read.
  static func failedFiles(_ count: Int) -> Term {
    Term(
      en: "\(count) \(words: count == 1 ? "file" : "files") could not be read",
      fr:
        "\(count) \(words: count < 2 ? "fichier n'a pas pu être lu" : "fichiers n'ont pas pu être lus")",
      ar: "الملفات التي تعذرت قراءتها: \(count)")
  }

  /// Files without records.
  static func passedOver(_ count: Int) -> Term {
    func words(_ language: Language) -> Phrase {
      Phrase(words: ReporterStrings.of(language).passedOver(count))
    }
    return Term(en: words(.english), fr: words(.french), ar: words(.arabic))
  }

  /// A file without records.
  static let passedOverFile = Term(
    en: "it holds no records and was passed over",
    fr: "sans enregistrement, il a été laissé de côté", ar: "لا يتضمن أي سجل وترك جانبا")

  /// No file failed or was passed over, and every register is there.
  static let nothingUnread = Term(
    en: "no file was left unread", fr: "aucun fichier n'a été laissé de côté",
    ar: "لم يترك أي ملف دون قراءة")

  /// Title of the files that were not read.
  static let unreadTitle = Term(en: "Not read", fr: "Fichiers non lus", ar: "ملفات غير مقروءة")
  /// Stands where a severity would, for a file that was not read.
  static let unreadWord = Term(en: "not read", fr: "non lu", ar: "غير مقروء")
  /// Stands where a severity would, for a register that nobody provided.
  static let notProvidedWord = Term(en: "not provided", fr: "non fourni", ar: "غير مقدم")

  /// Stands where a severity would, for a problem of the data.
  static func dataProblem(isError: Bool) -> Term {
    isError
      ? Term(en: "data error", fr: "erreur de données", ar: "خطأ في المعطيات")
      : Term(en: "data warning", fr: "avertissement de données", ar: "تنبيه في المعطيات")
  }

  /// Titles of what is counted.
  static let findingsByRule = Term(
    en: "Findings by rule", fr: "Constats par règle", ar: "المعاينات حسب القاعدة")
  static let dataProblemsByKind = Term(
    en: "Data problems by kind", fr: "Problèmes de données par nature",
    ar: "مشاكل المعطيات حسب النوع")
  static let undecidedByRule = Term(
    en: "Undecided cases by rule", fr: "Cas non tranchés par règle",
    ar: "الحالات غير المحسومة حسب القاعدة")

  private static let findingNoun = ArabicNoun(
    zero: "لا معاينات", one: "معاينة واحدة", two: "معاينتان", few: "معاينات", many: "معاينة",
    other: "معاينة")
}
