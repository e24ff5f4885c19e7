public import ClauseSource

/// What the reading of registers says, in the words of whoever keeps them: registers and fields by
/// their labels, identifiers only where the reader is to write them.
public enum ReadingWords {
  /// Fields that a sentence names; who adds these is told the others.
  static let mostNamed = 12

  /// The labels of fields in quotes, `« Activité », « Site »`.
  public static func list(_ fields: [Field], in language: Language) -> String {
    let shown = fields.prefix(mostNamed).map { quoted($0.label(in: language), in: language) }
    return shown.joined(separator: language == .arabic ? "، " : ", ")
      + (fields.count > mostNamed ? language == .arabic ? "، …" : ", …" : "")
  }

  /// Words of a register in the quotation marks of the language.
  public static func quoted(_ words: String, in language: Language) -> String {
    switch language {
    case .english: "“\(words)”"
    case .french: "« \(words) »"
    case .arabic: "«\(words)»"
    }
  }

  static func missingColumns(_ fields: [Field], of type: RecordType) -> LocalizedText {
    LocalizedText { language in
      let (register, columns) = (
        quoted(type.title(in: language), in: language), list(fields, in: language)
      )
      return switch language {
      case .english: "the register \(register) has no column for \(columns)"
      case .french: "le registre \(register) n'a pas de colonne pour \(columns)"
      case .arabic: "لا يتضمن سجل \(register) أعمدة لما يلي: \(columns)"
      }
    }
  }

  /// What to do about a column that is missing, with the line to write for it.
  ///
  /// - Parameter field: the field that the sentence in a language names first.
  public static func addColumn(_ field: (Language) -> Field?) -> LocalizedText {
    LocalizedText { language in
      let field = field(language)
      let line = "fields: { \(field?.name ?? ""): \(field?.label(in: language) ?? "") }"
      return switch language {
      case .english:
        "Add the column, or say which one holds it in clauselint.yaml: \(line), with your own "
          + "heading."
      case .french:
        "Ajoutez la colonne, ou indiquez celle qui en tient lieu dans clauselint.yaml : \(line), "
          + "avec votre propre en-tête."
      case .arabic:
        "أضف العمود، أو بين العمود الذي يقوم مقامه في clauselint.yaml: \(line) بعنوانكم أنتم."
      }
    }
  }

  /// What is taken for granted of the rows of a register that has no column for it.
  static func assumed(_ literal: String, in field: Field, of type: RecordType) -> LocalizedText {
    LocalizedText { language in
      let (register, column, word) = (
        quoted(type.title(in: language), in: language),
        quoted(field.label(in: language), in: language),
        quoted(field.word(for: literal, in: language), in: language)
      )
      return switch language {
      case .english:
        "the register \(register) has no column for \(column): all rows are taken for \(word)"
      case .french:
        "le registre \(register) n'a pas de colonne pour \(column) : toutes les lignes sont lues "
          + "comme \(word)"
      case .arabic:
        "لا يتضمن سجل \(register) عمودا لما يلي: \(column)؛ اعتبرت كل الأسطر \(word)"
      }
    }
  }

  static func otherThanAssumed(_ field: Field, _ literal: String) -> LocalizedText {
    let line = "constants: { \(field.name): \(literal) }"
    return LocalizedText(
      en: "Add the column where that is not so, or say in the source what holds: \(line).",
      fr: "Ajoutez la colonne si ce n'est pas le cas, ou indiquez dans la source ce qui vaut : "
        + "\(line).",
      ar: "أضف العمود إن لم يكن الأمر كذلك، أو بين في المصدر القيمة الصحيحة: \(line).")
  }

  /// That cells tell of something that the row does not name.
  static func unnamedParts(_ count: Int) -> LocalizedText {
    .counted(
      count,
      en: (
        "one cell tells of an action, or the like, that its row does not name; it was not read",
        "\(count) cells tell of an action, or the like, that their rows do not name; they were "
          + "not read"
      ),
      fr: (
        "une cellule parle d'une action, ou de quelque chose de ce genre, que la ligne ne nomme "
          + "pas ; elle n'a pas été lue",
        "\(count) cellules parlent d'une action, ou de quelque chose de ce genre, que leur ligne "
          + "ne nomme pas ; elles n'ont pas été lues"
      ),
      ar: "خلايا تتعلق بإجراء أو ما شابهه لم يذكر في سطرها: \(count)؛ لم تقرأ")
  }

