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

  /// The texts in English, French and Arabic that are there, in one line.
  static func threeLanguages(_ text: LocalizedText) -> String {
    [Language.english, .french, .arabic].compactMap { text.texts[$0] }.joined(separator: " · ")
  }
}
