internal import ClauseSource

/// What is said of text that is not YAML.
enum YAMLProblemWords {
  static let notEnoughMemory = LocalizedText(
    en: "there is not enough memory to read the file",
    fr: "la mémoire ne suffit pas pour lire le "
      + "fichier", ar: "الذاكرة غير كافية لقراءة الملف")
  static let mergeConflictNotResolved = LocalizedText(
    en: "a merge conflict is not resolved", fr: "un conflit de fusion n'est pas résolu",
    ar: "يوجد تعارض دمج لم يحل")
  static let chooseWhatRightAndDelete = LocalizedText(
    en: "Choose what is right and delete the lines <<<<<<<, ======= and >>>>>>>.",
    fr: "Gardez ce qui est juste et supprimez les lignes <<<<<<<, ======= et >>>>>>>.",
    ar: "احتفظ بالصحيح واحذف الأسطر <<<<<<< و ======= و >>>>>>>.")
  static let quotedTextBeginsNeverClosed = LocalizedText(
    en: "the quoted text that begins here is never closed",
    fr: "le texte entre guillemets qui commence ici n'est jamais fermé",
    ar: "النص الموضوع بين علامتي تنصيص والذي يبدأ هنا لم يغلق")
  static let closeQuotationMarkOrDouble = LocalizedText(
    en: "Close the quotation mark, or double it if it belongs to the text.",
    fr: "Fermez le guillemet, ou doublez-le s'il fait partie du texte.",
    ar: "أغلق علامة التنصيص، أو ضاعفها إن كانت جزءا من النص.")
  static let lineFitsNeitherListAbove = LocalizedText(
    en: "this line fits neither the list above nor anything around it",
    fr: "cette ligne n'appartient ni à la liste ci-dessus ni à ce qui l'entoure",
    ar: "هذا السطر لا ينتمي إلى اللائحة أعلاه ولا إلى ما حوله")
  static let beginEntry = LocalizedText(
    en: "Begin it with \"- \" for another entry, or indent it as what it belongs to.",
    fr:
      "Commencez-la par « - » pour un nouvel élément, ou décalez-la comme ce dont elle "
      + "fait partie.",
    ar: "ابدأه بالعلامة «- » إن كان عنصرا جديدا، أو أزحه بقدر ما ينتمي إليه.")
  static let valueWasExpected = LocalizedText(
    en: "a value was expected here", fr: "une valeur est attendue ici",
    ar: "كان ينبغي وضع قيمة هنا")
  static let documentEndsAndLineBegins = LocalizedText(
    en: "the document ends here and this line begins no new one",
    fr: "le document finit ici et cette ligne n'en commence pas un autre",
    ar: "تنتهي الوثيقة هنا وهذا السطر لا يبدأ وثيقة أخرى")
  static let separateDocuments = LocalizedText(
    en: "Put --- on a line of its own between documents, or indent the line.",
    fr: "Séparez les documents par une ligne ---, ou décalez la ligne.",
    ar: "افصل بين الوثائق بسطر ---، أو أزح السطر.")
  static let listEntryCannotBeginMiddle = LocalizedText(
    en: "a list entry cannot begin in the middle of a line",
    fr: "un élément de liste ne peut commencer au milieu d'une ligne",
    ar: "لا يمكن أن يبدأ عنصر لائحة في وسط سطر")
  static let putListOnLinesBelow = LocalizedText(
    en: "Put the list on the lines below its key.",
    fr: "Écrivez la liste sur les lignes sous sa clé.",
    ar: "اكتب اللائحة في الأسطر التي تلي مفتاحها.")
  static let keyCannotBegin = LocalizedText(
    en: "a key cannot begin here", fr: "une clé ne peut commencer ici",
    ar: "لا يمكن أن يبدأ مفتاح هنا")
  static let noSuchEscape = LocalizedText(
    en: "there is no such escape in double quotes",
    fr: "cette séquence d'échappement n'existe pas entre guillemets doubles",
    ar: "لا وجود لهذه الصيغة بعد الشرطة المائلة داخل علامتي تنصيص")
  static let writeBackslash = LocalizedText(
    en: "Write \\\\ for a backslash, or use single quotes.",
    fr: "Écrivez \\\\ pour une barre oblique inverse, ou employez des apostrophes.",
    ar: "اكتب \\\\ للشرطة المائلة العكسية، أو استعمل علامات تنصيص مفردة.")
  static let escapeNeedsMoreHexadecimalDigits = LocalizedText(
    en: "this escape needs more hexadecimal digits",
    fr: "il manque des chiffres hexadécimaux à cette séquence",
    ar: "تنقص هذه الصيغة أرقام ست عشرية")
  static let escapeNamesNoUnicodeCharacter = LocalizedText(
    en: "this escape names no Unicode character",
    fr: "cette séquence ne désigne aucun caractère Unicode",
    ar: "هذه الصيغة لا تدل على أي محرف Unicode")
  static let writeCharacter = LocalizedText(
    en: "Write the character itself, or \\U and eight digits for one beyond U+FFFF.",
    fr: "Écrivez le caractère lui-même, ou \\U et huit chiffres au-delà de U+FFFF.",
    ar: "اكتب المحرف نفسه، أو \\U وثمانية أرقام لما بعد U+FFFF.")
  static let noSuchDirective = LocalizedText(
    en: "there is no such directive", fr: "cette directive n'existe pas",
    ar: "لا وجود لهذا التوجيه")
  static let versionsRead = LocalizedText(
    en: "only %YAML 1.1 and %YAML 1.2 are read", fr: "seuls %YAML 1.1 et %YAML 1.2 sont lus",
    ar: "لا يقرأ إلا ‎%YAML 1.1 و ‎%YAML 1.2")
  static let deleteLine = LocalizedText(
    en: "Delete the line.", fr: "Supprimez la ligne.", ar: "احذف السطر.")
  static let directiveOccursTwice = LocalizedText(
    en: "this directive occurs twice", fr: "cette directive figure deux fois",
    ar: "هذا التوجيه مكرر")
  static let tagHasUndefinedHandle = LocalizedText(
    en: "the tag has an undefined handle",
    fr: "le préfixe de ce type explicite (!) n'est pas défini",
    ar: "بادئة هذا الوسم (!) غير معرفة")
  static let deleteTag = LocalizedText(
    en: "Delete the tag.", fr: "Supprimez le type explicite (!).", ar: "احذف الوسم (!).")
  static let anchorOrAliasNeedsName = LocalizedText(
    en: "an anchor or alias needs a name of ASCII letters, digits, - and _",
    fr: "une ancre ou un alias porte un nom en lettres sans accent, chiffres, - et _",
    ar: "اسم المرساة أو الاسم المستعار يكتب بحروف لاتينية وأرقام و - و _")
  static let quoteSign = LocalizedText(
    en: "If * or & belongs to the text, put the text in quotes.",
    fr: "Si * ou & fait partie du texte, mettez le texte entre guillemets.",
    ar: "إن كانت * أو & جزءا من النص، فضع النص بين علامتي تنصيص.")
  static let lineBeginsTextBlockMalformed = LocalizedText(
    en: "the line that begins a text block is malformed",
    fr: "la ligne qui commence un bloc de texte est mal formée",
    ar: "السطر الذي يبدأ كتلة النص غير سليم")
  static let tagMalformed = LocalizedText(
    en: "the tag is malformed", fr: "le type explicite (!) est mal formé",
    ar: "الوسم (!) غير سليم")
  static let valueCannotBegin = LocalizedText(
    en: "a value cannot begin here", fr: "une valeur ne peut commencer ici",
    ar: "لا يمكن أن تبدأ قيمة هنا")
  static let putTextQuotes = LocalizedText(
    en: "Put the text in quotes.", fr: "Mettez le texte entre guillemets.",
    ar: "ضع النص بين علامتي تنصيص.")
  static let tabCannotIndentYaml = LocalizedText(
    en: "a tab cannot indent YAML",
    fr: "une tabulation ne peut servir à décaler une ligne en YAML",
    ar: "لا يمكن استعمال علامة الجدولة لإزاحة سطر في YAML")
  static let replaceTabByBlanks = LocalizedText(
    en: "Replace the tab by blanks.", fr: "Remplacez la tabulation par des espaces.",
    ar: "عوض علامة الجدولة بفراغات.")
  static let colonFollowedByBlankCannot = LocalizedText(
    en: "a colon followed by a blank cannot stand in a text without quotes",
    fr: "un deux-points suivi d'un espace ne peut figurer dans un texte sans guillemets",
    ar: "لا يمكن أن ترد نقطتان يليهما فراغ في نص بدون علامتي تنصيص")
  static let putTextQuotesOrCheck = LocalizedText(
    en: "Put the text in quotes, or check the indentation of this line.",
    fr: "Mettez le texte entre guillemets, ou vérifiez le décalage de cette ligne.",
    ar: "ضع النص بين علامتي تنصيص، أو تحقق من إزاحة هذا السطر.")
  static let colonAfterKeyMissingOr = LocalizedText(
    en: "the colon after this key is missing, or the line is not indented",
    fr: "il manque le deux-points après cette clé, ou la ligne n'est pas décalée",
    ar: "تنقص النقطتان بعد هذا المفتاح، أو السطر غير مزاح")
  static let writeKeyValueOrIndent = LocalizedText(
    en: "Write \"key: value\", or indent the line to continue the text above.",
    fr: "Écrivez « clé: valeur », ou décalez la ligne si elle continue le texte ci-dessus.",
    ar: "اكتب «المفتاح: القيمة»، أو أزح السطر إن كان تتمة للنص أعلاه.")
  static let lineDoesNotContinueMapping = LocalizedText(
    en: "this line does not continue the mapping begun above",
    fr: "cette ligne ne continue pas le bloc de champs commencé plus haut",
    ar: "هذا السطر ليس تتمة لمجموعة الحقول التي بدأت أعلاه")
  static let checkItsIndentationAndQuotes = LocalizedText(
    en: "Check its indentation, and the quotes and brackets before it.",
    fr: "Vérifiez son décalage, ainsi que les guillemets et les crochets qui précèdent.",
    ar: "تحقق من إزاحته ومن علامات التنصيص والأقواس التي قبله.")
  static let mappingBegins = LocalizedText(
    en: "the mapping begins here", fr: "le bloc de champs commence ici",
    ar: "تبدأ مجموعة الحقول هنا")
  static let listOpenedWithNotClosed = LocalizedText(
    en: "the list opened here with [ is not closed",
    fr: "la liste ouverte ici par [ n'est pas fermée", ar: "اللائحة المفتوحة هنا بـ [ لم تغلق"
  )
  static let mappingOpenedWithNotClosed = LocalizedText(
    en: "the mapping opened here with { is not closed",
    fr: "le bloc ouvert ici par { n'est pas fermé", ar: "المجموعة المفتوحة هنا بـ { لم تغلق")
  static let noticed = LocalizedText(en: "noticed here", fr: "constaté ici", ar: "لوحظ هنا")
  static let keyBeginsHasMoreThan = LocalizedText(
    en: "the key that begins here has more than 1024 characters",
    fr: "la clé qui commence ici compte plus de 1024 caractères",
    ar: "المفتاح الذي يبدأ هنا يتجاوز 1024 محرفا")
  static let shortenKeyIfTextPut = LocalizedText(
    en: "Shorten the key; if this is text, put it in quotes.",
    fr: "Raccourcissez la clé ; si c'est du texte, mettez-le entre guillemets.",
    ar: "قصر المفتاح؛ وإن كان نصا فضعه بين علامتي تنصيص.")
}
