import ClauseBytes
import ClauseCalendar

/// Reads dates of the Hijri calendar as texts of law write them: `15 chaabane 1444`,
/// `1444-08-15`, `٢١ من ربيع الأول 1437`.
enum HijriText {
  /// How far a day in use may lie from the computed one: the month begins with a sighting.
  static let tolerance = 2

  /// The date, or nil when the text names no day of that calendar.
  static func read(_ text: ArraySlice<Unicode.Scalar>) -> HijriDate? {
    var numbers: [(value: Int, width: Int)] = []
    var name: [UInt8] = []
    var monthPosition = 0
    for token in text.split(whereSeparator: { " ,.-/،()".unicodeScalars.contains($0) }) {
      if let value = number(token) {
        numbers.append((value, token.count))
        continue
      }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: token)
      let folded = Fold.heading(Array(String(word).utf8)[...])
      if eras.value(of: folded) != nil || MonthNames.fillerTable.value(of: folded) != nil {
        continue
      }
      if name.isEmpty { monthPosition = numbers.count } else { name.append(UInt8(ascii: " ")) }
      name += folded
    }
    if name.isEmpty { return numeric(numbers) }
    guard let month = months.value(of: name), numbers.count == 2, monthPosition == 1,
      numbers[0].width <= 2, numbers[1].width == 4
    else { return nil }
    return HijriDate(year: numbers[1].value, month: Int(month), day: numbers[0].value)
  }

  /// Year first as in ISO dates, or year last with the day first, as Morocco writes dates.
  private static func numeric(_ numbers: [(value: Int, width: Int)]) -> HijriDate? {
    guard numbers.count == 3 else { return nil }
    if numbers[0].width == 4 {
      guard DateText.isHijri(numbers[0].value) else { return nil }
      return HijriDate(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    }
    guard numbers[2].width == 4, DateText.isHijri(numbers[2].value) else { return nil }
    return HijriDate(year: numbers[2].value, month: numbers[1].value, day: numbers[0].value)
  }

  private static func number(_ token: ArraySlice<Unicode.Scalar>) -> Int? {
    var digits = token.prefix { (0x30...0x39).contains($0.value) }
    guard !digits.isEmpty else { return nil }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: token.dropFirst(digits.count))
    let ending = Fold.heading(Array(String(rest).utf8)[...])
    guard endings.contains(where: { $0.elementsEqual(ending) }), digits.count <= 4 else {
      return nil
    }
    var value = 0
    while let digit = digits.popFirst() { value = value * 10 + Int(digit.value - 0x30) }
    return value
  }

  /// What may follow a number without a blank: `1er`, `1444H`, `1444هـ`; folded.
  private static let endings = ["", "er", "h", "هـ"].map { Fold.heading(Array($0.utf8)[...]) }

  /// Names of each month in Arabic and in the transcriptions of Moroccan and English texts.
  private static let names: [[String]] = [
    ["muharram", "moharram", "mouharram", "moharrem", "mouharrem", "محرم", "محرم الحرام"],
    ["safar", "صفر", "صفر الخير"],
    [
      "rabii I", "rabii 1er", "rabii al awal", "rabii el aouel", "rabia I", "rabi I",
      "rabi al-awwal",
      "rabii premier", "ربيع الأول", "ربيع الأنور", "ربيع النبوي",
    ],
    [
      "rabii II", "rabii at-tani", "rabii ettani", "rabii al akhir", "rabia II", "rabi II",
      "rabi al-thani", "rabi al-akhir", "ربيع الثاني", "ربيع الآخر",
    ],
    [
      "joumada I", "joumada al oula", "jomada I", "jumada I", "jumada al-ula", "jumada al-awwal",
      "جمادى الأولى", "جمادى الأول",
    ],
    [
      "joumada II", "joumada at-tania", "joumada al akhira", "jomada II", "jumada II",
      "jumada al-thani", "jumada al-akhira", "جمادى الثانية", "جمادى الآخرة", "جمادى الثاني",
    ],
    ["rajab", "rejeb", "رجب", "رجب الفرد"],
    ["chaabane", "chaâbane", "chaaban", "shaaban", "شعبان"],
    ["ramadan", "ramadhan", "رمضان", "رمضان المعظم", "رمضان الأبرك"],
    ["chaoual", "choual", "chawwal", "chaouwal", "shawwal", "شوال"],
    [
      "kaada", "qaada", "kiada", "dou al kaada", "doul kaada", "dhou al kiada", "dou al qi`da",
      "dhu al-qadah", "ذو القعدة", "ذي القعدة", "القعدة",
    ],
    [
      "hija", "hijja", "dou al hija", "dou al hijja", "doul hijja", "dhou al hijja",
      "dhu al-hijjah", "ذو الحجة", "ذي الحجة", "الحجة",
    ],
  ]

  /// Month by folded name.
  private static let months: ByteTable = {
    var table = ByteTable()
    for (index, names) in names.enumerated() {
      for name in names { table.insert(key(of: name), Int32(index + 1)) }
    }
    return table
  }()

  /// The words of a name, folded one by one: "rabi II" and "rabii I" are two months.
  private static func key(of name: String) -> [UInt8] {
    let words = name.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    return Array(
      words.map { Fold.heading(Array($0)[...]) }.joined(separator: [UInt8(ascii: " ")]))
  }

  /// Words that say that the year is one of the Hijra.
  private static let eras: ByteTable = {
    var table = ByteTable()
    for word in ["H", "AH", "hégire", "de l'hégire", "هـ", "هجرية", "هجري", "للهجرة", "الموافق"] {
      table.insert(Fold.heading(Array(word.utf8)[...]), 1)
    }
    return table
  }()
}
