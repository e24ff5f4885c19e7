import ClauseBytes

/// Names of months in dates of registers.
enum MonthNames {
  /// By month: English, French, Moroccan Arabic, and the names used in Egypt, the Mashriq,
  /// Algeria and Tunisia; with the usual abbreviations.
  static let names: [[String]] = [
    ["january", "jan", "janvier", "janv", "يناير", "كانون الثاني", "جانفي"],
    ["february", "feb", "février", "févr", "fév", "فبراير", "شباط", "فيفري"],
    ["march", "mar", "mars", "مارس", "آذار"],
    ["april", "apr", "avril", "avr", "أبريل", "إبريل", "نيسان", "أفريل"],
    ["may", "mai", "ماي", "مايو", "أيار"],
    ["june", "jun", "juin", "يونيو", "يونيه", "حزيران", "جوان"],
    ["july", "jul", "juillet", "juil", "يوليوز", "يوليو", "تموز", "جويلية"],
    ["august", "aug", "août", "غشت", "أغسطس", "آب", "أوت"],
    ["september", "sep", "sept", "septembre", "شتنبر", "سبتمبر", "أيلول"],
    ["october", "oct", "octobre", "أكتوبر", "تشرين الأول"],
    ["november", "nov", "novembre", "نونبر", "نوفمبر", "تشرين الثاني"],
    ["december", "dec", "décembre", "déc", "دجنبر", "ديسمبر", "كانون الأول"],
  ]

  /// Words that show a date of the Hijri calendar.
  static let hijri = [
    "muharram", "moharram", "mouharram", "moharrem", "safar", "rabii", "rabia", "rabi", "joumada",
    "jumada", "rajab", "chaabane", "chaâbane", "shaaban", "ramadan", "chaoual", "choual",
    "chawwal", "shawwal", "kaada", "kiada", "hija", "hijja", "hégire", "محرم", "صفر", "ربيع",
    "جمادى", "رجب", "شعبان", "رمضان", "شوال", "القعدة", "الحجة", "هـ", "هجرية", "هجري",
  ]

  /// Words that may stand in a date and say nothing.
  static let fillers = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "الاثنين", "الثلاثاء", "الأربعاء",
    "الخميس", "الجمعة", "السبت", "الأحد", "le", "du", "of", "the", "de", "من", "سنة", "م", "شهر",
    "يوم", "في",
  ]

  /// Month by folded name.
  static let table: ByteTable = {
    var table = ByteTable()
    for (index, names) in names.enumerated() {
      for name in names { table.insert(Fold.heading(Array(name.utf8)[...]), Int32(index + 1)) }
    }
    return table
  }()

  static let hijriTable = words(hijri)
  static let fillerTable = words(fillers)

  private static func words(_ list: [String]) -> ByteTable {
    var table = ByteTable()
    for word in list { table.insert(Fold.heading(Array(word.utf8)[...]), 1) }
    return table
  }
}
