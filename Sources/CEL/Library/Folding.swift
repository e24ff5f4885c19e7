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
    bytes.withContiguousStorageIfAvailable { folded($0) }
      ?? Array(bytes).withUnsafeBufferPointer { folded($0) }
  }

  /// The folded form of a text.
  public static func fold(_ text: String) -> String {
    String(decoding: fold(text.utf8), as: UTF8.self)
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result = FoldedText(reserving: bytes.count)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { result.append(ascii: byte) }
      return result.bytes
    }
    let table = Self.table
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        result.append(ascii: UInt8(scalar.value))
      } else if let form = table.form(of: scalar.value) {
        for byte in table.text[form] { result.append(byte) }
      } else if isArabicLetter(scalar) {
        result.append(scalar)
      } else if scalar.properties.isWhitespace {
        result.append(0x20)
      } else {
        for part in scalar.properties.lowercaseMapping.unicodeScalars { result.append(part) }
      }
    }
    return result.bytes
  }

  /// Whether it is one of the letters U+0620 to U+064A: quicker than to ask the tables of Unicode.
  /// They have no case.
  public static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x620...0x64A).contains(scalar.value)
  }

  private static let table = FoldingTable(source)
}

/// Text as it is folded, its blanks trimmed and collapsed.
private struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private var pendingBlank = false

  init(reserving count: Int) { bytes.reserveCapacity(count) }

  mutating func append(ascii byte: UInt8) {
    switch byte {
    case 0...0x20, 0x7F: append(0x20)
    case 0x41...0x5A: append(byte + 0x20)
    default: append(byte)
    }
  }

  mutating func append(_ byte: UInt8) {
    if byte == 0x20 {
      pendingBlank = !bytes.isEmpty
      return
    }
    if pendingBlank { bytes.append(0x20) }
    pendingBlank = false
    bytes.append(byte)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    guard let encoded = UTF8.encode(scalar) else { return }
    for byte in encoded { append(byte) }
  }
}

/// The folded forms of the code points that do not simply fold to their lower case.
private struct FoldingTable {
  /// All folded forms in UTF-8.
  private(set) var text: [UInt8] = []
  /// Where in `text` the form of a code point is: by number for those of two bytes, which nearly
  /// all text has, else by a table.
  private var near: [Range<Int>?] = Array(repeating: nil, count: 0x800)
  private var far: [UInt32: Range<Int>] = [:]

  /// Reads entries in hexadecimal, each a code point and its folded form.
  init(_ source: StaticString) {
    source.withUTF8Buffer { buffer in
      var numbers: [UInt32] = []
      var number: UInt32?
      for byte in buffer {
        switch byte {
        case 0x20, 0x0A, UInt8(ascii: ";"):
          if let known = number { numbers.append(known) }
          number = nil
          if byte != 0x20 {
            add(numbers)
            numbers.removeAll(keepingCapacity: true)
          }
        default: number = (number ?? 0) << 4 | UInt32(Lexer.hexValue(byte))
        }
      }
      if let known = number { numbers.append(known) }
      add(numbers)
    }
  }

  /// Takes an entry: a code point and those of its folded form.
  private mutating func add(_ entry: [UInt32]) {
    guard let code = entry.first else { return }
    let start = text.count
    for number in entry.dropFirst() {
      if let encoded = Unicode.Scalar(number).flatMap({ UTF8.encode($0) }) {
        text.append(contentsOf: encoded)
      }
    }
    if Int(code) < near.count {
      near[Int(code)] = start..<text.count
    } else {
      far[code] = start..<text.count
    }
  }

  func form(of code: UInt32) -> Range<Int>? {
    Int(code) < near.count ? near[Int(code)] : far[code]
  }
}
