import Foundation

/// A fenced block of a page.
struct CodeBlock: CustomStringConvertible {
  /// The page.
  let page: URL
  /// Line of the opening fence, from 1.
  let line: Int
  /// The words after the fence, such as `yaml pack`.
  let info: String
  /// The lines between the fences.
  let lines: [String]
  /// What an HTML comment directly before the block says, such as `in: Examples/first-steps`.
  let comment: String?

  var text: String { lines.joined(separator: "\n") + "\n" }
  var description: String { "\(Project.name(page)):\(line)" }

  /// The blocks of all pages that are tagged with `info`.
  static func tagged(_ info: String) -> [CodeBlock] {
    Project.pages.flatMap(of).filter { $0.info == info }
  }

  /// The blocks of one page.
  static func of(_ page: URL) -> [CodeBlock] {
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    let lines = text.components(separatedBy: "\n")
    var blocks: [CodeBlock] = []
    var index = 0
    while index < lines.count {
      let opening = lines[index].trimmingCharacters(in: .whitespaces)
      guard opening.hasPrefix("```") else {
        index += 1
        continue
      }
      let indent = lines[index].prefix { $0 == " " }.count
      let fence = String(opening.prefix { $0 == "`" })
      let start = index
      index += 1
      while index < lines.count, lines[index].trimmingCharacters(in: .whitespaces) != fence {
        index += 1
      }
      blocks.append(
        CodeBlock(
          page: page, line: start + 1, info: String(opening.dropFirst(fence.count)),
          lines: lines[(start + 1)..<min(index, lines.count)].map { String($0.dropFirst(indent)) },
          comment: comment(before: start, in: lines)))
      index += 1
    }
    return blocks
  }

  private static func comment(before line: Int, in lines: [String]) -> String? {
    guard line > 0 else { return nil }
    let text = lines[line - 1].trimmingCharacters(in: .whitespaces)
    guard text.hasPrefix("<!-- "), text.hasSuffix(" -->") else { return nil }
    return String(text.dropFirst(5).dropLast(4))
  }
}
