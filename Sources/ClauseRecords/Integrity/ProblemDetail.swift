public import ClauseSource

/// What exactly is wrong with a value: one more sentence below the message of an integrity kind.
///
/// Placeholders are filled from the problem's arguments.
public enum ProblemDetail: String, Sendable, Hashable, CaseIterable {
  /// Something known is spelt nearly like it. Uses `{nearest}`.
  case nearest
  /// The day does not exist in its month. Uses `{nearest}`.
  case noSuchDay = "no-such-day"
  /// The year has two digits.
  case twoDigitYear = "two-digit-year"
  /// The year is one of the Hijri calendar.
  case hijriYear = "hijri-year"
  /// The date is one of the Hijri calendar. Uses `{nearest}`.
  case hijriDay = "hijri-day"
  /// The dates of the two calendars are not the same day. Uses `{nearest}`.
  case hijriTwins = "hijri-twins"
  /// A spreadsheet's day number stands where a date should. Uses `{nearest}`.
  case spreadsheetSerial = "spreadsheet-serial"
  /// The source declares dates in ISO form or in another order.
  case otherDateOrder = "other-date-order"
  /// Other values of the same column prove both orders.
  case contradictoryOrders = "contradictory-orders"
  /// No value of the column proves the order.
  case unprovenOrder = "unproven-order"
  /// A time of day is missing.
  case timeMissing = "time-missing"
  /// A separator can be a decimal sign or group thousands. Uses `{first}` and `{second}`.
  case ambiguousNumber = "ambiguous-number"
  /// A whole number is asked for.
  case notWhole = "not-whole"
  /// The number is too large to be held exactly.
  case numberTooLarge = "number-too-large"
  /// A period needs a unit.
  case unitMissing = "unit-missing"
  /// A period must not be negative.
  case negativePeriod = "negative-period"
  /// Fields are asked for, one value stands there.
  case needsFields = "needs-fields"
  /// One value is asked for, a list or fields stand there.
  case needsOneValue = "needs-one-value"
  /// A web address begins with http:// or https://.
  case notAnAddress = "not-an-address"
  /// The text holds characters nobody sees.
  case invisibleCharacters = "invisible-characters"
  /// The formula of the cell has an error for a result.
  case cellError = "cell-error"
  /// The formula of the cell was never calculated.
  case notCalculated = "not-calculated"
  /// The text holds a control character. Uses `{code}`.
  case controlCharacter = "control-character"
  /// The text is longer than such a value may be.
  case tooLong = "too-long"
  /// The ids differ only in case, digits or compatibility forms. Uses `{nearest}`.
  case equalAfterFolding = "equal-after-folding"
  /// Only O and 0, leading zeros, or letters of another alphabet tell the ids apart. Uses
  /// `{nearest}`.
  case lookalike
  /// The id belongs to a record of another type. Uses `{other}`.
  case otherType = "other-type"
  /// Records of several types have the id. Uses `{other}`.
  case severalTypes = "several-types"
  /// The title belongs to several records.
  case severalTitles = "several-titles"
  /// The fact is later than the as-of date. Uses `{as_of}`.
  case afterAsOf = "after-as-of"
  /// The year is before 1990 or after 2100.
  case yearOutOfRange = "year-out-of-range"
  /// The file is empty.
  case fileEmpty = "file-empty"
  /// The file only says where Git LFS keeps the content.
  case filePointer = "file-pointer"
  /// The file is a shortcut to another place.
  case fileShortcut = "file-shortcut"
  /// There is no such file.
  case fileMissing = "file-missing"
  /// The file is there, but no heading or place of that name.
  case anchorMissing = "anchor-missing"
  /// The path leads out of the organisation's folder; whether anything is there is not said.
  case fileOutside = "file-outside"
  /// A word of a comment is no `key=value`.
  case commentForm = "comment-form"
  /// A comment stands in no record.
  case commentWithoutRecord = "comment-without-record"

