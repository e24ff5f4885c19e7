import ClauseAssessment
import ClauseSource

extension ReporterStrings {
  /// Arabic as Moroccan administrations write it, with Western digits.
  static let arabic = ReporterStrings(
    severity: { severity in
      switch severity {
      case .major: "كبرى"
      case .minor: "صغرى"
      case .observation: "ملاحظة"
      case .data: "معطيات"
      }
    },
    basis: { basis in
      switch basis {
      case .normative: "المواصفة"
      case .own: "قاعدة داخلية"
      case .practice: "الممارسة"
      case .legal: "القانون"
      case .data: "المعطيات"
      }
    },
    diagnosticSeverity: { severity in
      switch severity {
      case .error: "خطأ"
      case .warning: "تنبيه"
      case .note: "معلومة"
      }
    },
    clauseState: stateWord,
    undecided: "غير محسوم",
    asks: "المطلوب",
    row: "الصف",
    because: "السبب",
    clauses: "البنود",
    remedy: "المعالجة",
    seeAlso: "انظر",
    asOf: { "إلى غاية تاريخ \($0)" },
    severityCount: { severity, count in
      switch severity {
      case .major: majorNoun.counted(count)
      case .minor: minorNoun.counted(count)
      case .observation: observationNoun.counted(count)
      case .data: dataNoun.counted(count)
      }
    },
    nothingAssessed: "لا سجلات: لم يتم تقييم أي شيء",
    noFindings: "لا توجد أي معاينة",
    noFindingsInAssessed: "لا توجد أي معاينة في ما تم تقييمه",
    derogated: { count, lapsing, days in
      derogatedNoun.counted(count)
        + (lapsing == 0
          ? "" : "، \(lapsingNoun.counted(lapsing)) خلال \(dayNoun.counted(days))")
    },
    baseline: { baselineNoun.counted($0) },
    undecidedCases: { count in
      "غير محسوم في \(caseNoun.counted(count)): يتعين أولا تصحيح المواضع المشار إليها أعلاه"
    },
    passedOver: { passedOverNoun.counted($0) },
    incomplete: { files in
      files == 0
        ? "نتيجة غير كاملة: تعذر تقييم جزء من المعطيات، انظر الأخطاء أعلاه"
        : "نتيجة غير كاملة: \(notAssessedFileNoun.counted(files))، انظر الأخطاء أعلاه"
    },
    incompleteMatrix: { files in
      files == 0
        ? "نتيجة غير كاملة: تعذر تقييم جزء من المعطيات، انظر الأمر check"
        : "نتيجة غير كاملة: \(notAssessedFileNoun.counted(files))، انظر الأمر check"
    },
    listSeparator: "، ",
    clauseCounts: { clauses, states in
      // State before number: no agreement to get wrong, as in administrative tables.
      let counts = states.map { state, count in "\(stateWord(state)) \(count)" }
      return "\(clauseNoun.counted(clauses)): " + counts.joined(separator: "، ")
    },
    limits: "ينصب التحقق على ما هو مصرح به في السجلات لا على الواقع الميداني،"
      + " ولا تشكل هذه النتيجة قرارا بمنح شهادة المطابقة.",
    notAssessedInput: { "معطيات لم يتم تقييمها: \($0)" },
    omissionTitle: "نتائج غير واردة في هذا الملف",
    omitted: { count in
      "\(omittedNoun.counted(count)) في هذا الملف الذي يقتصر على الأهم،"
        + " ويتضمن تقرير JSON جميع النتائج"
    },
    acceptedUntil: { "مقبول بموجب استثناء إلى غاية \($0)" },
    accepted: "مقبول بموجب استثناء",
    inBaseline: "مدرج في الوضعية المرجعية",
    rootDescription: "جذر مستودع المنظمة",
    matrixTitle: "مصفوفة المتطلبات",
    headings: Headings(
      clause: "البند", state: "الحالة", rules: "القواعد", records: "السجلات",
      findings: "المعاينات", title: "العنوان", rule: "القاعدة", severity: "الدرجة",
      basis: "الأساس", recordType: "تتعلق بـ"),
    attestedNote: { count in
      "\(attestedNoun.counted(count)): يقوم تصريح موقع مقام الإثبات حيث لا يمكن لأي سجل أن يثبت"
        + " المطابقة، ولم يتم التحقق منه آليا"
    },
    notAssessedNote: { count in
      "\(notAssessedNoun.counted(count)): لم تصادف أي قاعدة سجلا يمكن أن يبين المطابقة،"
        + " وعدم التقييم لا يعني المطابقة"
    })

