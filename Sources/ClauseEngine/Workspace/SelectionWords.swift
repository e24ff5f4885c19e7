import ClauseSource

/// What a run says of the files that it does not read, in one language.
struct SelectionWords: Sendable {
  var ignored: @Sendable (Int) -> String
  var ignoredRemedy: String
  var locks: @Sendable (Int) -> String
  var excluded: @Sendable (Int) -> String
  var excludeEmpty: @Sendable (_ pattern: String) -> String
  var excludeEmptyRemedy: String
  var excludePath: @Sendable (_ reason: String) -> String
  var excludePathRemedy: String
  var ownRoot: String
  var ownRootRemedy: @Sendable (_ folder: String) -> String
  var onlyOwnRoots: @Sendable (Int) -> String
  /// A file that is called like a register and that no reader reads.
  var unreadRegister: @Sendable (_ type: String) -> String
  var emptyRegister: @Sendable (_ type: String) -> String
  var emptyRegisterRemedy: String
  var convert: @Sendable (_ command: String) -> String
  var saveAsWorkbook: String
  var saveAsDocument: String
  var makeTable: String
  var findOriginal: String
  /// What was named on the command line and not assessed, and why.
  var namedIgnored: String
  var namedExcluded: String
  var namedElsewhere: @Sendable (_ folder: String) -> String
  var namedOwnFile: String
  var namedUnreadable: @Sendable (_ endings: String) -> String
  var namedNoRecords: String
  var namedEmptyFolder: String
  /// What to do about it.
  var notIgnored: String
  var notExcluded: String
  var nameAnother: String
  var convertOther: String
  var declareType: String
  var fillFolder: String

  /// A sentence of it in every language.
  static func text(_ sentence: (SelectionWords) -> String) -> LocalizedText {
    LocalizedText { sentence(of($0)) }
  }