  static func headingTwice(_ heading: String, _ field: Field) -> LocalizedText {
    LocalizedText { language in
      let (own, label) = (
        quoted(heading, in: language), quoted(field.label(in: language), in: language)
      )
      return switch language {
      case .english: "the column \(own) is read as \(label), as another one is; it was not read"
      case .french:
        "la colonne \(own) correspond à \(label), comme une autre ; elle n'a pas été lue"
      case .arabic: "العمود \(own) يقابل \(label) كعمود آخر؛ لم يقرأ"
      }
    }
  }

  /// What to do about two headings of one field.
  static func mapOne(_ field: String, _ heading: String) -> LocalizedText {
    let line = "fields: { \(field): \(heading) }"
    return LocalizedText(
      en: "Say in clauselint.yaml which one counts, such as \(line), or delete a column.",
      fr: "Indiquez dans clauselint.yaml laquelle compte, par exemple \(line), "
        + "ou supprimez une colonne.",
      ar: "بين في clauselint.yaml أيهما المعتمد، مثلا \(line)، أو احذف أحد العمودين.")
  }

  static func impliedOrder(_ count: Int) -> LocalizedText {
    .counted(
      count,
      en: (
        "one date is read with the day first, as is usual in the language of the headings; "
          + "none proves the order",
        "\(count) dates are read with the day first, as is usual in the language of the headings; "
          + "none proves the order"
      ),
      fr: (
        "une date a été lue jour/mois, comme le veut la langue des en-têtes ; "
          + "aucune ne prouve cet ordre",
        "\(count) dates ont été lues jour/mois, comme le veut la langue des en-têtes ; "
          + "aucune ne prouve cet ordre"
      ),
      ar: "قرئ \(date.counted(count)) باعتبار اليوم قبل الشهر كما في لغة العناوين؛ "
        + "ولا شيء يثبت هذا الترتيب")
  }

  static func impreciseDates(_ count: Int) -> LocalizedText {
    .counted(
      count,
      en: (
        "one date without a day is read as the last day of its month, quarter or year",
        "\(count) dates without a day are read as the last day of their month, quarter or year"
      ),
      fr: (
        "une date sans jour a été lue comme le dernier jour de son mois, trimestre ou année",
        "\(count) dates sans jour ont été lues comme le dernier jour de leur mois, trimestre ou "
          + "année"
      ),
      ar: "قرئ \(date.counted(count)) دون ذكر اليوم باعتبار آخر يوم من الشهر أو الفصل أو السنة")
  }

  private static let date = ArabicNoun(
    zero: "أي تاريخ", one: "تاريخ واحد", two: "تاريخان", few: "تواريخ", many: "تاريخا",
    other: "تاريخ")

  static func unknownField(_ path: String, of type: RecordType) -> LocalizedText {
    LocalizedText { language in
      let register = quoted(type.title(in: language), in: language)
      return switch language {
      case .english: "the register \(register) has no field `\(path)`"
      case .french: "le registre \(register) n'a pas de champ `\(path)`"
      case .arabic: "لا يوجد في سجل \(register) حقل `\(path)`"
      }
    }
  }

  /// That a word is not a type of record.
  public static func unknownType(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "there is no record type `\(name)`",
      fr: "il n'y a pas de type d'enregistrement "
        + "`\(name)`",
      ar: "لا يوجد نوع سجل `\(name)`")
  }

  static func notPlural(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "`\(name)` is not the name of a register", fr: "`\(name)` n'est pas le nom d'un registre",
      ar: "`\(name)` ليس اسم سجل")
  }

  static func writeType(_ type: RecordType) -> LocalizedText {
    LocalizedText(
      en: "Write `type: \(type.name)` into it, if it is one.",
      fr: "Écrivez-y `type: \(type.name)`, si c'en est un.",
      ar: "اكتب فيه `type: \(type.name)` إن كان كذلك.")
  }

  static func besideRecords(_ count: Int) -> LocalizedText {
    .counted(
      count,
      en: (
        "beside records, this names no record type and was passed over",
        "beside records, \(count) documents or list items, the first of them here, name "
          + "no record type and were passed over"
      ),
      fr: (
        "à côté des enregistrements, cet élément ne dit pas de quel registre il relève : il a "
          + "été laissé de côté",
        "à côté des enregistrements, \(count) documents ou éléments de liste, dont le "
          + "premier ici, ne disent pas de quel registre ils relèvent : ils ont été laissés de "
          + "côté"
      ),
      ar: "إلى جانب القيود عناصر لا يدل شيء على سجلها، أولها هنا: \(count)؛ لم تقرأ")
  }
}
