import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// Sentences of the report.
extension Term {
  static let incomplete = Term(
    en:
      "Incomplete: some input could not be read and was not assessed. Nothing here speaks for it.",
    fr:
      "Incomplet : une partie des données n'a pas pu être lue ni évaluée. Rien ici ne vaut pour elle.",
    ar: "غير مكتمل: تعذرت قراءة جزء من المعطيات ولم يتم تقييمه، ولا شيء هنا ينطبق عليه.")
  static let noFindings = Term(
    en: "No finding in what was assessed.", fr: "Aucun constat dans ce qui a été évalué.",
    ar: "لا معاينات في ما تم تقييمه.")
  static let gradeNote = Term(
    en: "Grades are a proposal of the rules; the auditor decides.",
    fr: "Les gravités sont proposées par les règles ; l'auditeur en décide.",
    ar: "الدرجات مقترحة من طرف القواعد، والقرار للمفتحص.")
  static let matrixNote = Term(
    en:
      "Rows follow the harmonised structure. A state rests on the rules run and the records seen; a clause that met no record is not assessed, never conform.",
    fr:
      "Les lignes suivent la structure harmonisée. Un état repose sur les règles appliquées et les enregistrements vus ; un article sans enregistrement est non évalué, jamais conforme.",
    ar:
      "تتبع الأسطر البنية المنسجمة. وتستند الحالة إلى القواعد المطبقة والسجلات المعاينة؛ والبند الذي لم يصادف أي سجل غير مقيم، ولا يعتبر أبدا مطابقا."
  )
  static let legalNote = Term(
    en:
      "Two judgements stand apart: the legal one is the organisation's own last evaluation; the system one is what the rules find. A breach that was found and is acted upon is not by itself a nonconformity of the system.",
    fr:
      "Deux jugements sont séparés : le légal est la dernière évaluation faite par l'organisme ; le système est ce que constatent les règles. Un manquement relevé et traité n'est pas en soi une non-conformité du système.",
    ar:
      "حكمان منفصلان: القانوني هو آخر تقييم أنجزته المنظمة نفسها، والمتعلق بالمنظومة هو ما تعاينه القواعد. والإخلال المرصود والمعالج ليس في حد ذاته عدم مطابقة للمنظومة."
  )
  static let forecastNote = Term(
    en: "The same rules on the same records at later dates: what will be found if nothing changes.",
    fr:
      "Les mêmes règles sur les mêmes enregistrements à des dates ultérieures : ce qui sera constaté si rien ne change.",
    ar: "نفس القواعد على نفس السجلات في تواريخ لاحقة: ما ستتم معاينته إذا لم يتغير أي شيء.")
  static let applicabilityNone = Term(
    en: "No clause is declared not applicable.", fr: "Aucun article n'est déclaré non applicable.",
    ar: "لم يصرح بعدم انطباق أي بند.")
  static let allApplicable = Term(
    en: "Every other clause of the standards above is taken as applicable.",
    fr: "Tous les autres articles des normes ci-dessus sont tenus pour applicables.",
    ar: "تعتبر جميع البنود الأخرى للمعايير أعلاه منطبقة.")
  static let attestedNote = Term(
    en: "A signed statement stands where no record can prove the clause. It was not verified.",
    fr:
      "Une déclaration signée tient lieu de preuve là où aucun enregistrement ne peut prouver. Elle n'a pas été vérifiée.",
    ar: "يقوم تصريح موقع مقام الإثبات حيث لا يمكن لأي سجل أن يثبت المطابقة، ولم يتم التحقق منه.")
  static let notAssessedNote = Term(
    en: "For these clauses the records show nothing either way.",
    fr: "Pour ces articles, les enregistrements ne montrent rien, ni dans un sens ni dans l'autre.",
    ar: "بالنسبة لهذه البنود لا تبين السجلات شيئا في أي اتجاه.")
  static let derogationEnds = Term(
    en: "a derogation ends", fr: "une dérogation prend fin", ar: "انتهاء استثناء")
  static let overdue = Term(en: "overdue", fr: "en retard", ar: "متأخر")
  static let breach = Term(
    en: "Breaches declared", fr: "Manquements déclarés", ar: "إخلالات مصرح بها")
  static let unacted = Term(
    en: "of them without action", fr: "dont sans suite", ar: "منها دون إجراء")
  static let stale = Term(
    en: "Evaluation stale or missing", fr: "Évaluation périmée ou absente",
    ar: "تقييم متقادم أو غائب")
  static let applicableCount = Term(en: "Applicable", fr: "Applicables", ar: "منطبقة")
  static let notApplicableCount = Term(
    en: "Not applicable or for information", fr: "Sans objet ou pour information",
    ar: "غير منطبقة أو للإخبار")
  static let undecidedCount = Term(
    en: "Applicability undecided", fr: "Applicabilité non tranchée", ar: "الانطباق غير محسوم")
  static let legalTexts = Term(en: "Texts watched", fr: "Textes suivis", ar: "النصوص المتتبعة")
  static let unreferenced = Term(
    en: "Known to the packs, not in the register", fr: "Connues des paquets, absentes du registre",
    ar: "معروفة في الحزم وغائبة عن السجل")
  static let mark = Term(en: "to confirm", fr: "à confirmer", ar: "للتأكيد")
  static let attestationOnly = Term(
    en: "no signed statement", fr: "aucune déclaration signée", ar: "لا تصريح موقع")
  static let noRegister = Term(
    en: "no record of: ", fr: "aucun enregistrement de : ", ar: "لا سجل من نوع: ")
  static let undecided = Term(
    en: "a rule could not decide", fr: "une règle n'a pas pu trancher", ar: "تعذر على قاعدة أن تحسم"
  )
  static let noRule = Term(
    en: "no rule ran on a record", fr: "aucune règle n'a porté sur un enregistrement",
    ar: "لم تطبق أي قاعدة على سجل")
  static let undecidedTitle = Term(
    en: "Undecided cases", fr: "Cas non tranchés", ar: "حالات غير محسومة")
  static let inputTitle = Term(
    en: "Trouble with the input", fr: "Difficultés de lecture", ar: "صعوبات في قراءة المعطيات")
  static let witnessCut = Term(
    en: "Reasons of further findings: clauselint explain, or the JSON results.",
    fr: "Motifs des constats suivants : clauselint explain, ou les résultats JSON.",
    ar: "أسباب المعاينات التالية: clauselint explain أو نتائج JSON.")
  static let sampleNote = Term(
    en:
      "Reproducible by hand: within a stratum the records with the lowest SHA-256 of seed, type and id (joined by NUL) are drawn. Shares are proportional to the strata. Records with a major finding or close to a threshold are added.",
    fr:
      "Reproductible à la main : dans chaque strate sont tirés les enregistrements dont le SHA-256 de la graine, du type et de l'identifiant (joints par NUL) est le plus petit. Les parts sont proportionnelles aux strates. S'y ajoutent les enregistrements à constat majeur ou proches d'un seuil.",
    ar:
      "قابلة للإعادة يدويا: تختار داخل كل طبقة السجلات ذات أصغر قيمة SHA-256 للبذرة والنوع والمعرف (مفصولة بـ NUL). وتتناسب الحصص مع الطبقات، وتضاف إليها السجلات التي بها معاينة كبرى أو القريبة من عتبة."
  )

