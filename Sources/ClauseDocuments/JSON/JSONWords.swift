internal import ClauseSource

/// What the reading of JSON says of faults.
enum JSONWords {
  static let moreTextAfterEnd = LocalizedText(
    en: "there is more text after the end of the value",
    fr: "du texte suit la fin de la valeur", ar: "يوجد نص بعد نهاية القيمة")
  static let commaStandsBeforeEndArray = LocalizedText(
    en: "a comma stands before the end of the array",
    fr: "une virgule précède la fin de la liste", ar: "توجد فاصلة قبل نهاية اللائحة")
  static let commaOrBraceExpected = LocalizedText(
    en: "a comma or } was expected here", fr: "une virgule ou } est attendue ici",
    ar: "كان ينبغي وضع فاصلة أو } هنا")
  static let commaOrBracketExpected = LocalizedText(
    en: "a comma or ] was expected here", fr: "une virgule ou ] est attendue ici",
    ar: "كان ينبغي وضع فاصلة أو ] هنا")
  static let commaStandsBeforeEndObject = LocalizedText(
    en: "a comma stands before the end of the object",
    fr: "une virgule précède la fin de l'objet", ar: "توجد فاصلة قبل نهاية الكائن")
  static let keyDoubleQuotesWasExpected = LocalizedText(
    en: "a key in double quotes was expected here",
    fr: "une clé entre guillemets doubles est attendue ici",
    ar: "كان ينبغي وضع مفتاح بين علامتي تنصيص هنا")
  static let colonWasExpectedAfterKey = LocalizedText(
    en: "a colon was expected after the key", fr: "un deux-points est attendu après la clé",
    ar: "كان ينبغي وضع نقطتين بعد المفتاح")
  static let nestedObjectsAndArrays = LocalizedText(
    en: "nested objects and arrays", fr: "niveaux d'imbrication", ar: "مستويات التداخل")
  static let theKey = LocalizedText(en: "the key", fr: "la clé", ar: "المفتاح")
  static let stringBeginsNeverClosed = LocalizedText(
    en: "the string that begins here is never closed",
    fr: "le texte qui commence ici n'est jamais fermé", ar: "النص الذي يبدأ هنا لم يغلق")
  static let bytesOneKey = LocalizedText(
    en: "bytes of one key", fr: "octets d'une clé", ar: "بايتات مفتاح واحد")
  static let bytesOneText = LocalizedText(
    en: "bytes of one text", fr: "octets d'un texte", ar: "بايتات نص واحد")
  static let stringBeginsNotClosedOn = LocalizedText(
    en: "the string that begins here is not closed on its line",
    fr: "le texte qui commence ici n'est pas fermé sur sa ligne",
    ar: "النص الذي يبدأ هنا لم يغلق في سطره")
  static let tabMustBeWrittenAs = LocalizedText(
    en: "a tab must be written as \\t in a string",
    fr: "une tabulation s'écrit \\t dans un texte", ar: "تكتب علامة الجدولة \\t داخل النص")
  static let noSuchEscape = LocalizedText(
    en: "there is no such escape", fr: "cette séquence d'échappement n'existe pas",
    ar: "لا وجود لهذه الصيغة بعد الشرطة المائلة")
  static let textEndsTooEarly = LocalizedText(
    en: "the text ends too early", fr: "le texte finit trop tôt", ar: "ينتهي النص قبل أوانه")
  static let objectOpenedWithNotClosed = LocalizedText(
    en: "the object opened here with { is not closed",
    fr: "l'objet ouvert ici par { n'est pas fermé", ar: "الكائن المفتوح هنا بـ { لم يغلق")
  static let arrayOpenedWithNotClosed = LocalizedText(
    en: "the array opened here with [ is not closed",
    fr: "la liste ouverte ici par [ n'est pas fermée", ar: "اللائحة المفتوحة هنا بـ [ لم تغلق"
  )
  static let openedHere = LocalizedText(en: "opened here", fr: "ouvert ici", ar: "فتح هنا")
  static let jsonStringsStandDoubleQuotes = LocalizedText(
    en: "JSON strings stand in double quotes.",
    fr: "En JSON, les textes sont entre guillemets doubles.",
    ar: "النصوص في JSON توضع بين علامتي تنصيص مزدوجتين.")
  static let jsonHasNoComments = LocalizedText(
    en: "JSON has no comments.", fr: "JSON n'a pas de commentaires.", ar: "لا تعليقات في JSON.")
  static let valuesOneFile = LocalizedText(
    en: "values in one file", fr: "valeurs dans un fichier", ar: "القيم في ملف واحد")
}
