import ClauseAssessment
import ClauseSource

/// Words of the workbook, in one language: names of sheets, headings, choices of drop-downs.
struct WorkbookStrings: Sendable {
  /// Names of the sheets in their order.
  var sheets: (about: String, clauses: String, findings: String, plan: String, legal: String)
  /// Headings of the sheet about the run.
  var about: (item: String, value: String)
  /// What is said of the run, in order.
  var items:
    (
      organization: String, scope: String, standards: String, asOf: String, packs: String,
      tool: String, commit: String, records: String, limits: String
    )
  /// Headings that several sheets share.
  var standard: String
  var chapter: String
  var record: String
  var place: String
  var message: String
  var because: String
  var acceptedUntil: String
  /// Headings of the plan.
  var cause: String
  var correction: String
  var action: String
  var responsible: String
  var dueOn: String
  var progress: String
  var effectiveness: String
  /// What a plan's progress may be.
  var progressChoices: [String]
  /// What a check of effectiveness may conclude.
  var effectivenessChoices: [String]
  /// Headings of the legal register.
  var legalText: String
  var provision: String
  var requirement: String
  var applicability: String
  var criticality: String
  var confidence: String
  var result: String
  var evaluatedOn: String
  var nextDue: String
  var overdue: String
  /// Yes and no.
  var yes: String
  var no: String

  /// The words of `language`.
  static func of(_ language: Language) -> WorkbookStrings {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = WorkbookStrings(
    sheets: ("About", "Clauses", "Findings", "Action plan", "Legal register"),
    about: ("Item", "Value"),
    items: (
      "Organisation", "Scope", "Standards", "As of", "Rule packs", "Tool", "Commit", "Records",
      "Limits"
    ),
    standard: "Standard", chapter: "Chapter", record: "Record", place: "Place",
    message: "Finding", because: "Evidence", acceptedUntil: "Accepted until",
    cause: "Cause", correction: "Correction", action: "Action", responsible: "Responsible",
    dueOn: "Due on", progress: "Progress", effectiveness: "Effectiveness",
    progressChoices: ["planned", "ongoing", "done", "verified", "cancelled"],
    effectivenessChoices: ["effective", "partly effective", "not effective"],
    legalText: "Text", provision: "Provision", requirement: "Requirement",
    applicability: "Applicability", criticality: "Criticality", confidence: "Confidence of data",
    result: "Last evaluation", evaluatedOn: "Evaluated on", nextDue: "Next date",
    overdue: "Overdue", yes: "yes", no: "no")

  private static let french = WorkbookStrings(
    sheets: ("Présentation", "Articles", "Constats", "Plan d'actions", "Registre légal"),
    about: ("Rubrique", "Valeur"),
    items: (
      "Organisme", "Domaine d'application", "Normes", "Arrêté au", "Paquets de règles", "Outil",
      "Version du dépôt", "Enregistrements", "Limites"
    ),
    standard: "Norme", chapter: "Chapitre", record: "Enregistrement", place: "Emplacement",
    message: "Constat", because: "Preuve", acceptedUntil: "Accepté jusqu'au",
    cause: "Cause", correction: "Correction", action: "Action", responsible: "Responsable",
    dueOn: "Échéance", progress: "Avancement", effectiveness: "Efficacité",
    progressChoices: ["planifiée", "en cours", "réalisée", "vérifiée", "annulée"],
    effectivenessChoices: ["efficace", "partiellement efficace", "non efficace"],
    legalText: "Texte", provision: "Disposition", requirement: "Exigence",
    applicability: "Applicabilité", criticality: "Criticité", confidence: "Fiabilité des données",
    result: "Dernière évaluation", evaluatedOn: "Évalué le", nextDue: "Prochaine échéance",
    overdue: "En retard", yes: "oui", no: "non")

  private static let arabic = WorkbookStrings(
    sheets: ("تقديم", "المتطلبات", "المعاينات", "مخطط العمل", "السجل القانوني"),
    about: ("البيان", "القيمة"),
    items: (
      "الهيئة", "مجال التطبيق", "المواصفات", "إلى غاية تاريخ", "حزم القواعد", "الأداة",
      "نسخة المستودع", "السجلات", "حدود التقرير"
    ),
    standard: "المواصفة", chapter: "الباب", record: "السجل", place: "الموضع",
    message: "المعاينة", because: "الإثبات", acceptedUntil: "مقبول إلى غاية",
    cause: "السبب", correction: "التصحيح", action: "الإجراء", responsible: "المسؤول",
    dueOn: "الأجل", progress: "حالة الإنجاز", effectiveness: "الفعالية",
    progressChoices: ["مبرمج", "قيد الإنجاز", "منجز", "تم التحقق منه", "ملغى"],
    effectivenessChoices: ["فعال", "فعال جزئيا", "غير فعال"],
    legalText: "النص", provision: "المقتضى", requirement: "المتطلب",
    applicability: "قابلية التطبيق", criticality: "درجة الأهمية",
    confidence: "درجة موثوقية المعطيات",
    result: "آخر تقييم", evaluatedOn: "تاريخ التقييم", nextDue: "الأجل المقبل",
    overdue: "متأخر", yes: "نعم", no: "لا")
}
