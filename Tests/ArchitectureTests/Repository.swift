import Foundation

/// The files of this repository, as the tests of its shape read them.
enum Repository {
  /// The folder that holds Package.swift.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A Swift file below Sources.
  struct SwiftFile: Sendable {
    /// Path from the root of the repository.
    let path: String
    /// The target it belongs to.
    let target: String
    /// Its lines as written.
    let lines: [String]
    /// Its lines with comments and the words of string literals blanked.
    let code: [String]

    /// `path:line` of each line of code that matches `pattern`.
    func places(of pattern: String) throws -> [String] {
      let expression = try NSRegularExpression(pattern: pattern)
      return code.indices.filter { index in
        let line = code[index]
        return expression.firstMatch(
          in: line, range: NSRange(line.startIndex..., in: line)) != nil
      }.map { "\(path):\($0 + 1)" }
    }
  }

  /// The text of a file, or nil when it is not there.
  static func text(_ path: String) -> String? {
    try? String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).sorted()
  }

  /// The paths of the files below `folder` that end with `suffix`, sorted.
  static func paths(below folder: String, suffix: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root + "/" + folder) else { return [] }
    return walk.compactMap { ($0 as? String).map { folder + "/" + $0 } }
      .filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// Every Swift file below Sources.
  static let sources: [SwiftFile] = paths(below: "Sources", suffix: ".swift").compactMap { path in
    guard let text = text(path) else { return nil }
    let parts = path.split(separator: "/")
    return SwiftFile(
      path: path, target: String(parts[1]), lines: lines(of: text),
      code: lines(of: SwiftCode.withoutWords(text)))
  }

  /// The text split at its line breaks, without an empty last line.
  static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// Blanks what is not code, so that a banned name inside a message or a comment is no offence.
enum SwiftCode {
  /// `text` with comments and string literals replaced by blanks; code inside `\( )` stays.
  static func withoutWords(_ text: String) -> String {
    var reader = Reader(Array(text.unicodeScalars))
    reader.code(until: nil)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: reader.output)
    return String(result)
  }

  private struct Reader {
    let input: [Unicode.Scalar]
    var output: [Unicode.Scalar] = []
    var index = 0

    init(_ input: [Unicode.Scalar]) { self.input = input }

    func at(_ text: String) -> Bool {
      let wanted = Array(text.unicodeScalars)
      return index + wanted.count <= input.count
        && input[index..<index + wanted.count].elementsEqual(wanted)
    }

    mutating func keep() {
      output.append(input[index])
      index += 1
    }

    mutating func blank(_ count: Int = 1) {
      for _ in 0..<count where index < input.count {
        output.append(input[index] == "\n" ? "\n" : " ")
        index += 1
      }
    }

    /// Code up to the parenthesis that closes an interpolation, or to the end.
    mutating func code(until closing: Unicode.Scalar?) {
      var depth = 0
      while index < input.count {
        if at("//") {
          while index < input.count, input[index] != "\n" { blank() }
        } else if at("/*") {
          while index < input.count, !at("*/") { blank() }
          blank(2)
        } else if at("\"") || at("#\"") {
          string()
        } else {
          if let closing, input[index] == closing, depth == 0 { return }
          if input[index] == "(" { depth += 1 }
          if input[index] == ")" { depth -= 1 }
          keep()
        }
      }
    }

    mutating func string() {
      let hashes = at("#") ? 1 : 0
      blank(hashes)
      let quote = at("\"\"\"") ? "\"\"\"" : "\""
      blank(quote.count)
      let end = quote + String(repeating: "#", count: hashes)
      let escape = "\\" + String(repeating: "#", count: hashes)
      while index < input.count, !at(end) {
        if at(escape + "(") {
          blank(escape.count)
          keep()
          code(until: ")")
        } else if at(escape) {
          blank(escape.count + 1)
        } else {
          blank()
        }
      }
      blank(end.count)
    }
  }
}
