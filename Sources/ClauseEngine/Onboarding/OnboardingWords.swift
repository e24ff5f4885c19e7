import ClauseSource

/// The comments of a proposed configuration, in the user's language.
struct OnboardingWords: Sendable {
  /// The head of the file, one comment line each.
  var head: [String]
  var standards: String
  var morePacks: String
  var timeZone: String
  var organization: String
  var organizationUnknown: String
  var readByConvention: @Sendable (_ files: Int, _ records: Int) -> String
  var sources: String
  var nothingToAdd: String
  /// What speaks for a type.
  var evidence: @Sendable (_ rows: Int, _ matched: Int, _ all: Int, _ title: String) -> String
  var sheet: @Sendable (String) -> String
  var unmatched: @Sendable (String) -> String
  /// Words of closed lists that mean nothing.
  var unknownWords: String
  var dates: String
  /// A register that is not clear enough.
  var question: @Sendable (_ file: String) -> String
  var rival: @Sendable (_ title: String) -> String
  var unclear: @Sendable (_ file: String) -> String
  var unreadable: @Sendable (_ file: String, _ message: String) -> String
  /// For the files of a new repository.
  var toComplete: String
  var startRegisters: String
  var organizationFile: String

  static func of(_ language: Language) -> OnboardingWords {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = OnboardingWords(
    head: [
      "What clauselint reads here, proposed from the files it found.",
      "Lines that begin with # explain or ask; take the # away to accept what a line proposes.",
      "See what is read as what with: clauselint sources",
    ],
    standards: "Standards in scope; remove those you do not work by.",
    morePacks: "Further packs; add those that concern you:",
    timeZone: "Where today is, when no date is given:",
    organization: "The record of your organisation:",
    organizationUnknown: "No record of your organisation was found. Add one and name its id here:",
    readByConvention: { "\($0) files are read as they are, with \($1) records." },
    sources: "Registers that do not say themselves what they hold.",
    nothingToAdd: "Every file that looks like a register is read as it is.",
    evidence: { rows, matched, all, title in
      "\(rows) \(rows == 1 ? "row" : "rows"); \(matched) of \(all) headings are those of '\(title)'"
    },
    sheet: { "sheet '\($0)'" },
    unmatched: { "Not understood: \($0)" },
    unknownWords: "Words that mean nothing yet; write what each stands for and take the # away:",
    dates: "Is 03/04/2026 the 3rd of April? Then take the # away:",
    question: { "What does \($0) hold? It looks like this, but not clearly:" },
    rival: { "or '\($0)'?" },
    unclear: { "\($0): no record type has its headings. Is it a register?" },
    unreadable: { "\($0) cannot be read: \($1)" },
    toComplete: "TBD",
    startRegisters:
      "Registers to fill in, with a spreadsheet or an editor; empty ones may be deleted.",
    organizationFile: "Your organisation. Replace TBD; clauselint check says what is missing.")

  private static let french = OnboardingWords(
    head: [
      "Ce que clauselint lit ici, proposé d'après les fichiers trouvés.",
      "Une ligne qui commence par # explique ou demande ; ôtez le # pour accepter sa proposition.",
      "Pour voir ce qui est lu et comment : clauselint sources --lang fr",
    ],
    standards: "Normes visées ; retirez celles que vous ne suivez pas.",
    morePacks: "Autres référentiels ; ajoutez ceux qui vous concernent :",
    timeZone: "Où l'on compte aujourd'hui, quand aucune date n'est donnée :",
    organization: "La fiche de votre organisme :",
    organizationUnknown:
      "Aucune fiche de votre organisme n'a été trouvée. Ajoutez-en une et nommez-la ici :",
    readByConvention: { "\($0) fichiers sont lus tels quels, avec \($1) enregistrements." },
    sources: "Registres qui ne disent pas d'eux-mêmes ce qu'ils contiennent.",
    nothingToAdd: "Tous les fichiers qui ressemblent à un registre sont lus tels quels.",
    evidence: { rows, matched, all, title in
      "\(rows) \(rows < 2 ? "ligne" : "lignes") ; \(matched) en-têtes sur \(all) sont ceux de « "
        + "\(title) »"
    },
    sheet: { "feuille « \($0) »" },
    unmatched: { "Non compris : \($0)" },
    unknownWords:
      "Mots inconnus ; écrivez ce que chacun veut dire à la place du ? et ôtez le # :",
    dates: "03/04/2026 est-il le 3 avril ? Alors ôtez le # :",
    question: { "Que contient \($0) ? Il ressemble à ceci, mais pas clairement :" },
    rival: { "ou « \($0) » ?" },
    unclear: { "\($0) : aucun type d'enregistrement n'a ses en-têtes. Est-ce un registre ?" },
    unreadable: { "\($0) est illisible : \($1)" },
    toComplete: "à compléter",
    startRegisters:
      "Registres à remplir, au tableur ou dans un éditeur ; les vides peuvent être supprimés.",
    organizationFile:
      "Votre organisme. Remplacez « à compléter » ; clauselint check dit ce qui manque.")

  private static let arabic = OnboardingWords(
    head: [
      "ما يقرؤه clauselint هنا، مقترح انطلاقا من الملفات الموجودة.",
      "السطر الذي يبدأ بـ # يشرح أو يسأل؛ احذف العلامة # لقبول ما يقترحه.",
      "لمعرفة ما قرئ وكيف: clauselint sources --lang ar",
    ],
    standards: "المعايير المعنية؛ احذف ما لا تعمل به.",
    morePacks: "مراجع أخرى؛ أضف منها ما يعنيك:",
    timeZone: "المنطقة الزمنية التي يحسب بها اليوم عند عدم تحديد التاريخ:",
    organization: "سجل منظمتكم:",
    organizationUnknown: "لم يوجد سجل لمنظمتكم. أضفه واذكر معرفه هنا:",
    readByConvention: { "عدد الملفات المقروءة كما هي: \($0)، وعدد سجلاتها: \($1)." },
    sources: "سجلات لا تبين بنفسها ما تحويه.",
    nothingToAdd: "كل ملف يشبه سجلا يقرأ كما هو.",
    evidence: { rows, matched, all, title in
      "عدد الأسطر: \(rows)؛ العناوين المطابقة لـ«\(title)»: \(matched) من \(all)"
    },
    sheet: { "الورقة «\($0)»" },
    unmatched: { "غير مفهوم: \($0)" },
    unknownWords: "كلمات غير معروفة؛ اكتب معنى كل منها مكان ? واحذف العلامة #:",
    dates: "هل 03/04/2026 هو 3 أبريل؟ إذن احذف العلامة #:",
    question: { "ماذا يحوي \($0)؟ يشبه ما يلي دون وضوح كاف:" },
    rival: { "أو «\($0)»؟" },
    unclear: { "\($0): لا نوع من السجلات له هذه العناوين. هل هو سجل؟" },
    unreadable: { "تعذرت قراءة \($0): \($1)" },
    toComplete: "قيد الإعداد",
    startRegisters: "سجلات للملء بجدول حسابي أو بمحرر نصوص؛ يمكن حذف الفارغ منها.",
    organizationFile: "منظمتكم. عوض «قيد الإعداد»؛ الأمر clauselint check يبين ما ينقص.")
}
