import ClauseSource

/// The words of `clauselint sources` in one language.
struct ReadingStrings: Sendable {
  /// `3 risk` and the like: so many records of a type, or rows that may be some.
  var records: @Sendable (Int) -> String
  var rows: @Sendable (Int) -> String
  /// Before the type that a file was not read as, but looks like.
  var looksLike: String
  /// Where the reading comes from.
  var byConvention: String
  var bySource: String
  var notRead: String
  /// Of the form of a file.
  var sheet: String
  var table: @Sendable (Int) -> String
  var section: String
  var headingsInRow: @Sendable (Int) -> String
  var separator: String
  /// What a heading means.
  var unknown: String
  var ignored: String
  var alsoMeans: @Sendable (_ field: String) -> String
  var nearly: @Sendable (_ field: String, _ label: String) -> String
  /// Before lines to paste.
  var pasteEntry: String
  var pasteFields: String
  /// Heading of the files that were passed over, and why.
  var passedOver: String
  var noFormat: String
  var noType: String
  /// Recognised by headings, values and names.
  var recognised: String
  var titleBlock: String
  var files: @Sendable (Int) -> String
  /// The last line.
  var summary: @Sendable (_ records: Int, _ files: Int, _ unknown: Int, _ passedOver: Int) -> String

  static func of(_ language: Language) -> ReadingStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = ReadingStrings(
    records: { "\($0) \($0 == 1 ? "record" : "records")" },
    rows: { "\($0) \($0 == 1 ? "row" : "rows")" },
    looksLike: "not read; looks like",
    byConvention: "by convention", bySource: "source",
    notRead: "could not be read, see the errors below",
    sheet: "sheet", table: { "table \($0)" }, section: "under",
    headingsInRow: { "headings in row \($0)" }, separator: "separator",
    unknown: "not understood", ignored: "not a field",
    alsoMeans: { "means \($0) too: two headings for one field" },
    nearly: { "not understood; perhaps \($0), like '\($1)'" },
    pasteEntry: "to read it, add below sources: in clauselint.yaml",
    pasteFields: "to map them, add to the entry of the source in clauselint.yaml",
    passedOver: "passed over",
    noFormat: "no reader for such files", noType: "nothing says which records it holds",
    recognised: "recognised by its headings", titleBlock: "title block:",
    files: { "\($0) files" },
    summary: { records, files, unknown, passed in
      "\(records) \(records == 1 ? "record" : "records") in "
        + "\(files) \(files == 1 ? "file" : "files") · "
        + "\(unknown) \(unknown == 1 ? "heading" : "headings") not understood · "
        + "\(passed) \(passed == 1 ? "file" : "files") passed over"
    })

  private static let french = ReadingStrings(
    records: { "\($0) \($0 < 2 ? "enregistrement" : "enregistrements")" },
    rows: { "\($0) \($0 < 2 ? "ligne" : "lignes")" },
    looksLike: "non lu ; ressemble à",
    byConvention: "par convention", bySource: "source",
    notRead: "illisible, voir les erreurs ci-dessous",
    sheet: "feuille", table: { "tableau \($0)" }, section: "sous",
    headingsInRow: { "en-têtes à la ligne \($0)" }, separator: "séparateur",
    unknown: "non compris", ignored: "pas un champ",
    alsoMeans: { "désigne aussi \($0) : deux en-têtes pour un champ" },
    nearly: { "non compris ; peut-être \($0), comme « \($1) »" },
    pasteEntry: "pour le lire, ajouter sous sources: dans clauselint.yaml",
    pasteFields: "pour les rattacher, ajouter à l'entrée de la source dans clauselint.yaml",
    passedOver: "laissés de côté",
    noFormat: "aucun lecteur pour ces fichiers",
    noType: "rien ne dit quels enregistrements il contient",
    recognised: "reconnu à ses en-têtes", titleBlock: "cartouche :",
    files: { "\($0) fichiers" },
    summary: { records, files, unknown, passed in
      "\(records) \(records < 2 ? "enregistrement" : "enregistrements") dans "
        + "\(files) \(files < 2 ? "fichier" : "fichiers") · "
        + "\(unknown) \(unknown < 2 ? "en-tête non compris" : "en-têtes non compris") · "
        + "\(passed) \(passed < 2 ? "fichier laissé" : "fichiers laissés") de côté"
    })

  private static let arabic = ReadingStrings(
    records: { "عدد السجلات: \($0)" }, rows: { "عدد الأسطر: \($0)" },
    looksLike: "لم يقرأ؛ يشبه",
    byConvention: "حسب الأعراف", bySource: "المصدر",
    notRead: "تعذرت قراءته، انظر الأخطاء أسفله",
    sheet: "الورقة", table: { "الجدول \($0)" }, section: "تحت العنوان",
    headingsInRow: { "العناوين في السطر \($0)" }, separator: "الفاصل",
    unknown: "غير مفهوم", ignored: "ليس حقلا",
    alsoMeans: { "يدل أيضا على \($0): عنوانان لحقل واحد" },
    nearly: { "غير مفهوم؛ ربما \($0)، مثل «\($1)»" },
    pasteEntry: "لقراءته أضف تحت sources: في clauselint.yaml",
    pasteFields: "لربطها أضف إلى مدخل المصدر في clauselint.yaml",
    passedOver: "تركت جانبا",
    noFormat: "لا قارئ لهذا النوع من الملفات", noType: "لا شيء يبين نوع السجلات التي يحويها",
    recognised: "عُرف من عناوين أعمدته", titleBlock: "ترويسة:",
    files: { "عدد الملفات: \($0)" },
    summary: { records, files, unknown, passed in
      "السجلات: \(records) · الملفات المقروءة: \(files) · العناوين غير المفهومة: \(unknown)"
        + " · الملفات المتروكة جانبا: \(passed)"
    })
}