  /// The sentence.
  public var text: LocalizedText {
    switch self {
    case .nearest:
      LocalizedText(
        en: "did you mean {nearest}?", fr: "vouliez-vous dire {nearest} ?",
        ar: "هل تقصد {nearest}؟")
    case .noSuchDay:
      LocalizedText(
        en: "there is no such day; the nearest one is {nearest}",
        fr: "ce jour n'existe pas ; le plus proche est {nearest}",
        ar: "هذا اليوم غير موجود؛ أقرب يوم هو {nearest}")
    case .twoDigitYear:
      LocalizedText(
        en: "write the year with four digits", fr: "écrivez l'année avec quatre chiffres",
        ar: "اكتب السنة بأربعة أرقام")
    case .hijriYear:
      LocalizedText(
        en: "the year looks like one of the Hijri calendar; give the Gregorian date",
        fr: "l'année semble être hégirienne ; donnez la date grégorienne",
        ar: "تبدو السنة هجرية؛ اذكر التاريخ الميلادي")
    case .hijriDay:
      LocalizedText(
        en:
          "it is about {nearest}; write the Gregorian date, or both: 15 chaabane 1444 (2023-03-08)",
        fr: "c'est vers le {nearest} ; écrivez la date grégorienne, ou les deux : "
          + "15 chaabane 1444 (2023-03-08)",
        ar: "يوافق {nearest} تقريبا؛ اكتب التاريخ الميلادي أو كليهما: 15 شعبان 1444 (2023-03-08)")
    case .hijriTwins:
      LocalizedText(
        en: "the Hijri date is about {nearest}, more than two days from the other one",
        fr: "la date hégirienne correspond vers le {nearest}, à plus de deux jours de l'autre",
        ar: "يوافق التاريخ الهجري {nearest} تقريبا، وبينه وبين الآخر أكثر من يومين")
    case .spreadsheetSerial:
      LocalizedText(
        en: "it looks like the day number of a spreadsheet; that would be {nearest}",
        fr: "cela ressemble au numéro de jour d'un tableur ; ce serait le {nearest}",
        ar: "يبدو رقم يوم من جدول حسابي؛ وهو يوافق {nearest}")
    case .otherDateOrder:
      LocalizedText(
        en: "the source declares dates in another form",
        fr: "la source déclare les dates sous une autre forme",
        ar: "المصدر يصرح بصيغة أخرى للتواريخ")
    case .contradictoryOrders:
      LocalizedText(
        en: "other dates of this column are written in both orders",
        fr: "d'autres dates de cette colonne sont écrites dans les deux ordres",
        ar: "تواريخ أخرى في هذا العمود مكتوبة بالترتيبين معا")
    case .unprovenOrder:
      LocalizedText(
        en: "no date of this column shows which comes first; declare the order of the source",
        fr: "aucune date de cette colonne ne montre l'ordre ; déclarez-le pour la source",
        ar: "لا يبين أي تاريخ في هذا العمود الترتيب؛ صرح به في المصدر")
    case .timeMissing:
      LocalizedText(
        en: "the time of day is missing, such as 2026-01-31T08:00+01:00",
        fr: "l'heure manque, comme dans 2026-01-31T08:00+01:00",
        ar: "ينقص الوقت من اليوم، مثل 2026-01-31T08:00+01:00")
    case .ambiguousNumber:
      LocalizedText(
        en: "it can be {first} or {second}", fr: "cela peut être {first} ou {second}",
        ar: "قد يكون {first} أو {second}")
    case .notWhole:
      LocalizedText(
        en: "a whole number is needed", fr: "il faut un nombre entier",
        ar: "المطلوب عدد صحيح")
    case .numberTooLarge:
      LocalizedText(
        en: "the number is too large", fr: "le nombre est trop grand", ar: "العدد كبير جدا")
    case .unitMissing:
      LocalizedText(
        en: "a period needs a unit, such as 6 months or P6M",
        fr: "une durée a besoin d'une unité, comme 6 mois ou P6M",
        ar: "تحتاج المدة إلى وحدة، مثل 6 أشهر أو P6M")
    case .negativePeriod:
      LocalizedText(
        en: "a period is not negative", fr: "une durée n'est pas négative",
        ar: "لا تكون المدة سالبة")
    case .needsFields:
      LocalizedText(
        en: "fields with names are needed here", fr: "il faut ici des champs avec leurs noms",
        ar: "المطلوب هنا حقول بأسمائها")
    case .needsOneValue:
      LocalizedText(
        en: "one value is needed here", fr: "il faut ici une seule valeur",
        ar: "المطلوب هنا قيمة واحدة")
    case .notAnAddress:
      LocalizedText(
        en: "a web address begins with https:// or http://",
        fr: "une adresse web commence par https:// ou http://",
        ar: "يبدأ عنوان الويب ب https:// أو http://")
    case .invisibleCharacters:
      LocalizedText(
        en: "it holds characters that cannot be seen, or separators of lists",
        fr: "il contient des caractères invisibles ou des séparateurs de liste",
        ar: "يحتوي على حروف غير مرئية أو فواصل قوائم")
    case .cellError:
      LocalizedText(
        en: "the cell shows an error; mend its formula or write the value",
        fr: "la cellule affiche une erreur ; corrigez sa formule ou écrivez la valeur",
        ar: "تعرض الخلية خطأ؛ صحح صيغتها أو اكتب القيمة")
    case .notCalculated:
      LocalizedText(
        en: "the formula was not calculated; open the workbook in a spreadsheet and save it",
        fr: "la formule n'a pas été calculée ; ouvrez le classeur dans un tableur et enregistrez",
        ar: "لم تحسب الصيغة؛ افتح المصنف في برنامج جداول واحفظه")
    case .controlCharacter:
      LocalizedText(
        en: "it holds the control character {code}",
        fr: "il contient le caractère de contrôle {code}", ar: "يحتوي على حرف التحكم {code}")
    case .tooLong:
      LocalizedText(en: "it is too long", fr: "il est trop long", ar: "إنه طويل جدا")
    case .equalAfterFolding:
      LocalizedText(
        en: "only letter case, digits or character forms tell it from {nearest}",
        fr: "seuls la casse, les chiffres ou la forme des caractères le distinguent de {nearest}",
        ar: "لا يميزه عن {nearest} سوى حالة الحروف أو الأرقام أو شكل الحروف")
    case .lookalike:
      LocalizedText(
        en: "only the letter O and the digit 0, leading zeros, or letters of another alphabet tell "
          + "it from {nearest}",
        fr: "seuls la lettre O et le chiffre 0, des zéros en tête ou des lettres d'un autre "
          + "alphabet le distinguent de {nearest}",
        ar: "لا يميزه عن {nearest} سوى الحرف O والرقم 0 أو أصفار في البداية أو حروف من أبجدية أخرى")
    case .otherType:
      LocalizedText(
        en: "that is the id of a record of another register: {other}",
        fr: "c'est l'identifiant d'un enregistrement d'un autre registre : {other}",
        ar: "هذا معرف قيد من سجل آخر: {other}")
    case .severalTypes:
      LocalizedText(
        en: "several registers have a record of that id: {other}; write type:id",
        fr:
          "plusieurs registres ont un enregistrement de cet identifiant : {other} ; écrivez "
          + "type:id",
        ar: "لعدة سجلات قيد بهذا المعرف: {other}؛ اكتب type:id")
    case .severalTitles:
      LocalizedText(
        en: "several records have that title; refer by id",
        fr: "plusieurs enregistrements ont ce titre ; utilisez l'identifiant",
        ar: "لعدة تسجيلات هذا العنوان؛ استعمل المعرف")
    case .afterAsOf:
      LocalizedText(
        en: "a fact cannot be later than the date of this assessment, {as_of}",
        fr: "un fait ne peut pas être postérieur à la date de cette évaluation, {as_of}",
        ar: "لا يمكن أن تكون الواقعة بعد تاريخ هذا التقييم، {as_of}")
    case .yearOutOfRange:
      LocalizedText(
        en: "the year is before 1990 or after 2100", fr: "l'année est avant 1990 ou après 2100",
        ar: "السنة قبل 1990 أو بعد 2100")
    case .fileEmpty:
      LocalizedText(en: "the file is empty", fr: "le fichier est vide", ar: "الملف فارغ")
    case .filePointer:
      LocalizedText(
        en: "the file only says where Git LFS keeps the content; fetch it with git lfs pull",
        fr:
          "le fichier ne dit que l'endroit du contenu dans Git LFS ; récupérez-le par git lfs pull",
        ar: "لا يذكر الملف سوى مكان المحتوى في Git LFS؛ اجلبه بأمر git lfs pull")
    case .fileShortcut:
      LocalizedText(
        en: "the file is a shortcut to another place", fr: "le fichier est un raccourci",
        ar: "الملف اختصار إلى مكان آخر")
    case .fileMissing:
      LocalizedText(
        en: "there is no file of that path, letter case included",
        fr: "aucun fichier n'a ce chemin, casse comprise",
        ar: "لا يوجد ملف بهذا المسار مع مراعاة حالة الحروف")
    case .commentForm:
      LocalizedText(
        en: "its words cannot be read at {place}", fr: "ses mots sont illisibles à {place}",
        ar: "تعذرت قراءة كلماته عند {place}")
    case .commentWithoutRecord:
      LocalizedText(
        en: "it stands in no record", fr: "il n'est placé dans aucun enregistrement",
        ar: "ليس داخل أي سجل")
    case .anchorMissing:
      LocalizedText(
        en: "the file has no heading of that name", fr: "le fichier n'a pas de titre de ce nom",
        ar: "ليس في الملف عنوان بهذا الاسم")
    case .fileOutside:
      LocalizedText(
        en: "the path leads out of the organisation's folder",
        fr: "le chemin sort du dossier de l'organisation",
        ar: "المسار يخرج عن مجلد المنظمة")
    }
  }
}

/// What stands at a place related to a problem.
public enum ProblemLabel: String, Sendable, Hashable, CaseIterable {
  /// The first record with the id.
  case firstRecord = "first-record"
  /// The record the wrong reference probably means.
  case nearRecord = "near-record"
  /// A date that proves one order of day and month.
  case orderProof = "order-proof"
  /// The next reference of a circle.
  case nextReference = "next-reference"

  /// The words.
  public var text: LocalizedText {
    switch self {
    case .firstRecord:
      LocalizedText(en: "first used here", fr: "d'abord utilisé ici", ar: "استعمل أولا هنا")
    case .nearRecord:
      LocalizedText(en: "a near one is here", fr: "un proche est ici", ar: "القريب منه هنا")
    case .orderProof:
      LocalizedText(
        en: "this date shows another order", fr: "cette date montre un autre ordre",
        ar: "هذا التاريخ يبين ترتيبا آخر")
    case .nextReference:
      LocalizedText(en: "and from here on", fr: "et à partir d'ici", ar: "ثم من هنا")
    }
  }
}
