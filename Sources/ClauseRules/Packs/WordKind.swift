public import ClauseSource

/// What a mapping is, or what a word should be, for messages: in three languages where
/// organisations write it, in English where only authors of packs do.
public indirect enum WordKind: Sendable {
  /// `clauselint.yaml`.
  case configuration
  /// An entry of `sources`.
  case source
  /// The file of accepted findings.
  case baseline
  /// An entry of that file.
  case baselineEntry
  /// A case of that file which could not be decided.
  case baselineCase
  /// A register that the file knows.
  case baselineRegister
  /// Texts by language under a key.
  case texts(String)
  /// A key of such a mapping.
  case key(of: WordKind)
  /// A value under a key of such a mapping.
  case value(of: String, in: WordKind)
  /// A language of the product.
  case language
  /// A standard of the loaded packs.
  case standard
  /// A parameter of the loaded packs.
  case parameter
  /// A pack that comes with the product.
  case shippedPack
  /// The record of the organisation.
  case organization
  /// Something that authors of packs write: English with its article in a mapping, without it in a
  /// word.
  case pack(String)

  /// Whether only authors of packs meet it.
  var isForAuthors: Bool {
    switch self {
    case .pack: true
    case .key(let owner), .value(_, let owner): owner.isForAuthors
    default: false
    }
  }

  /// What a mapping is, with its article.
  public var name: LocalizedText {
    switch self {
    case .configuration:
      LocalizedText(en: "the configuration", fr: "la configuration", ar: "الإعدادات")
    case .source: LocalizedText(en: "a source", fr: "une source", ar: "مصدر")
    case .baseline:
      LocalizedText(
        en: "the baseline",
        fr: "l'état de "
          + "référence", ar: "الحالة المرجعية")
    case .baselineEntry:
      LocalizedText(
        en: "an entry of the baseline", fr: "une entrée de l'état de référence",
        ar: "عنصر من الحالة المرجعية")
    case .baselineCase:
      LocalizedText(
        en: "an undecided case of the baseline", fr: "un cas indéterminé de l'état de référence",
        ar: "حالة غير محددة من الحالة المرجعية")
    case .baselineRegister:
      LocalizedText(
        en: "a register of the baseline", fr: "un registre de l'état de référence",
        ar: "سجل من الحالة المرجعية")
    case .texts(let key), .value(let key, _):
      LocalizedText(en: "`\(key)`", fr: "`\(key)`", ar: "`\(key)`")
    case .key(let owner): owner.name
    case .language: LocalizedText(en: "a language", fr: "une langue", ar: "لغة")
    case .standard: LocalizedText(en: "a standard", fr: "une norme", ar: "مواصفة")
    case .parameter: LocalizedText(en: "a parameter", fr: "un paramètre", ar: "معامل")
    case .shippedPack: LocalizedText(en: "a pack", fr: "un référentiel", ar: "مرجع")
    case .organization:
      LocalizedText(en: "the organisation", fr: "l'organisme", ar: "المنظمة")
    case .pack(let name): LocalizedText(english: name)
    }
  }

  /// That `word` is none of this kind.
  public func refusal(of word: String) -> LocalizedText {
    switch self {
    case .pack(let kind): LocalizedText(english: "`\(word)` is no \(kind)")
    case .key(let owner) where owner.isForAuthors:
      LocalizedText(english: "`\(word)` is no key of \(owner.name[.english])")
    case .key(let owner):
      LocalizedText(
        en: "`\(word)` is not a key of \(owner.name[.english])",
        fr: "`\(word)` n'est pas une clé connue (\(owner.name[.french]))",
        ar: "`\(word)` ليس مفتاحا معروفا (\(owner.name[.arabic]))")
    case .value(let key, let owner) where owner.isForAuthors:
      LocalizedText(english: "`\(word)` is no \(key) of \(owner.name[.english])")
    case .value(let key, let owner):
      LocalizedText(
        en: "`\(word)` is not a value of `\(key)` (\(owner.name[.english]))",
        fr: "`\(word)` n'est pas une valeur de `\(key)` (\(owner.name[.french]))",
        ar: "`\(word)` ليس قيمة من قيم `\(key)` (\(owner.name[.arabic]))")
    case .standard:
      LocalizedText(
        en: "`\(word)` is not a standard of the loaded packs",
        fr: "`\(word)` n'est pas une norme des référentiels chargés",
        ar: "`\(word)` ليست مواصفة من المراجع المحملة")
    case .parameter:
      LocalizedText(
        en: "`\(word)` is not a parameter of the loaded packs",
        fr: "`\(word)` n'est pas un paramètre des référentiels chargés",
        ar: "`\(word)` ليس معاملا من معاملات المراجع المحملة")
    case .shippedPack:
      LocalizedText(
        en: "`\(word)` is not a shipped pack", fr: "`\(word)` n'est pas un référentiel fourni",
        ar: "`\(word)` ليس من المراجع المرفقة")
    case .organization:
      LocalizedText(
        en: "`\(word)` is not the id of an organisation that was read",
        fr: "`\(word)` n'est l'identifiant d'aucun organisme lu",
        ar: "`\(word)` ليس معرف أي منظمة مقروءة")
    case .language:
      LocalizedText(
        en: "`\(word)` is not a language", fr: "`\(word)` n'est pas une langue proposée",
        ar: "`\(word)` ليست لغة متوفرة")
    default:
      LocalizedText(
        en: "`\(word)` is not \(name[.english])", fr: "`\(word)` n'est pas \(name[.french])",
        ar: "`\(word)` ليس \(name[.arabic])")
    }
  }

  /// That something else stands where a mapping is to be.
  var notMapping: LocalizedText {
    let english = "\(name[.english]) is a mapping of keys and values"
    if isForAuthors { return LocalizedText(english: english) }
    return LocalizedText(
      en: english, fr: "\(name[.french]) : des clés avec leurs valeurs sont attendues",
      ar: "\(name[.arabic]): المطلوب مفاتيح مع قيمها")
  }

  /// How a mapping is written.
  static let asLines = LocalizedText(
    en: "Write it as `key: value` lines.", fr: "Écrivez des lignes `clé: valeur`.",
    ar: "اكتب أسطرا على شكل `المفتاح: القيمة`.")

  /// The words that there are.
  public static func known(_ words: [String]) -> LocalizedText {
    let list = words.joined(separator: ", ")
    return LocalizedText(
      en: "Known here: \(list).", fr: "Valeurs connues ici : \(list).",
      ar: "القيم المعروفة هنا: \(list).")
  }
}
