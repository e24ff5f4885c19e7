import ClauseAssessment
import ClauseSource

/// Words that only the reports for pipelines and review services say, in one language.
struct PipelineStrings: Sendable {
  /// So many failures of a level are not shown as annotations.
  var moreOfLevel: @Sendable (_ count: Int, _ level: String) -> String
  /// So many findings are not in the table.
  var moreFindings: @Sendable (Int) -> String
  /// A rule met no record.
  var metNoRecord: String
  /// A clause is not applicable.
  var notApplicable: String
  /// A clause was not assessed.
  var notAssessed: String
  /// A clause rests on a signed statement.
  var attested: String
  /// Heading of the summary.
  var summaryTitle: String
  /// Heading of the column of places.
  var place: String
  /// Heading of the column of messages.
  var finding: String
  /// Heading of the column of standards.
  var standard: String

  /// The words of `language`.
  static func of(_ language: Language) -> PipelineStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = PipelineStrings(
    moreOfLevel: { "\($0) more at the level \($1): see the whole report" },
    moreFindings: { "\($0) more: see the whole report" },
    metNoRecord: "met no record",
    notApplicable: "not applicable, with a justification",
    notAssessed: "not assessed: no record could show it",
    attested: "attested by a signed statement, not verified",
    summaryTitle: "Management-system check",
    place: "Place", finding: "Finding", standard: "Standard")

  private static let french = PipelineStrings(
    moreOfLevel: { "\($0) de plus au niveau \($1) : voir le rapport entier" },
    moreFindings: { "\($0) de plus : voir le rapport entier" },
    metNoRecord: "n'a rencontré aucun enregistrement",
    notApplicable: "non applicable, avec justification",
    notAssessed: "non évalué : aucun enregistrement ne pouvait le montrer",
    attested: "attesté par une déclaration signée, non vérifié",
    summaryTitle: "Contrôle du système de management",
    place: "Emplacement", finding: "Constat", standard: "Norme")

  private static let arabic = PipelineStrings(
    moreOfLevel: { "معاينات أخرى من المستوى \($1): \($0)، يرجع إلى التقرير الكامل" },
    moreFindings: { "معاينات أخرى: \($0)، يرجع إلى التقرير الكامل" },
    metNoRecord: "لم تصادف أي سجل",
    notApplicable: "غير منطبق، مع التعليل",
    notAssessed: "لم يتم تقييمه: لا سجل يمكن أن يثبته",
    attested: "مصرح به بتصريح موقع، لم يتحقق منه آليا",
    summaryTitle: "فحص نظام التدبير",
    place: "الموضع", finding: "المعاينة", standard: "المواصفة")
}
