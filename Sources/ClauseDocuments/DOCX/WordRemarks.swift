internal import ClauseSource

/// What of a Word file is not read, or read with reservations: counts, to be said in one note.
struct WordRemarks {
  var changes = 0
  var comments = 0
  var notes = 0
  var nestedTables = 0
  var hiddenRuns = 0
  var otherFiles = 0
  /// Whether a field that never ends keeps the text behind it from being read.
  var isCutOff = false

  /// The notes, worst first.
  func diagnostics(_ context: PackageContext, packed: [LocalizedText]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func say(
      _ severity: Diagnostic.Severity, _ code: String, _ message: LocalizedText,
      _ remedy: LocalizedText = LocalizedText()
    ) {
      found.append(
        Diagnostic(
          severity, code: code, message: message, place: .path(context.path), remedy: remedy))
    }
    if isCutOff {
      say(
        .warning, "word-field",
        LocalizedText(
          en: "a field never ends; the text behind it was not read",
          fr: "un champ n'a pas de fin ; le texte qui le suit n'a pas été lu",
          ar: "حقل لا نهاية له؛ لم يقرأ النص الذي يليه"),
        context.saveAgain)
    }
    if changes + comments > 0 {
      say(
        .note, "word-changes",
        Self.open(changes: changes, comments: comments),
        LocalizedText(
          en: "Accept or reject the changes, and delete the comments that are settled.",
          fr: "Acceptez ou refusez les modifications, et supprimez les commentaires traités.",
          ar: "اقبل التغييرات أو ارفضها، واحذف التعليقات التي تمت معالجتها."))
    }
    let ignored = left + packed
    if !ignored.isEmpty {
      say(
        .note, "word-ignored",
        LocalizedText { language in
          ignored.map { $0[language] }.joined(separator: language == .arabic ? "، " : ", ")
        }.following(
          en: "not read in this Word file: ", fr: "non lu dans ce fichier Word : ",
          ar: "لم يقرأ في ملف Word هذا: "))
    }
    if nestedTables > 0 {
      say(
        .note, "word-nested-tables",
        .counted(
          nestedTables,
          en: (
            "one table within another was read as text of the outer cell",
            "\(nestedTables) tables within others were read as text of the outer cells"
          ),
          fr: (
            "un tableau imbriqué a été lu comme texte de la cellule qui le contient",
            "\(nestedTables) tableaux imbriqués ont été lus comme texte des cellules qui les contiennent"
          ),
          ar: "قرئت الجداول المتداخلة (\(nestedTables)) كنص للخلايا التي تتضمنها"))
    }
    return found
  }

  /// Changes and comments that nobody has settled.
  private static func open(changes: Int, comments: Int) -> LocalizedText {
    let things = [
      (
        changes,
        LocalizedText.counted(
          changes, en: ("one tracked change", "\(changes) tracked changes"),
          fr: ("une modification suivie", "\(changes) modifications suivies"),
          ar: "تغييرات متعقبة (\(changes))")
      ),
      (
        comments,
        .counted(
          comments, en: ("one comment", "\(comments) comments"),
          fr: ("un commentaire", "\(comments) commentaires"), ar: "تعليقات (\(comments))")
      ),
    ].filter { $0.0 > 0 }.map(\.1)
    let list = LocalizedText { language in
      things.map { $0[language] }.joined(
        separator: language == .english ? " and " : language == .french ? " et " : " و")
    }
    return LocalizedText(
      en:
        "the file holds \(list[.english]) not accepted or resolved; insertions are read, "
        + "deletions are not",
      fr:
        "le fichier contient \(list[.french]) en attente ; les insertions sont lues, les "
        + "suppressions ne le sont pas",
      ar: "في الملف \(list[.arabic]) لم تحسم؛ تقرأ الإضافات ولا تقرأ المحذوفات")
  }

  private var left: [LocalizedText] {
    [
      (
        hiddenRuns,
        LocalizedText.counted(
          hiddenRuns, en: ("one hidden text", "\(hiddenRuns) hidden texts"),
          fr: ("un texte masqué", "\(hiddenRuns) textes masqués"),
          ar: "نصوص مخفية (\(hiddenRuns))")
      ),
      (
        notes,
        .counted(
          notes, en: ("one footnote or endnote", "\(notes) footnotes and endnotes"),
          fr: ("une note de bas de page ou de fin", "\(notes) notes de bas de page et de fin"),
          ar: "حواش (\(notes))")
      ),
      (
        otherFiles,
        .counted(
          otherFiles, en: ("one other file put in", "\(otherFiles) other files put in"),
          fr: ("un autre fichier inséré", "\(otherFiles) autres fichiers insérés"),
          ar: "ملفات أخرى مدرجة (\(otherFiles))")
      ),
    ].filter { $0.0 > 0 }.map(\.1)
  }
}
