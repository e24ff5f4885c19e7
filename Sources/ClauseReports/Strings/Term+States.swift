import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// Words for the states of things, and counted phrases.
extension Term {
  /// The state of a clause.
  static func state(_ state: ClauseState) -> Term {
    switch state {
    case .conform: Term(en: "conform", fr: "conforme", ar: "مطابق")
    case .nonconform: Term(en: "nonconform", fr: "non conforme", ar: "غير مطابق")
    case .derogated: Term(en: "derogated", fr: "sous dérogation", ar: "مقبول مؤقتا")
    case .attested: Term(en: "attested", fr: "attesté", ar: "مصرح به")
    case .notApplicable: Term(en: "not applicable", fr: "non applicable", ar: "غير منطبق")
    case .notAssessed: Term(en: "not assessed", fr: "non évalué", ar: "غير مقيم")
    }
  }

  /// The grade of a finding.
  static func severity(_ severity: Severity) -> Term {
    switch severity {
    case .major: Term(en: "major", fr: "majeure", ar: "كبرى")
    case .minor: Term(en: "minor", fr: "mineure", ar: "صغرى")
    case .observation: Term(en: "observation", fr: "observation", ar: "ملاحظة")
    case .data: Term(en: "data", fr: "donnée", ar: "معطيات")
    }
  }

  /// The heading of findings of one grade.
  static func severities(_ severity: Severity) -> Term {
    switch severity {
    case .major:
      Term(
        en: "Major nonconformities", fr: "Non-conformités majeures", ar: "حالات عدم مطابقة كبرى")
    case .minor:
      Term(
        en: "Minor nonconformities", fr: "Non-conformités mineures", ar: "حالات عدم مطابقة صغرى")
    case .observation: Term(en: "Observations", fr: "Observations", ar: "ملاحظات")
    case .data: .dataProblems
    }
  }

  /// What a rule rests on.
  static func basis(_ basis: Basis) -> Term {
    Term(
      en: Phrase(words: ReporterStrings.english.basis(basis)),
      fr: Phrase(words: ReporterStrings.french.basis(basis)),
      ar: Phrase(words: ReporterStrings.arabic.basis(basis)))
  }

  /// Whether a finding counts.
  static func findingState(_ state: FindingState) -> Term {
    switch state {
    case .new: Term(en: "open", fr: "ouverts", ar: "مفتوحة")
    case .baseline:
      Term(en: "in the baseline", fr: "dans l'état de référence", ar: "مدرجة في الوضعية المرجعية")
    case .derogated: Term(en: "under derogation", fr: "sous dérogation", ar: "مقبولة مؤقتا")
    }
  }

  /// A level: of criticality, or of how sure a source is. Nil for a word not known.
  static func level(_ word: String) -> Term? {
    switch word {
    case "low": Term(en: "low", fr: "faible", ar: "ضعيفة")
    case "medium": Term(en: "medium", fr: "moyenne", ar: "متوسطة")
    case "high": Term(en: "high", fr: "élevée", ar: "عالية")
    default: nil
    }
  }

  /// The result of an evaluation of compliance. Nil for a word not known.
  static func evaluationResult(_ word: String) -> Term? {
    switch word {
    case "conform": Term(en: "conform", fr: "conforme", ar: "مطابق")
    case "partial": Term(en: "partly conform", fr: "partiellement conforme", ar: "مطابق جزئيا")
    case "nonconform": Term(en: "not conform", fr: "non conforme", ar: "غير مطابق")
    case "not_applicable": Term(en: "not applicable", fr: "sans objet", ar: "غير منطبق")
    case "to_verify": Term(en: "to verify", fr: "à vérifier", ar: "قيد التحقق")
    default: nil
    }
  }

  /// Whether an exception has effect, in the words of the register of exceptions.
  static func exception(_ status: ExceptionResult.Status) -> Term {
    Term(
      en: Phrase(words: ExceptionStrings.english.status(status)),
      fr: Phrase(words: ExceptionStrings.french.status(status)),
      ar: Phrase(words: ExceptionStrings.arabic.status(status)))
  }

  /// Why an evaluation does not count.
  static func staleness(_ staleness: ObligationRow.Staleness) -> Term {
    switch staleness {
    case .never: Term(en: "never evaluated", fr: "jamais évaluée", ar: "لم يقيم قط")
    case .tooOld: Term(en: "too old", fr: "trop ancienne", ar: "متقادم")
    case .amended:
      Term(
        en: "text amended since", fr: "texte modifié depuis", ar: "تم تعديل النص بعده")
    }
  }

