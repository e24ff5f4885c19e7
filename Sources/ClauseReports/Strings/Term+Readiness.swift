import ClauseAssessment
import ClauseCalendar

/// Words of the self-check before an audit.
extension Term {
  /// The verdict of the gates: never more than ready with reservations.
  static func verdict(isReady: Bool) -> Term {
    isReady
      ? Term(en: "Ready, with reservations", fr: "Prêt sous réserve", ar: "جاهز مع تحفظات")
      : Term(en: "Not ready", fr: "Non prêt", ar: "غير جاهز")
  }

  static let verdictNote = Term(
    en:
      "The records answer these questions; the field and the audit have the last word. This is no decision on certification.",
    fr:
      "Les enregistrements répondent à ces questions ; le terrain et l'audit ont le dernier mot. Ceci n'est pas une décision de certification.",
    ar:
      "تجيب السجلات عن هذه الأسئلة، وتبقى الكلمة الأخيرة للميدان وللافتحاص. ولا يشكل هذا قرارا بمنح شهادة المطابقة."
  )

  /// How many gates have each answer.
  static func gateCounts(yes: Int, no: Int, notAssessed: Int) -> Term {
    Term(
      en: "\(yes) yes, \(no) no, \(notAssessed) not assessed",
      fr:
        "\(yes) oui, \(no) non, \(notAssessed) \(words: notAssessed < 2 ? "non évaluée" : "non évaluées")",
      ar: "نعم: \(yes)، لا: \(no)، غير مقيم: \(notAssessed)")
  }

  /// What a gate asks.
  static func question(_ question: ReadinessGate.Question) -> Term {
    switch question {
    case .scopeApproved:
      Term(
        en: "Is the scope approved?", fr: "Le domaine d'application est-il approuvé ?",
        ar: "هل تمت المصادقة على مجال التطبيق؟")
    case .auditCycle:
      Term(
        en: "Do the internal audits of the cycle cover all processes and all clauses?",
        fr: "Les audits internes du cycle couvrent-ils tous les processus et tous les articles ?",
        ar: "هل تشمل الافتحاصات الداخلية للدورة جميع العمليات وجميع البنود؟")
    case .reviewAfterAudit:
      Term(
        en: "Was a management review held after the last internal audit?",
        fr: "Une revue de direction s'est-elle tenue après le dernier audit interne ?",
        ar: "هل انعقدت مراجعة الإدارة بعد آخر افتحاص داخلي؟")
    case .noOpenMajor:
      Term(
        en: "Is no major nonconformity open?",
        fr: "Aucune non-conformité majeure n'est-elle ouverte ?",
        ar: "هل تخلو الوضعية من أي عدم مطابقة كبرى مفتوحة؟")
    case .complianceEvaluated:
      Term(
        en: "Is compliance with every applicable obligation evaluated?",
        fr: "La conformité à chaque obligation applicable est-elle évaluée ?",
        ar: "هل تم تقييم الامتثال لكل واجب منطبق؟")
    case .objectivesMeasured:
      Term(
        en: "Is every objective measured?", fr: "Chaque objectif est-il mesuré ?",
        ar: "هل يتم قياس كل هدف؟")
    case .drillsHeld:
      Term(
        en: "Was every emergency scenario drilled in its interval?",
        fr: "Chaque scénario d'urgence a-t-il fait l'objet d'un exercice dans son intervalle ?",
        ar: "هل خضع كل سيناريو للطوارئ لتمرين في أجله؟")
    case .threeMonths:
      Term(
        en: "Do the records show three months of operation?",
        fr: "Les enregistrements montrent-ils trois mois de fonctionnement ?",
        ar: "هل تبين السجلات ثلاثة أشهر من الاشتغال؟")
    }
  }

  /// Why a gate has its answer.
  static func reason(_ gate: ReadinessGate) -> Term {
    if gate.answer == .notAssessed, gate.question != .reviewAfterAudit { return nothingMet }
    let day = gate.date.map { Term.date($0) } ?? .unsaid
    switch gate.question {
    case .scopeApproved:
      return gate.answer == .yes
        ? Term(
          en: "Approved on \(day.en.plain)", fr: "Approuvé le \(day.fr.plain)",
          ar: "تمت المصادقة عليه بتاريخ \(day.ar.plain)")
        : Term(
          en: "No approval with a person and a date", fr: "Aucune approbation avec nom et date",
          ar: "لا مصادقة تحمل اسما وتاريخا")
    case .auditCycle:
      return Term(
        en:
          "\(gate.met) of \(gate.total) \(words: gate.total == 1 ? "process" : "processes") audited, \(gate.clauses.count) \(words: gate.clauses.count == 1 ? "clause" : "clauses") not audited",
        fr:
          "\(gate.met) processus \(words: gate.met < 2 ? "audité" : "audités") sur \(gate.total), \(gate.clauses.count) \(words: gate.clauses.count < 2 ? "article non audité" : "articles non audités")",
        ar:
          "عدد العمليات المفتحصة \(gate.met) من أصل \(gate.total)، وعدد البنود غير المفتحصة \(gate.clauses.count)"
      )
    case .reviewAfterAudit:
      return review(gate, day)
    case .noOpenMajor:
      return Term(
        en:
          "\(gate.total) major \(words: gate.total == 1 ? "finding" : "findings") here, \(gate.records.count) major \(words: gate.records.count == 1 ? "nonconformity" : "nonconformities") open in the register",
        fr:
          "\(gate.total) \(words: gate.total < 2 ? "constat majeur" : "constats majeurs") ici, \(gate.records.count) \(words: gate.records.count < 2 ? "non-conformité majeure ouverte" : "non-conformités majeures ouvertes") au registre",
        ar:
          "عدد المعاينات الكبرى هنا \(gate.total)، وعدد حالات عدم المطابقة الكبرى المفتوحة في السجل \(gate.records.count)"
      )
    case .complianceEvaluated, .objectivesMeasured, .drillsHeld, .threeMonths:
      return Term(
        en: "\(gate.met) of \(gate.total)", fr: "\(gate.met) sur \(gate.total)",
        ar: "\(gate.met) من أصل \(gate.total)")
    }
  }

  private static func review(_ gate: ReadinessGate, _ day: Term) -> Term {
    switch gate.answer {
    case .yes:
      Term(
        en: "Review held on \(day.en.plain)", fr: "Revue tenue le \(day.fr.plain)",
        ar: "انعقدت المراجعة بتاريخ \(day.ar.plain)")
    case .no:
      Term(
        en: "The last review, on \(day.en.plain), came before the last audit",
        fr: "La dernière revue, le \(day.fr.plain), a précédé le dernier audit",
        ar: "سبقت آخر مراجعة، المنعقدة بتاريخ \(day.ar.plain)، آخر افتحاص")
    case .notAssessed:
      Term(
        en: "No review or no internal audit was read",
        fr: "Aucune revue ou aucun audit interne n'a été lu",
        ar: "لم تتم قراءة أي مراجعة أو أي افتحاص داخلي")
    }
  }

  private static let nothingMet = Term(
    en: "No record was read that could answer", fr: "Aucun enregistrement lu ne permet de répondre",
    ar: "لم تتم قراءة أي سجل يمكن أن يجيب")
}
