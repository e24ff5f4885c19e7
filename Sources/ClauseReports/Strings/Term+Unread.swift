import ClauseAssessment
import ClauseSource

/// The words about files from which no record was read.
extension Term {
  static let unread = Term(en: "Not read", fr: "Non lus", ar: "ملفات لم تقرأ")
  static let whyUnread = Term(en: "Why", fr: "Pourquoi", ar: "السبب")

  /// Several files of one ending.
  static func files(_ count: Int, _ ending: String) -> Term {
    ending.isEmpty
      ? Term(
        en: "\(count) files without an ending", fr: "\(count) fichiers sans extension",
        ar: "ملفات بدون امتداد: \(count)")
      : Term(
        en: "\(count) \(Untrusted(ending)) files", fr: "\(count) fichiers \(Untrusted(ending))",
        ar: "ملفات \(Untrusted(ending)): \(count)")
  }

  /// Why no record was read from a file.
  static func unread(_ reason: UnreadFile.Reason) -> Term {
    switch reason {
    case .failed:
      Term(en: "it could not be read", fr: "le fichier n'a pas pu être lu", ar: "تعذرت قراءته")
    case .unrecognised:
      Term(
        en: "no register was recognised in it", fr: "aucun registre n'y a été reconnu",
        ar: "لم يتم التعرف فيه على أي سجل")
    case .empty:
      Term(en: "the register has no row", fr: "le registre n'a aucune ligne", ar: "السجل فارغ")
    case .spreadsheet:
      Term(
        en: "spreadsheets of this format are not read",
        fr: "les classeurs de ce format ne sont pas lus", ar: "جداول هذا النوع لا تقرأ")
    case .database:
      Term(
        en: "databases are not read", fr: "les bases de données ne sont pas lues",
        ar: "قواعد البيانات لا تقرأ")
    case .document:
      Term(
        en: "documents of this format are not read",
        fr: "les documents de ce format ne sont pas lus", ar: "وثائق هذا النوع لا تقرأ")
    case .pages:
      Term(
        en: "PDF files and scans are not read", fr: "les PDF et les numérisations ne sont pas lus",
        ar: "ملفات PDF والوثائق الممسوحة لا تقرأ")
    case .slides:
      Term(en: "slides are not read", fr: "les diaporamas ne sont pas lus", ar: "العروض لا تقرأ")
    case .mail:
      Term(en: "messages are not read", fr: "les courriels ne sont pas lus", ar: "الرسائل لا تقرأ")
    case .archive:
      Term(
        en: "packed files are not read", fr: "les archives ne sont pas lues",
        ar: "الملفات المضغوطة لا تقرأ")
    case .prose:
      Term(
        en: "it has no label or table that is read",
        fr: "il n'a ni rubrique ni tableau qui soit lu", ar: "ليست فيه عناوين ولا جداول تقرأ")
    case .other:
      Term(
        en: "this kind of file is not read", fr: "ce type de fichier n'est pas lu",
        ar: "هذا النوع من الملفات لا يقرأ")
    case .picture:
      Term(en: "pictures are not read", fr: "les images ne sont pas lues", ar: "الصور لا تقرأ")
    case .recording:
      Term(
        en: "sound and film are not read", fr: "les sons et vidéos ne sont pas lus",
        ar: "التسجيلات لا تقرأ")
    }
  }

  /// What to do so that it is read.
  static func toRead(_ reason: UnreadFile.Reason) -> Term {
    switch reason {
    case .failed:
      Term(
        en: "Fix what the errors name.", fr: "Corriger ce que signalent les erreurs.",
        ar: "صحح ما تشير إليه الأخطاء.")
    case .unrecognised:
      Term(
        en: "If it is a register, say of which kind under sources: clauselint sources shows it.",
        fr: "Si c'est un registre, dire lequel sous sources : clauselint sources le montre.",
        ar: "إن كان سجلا فحدد نوعه تحت sources: الأمر clauselint sources يبينه.")
    case .empty:
      Term(
        en: "Fill it in, or remove it.", fr: "Le remplir ou le retirer.", ar: "املأه أو احذفه.")
    case .spreadsheet:
      Term(
        en: "Convert it: libreoffice --headless --convert-to xlsx FILE.",
        fr: "Le convertir : libreoffice --headless --convert-to xlsx FICHIER.",
        ar: "حوله: libreoffice --headless --convert-to xlsx FILE")
    case .document:
      Term(
        en: "Convert it: libreoffice --headless --convert-to docx FILE.",
        fr: "Le convertir : libreoffice --headless --convert-to docx FICHIER.",
        ar: "حوله: libreoffice --headless --convert-to docx FILE")
    case .pages:
      Term(
        en: "Get the file it was made from, and keep that as .xlsx, .docx or .csv.",
        fr: "Retrouver le fichier d'origine et le conserver en .xlsx, .docx ou .csv.",
        ar: "ابحث عن الملف الأصلي واحتفظ به بصيغة xlsx أو docx أو csv.")
    case .database:
      Term(
        en: "Export its tables as .csv.", fr: "Exporter ses tables en .csv.",
        ar: "صدر جداولها بصيغة csv.")
    case .slides, .prose:
      Term(
        en: "If it holds a register, keep that as a table in .xlsx, .docx or .csv.",
        fr: "S'il contient un registre, le tenir dans un tableau .xlsx, .docx ou .csv.",
        ar: "إن كان فيه سجل فاحتفظ به جدولا بصيغة xlsx أو docx أو csv.")
    case .mail:
      Term(
        en: "Enter what it says in a register.", fr: "Reporter ce qu'il dit dans un registre.",
        ar: "انقل مضمونها إلى سجل.")
    case .archive:
      Term(en: "Unpack it.", fr: "La décompresser.", ar: "فك ضغطها.")
    case .other, .picture, .recording:
      Term(
        en: "Name it as evidence in the record that it proves.",
        fr: "Le citer comme preuve dans l'enregistrement qu'il étaye.",
        ar: "اذكره إثباتا في السجل الذي يثبته.")
    }
  }
}
