/// Reads numbers as registers write them: `1 234,56`, `1.234,56`, `٪٨٥`, `(12)`.
///
/// A percent sign says nothing about the value: `85 %` is 85, in the unit of the field.
enum NumberText {
  /// What became of a text.
  enum Reading: Equatable {
    case whole(Int64)
    case decimal(Double)
    case failure(ProblemDetail?)
    /// Two readings are possible.
    case ambiguous(String, String)
  }

  /// Reads a whole number.
  static func whole(_ bytes: ArraySlice<UInt8>) -> Reading {
    switch parts(bytes, isMoney: false) {
    case .failure(let detail): return .failure(detail)
    case .ambiguous(let first, let second): return .ambiguous(first, second)
    case .parts(let parts):
      if let grouped = parts.grouped { return .ambiguous(parts.text, grouped) }
      guard parts.fraction.allSatisfy({ $0 == "0" }), parts.exponent.isEmpty else {
        return .failure(.notWhole)
      }
      guard let value = Int64((parts.isNegative ? "-" : "") + parts.digits) else {
        return .failure(.numberTooLarge)
      }
      return .whole(value)
    }
  }

  /// Reads a number; with `isMoney` a currency may stand beside it.
  static func decimal(_ bytes: ArraySlice<UInt8>, isMoney: Bool) -> Reading {
    switch parts(bytes, isMoney: isMoney) {
    case .failure(let detail): return .failure(detail)
    case .ambiguous(let first, let second): return .ambiguous(first, second)
    case .parts(let parts):
      guard let value = Double(parts.text), value.isFinite else { return .failure(.numberTooLarge) }
      return .decimal(value)
    }
  }

  // MARK: Grammar

  private struct Parts {
    var isNegative = false
    var digits = ""
    var fraction = ""
    var exponent = ""
    /// The whole number it would be if its point grouped thousands, where that is possible.
    var grouped: String?

    /// In the form that Double reads: only digits, one point, one exponent.
    var text: String {
      (isNegative ? "-" : "") + digits + (fraction.isEmpty ? "" : "." + fraction)
        + (exponent.isEmpty ? "" : "e" + exponent)
    }
  }

  private enum Outcome {
    case parts(Parts)
    case failure(ProblemDetail?)
    case ambiguous(String, String)
  }

  private static let currencies: [[Unicode.Scalar]] = [
    "mad", "dhs", "dh", "درهم", "دراهم", "د.م.", "د.م",
  ].map { Array($0.unicodeScalars) }

  private static func parts(_ bytes: ArraySlice<UInt8>, isMoney: Bool) -> Outcome {
    guard let all = ScalarText.normalized(bytes) else { return .failure(nil) }
    var text = all[...]
    strip(&text) { $0 == "%" || $0.value == 0x066A }
    if isMoney { stripCurrency(&text) }
    var parts = Parts()
    if text.first == "(", text.last == ")", text.count > 2 {
      parts.isNegative = true
      text = text.dropFirst().dropLast()
    } else if let sign = text.first, sign == "-" || sign == "+" || sign.value == 0x2212 {
      parts.isNegative = sign != "+"
      text = text.dropFirst()
      if text.first == " " { text = text.dropFirst() }
    }
    if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let exponent = exponent(text[(mark + 1)...]) else { return .failure(nil) }
      parts.exponent = exponent
      text = text[..<mark]
    }
    return digits(text, parts)
  }

  private static func strip(
    _ text: inout ArraySlice<Unicode.Scalar>, _ isMark: (Unicode.Scalar) -> Bool
  ) {
    if let last = text.last, isMark(last) {
      text = text.dropLast()
    } else if let first = text.first, isMark(first) {
      text = text.dropFirst()
    }
    trim(&text)
  }

  private static func stripCurrency(_ text: inout ArraySlice<Unicode.Scalar>) {
    let lowered = text.map { scalar in
      (0x41...0x5A).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
    }
    for currency in currencies where lowered.count > currency.count {
      if lowered.suffix(currency.count).elementsEqual(currency) {
        text = text.dropLast(currency.count)
        break
      }
      if lowered.prefix(currency.count).elementsEqual(currency) {
        text = text.dropFirst(currency.count)
        break
      }
    }
    trim(&text)
  }

  private static func trim(_ text: inout ArraySlice<Unicode.Scalar>) {
    if text.first == " " { text = text.dropFirst() }
    if text.last == " " { text = text.dropLast() }
  }

  private static func exponent(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    var digits = text
    var sign = ""
    if let first = digits.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      digits = digits.dropFirst()
    }
    guard (1...3).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return sign + string(digits)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Splits the digits at the decimal sign and takes grouping separators out.
  private static func digits(_ text: ArraySlice<Unicode.Scalar>, _ start: Parts) -> Outcome {
    var parts = start
    var groups: [[Unicode.Scalar]] = [[]]
    var separators: [Unicode.Scalar] = []
    for scalar in text {
      if isDigit(scalar) {
        groups[groups.count - 1].append(scalar)
      } else {
        switch scalar {
        case ",", ".", " ": separators.append(scalar)
        case "\u{066B}": separators.append(scalar)
        // The Arabic thousands separator groups and never does anything else.
        case "\u{066C}": separators.append(" ")
        default: return .failure(nil)
        }
        groups.append([])
      }
    }
    guard groups.allSatisfy({ !$0.isEmpty }) else { return .failure(nil) }
    guard let last = separators.last else {
      parts.digits = string(groups[0])
      return .parts(parts)
    }
    let isDecimal: Bool
    switch last {
    case " ": isDecimal = false
    case "\u{066B}": isDecimal = true
    default:
      let others = separators.dropLast()
      if others.contains(last) {
        isDecimal = false
      } else if others.isEmpty, canGroup(groups) {
        return ambiguous(parts, groups, last)
      } else {
        isDecimal = true
      }
    }
    if isDecimal {
      parts.fraction = string(groups.removeLast())
      separators.removeLast()
    }
    guard Set(separators).count <= 1, separators.first != "\u{066B}",
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || groups[0].count <= 3
    else { return .failure(nil) }
    parts.digits = string(groups.joined())
    return .parts(parts)
  }

  /// Whether the one separator of two groups can also group thousands.
  private static func canGroup(_ groups: [[Unicode.Scalar]]) -> Bool {
    groups.count == 2 && groups[1].count == 3 && groups[0].count <= 3 && groups[0][0] != "0"
  }

  /// A point before three digits is the decimal sign that every format of data uses; a comma is
  /// read one way in English and the other way in French.
  private static func ambiguous(
    _ start: Parts, _ groups: [[Unicode.Scalar]], _ separator: Unicode.Scalar
  ) -> Outcome {
    var asDecimal = start
    asDecimal.digits = string(groups[0])
    asDecimal.fraction = string(groups[1])
    var asWhole = start
    asWhole.digits = string(groups.joined())
    if separator == "." {
      asDecimal.grouped = asWhole.text
      return .parts(asDecimal)
    }
    return .ambiguous(asDecimal.text, asWhole.text)
  }
}