  static func of(_ language: Language) -> SelectionWords {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = SelectionWords(
    ignored: {
      "\($0) \($0 == 1 ? "file or folder" : "files or folders") that .gitignore names "
        + "\($0 == 1 ? "was" : "were") passed over"
    },
    ignoredRemedy: "What is a register belongs in git; take it out of .gitignore.",
    locks: {
      "\($0) lock \($0 == 1 ? "file" : "files") of an office program "
        + "\($0 == 1 ? "was" : "were") passed over"
    },
    excluded: {
      "exclude: left out \($0) \($0 == 1 ? "file" : "files")"
    },
    excludeEmpty: { "the pattern `\($0)` under exclude: matches no file" },
    excludeEmptyRemedy:
      "Correct the pattern or remove it; hidden files and what git ignores are left out anyway.",
    excludePath: { "a pattern under exclude: leads outside the repository: \($0)" },
    excludePathRemedy: "Write a path from the repository's root.",
    ownRoot: "the folder is an organisation of its own: it has a clauselint.yaml; not read here",
    ownRootRemedy: { "Check it by itself: clauselint check \($0)" },
    onlyOwnRoots: {
      $0 == 1
        ? "no record was found here; an organisation of its own lies below"
        : "no record was found here; \($0) organisations of their own lie below"
    },
    unreadRegister: {
      "by its name it is a register ('\($0)'), and no reader knows this kind of file"
    },
    emptyRegister: { "by its name it is a register ('\($0)'), and the file is empty" },
    emptyRegisterRemedy: "Fill it in, or delete it.",
    convert: { "Convert it and keep the result: \($0)" },
    saveAsWorkbook: "Save it as an Excel workbook (.xlsx).",
    saveAsDocument: "Save it as a Word file (.docx).",
    makeTable: "Put what it lists into a workbook (.xlsx), a CSV file or a table of a Word file.",
    findOriginal:
      "Get the file it was made from and keep that, saved as .xlsx, .docx or .csv.",
    namedIgnored: "it was named and not assessed: .gitignore names it too",
    namedExcluded: "it was named and not assessed: exclude: in the configuration leaves it out",
    namedElsewhere: {
      "it was named and not assessed: it belongs to the organisation in '\($0)'"
    },
    namedOwnFile: "it was named and not assessed: clauselint uses it and reads no records from it",
    namedUnreadable: {
      "it was named and not assessed: no reader knows this kind of file; known are \($0)"
    },
    namedNoRecords: "it was named and not assessed: no records were found in it",
    namedEmptyFolder: "it was named and not assessed: no file in it holds records",
    notIgnored: "Take it out of .gitignore.",
    notExcluded: "Correct exclude: in the configuration.",
    nameAnother: "Name a register or a folder of registers.",
    convertOther: "Save it as one of these, or name another file.",
    declareType:
      "Name its type: with an entry under sources:, with type: in it, or by the name of the file.",
    fillFolder: "Name another folder, or pass --allow-empty.")

  private static let french = SelectionWords(
    ignored: {
      $0 < 2
        ? "\($0) fichier ou dossier cité dans .gitignore a été laissé de côté"
        : "\($0) fichiers ou dossiers cités dans .gitignore ont été laissés de côté"
    },
    ignoredRemedy: "Un registre a sa place dans git : le retirer de .gitignore.",
    locks: {
      $0 < 2
        ? "\($0) fichier de verrouillage bureautique a été laissé de côté"
        : "\($0) fichiers de verrouillage bureautiques ont été laissés de côté"
    },
    excluded: {
      $0 < 2 ? "exclude: écarte \($0) fichier" : "exclude: écarte \($0) fichiers"
    },
    excludeEmpty: { "le motif `\($0)` sous exclude: ne désigne aucun fichier" },
    excludeEmptyRemedy:
      "Corriger le motif ou le supprimer ; les fichiers cachés et ceux que git ignore sont écartés "
      + "d'office.",
    excludePath: { "un motif sous exclude: mène hors du dépôt : \($0)" },
    excludePathRemedy: "Écrire un chemin depuis la racine du dépôt.",
    ownRoot:
      "le dossier est un organisme à part : il a son propre clauselint.yaml ; il n'est pas lu ici",
    ownRootRemedy: { "Le vérifier séparément : clauselint check \($0)" },
    onlyOwnRoots: {
      $0 < 2
        ? "aucun enregistrement trouvé ici ; un organisme à part se trouve plus bas"
        : "aucun enregistrement trouvé ici ; \($0) organismes à part se trouvent plus bas"
    },
    unreadRegister: {
      "d'après son nom, c'est un registre (« \($0) »), et aucun lecteur ne connaît ce format"
    },
    emptyRegister: { "d'après son nom, c'est un registre (« \($0) »), et le fichier est vide" },
    emptyRegisterRemedy: "Le remplir ou le supprimer.",
    convert: { "Le convertir et conserver le résultat : \($0)" },
    saveAsWorkbook: "L'enregistrer comme classeur Excel (.xlsx).",
    saveAsDocument: "L'enregistrer comme document Word (.docx).",
    makeTable:
      "Mettre ce qu'il énumère dans un classeur (.xlsx), un fichier CSV ou un tableau Word.",
    findOriginal:
      "Retrouver le fichier d'origine et le conserver, enregistré en .xlsx, .docx ou .csv.",
    namedIgnored: "demandé mais non évalué : .gitignore le cite aussi",
    namedExcluded: "demandé mais non évalué : exclude: l'écarte dans la configuration",
    namedElsewhere: { "demandé mais non évalué : il relève de l'organisme de '\($0)'" },
    namedOwnFile: "demandé mais non évalué : clauselint s'en sert et n'y lit aucun enregistrement",
    namedUnreadable: {
      "demandé mais non évalué : aucun lecteur ne connaît ce format ; formats connus : \($0)"
    },
    namedNoRecords: "demandé mais non évalué : aucun enregistrement n'y a été trouvé",
    namedEmptyFolder:
      "demandé mais non évalué : aucun de ses fichiers ne contient d'enregistrement",
    notIgnored: "Le retirer de .gitignore.",
    notExcluded: "Corriger exclude: dans la configuration.",
    nameAnother: "Indiquer un registre ou un dossier de registres.",
    convertOther: "L'enregistrer dans l'un de ces formats, ou indiquer un autre fichier.",
    declareType:
      "Indiquer son type : par une entrée sous sources:, par type: dans le fichier, ou par son "
      + "nom.",
    fillFolder: "Indiquer un autre dossier, ou passer --allow-empty.")

  private static let arabic = SelectionWords(
    ignored: { "عدد الملفات والمجلدات المتروكة جانبا لورودها في ‎.gitignore: \($0)" },
    ignoredRemedy: "مكان السجلات هو git: احذفها من ‎.gitignore.",
    locks: { "عدد ملفات القفل المكتبية المتروكة جانبا: \($0)" },
    excluded: { "عدد الملفات المستبعدة بموجب exclude: \($0)" },
    excludeEmpty: { "النمط `\($0)` تحت exclude: لا يطابق أي ملف" },
    excludeEmptyRemedy: "صحح النمط أو احذفه؛ الملفات المخفية وما يتجاهله git متروكة أصلا.",
    excludePath: { "نمط تحت exclude: يخرج عن المستودع: \($0)" },
    excludePathRemedy: "اكتب مسارا انطلاقا من جذر المستودع.",
    ownRoot: "المجلد منظمة قائمة بذاتها: له ملف clauselint.yaml خاص به، ولم يقرأ هنا",
    ownRootRemedy: { "افحصه على حدة: clauselint check \($0)" },
    onlyOwnRoots: { "لا سجل هنا؛ عدد المنظمات القائمة بذاتها أسفله: \($0)" },
    unreadRegister: { "اسمه اسم سجل («\($0)»)، ولا قارئ لهذا النوع من الملفات" },
    emptyRegister: { "اسمه اسم سجل («\($0)»)، والملف فارغ" },
    emptyRegisterRemedy: "املأه أو احذفه.",
    convert: { "حوله واحتفظ بالنتيجة: \($0)" },
    saveAsWorkbook: "احفظه بصيغة مصنف Excel ‏(‎.xlsx).",
    saveAsDocument: "احفظه بصيغة مستند Word ‏(‎.docx).",
    makeTable: "ضع ما يسرده في مصنف (‎.xlsx) أو ملف CSV أو جدول Word.",
    findOriginal: "ابحث عن الملف الأصلي واحتفظ به بصيغة xlsx أو docx أو csv.",
    namedIgnored: "طلب ولم يقيم: يرد في ‎.gitignore",
    namedExcluded: "طلب ولم يقيم: تستبعده exclude: في الإعدادات",
    namedElsewhere: { "طلب ولم يقيم: يتبع المنظمة الموجودة في '\($0)'" },
    namedOwnFile: "طلب ولم يقيم: يستعمله clauselint ولا يقرأ منه سجلات",
    namedUnreadable: { "طلب ولم يقيم: لا قارئ لهذا النوع من الملفات؛ الأنواع المعروفة: \($0)" },
    namedNoRecords: "طلب ولم يقيم: لا سجلات فيه",
    namedEmptyFolder: "طلب ولم يقيم: لا ملف فيه يحوي سجلات",
    notIgnored: "احذفه من ‎.gitignore.",
    notExcluded: "صحح exclude: في الإعدادات.",
    nameAnother: "اذكر سجلا أو مجلد سجلات.",
    convertOther: "احفظه بإحدى هذه الصيغ أو اذكر ملفا آخر.",
    declareType: "بين نوعه: بمدخل تحت sources: أو بمفتاح type: داخله أو باسم الملف.",
    fillFolder: "اذكر مجلدا آخر أو أضف ‎--allow-empty.")
}
