internal import ClauseCalendar
internal import ClauseSource

/// The text of a number as its cell shows it.
enum CellNumber {
  /// What a number is as text.
  enum Reading {
    case text([UInt8])
    /// No such day, or no number at all.
    case failed
  }

  /// The text of the number `written` in a cell of this format.
  static func text(
    of written: ArraySlice<UInt8>, format: CellFormat, isFrom1904: Bool
  ) -> Reading {
    guard let number = number(written) else { return .failed }
    switch format {
    case .number: return .text(decimal(number))
    case .percent: return .text(decimal(number, shift: 2) + Array(" %".utf8))
    case .digits(let count, let prefix, let suffix):
      let digits = decimal(number)
      guard number >= 0, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return .text(digits)
      }
      let zeros = [UInt8](repeating: 0x30, count: max(0, count - digits.count))
      return .text(prefix + zeros + digits + suffix)
    case .date(let hasDay, let hasTime):
      return moment(number, hasDay: hasDay, hasTime: hasTime, isFrom1904: isFrom1904)
    case .elapsed:
      guard number >= 0, number < 1e6 else { return .failed }
      let minutes = Int((number * 1_440).rounded())
      return .text(Array("\(minutes / 60):\(twoDigits(minutes % 60))".utf8))
    }
  }

  /// The value of a number as XML writes it; nil for anything else, `nan` and `0x1` too.
  private static func number(_ text: ArraySlice<UInt8>) -> Double? {
    let isPlain = text.allSatisfy {
      (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0)
    }
    guard isPlain, text.count <= 64, let number = Double(String(decoding: text, as: UTF8.self)),
      number.isFinite
    else { return nil }
    return number
  }

  // MARK: Decimal

  /// Spreadsheets keep and show fifteen significant digits.
  private static let significantDigits = 15
  /// Beyond this many places a number is written with an exponent, as spreadsheets do.
  private static let mostPlaces = 21

  /// The shortest decimal text of `number` times ten to the power `shift`.
  static func decimal(_ number: Double, shift: Int = 0) -> [UInt8] {
    var (digits, point) = digits(of: number.magnitude)
    point += shift
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { return [0x30] }
    let sign: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    let ascii = digits.map { $0 + 0x30 }
    if point > mostPlaces || point < -mostPlaces {
      let fraction = ascii.count > 1 ? [UInt8(ascii: ".")] + ascii[1...] : []
      return sign + ascii[..<1] + fraction + Array("E\(point - 1)".utf8)
    }
    if point <= 0 {
      return sign + [0x30, UInt8(ascii: ".")] + [UInt8](repeating: 0x30, count: -point) + ascii
    }
    if ascii.count <= point {
      return sign + ascii + [UInt8](repeating: 0x30, count: point - ascii.count)
    }
    return sign + ascii[..<point] + [UInt8(ascii: ".")] + ascii[point...]
  }

  /// The significant digits of a number and how many of them stand before the point.
  private static func digits(of number: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var text = Array(number.description.utf8)[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
      text = text[..<mark]
    }
    for byte in text {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - 0x30) }
    }
    var before = (point ?? digits.count) + exponent
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    before -= zeros
    guard digits.count > significantDigits else { return (digits, before) }
    let roundsUp = digits[significantDigits] >= 5
    digits.removeLast(digits.count - significantDigits)
    guard roundsUp else { return (digits, before) }
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits = [1]
      before += 1
    }
    return (digits, before)
  }

  // MARK: Dates

  /// The text of a day number: ISO 8601, with the time of day where the cell shows one.
  private static func moment(
    _ number: Double, hasDay: Bool, hasTime: Bool, isFrom1904: Bool
  ) -> Reading {
    guard number >= 0, number < 2_958_466 else { return .failed }
    var day = Int(number)
    var seconds = Int(((number - Double(day)) * 86_400).rounded())
    if seconds == 86_400 {
      day += 1
      seconds = 0
    }
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    let time =
      twoDigits(hours) + ":" + twoDigits(minutes)
      + (seconds % 60 == 0 ? "" : ":" + twoDigits(seconds % 60))
    // A time of day alone is stored as a fraction of day 0.
    if !hasDay, day == 0 { return .text(Array(time.utf8)) }
    guard let date = date(ofSerial: day, isFrom1904: isFrom1904) else { return .failed }
    return .text(Array((hasTime && seconds > 0 ? date.iso + "T" + time : date.iso).utf8))
  }

  /// The day of a day number. From 1900 on, day 60 stands for a 29 February that never was, so the
  /// days before it are counted from one day later.
  static func date(ofSerial serial: Int, isFrom1904: Bool) -> CivilDate? {
    // 1904-01-01, 1899-12-31 and 1899-12-30, as days since 1970-01-01.
    if isFrom1904 { return CivilDate(daysSinceEpoch: serial - 24_107) }
    if serial == 60 || serial < 1 { return nil }
    return CivilDate(daysSinceEpoch: serial - (serial < 60 ? 25_568 : 25_569))
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
