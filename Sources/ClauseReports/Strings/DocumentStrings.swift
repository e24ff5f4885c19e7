import ClauseAssessment
import ClauseSource

/// Words of the matrix of documented information, in one language.
struct DocumentStrings: Sendable {
  /// Heading of the matrix.
  var title: String
  /// Heading of the column of what is to be written down.
  var information: String
  /// Heading of the clauses that ask for a document kept up to date.
  var maintained: String
  /// Heading of the clauses that ask for a record kept as proof.
  var retained: String
  /// Stands after a clause that asks only as far as necessary.
  var asNecessary: String
  /// Whether it is there.
  var state: @Sendable (DocumentedInformationState) -> String
  /// So many kinds of information, and how many are in each state.
  var counts: @Sendable (_ rows: Int, _ present: Int, _ missing: Int, _ notAssessed: Int) -> String
  /// What the mark of necessity and `not assessed` mean.
  var note: String

  /// The words of `language`.
  static func of(_ language: Language) -> DocumentStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = DocumentStrings(
    title: "Documented information", information: "information", maintained: "document",
    retained: "record", asNecessary: "(*)",
    state: { state in
      switch state {
      case .present: "present"
      case .missing: "missing"
      case .notAssessed: "not assessed"
      }
    },
    counts: { "rows: \($0) · present: \($1) · missing: \($2) · not assessed: \($3)" },
    note: "(*) asked for as far as necessary: without a record, only an auditor can tell.")

  private static let french = DocumentStrings(
    title: "Informations documentées", information: "information documentée",
    maintained: "document à tenir à jour", retained: "preuve à conserver", asNecessary: "(*)",
    state: { state in
      switch state {
      case .present: "présente"
      case .missing: "absente"
      case .notAssessed: "non évaluée"
      }
    },
    counts: { "lignes : \($0) · présentes : \($1) · absentes : \($2) · non évaluées : \($3)" },
    note: "(*) exigée autant que nécessaire : sans enregistrement, seul un auditeur peut juger.")

  private static let arabic = DocumentStrings(
    title: "المعلومات الموثقة", information: "المعلومة", maintained: "وثيقة تحين",
    retained: "سجل يحفظ", asNecessary: "(*)",
    state: { state in
      switch state {
      case .present: "متوفرة"
      case .missing: "غير متوفرة"
      case .notAssessed: "لم يتم تقييمها"
      }
    },
    counts: { "الأسطر: \($0) · متوفرة: \($1) · غير متوفرة: \($2) · لم يتم تقييمها: \($3)" },
    note: "(*) مطلوبة بالقدر اللازم: دون سجل لا يمكن الحكم إلا من طرف المدقق.")
}