  static func sampleSeed(_ seed: Untrusted, size: Int?) -> Term {
    if let size {
      return Term(
        en: "Seed \(seed), \(size) records per register.",
        fr: "Graine \(seed), \(size) enregistrements par registre.",
        ar: "البذرة \(seed)، \(size) لكل سجل.")
    }
    return Term(
      en: "Seed \(seed), the square root of each register, rounded up.",
      fr: "Graine \(seed), la racine carrée de chaque registre, arrondie au-dessus.",
      ar: "البذرة \(seed)، الجذر التربيعي لعدد كل سجل مقربا إلى الأعلى.")
  }

  /// How it was done and what it cannot show, a paragraph each.
  static let limits: [Term] = [
    Term(
      en:
        "What is checked is what the records declare, all of them, not reality in the field. A record can be well kept and untrue; only an auditor sees that.",
      fr:
        "Ce qui est vérifié est ce que déclarent les enregistrements, tous, et non la réalité du terrain. Un enregistrement peut être bien tenu et faux ; seul un auditeur le voit.",
      ar:
        "ينصب التحقق على ما تصرح به السجلات جميعها، لا على واقع الميدان. فقد يكون السجل ممسوكا جيدا وغير صحيح، ولا يرى ذلك إلا المفتحص."
    ),
    Term(
      en:
        "A clause is conform where at least one rule ran on at least one record and none failed; nonconform where one failed; not assessed where nothing was met. There is no score, because states do not add up.",
      fr:
        "Un article est conforme lorsqu'au moins une règle a porté sur au moins un enregistrement et qu'aucune n'a échoué ; non conforme lorsqu'une a échoué ; non évalué lorsque rien n'a été rencontré. Il n'y a pas de note, car des états ne s'additionnent pas.",
      ar:
        "يكون البند مطابقا عندما تطبق قاعدة واحدة على الأقل على سجل واحد على الأقل دون أي إخلال؛ وغير مطابق عند وجود إخلال؛ وغير مقيم عندما لا يصادف أي شيء. ولا توجد نقطة إجمالية لأن الحالات لا تجمع."
    ),
    Term(
      en:
        "Requirements are told in our own words; the standards themselves are to be read beside this report. Legal references are those of the register and the packs, with their degree of sureness.",
      fr:
        "Les exigences sont dites avec nos propres mots ; les normes elles-mêmes sont à lire à côté de ce rapport. Les références légales sont celles du registre et des paquets, avec leur degré de fiabilité.",
      ar:
        "صيغت المتطلبات بعباراتنا، ويتعين الرجوع إلى المعايير نفسها إلى جانب هذا التقرير. أما المراجع القانونية فهي الواردة في السجل وفي الحزم مع درجة موثوقيتها."
    ),
    Term(
      en:
        "The same records, packs and date give the same report, byte for byte. Cause, correction and action are left empty on purpose: they are the organisation's to find.",
      fr:
        "Les mêmes enregistrements, paquets et date donnent le même rapport, à l'octet près. Cause, correction et action sont laissées vides à dessein : c'est à l'organisme de les trouver.",
      ar:
        "تعطي نفس السجلات والحزم ونفس التاريخ نفس التقرير حرفيا. وتركت خانات السبب والتصحيح والإجراء فارغة قصدا لأن تحديدها من اختصاص المنظمة."
    ),
    Term(
      en: "This report is no decision on certification.",
      fr: "Ce rapport n'est pas une décision de certification.",
      ar: "لا يشكل هذا التقرير قرارا بمنح شهادة المطابقة."),
  ]
}
