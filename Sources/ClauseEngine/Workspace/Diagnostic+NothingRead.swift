import ClauseDocuments
import ClauseSource

extension Diagnostic {
  /// The error for a file that a source names and that has nothing of what the source reads.
  static func nothingRead(_ form: ReadingOptions, _ file: SourceFile) -> Diagnostic {
    let place = DiagnosticPlace.span(Span(file: file.id, start: 0, end: 0))
    switch form.part {
    case nil where DocumentFormats.reader(forFileNamed: file.path)?.name == "Word":
      return Diagnostic(
        .error, code: "table-missing",
        message: LocalizedText(
          en: "the file has no table with headings",
          fr: "le fichier ne contient aucun tableau avec des en-têtes",
          ar: "لا يتضمن الملف أي جدول له عناوين"),
        place: place,
        remedy: LocalizedText(
          en: "If labels such as `Owner: Sara` make it one record, add read: metadata to the "
            + "source; or leave it out of the source.",
          fr: "Si des étiquettes comme `Responsable : Sara` en font un seul enregistrement, "
            + "ajoutez read: metadata à la source ; sinon, retirez-le de la source.",
          ar: "إذا كانت تسميات مثل `المسؤول: سارة` تجعل منه قيدا واحدا فأضف read: metadata إلى "
            + "المصدر، وإلا فأخرجه من المصدر."))
    case nil where DocumentFormats.reader(forFileNamed: file.path)?.isTabular == true:
      return Diagnostic(
        .error, code: "table-missing",
        message: LocalizedText(
          en: "no table with headings was found",
          fr: "aucun tableau avec des en-têtes n'a été "
            + "trouvé",
          ar: "لم يعثر على أي جدول له عناوين"), place: place,
        remedy: LocalizedText(
          en: "Write a row of headings, or name its number with header_row: in the source.",
          fr: "Écrivez une ligne d'en-têtes, ou indiquez son numéro avec header_row: dans la "
            + "source.",
          ar: "اكتب سطر عناوين، أو اذكر رقمه بواسطة header_row: في المصدر."))
    case nil, .frontMatter:
      return Diagnostic(
        .error, code: "front-matter-missing",
        message: LocalizedText(
          en: "the file has no front matter, so there is no record to read",
          fr: "le fichier n'a pas d'en-tête de fiche (entre ---) : rien à lire",
          ar: "ليس للملف ترويسة (بين ---): لا قيد يقرأ"), place: place,
        remedy: LocalizedText(
          en: "Begin it with `---`, the fields, `---`; or leave it out of the source.",
          fr: "Commencez-le par `---`, les champs, `---` ; ou retirez-le de la source.",
          ar: "ابدأه بـ `---` ثم الحقول ثم `---`؛ أو استبعده من المصدر."))
    case .metadata:
      return Diagnostic(
        .error, code: "metadata-missing",
        message: LocalizedText(
          en: "the file has no labels such as `**Owner:**`, so there is no "
            + "record to read",
          fr: "le fichier n'a pas d'étiquettes comme `**Pilote :**` : rien à lire",
          ar: "ليست للملف تسميات مثل `**المسؤول:**`: لا قيد يقرأ"),
        place: place,
        remedy: LocalizedText(
          en: "Write the labels at its beginning; or leave it "
            + "out of the source.",
          fr: "Écrivez les étiquettes au début ; ou retirez-le de la source.",
          ar: "اكتب التسميات في بدايته؛ أو استبعده من المصدر."))
    case .table:
      return Diagnostic(
        .error, code: "table-missing",
        message: form.under.map {
          LocalizedText(
            en: "the file has no table under a heading “\($0)”",
            fr: "le fichier n'a pas de tableau sous un titre « \($0) »",
            ar: "لا يوجد في الملف جدول تحت عنوان «\($0)»")
        }
          ?? LocalizedText(
            en: "the file has no table", fr: "le fichier n'a pas de tableau",
            ar: "لا يوجد في الملف جدول"), place: place,
        remedy: LocalizedText(
          en: "Correct `under`, or leave the file out of the source.",
          fr: "Corrigez `under`, ou retirez le fichier de la source.",
          ar: "صحح `under`، أو استبعد الملف من المصدر."))
    }
  }
}
