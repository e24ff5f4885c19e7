import ClauseRecords
import ClauseSource

/// What a run says of registers as wholes, by the names that people give them.
enum RegisterWords {
  /// Names that stand for records because their register was not given.
  static func namesOnly(_ type: RecordType, _ count: Int) -> LocalizedText {
    LocalizedText { language in
      let register = type.title(in: language)
      return switch language {
      case .english:
        "the register “\(register)” was not given: \(count) "
          + (count == 1
            ? "reference is taken as a mere name"
            : "references are taken as mere "
              + "names")
          + ", and what rules ask beyond the name is not decided"
      case .french:
        "le registre « \(register) » n'a pas été fourni : "
          + (count < 2
            ? "un renvoi est pris pour un simple nom"
            : "\(count) renvois sont pris "
              + "pour de simples noms")
          + ", et ce que les règles demandent au-delà du nom reste indéterminé"
      case .arabic:
        "لم يقدم سجل «\(register)»: اعتبر \(reference.counted(count)) مجرد اسم، "
          + "وما تطلبه القواعد غير الاسم يبقى غير محدد"
      }
    }
  }

  private static let reference = ArabicNoun(
    zero: "أي إحالة", one: "إحالة واحدة", two: "إحالتان", few: "إحالات", many: "إحالة",
    other: "إحالة")

  static func addRegister(_ type: RecordType) -> LocalizedText {
    LocalizedText { language in
      let register = type.title(in: language)
      return switch language {
      case .english: "Add the register “\(register)” to the folder."
      case .french: "Ajoutez le registre « \(register) » au dossier."
      case .arabic: "أضف سجل «\(register)» إلى المجلد."
      }
    }
  }

  static func unread(_ type: RecordType, understood: Int, of count: Int) -> LocalizedText {
    LocalizedText { language in
      let register = type.title(in: language)
      return switch language {
      case .english:
        "the table looks like the register “\(register)”: \(understood) of \(count) headings are "
          + "understood; it was not read"
      case .french:
        "le tableau ressemble au registre « \(register) » : \(understood) en-têtes sur \(count) "
          + "sont compris ; il n'a pas été lu"
      case .arabic:
        "يشبه الجدول سجل «\(register)»: فهم \(understood) من \(count) عناوين؛ لم يقرأ"
      }
    }
  }

  static let seeSources = LocalizedText(
    en: "Run clauselint sources for the lines to add to clauselint.yaml.",
    fr: "Lancez clauselint sources : la commande donne les lignes à ajouter à clauselint.yaml.",
    ar: "نفذ clauselint sources: يعرض الأسطر التي ينبغي إضافتها إلى clauselint.yaml.")

  /// That a run read no record, and what to do.
  static let nothing = LocalizedText(
    en: "no record was found", fr: "aucun enregistrement n'a été trouvé",
    ar: "لم يعثر على أي قيد")
  static let checkSources = LocalizedText(
    en: "Check the folder and the sources in clauselint.yaml, or pass --allow-empty.",
    fr: "Vérifiez le dossier et les sources de clauselint.yaml, ou ajoutez --allow-empty.",
    ar: "تحقق من المجلد ومن sources في clauselint.yaml، أو أضف ‎--allow-empty.")
  /// That a file holds no record.
  static let empty = LocalizedText(
    en: "holds no record", fr: "ne contient pas d'enregistrement", ar: "لا يتضمن أي قيد")
}
