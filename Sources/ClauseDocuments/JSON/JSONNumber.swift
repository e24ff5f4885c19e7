internal import ClauseSource

/// The grammar of JSON numbers (RFC 8259, section 6).
enum JSONNumber {
  /// What is wrong with `word` as a number, or nil when it is one.
  static func problem(in word: UnsafeBufferPointer<UInt8>) -> LocalizedText? {
    var rest = word[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit).count
    guard whole > 0 else {
      return LocalizedText(
        en: "a value was expected here", fr: "une valeur est attendue ici",
        ar: "كان ينبغي وضع قيمة هنا")
    }
    if whole > 1, rest.first == UInt8(ascii: "0") {
      return LocalizedText(
        en: "a number cannot begin with 0; an identifier such as 007 stands in double quotes",
        fr: "un nombre ne peut commencer par 0 ; un identifiant comme 007 se met entre guillemets",
        ar: "لا يمكن أن يبدأ عدد بصفر؛ والمعرف مثل 007 يوضع بين علامتي تنصيص")
    }
    rest = rest.dropFirst(whole)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = rest.prefix(while: isDigit).count
      guard fraction > 0 else {
        return LocalizedText(
          en: "digits are missing after the decimal point",
          fr: "il manque des chiffres après le séparateur décimal",
          ar: "تنقص أرقام بعد الفاصلة العشرية")
      }
      rest = rest.dropFirst(fraction)
    }
    var hasExponent = false
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      hasExponent = true
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      let digits = rest.prefix(while: isDigit).count
      guard digits > 0 else {
        return LocalizedText(
          en: "digits are missing in the exponent", fr: "il manque des chiffres dans l'exposant",
          ar: "تنقص أرقام في الأس")
      }
      rest = rest.dropFirst(digits)
    }
    guard rest.isEmpty else {
      return LocalizedText(
        en: "this is neither a number nor true, false or null",
        fr: "ce n'est ni un nombre, ni true, false ou null",
        ar: "ليس عددا ولا true أو false أو null")
    }
    // No field type reaches beyond a binary64 number; one that does is a slip.
    if hasExponent || word.count > 300,
      Double(String(decoding: word, as: UTF8.self))?.isFinite != true
    {
      return LocalizedText(
        en: "the number is too large", fr: "le nombre est trop grand", ar: "العدد كبير جدا")
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
