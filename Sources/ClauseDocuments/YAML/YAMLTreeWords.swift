internal import ClauseSource

/// What the building of trees from YAML says of faults.
enum YAMLTreeWords {
  static let documentsOneFile = LocalizedText(
    en: "documents in one file", fr: "documents dans un fichier", ar: "الوثائق في ملف واحد")
  static let bytesOneText = LocalizedText(
    en: "bytes of one text", fr: "octets d'un texte", ar: "بايتات نص واحد")
  static let deleteTag = LocalizedText(
    en: "Delete the tag.", fr: "Supprimez le type explicite (!).", ar: "احذف الوسم (!).")
  static let deleteTagTypesComeFrom = LocalizedText(
    en: "Delete the tag: types come from the record type, and nothing is constructed.",
    fr: "Supprimez-le : chaque champ a déjà son type.", ar: "احذفه: لكل حقل نوعه المحدد سلفا.")
  static let bytesOneKey = LocalizedText(
    en: "bytes of one key", fr: "octets d'une clé", ar: "بايتات مفتاح واحد")
  static let keyEmpty = LocalizedText(
    en: "a key is empty", fr: "une clé est vide", ar: "يوجد مفتاح فارغ")
  static let giveKeyNameOrDelete = LocalizedText(
    en: "Give the key a name, or delete the line.",
    fr: "Donnez un nom à la clé, ou supprimez la ligne.",
    ar: "أعط المفتاح اسما، أو احذف السطر.")
  static let mergeKeyNotReadYaml = LocalizedText(
    en: "the merge key << is not read: YAML 1.2 does not know it",
    fr: "la clé de fusion << n'est pas lue : YAML 1.2 ne la connaît pas",
    ar: "مفتاح الدمج << لا يقرأ: لا وجود له في YAML 1.2")
  static let writeMergedKeysOutWhere = LocalizedText(
    en: "Write the merged keys out where they belong, each with its value.",
    fr: "Écrivez les clés fusionnées là où elles doivent figurer, chacune avec sa valeur.",
    ar: "اكتب المفاتيح المدمجة في مواضعها، كلا منها مع قيمته.")
  static let giveSecondOneAnotherName = LocalizedText(
    en: "Give the second one another name.", fr: "Donnez un autre nom à la seconde.",
    ar: "أعط الثانية اسما آخر.")
  static let setFirstHere = LocalizedText(
    en: "set first here", fr: "posée d'abord ici", ar: "وضعت أولا هنا")
  static let anchorsOneFile = LocalizedText(
    en: "anchors in one file", fr: "ancres dans un fichier", ar: "المراسي في ملف واحد")
  static let nestedMappingsAndLists = LocalizedText(
    en: "nested mappings and lists", fr: "niveaux d'imbrication", ar: "مستويات التداخل")
  static let theKey = LocalizedText(en: "the key", fr: "la clé", ar: "المفتاح")
  static let keyMustBeSingleText = LocalizedText(
    en: "a key must be a single text, not a list or a mapping",
    fr: "une clé doit être un texte simple, et non une liste ou un bloc",
    ar: "ينبغي أن يكون المفتاح نصا مفردا، لا لائحة ولا مجموعة")
  static let quoteText = LocalizedText(
    en: "If this is meant as text, for example a template, put it in quotes.",
    fr: "Si c'est du texte, par exemple un modèle, mettez-le entre guillemets.",
    ar: "إن كان المقصود نصا، كنموذج مثلا، فضعه بين علامتي تنصيص.")

  static func unfitTag(_ tag: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "the tag \(tag) does not fit the text \(text)",
      fr: "le type explicite \(tag) ne convient pas au texte \(text)",
      ar: "الوسم \(tag) لا يناسب النص \(text)")
  }

  static func unreadTag(_ tag: String) -> LocalizedText {
    LocalizedText(
      en: "the tag \(tag) is not read", fr: "le type explicite \(tag) n'est pas lu",
      ar: "الوسم \(tag) لا يقرأ")
  }

  static func undefinedAlias(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the alias *\(name) has no anchor &\(name) before it in this document",
      fr: "l'alias *\(name) n'est précédé d'aucune ancre &\(name) dans ce document",
      ar: "الاسم المستعار *\(name) لا تسبقه مرساة &\(name) في هذه الوثيقة")
  }

  static func circularAlias(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the alias *\(name) stands inside what it stands for",
      fr: "l'alias *\(name) figure à l'intérieur de ce qu'il désigne",
      ar: "الاسم المستعار *\(name) يوجد داخل ما يدل عليه")
  }

  static func anchor(_ name: String) -> LocalizedText {
    LocalizedText(en: "the anchor &\(name)", fr: "l'ancre &\(name)", ar: "المرساة &\(name)")
  }

  static func secondAnchor(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the anchor &\(name) is set twice in this document",
      fr: "l'ancre &\(name) est posée deux fois dans ce document",
      ar: "المرساة &\(name) مكررة في هذه الوثيقة")
  }
}
