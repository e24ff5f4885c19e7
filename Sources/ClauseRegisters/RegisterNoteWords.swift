import ClauseSource

/// What is said of the rows of a register that are not read.
enum RegisterNoteWords {
  static func passedOver(_ kind: Register.RowKind, _ count: Int) -> LocalizedText {
    let words = words(kind, count)
    let rows = count == 1 ? "one row" : "\(count) rows"
    let were = count == 1 ? "was passed over" : "were passed over"
    let lignes = count < 2 ? "une ligne" : "\(count) lignes"
    let laissées = count < 2 ? "a été laissée de côté" : "ont été laissées de côté"
    let lues = count < 2 ? "n'a pas été lue" : "n'ont pas été lues"
    return LocalizedText(
      en: kind == .damaged
        ? "\(rows) \(words.en) and \(count == 1 ? "was" : "were") not read"
        : kind == .blank
          ? "\(count == 1 ? "one" : "\(count)") \(words.en) \(were)" : "\(rows)\(words.en) \(were)",
      fr: kind == .damaged
        ? "\(lignes) \(words.fr) et \(lues)" : "\(lignes)\(words.fr) \(laissées)",
      ar: "\(words.ar): لم يقرأ \(ArabicNoun.row.counted(count))")
  }

  /// What tells rows of a kind apart: after the number, and in Arabic before it.
  private static func words(
    _ kind: Register.RowKind, _ count: Int
  ) -> (en: String, fr: String, ar: String) {
    let isOne = count < 2
    return switch kind {
    case .record: ("", "", "قيود")
    case .blank: (count == 1 ? "blank row" : "blank rows", isOne ? " vide" : " vides", "أسطر فارغة")
    case .section:
      (" with nothing but a title", " de titre seul", "أسطر عناوين الأقسام")
    case .total: (" of totals", " de totaux", "أسطر المجاميع")
    case .note: (" of notes or of a legend", " de notes ou de légende", "أسطر الملاحظات أو المفتاح")
    case .signature: (" of signatures", " de signatures", "أسطر التوقيعات")
    case .heading:
      (
        count == 1 ? " that only repeats the headings" : " that only repeat the headings",
        isOne ? " qui répète les en-têtes" : " qui répètent les en-têtes", "أسطر تكرر العناوين"
      )
    case .skipped:
      (
        " below the headings, as skip_rows asks,",
        " sous les en-têtes, comme le demande "
          + "skip_rows,",
        "أسطر تحت العناوين بطلب من skip_rows"
      )
    case .template:
      (
        " prepared at the end and not filled in",
        isOne ? " préparée à la fin et non remplie" : " préparées à la fin et non remplies",
        "أسطر مهيأة في الأخير وغير معبأة"
      )
    case .damaged:
      (
        count == 1
          ? "has more cells than there are headings" : "have more cells than there are headings",
        isOne ? "a plus de cellules que d'en-têtes" : "ont plus de cellules que d'en-têtes",
        "أسطر خلاياها أكثر من العناوين"
      )
    }
  }

  static let tooManyCells = LocalizedText(
    en: "Give the cells too many a heading; in a text, put a cell that holds the separator in "
      + "quotes.",
    fr: "Donnez un en-tête aux cellules en trop ; dans un fichier texte, mettez entre guillemets "
      + "la cellule qui contient le séparateur.",
    ar: "أعط الخلايا الزائدة عناوين؛ وفي ملف نصي ضع الخلية التي تتضمن الفاصل بين علامتي تنصيص.")

  static func unheaded(_ count: Int) -> LocalizedText {
    .counted(
      count,
      en: (
        "one cell in columns without a heading cannot be read",
        "\(count) cells in columns without a heading cannot be read"
      ),
      fr: (
        "une cellule d'une colonne sans en-tête ne peut être lue",
        "\(count) cellules de colonnes sans en-tête ne peuvent être lues"
      ), ar: "خلايا في أعمدة بدون عنوان لا يمكن قراءتها: \(count)")
  }
}