  /// How a project stands. Nil for a word not known.
  static func projectStatus(_ word: String) -> Term? {
    switch word {
    case "study": Term(en: "study", fr: "étude", ar: "دراسة")
    case "procurement": Term(en: "procurement", fr: "passation", ar: "إبرام الصفقة")
    case "works": Term(en: "works", fr: "travaux", ar: "أشغال")
    case "received": Term(en: "accepted", fr: "réceptionné", ar: "مستلم")
    case "closed": Term(en: "closed", fr: "clos", ar: "مغلق")
    case "suspended": Term(en: "suspended", fr: "suspendu", ar: "موقوف")
    case "cancelled": Term(en: "cancelled", fr: "annulé", ar: "ملغى")
    default: nil
    }
  }

  /// Why a record was drawn.
  static func drawn(_ reason: SampleList.Reason) -> Term {
    switch reason {
    case .drawn: Term(en: "drawn", fr: "tiré au sort", ar: "قرعة")
    case .major: Term(en: "major finding", fr: "constat majeur", ar: "معاينة كبرى")
    case .nearThreshold:
      Term(en: "close to its threshold", fr: "proche du seuil", ar: "قريب من العتبة")
    }
  }

  /// The answer of a gate.
  static func answer(_ answer: ReadinessGate.Answer) -> Term {
    switch answer {
    case .yes: .yes
    case .no: .no
    case .notAssessed: .state(.notAssessed)
    }
  }

  // MARK: Counted

  static func findingCount(_ count: Int) -> Term {
    .counted(
      count, en: ("finding", "findings"), fr: ("constat", "constats"),
      ar: ArabicNoun(
        zero: "لا معاينات", one: "معاينة واحدة", two: "معاينتان", few: "معاينات", many: "معاينة",
        other: "معاينة"))
  }

  static func recordCount(_ count: Int) -> Term {
    .counted(
      count, en: ("record", "records"), fr: ("enregistrement", "enregistrements"),
      ar: ArabicNoun(
        zero: "لا سجلات", one: "سجل واحد", two: "سجلان", few: "سجلات", many: "سجلا", other: "سجل"))
  }

  static func fileCount(_ count: Int) -> Term {
    .counted(
      count, en: ("file", "files"), fr: ("fichier", "fichiers"),
      ar: ArabicNoun(
        zero: "لا ملفات", one: "ملف واحد", two: "ملفان", few: "ملفات", many: "ملفا", other: "ملف"))
  }

  static func clauseCount(_ count: Int) -> Term {
    .counted(
      count, en: ("clause", "clauses"), fr: ("article", "articles"),
      ar: ArabicNoun(
        zero: "لا بنود", one: "بند واحد", two: "بندان", few: "بنود", many: "بندا", other: "بند"))
  }

  static func obligationCount(_ count: Int) -> Term {
    .counted(
      count, en: ("obligation", "obligations"), fr: ("obligation", "obligations"),
      ar: ArabicNoun(
        zero: "لا واجبات", one: "واجب واحد", two: "واجبان", few: "واجبات", many: "واجبا",
        other: "واجب"))
  }

  static func processCount(_ count: Int) -> Term {
    .counted(
      count, en: ("process", "processes"), fr: ("processus", "processus"),
      ar: ArabicNoun(
        zero: "لا عمليات", one: "عملية واحدة", two: "عمليتان", few: "عمليات", many: "عملية",
        other: "عملية"))
  }

  static func moreCount(_ count: Int) -> Term {
    Term(
      en: "and \(count) more", fr: "et \(count) de plus", ar: "و\(count) أخرى")
  }

  static func withinDays(_ days: Int) -> Term {
    Term(
      en: "within \(days) days", fr: "sous \(days) jours",
      ar: Phrase(words: "خلال " + dayNoun.counted(days)))
  }

  private static let dayNoun = ArabicNoun(
    zero: "لا أيام", one: "يوم واحد", two: "يومين", few: "أيام", many: "يوما", other: "يوم")

  /// No later than a day.
  static func by(_ day: CivilDate) -> Term {
    let day = Term.date(day)
    return Term(
      en: "by \(day.en.plain)", fr: "au plus tard le \(day.fr.plain)",
      ar: "في أجل أقصاه \(day.ar.plain)")
  }
}

extension Term {
  static let met = Term(en: "met", fr: "atteint", ar: "محقق")
  static let missed = Term(en: "missed", fr: "non atteint", ar: "غير محقق")
  static let unmeasured = Term(en: "not measured", fr: "non mesuré", ar: "غير مقيس")
}
