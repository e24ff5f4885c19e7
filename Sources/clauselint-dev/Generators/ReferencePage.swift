import ClauseSource

/// The pieces of a generated Markdown page. The texts are those of the shipped packs.
struct ReferencePage {
  private(set) var text = ""

  /// Starts a page; readers are told not to edit it.
  init(title: String, introduction: String) {
    text = "# \(title)\n\n"
    text += "<!-- Generated from Rules/ by `clauselint-dev docs`; edit the packs instead. -->\n\n"
    text += introduction + "\n"
  }

  /// Adds a heading.
  mutating func heading(_ level: Int, _ title: String) {
    text += "\n" + String(repeating: "#", count: level) + " \(title)\n"
  }

  /// Adds a paragraph.
  mutating func paragraph(_ words: String) { text += "\n\(words)\n" }

  /// Adds a table; none without rows.
  mutating func table(_ heads: [String], _ rows: [[String]]) {
    if rows.isEmpty { return }
    text += "\n| " + heads.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: heads.count) + "\n"
    for row in rows { text += "| " + row.map(Self.cell).joined(separator: " | ") + " |\n" }
  }

  /// Adds a list.
  mutating func list(_ items: [String]) {
    if items.isEmpty { return }
    text += "\n" + items.map { "- \($0)\n" }.joined()
  }

  /// Adds a block of text as it is, fenced by more backquotes than it holds.
  mutating func block(_ language: String, _ content: String) {
    var longest = 2
    var count = 0
    for byte in content.utf8 {
      count = byte == UInt8(ascii: "`") ? count + 1 : 0
      longest = max(longest, count)
    }
    let fence = String(repeating: "`", count: longest + 1)
    text += "\n\(fence)\(language)\n\(content)"
    text += (content.hasSuffix("\n") ? "" : "\n") + fence + "\n"
  }

  /// Text that stays inside its cell.
  private static func cell(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|": result += "\\|"
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A word in the type of programs.
  static func code(_ text: String) -> String { text.isEmpty ? "" : "`\(text)`" }

  /// Words of a pack in one line, with nothing in them that Markdown would take for its own.
  static func words(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "<", "[", "]": result += "\\" + String(scalar)
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The lines of a span without the indentation of its first one.
  static func excerpt(_ span: Span, of file: SourceFile) -> String {
    let start = Int(span.start)
    let end = min(Int(span.end), file.bytes.count)
    let line = Int(file.lineStarts[file.lineIndex(of: start)])
    let blank = UInt8(ascii: " ")
    let newline = UInt8(ascii: "\n")
    let indent = start - line
    var lines = file.bytes[start..<max(start, end)].split(
      separator: newline, omittingEmptySubsequences: false)
    for index in lines.indices.dropFirst() {
      let own = min(indent, lines[index].prefix { $0 == blank }.count)
      lines[index] = lines[index].dropFirst(own)
    }
    var bytes = Array(lines.joined(separator: [newline]))
    while let last = bytes.last, last == blank || last == newline { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The texts in English, French and Arabic that are there, in one line.
  static func threeLanguages(_ text: LocalizedText) -> String {
    [Language.english, .french, .arabic].compactMap { text.texts[$0] }.joined(separator: " · ")
  }
}