  private static let clauseNoun = ArabicNoun(
    zero: "لا بنود", one: "بند واحد", two: "بندان", few: "بنود", many: "بندا", other: "بند")
  private static let majorNoun = ArabicNoun(
    zero: "لا معاينات كبرى", one: "معاينة كبرى واحدة", two: "معاينتان كبريان",
    few: "معاينات كبرى", many: "معاينة كبرى", other: "معاينة كبرى")
  private static let minorNoun = ArabicNoun(
    zero: "لا معاينات صغرى", one: "معاينة صغرى واحدة", two: "معاينتان صغريان",
    few: "معاينات صغرى", many: "معاينة صغرى", other: "معاينة صغرى")
  private static let observationNoun = ArabicNoun(
    zero: "لا ملاحظات", one: "ملاحظة واحدة", two: "ملاحظتان", few: "ملاحظات", many: "ملاحظة",
    other: "ملاحظة")
  private static let dataNoun = ArabicNoun(
    zero: "لا مشاكل في المعطيات", one: "مشكل واحد في المعطيات", two: "مشكلان في المعطيات",
    few: "مشاكل في المعطيات", many: "مشكلا في المعطيات", other: "مشكل في المعطيات")
  private static let derogatedNoun = ArabicNoun(
    zero: "لا معاينات مقبولة إلى أجل", one: "معاينة واحدة مقبولة إلى أجل",
    two: "معاينتان مقبولتان إلى أجل", few: "معاينات مقبولة إلى أجل",
    many: "معاينة مقبولة إلى أجل", other: "معاينة مقبولة إلى أجل")
  private static let baselineNoun = ArabicNoun(
    zero: "لا معاينات في الوضعية المرجعية", one: "معاينة واحدة في الوضعية المرجعية",
    two: "معاينتان في الوضعية المرجعية", few: "معاينات في الوضعية المرجعية",
    many: "معاينة في الوضعية المرجعية", other: "معاينة في الوضعية المرجعية")

  // After the preposition في the noun is in the genitive.
  private static let caseNoun = ArabicNoun(
    zero: "أي حالة", one: "حالة واحدة", two: "حالتين", few: "حالات", many: "حالة", other: "حالة")
  private static let dayNoun = ArabicNoun(
    zero: "اليوم نفسه", one: "يوم واحد", two: "يومين", few: "أيام", many: "يوما", other: "يوم")

  // Phrases with a verb: it agrees with the noun it follows.
  private static let lapsingNoun = ArabicNoun(
    zero: "", one: "ينتهي أجل واحدة منها", two: "ينتهي أجل اثنتين منها", few: "منها", many: "منها",
    other: "منها"
  ).following("ينتهي أجل")
  private static let passedOverNoun = ArabicNoun(
    zero: "لم يترك أي ملف جانبا", one: "ملف واحد لا يتضمن أي سجل ترك جانبا",
    two: "ملفان لا يتضمنان أي سجل تركا جانبا", few: "ملفات لا تتضمن أي سجل تركت جانبا",
    many: "ملفا لا يتضمن أي سجل ترك جانبا", other: "ملف لا يتضمن أي سجل ترك جانبا")
  private static let notAssessedFileNoun = ArabicNoun(
    zero: "", one: "ملف واحد لم يتم تقييمه", two: "ملفان لم يتم تقييمهما",
    few: "ملفات لم يتم تقييمها", many: "ملفا لم يتم تقييمه", other: "ملف لم يتم تقييمه")
  private static let omittedNoun = ArabicNoun(
    zero: "لا نتائج غير واردة", one: "نتيجة واحدة غير واردة", two: "نتيجتان غير واردتين",
    few: "نتائج غير واردة", many: "نتيجة غير واردة", other: "نتيجة غير واردة")
  private static let attestedNoun = ArabicNoun(
    zero: "لا بنود مصرح بها", one: "بند واحد مصرح به", two: "بندان مصرح بهما",
    few: "بنود مصرح بها", many: "بندا مصرحا به", other: "بند مصرح به")
  private static let notAssessedNoun = ArabicNoun(
    zero: "لا بنود غير مقيمة", one: "بند واحد لم يتم تقييمه", two: "بندان لم يتم تقييمهما",
    few: "بنود لم يتم تقييمها", many: "بندا لم يتم تقييمه", other: "بند لم يتم تقييمه")

  @Sendable private static func stateWord(_ state: ClauseState) -> String {
    switch state {
    case .conform: "مطابق"
    case .nonconform: "غير مطابق"
    case .derogated: "مقبول إلى أجل"
    case .attested: "مصرح به"
    case .notApplicable: "غير منطبق"
    case .notAssessed: "لم يتم تقييمه"
    }
  }
}
