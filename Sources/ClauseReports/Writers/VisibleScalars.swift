/// Which code points may reach a reader as themselves, and how the others are shown.
///
/// A control character can move the cursor, a bidirectional control can reverse what a line seems
/// to say, an invisible one can make two identifiers look alike. All of them are shown by number.
enum VisibleScalars {
  /// Whether `scalar` may be printed as it is.
  ///
  /// - Parameter inArabicText: Arabic writing needs the direction marks (U+200E, U+200F) and the
  ///   non-joiner (U+200C); anywhere else they only hide something.
  static func isPrintable(_ scalar: Unicode.Scalar, inArabicText: Bool) -> Bool {
    if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
    switch scalar.value {
    case 0x80...0x9F: return false
    case 0x200C, 0x200E, 0x200F: return inArabicText
    default: break
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isBidiControl { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return false
    case .format:
      // The Arabic number signs are visible; every other format character is not.
      return (0x0600...0x08FF).contains(scalar.value)
    default:
      return true
    }
  }

  /// Whether `text` holds a letter of the Arabic script.
  static func holdsArabic(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0620...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
        scalar.properties.isAlphabetic
      default: false
      }
    }
  }

  /// `\u{202E}`: how a code point that may not be printed is shown.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// Columns `text` takes on a terminal: code points less marks and invisible ones.
  static func width(of text: String) -> Int {
    text.unicodeScalars.count { scalar in
      if scalar.isASCII { return true }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return false
      default: return true
      }
    }
  }
}
