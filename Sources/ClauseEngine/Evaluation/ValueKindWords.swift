import ClauseRecords
import ClauseSource

/// What a value should be, in words: the types of fields as people say them.
enum ValueKindWords {
  /// A type by the first word of its spelling; nil for those that need none.
  static func of(_ spelling: String) -> LocalizedText? {
    let word = spelling.prefix { $0 != "<" && $0 != "{" }
    return switch String(word) {
    case "string", "text": LocalizedText(en: "a text", fr: "texte", ar: "نصا")
    case "int": LocalizedText(en: "a whole number", fr: "nombre entier", ar: "عددا صحيحا")
    case "double": LocalizedText(en: "a number", fr: "nombre", ar: "عددا")
    case "money": LocalizedText(en: "an amount of money", fr: "montant", ar: "مبلغا ماليا")
    case "bool": LocalizedText(en: "yes or no", fr: "oui ou non", ar: "نعم أو لا")
    case "date": LocalizedText(en: "a date", fr: "date", ar: "تاريخا")
    case "instant": LocalizedText(en: "a date and time", fr: "date et heure", ar: "تاريخا وساعة")
    case "period": LocalizedText(en: "a period", fr: "durée", ar: "مدة")
    case "enum":
      LocalizedText(en: "a word of the list", fr: "mot de la liste", ar: "كلمة من اللائحة")
    case "ref":
      LocalizedText(en: "a reference to a record", fr: "renvoi", ar: "إحالة على قيد")
    case "file": LocalizedText(en: "the path of a file", fr: "chemin de fichier", ar: "مسار ملف")
    case "url": LocalizedText(en: "a web address", fr: "adresse web", ar: "عنوان ويب")
    case "map", "": LocalizedText(en: "fields with values", fr: "champs", ar: "حقولا بقيمها")
    case "list": LocalizedText(en: "a list", fr: "liste", ar: "لائحة")
    default: nil
    }
  }
}
