import ClauseSource

/// Writes CSV (RFC 4180) that spreadsheets open as text: UTF-8 with a byte order mark, so that
/// Arabic survives, and no cell that a spreadsheet would take for a formula.
struct CSVWriter {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Writes one row.
  mutating func row(_ cells: [String]) {
    bytes += cells.map(Self.cell).joined(separator: ",").utf8
    bytes += [0x0D, 0x0A]
  }

  private static func cell(_ text: String) -> String {
    var safe = TerminalText.words(Untrusted(text), in: .english).text
    if let first = safe.unicodeScalars.first, startsFormula(first) { safe = "'" + safe }
    guard
      safe.utf8.contains(where: {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ";")
      })
    else { return safe }
    return "\"" + safe.replacingQuotes + "\""
  }

  /// Spreadsheets read these, and their full-width forms, as the beginning of a formula.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": true
    default: false
    }
  }
}

extension String {
  fileprivate var replacingQuotes: String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
