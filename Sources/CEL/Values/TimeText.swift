internal import ClauseCalendar

/// Instants as text: RFC 3339.
enum TimestampText {
  /// With the offset it was read with, else UTC, and as many digits of the second as are needed.
  static func text(of time: Timestamp) -> String {
    var offset = Int64(time.offsetMinutes)
    var days = FunctionLibrary.floorDivide(time.seconds + offset * 60, 86_400)
    // At its very ends the calendar has no day for every offset.
    if CivilDate(daysSinceEpoch: Int(days)) == nil {
      offset = 0
      days = FunctionLibrary.floorDivide(time.seconds, 86_400)
    }
    let second = time.seconds + offset * 60 - days * 86_400
    let date = CivilDate(daysSinceEpoch: Int(days))?.iso ?? ""
    var text = date + "T" + padded(second / 3_600) + ":" + padded(second / 60 % 60) + ":"
    text += padded(second % 60)
    if time.nanos != 0 { text += fraction(Int64(time.nanos)) }
    if offset == 0 { return text + "Z" }
    let minutes = Int64(offset.magnitude)
    return text + (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }

  private static func padded(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }

  /// A point and the digits of a number of nanoseconds, without zeros at the end.
  static func fraction(_ nanoseconds: Int64) -> String {
    var digits = Array(String(nanoseconds).utf8)
    digits.insert(contentsOf: Array(repeating: 0x30, count: 9 - digits.count), at: 0)
    while digits.last == 0x30 { digits.removeLast() }
    return "." + String(decoding: digits, as: UTF8.self)
  }

  /// Reads RFC 3339 strictly: real dates, two digits each, an offset or Z.
  static func parse(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20,
      let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let hour = pair(bytes, 11), let minute = pair(bytes, 14), let second = pair(bytes, 17),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var position = 19
    var nanos: Int32 = 0
    if bytes[position] == UInt8(ascii: ".") {
      position += 1
      var digits = 0
      while position < bytes.count, Lexer.isDigit(bytes[position]) {
        digits += 1
        guard digits <= 9 else { return nil }
        nanos = nanos * 10 + Int32(bytes[position] - 0x30)
        position += 1
      }
      guard digits > 0 else { return nil }
      for _ in digits..<9 { nanos *= 10 }
    }
    guard position < bytes.count, let offset = offset(bytes[position...]) else { return nil }
    let seconds =
      Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3_600 + minute * 60 + second) - offset
    return Timestamp(seconds: seconds, nanos: nanos)
  }

  private static func pair(_ bytes: [UInt8], _ position: Int) -> Int? {
    guard position + 1 < bytes.count, Lexer.isDigit(bytes[position]),
      Lexer.isDigit(bytes[position + 1])
    else { return nil }
    return Int(bytes[position] - 0x30) * 10 + Int(bytes[position + 1] - 0x30)
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let text = Array(bytes)
    if text == [UInt8(ascii: "Z")] { return 0 }
    guard text.count == 6, text[3] == UInt8(ascii: ":"), let hours = pair(text, 1),
      let minutes = pair(text, 4), hours < 24, minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3_600 + minutes * 60)
    switch text[0] {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return nil
    }
  }
}

/// Durations as text: `1h30m`, `-1.5s`, `0`.
enum DurationText {
  /// Seconds, with as many digits as are needed.
  static func text(of nanoseconds: Int64) -> String {
    let (seconds, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    return (nanoseconds < 0 ? "-" : "") + String(seconds)
      + (rest == 0 ? "" : TimestampText.fraction(Int64(rest))) + "s"
  }

  /// Reads an optional sign and decimal numbers with units h, m, s, ms, us or ns.
  static func parse(_ text: String) -> Int64? {
    var bytes = Array(text.utf8)[...]
    var negative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    if Array(bytes) == [UInt8(ascii: "0")] { return 0 }
    guard !bytes.isEmpty else { return nil }
    var total: UInt64 = 0
    while !bytes.isEmpty {
      guard let part = part(&bytes) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      if overflow { return nil }
      total = sum
    }
    if negative { return total <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- total) : nil }
    return Int64(exactly: total)
  }

  private static func part(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    var whole: UInt64 = 0
    var fraction: UInt64 = 0
    var scale: UInt64 = 1
    var digits = 0
    var inFraction = false
    while let byte = bytes.first, Lexer.isDigit(byte) || (byte == 0x2E && !inFraction) {
      bytes.removeFirst()
      if byte == 0x2E {
        inFraction = true
        continue
      }
      digits += 1
      if !inFraction {
        let (product, overflow1) = whole.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = product.addingReportingOverflow(UInt64(byte - 0x30))
        if overflow1 || overflow2 { return nil }
        whole = sum
      } else if scale < 1_000_000_000_000_000 {
        // Digits below a nanosecond of an hour are cut off.
        fraction = fraction * 10 + UInt64(byte - 0x30)
        scale *= 10
      }
    }
    guard digits > 0, let unit = unit(&bytes) else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
    if overflow { return nil }
    let part = fraction.multipliedFullWidth(by: unit)
    let (quotient, _) = scale.dividingFullWidth(part)
    let (sum, overflow2) = product.addingReportingOverflow(quotient)
    return overflow2 ? nil : sum
  }

  /// Nanoseconds of the unit at the start of the text.
  private static func unit(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    for (name, value) in units where bytes.starts(with: name.utf8) {
      bytes.removeFirst(name.utf8.count)
      return value
    }
    return nil
  }

  /// Longer names first where one starts with another.
  private static let units: [(String, UInt64)] = [
    ("h", 3_600_000_000_000), ("ms", 1_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
    ("us", 1_000), ("\u{B5}s", 1_000), ("\u{3BC}s", 1_000), ("ns", 1),
  ]
}
