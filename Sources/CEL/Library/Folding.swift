extension FunctionLibrary {
  /// `fold(text)`: a form in which spellings of one word are equal.
  public static let folding = FunctionLibrary(
    name: "folding",
    functions: [
      .global("fold", [.string], .string) { arguments, evaluator in
        guard case .string(let text) = arguments[0] else { return arguments[0] }
        evaluator.charge(Int(text.count) / 4)
        return evaluator.makeString(utf8: Folding.fold(Array(evaluator.bytes(text))))
      }
    ])
}

/// Folds text for matching: what people type differently for the same word becomes equal.
///
/// Case, accents and other marks, compatibility and presentation forms, widths, Arabic hamza
/// seats, alef, yeh and teh marbuta variants, tatweel and harakat, Arabic-Indic digits, dashes,
/// quotation marks and invisible characters are unified; blanks are trimmed and collapsed.
/// Folding a folded text changes nothing.
public enum Folding {
  /// The folded form of UTF-8 text; broken UTF-8 becomes U+FFFD.
  public static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var pendingBlank = false
    func append(_ byte: UInt8) {
      if byte == 0x20 {
        pendingBlank = !result.isEmpty
        return
      }
      if pendingBlank { result.append(0x20) }
      pendingBlank = false
      result.append(byte)
    }
    func append(_ scalar: Unicode.Scalar) {
      for byte in UTF8.encode(scalar).map({ Array($0) }) ?? [] { append(byte) }
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F: append(0x20)
      case 0x41...0x5A: append(UInt8(scalar.value + 0x20))
      case 0x21...0x7E: append(UInt8(scalar.value))
      default:
        if let folded = table[scalar.value] {
          for part in folded { append(part) }
        } else if scalar.properties.isWhitespace {
          append(0x20)
        } else {
          for part in scalar.properties.lowercaseMapping.unicodeScalars { append(part) }
        }
      }
    }
    return result
  }

  /// The folded form of a text.
  public static func fold(_ text: String) -> String {
    String(decoding: fold(Array(text.utf8)), as: UTF8.self)
  }

  /// The folded forms of the code points that do not simply fold to their lower case.
  private static let table: [UInt32: [Unicode.Scalar]] = {
    var table: [UInt32: [Unicode.Scalar]] = [:]
    source.withUTF8Buffer { buffer in
      for entry in buffer.split(whereSeparator: { $0 == UInt8(ascii: ";") || $0 == 0x0A }) {
        let codes = entry.split(separator: 0x20).map { digits in
          digits.reduce(UInt32(0)) { $0 << 4 | UInt32(Lexer.hexValue($1)) }
        }
        guard let code = codes.first else { continue }
        table[code] = codes.dropFirst().compactMap { Unicode.Scalar($0) }
      }
    }
    return table
  }()
}
