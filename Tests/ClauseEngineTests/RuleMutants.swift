import ClauseDocuments
import ClauseSource

/// A word of a rule with its place, and what is expected when it is misspelt.
struct RuleWord: Sendable, CustomStringConvertible {
  /// What kind of word it is, for messages.
  var kind: String
  /// The word as written.
  var word: String
  /// Byte offset of the word in its file.
  var offset: Int
  /// Byte offset at which the error must be reported.
  var reported: Int

  var description: String { "\(kind) `\(word)`" }

  /// The word with one letter too many, which is no word of any pack.
  var misspelt: String {
    let middle = word.index(word.startIndex, offsetBy: word.count / 2)
    return word[..<middle] + "x" + word[middle...]
  }
}

/// Finds the words of a rule that a pack author can mistype.
struct RuleWords {
  let file: SourceFile
  let tree: DocumentTree
  /// Fields that are enumerations wherever they are declared, so that a text compared with one
  /// must be one of its literals.
  let enumerations: Set<String>
  private(set) var words: [RuleWord] = []

  init(_ file: SourceFile, _ tree: DocumentTree, rule: NodeID, enumerations: Set<String>) {
    self.file = file
    self.tree = tree
    self.enumerations = enumerations
    collect(rule)
  }

  private static let fieldLists: Set<String> = [
    "present", "absent", "order", "not_future", "not_past", "differ", "unique",
    "refers_to_active", "file_exists",
  ]

  private mutating func collect(_ rule: NodeID) {
    for (key, value) in tree.entries(rule) {
      add("key", key)
      switch tree.string(key) {
      case "for":
        if !["organization", "any"].contains(tree.string(value)) { add("record type", value) }
      case "severity", "basis", "per": add("choice", value)
      case "field": add("field", value, last: true)
      case "where": expression(value)
      case "require":
        if tree.kind(value) == .scalar { expression(value) } else { check(value) }
      case "message", "remedy":
        for (language, text) in tree.entries(value) {
          add("language", language)
          template(text)
        }
      case "title", "evidence":
        for (language, _) in tree.entries(value) { add("language", language) }
      case "tests":
        for test in tree.children(value) {
          for (key, _) in tree.entries(test) { add("key", key) }
        }
      default: break
      }
    }
  }

  private mutating func check(_ node: NodeID) {
    guard let (name, arguments) = tree.entries(node).first else { return }
    add("check", name)
    let check = tree.string(name)
    if check == "integrity" { add("built-in check", arguments) }
    if Self.fieldLists.contains(check) { fields(arguments) }
    if check == "matches" || check == "one_of" {
      for (field, _) in tree.entries(arguments) { add("field", field, last: true) }
    }
    guard ["within", "exists", "count", "covers"].contains(check) else { return }
    for (key, value) in tree.entries(arguments) {
      add("argument", key)
      switch tree.string(key) {
      case "since", "every": fields(value)
      case "or": add("parameter", value)
      case "of": add("record type", value)
      case "where", "set": expression(value)
      case "required": if tree.kind(value) == .scalar { expression(value) }
      default: break
      }
    }
  }

  private mutating func fields(_ node: NodeID) {
    let nodes = tree.kind(node) == .sequence ? Array(tree.children(node)) : [node]
    for node in nodes { add("field", node, last: true) }
  }

  /// The scalar as a word; of a path the last part, reported where the path begins.
  private mutating func add(_ kind: String, _ node: NodeID, last: Bool = false) {
    guard tree.kind(node) == .scalar else { return }
    let start = Int(tree.span(node).start) + (tree.style(node) == .quoted ? 1 : 0)
    let text = tree.string(node)
    let word = last ? text.split(separator: ".").last.map(String.init) ?? text : text
    guard word.utf8.count > 2 else { return }
    words.append(
      RuleWord(
        kind: kind, word: word, offset: start + text.utf8.count - word.utf8.count,
        reported: Int(tree.span(node).start)))
  }

  // MARK: Expressions

  private mutating func expression(_ node: NodeID) {
    var scanner = ExpressionScanner(file: file, tree: tree, node: node)
    scanner.scan()
    take(scanner)
  }

  private mutating func template(_ node: NodeID) {
    var scanner = ExpressionScanner(file: file, tree: tree, node: node)
    scanner.isTemplate = true
    scanner.scan()
    take(scanner)
  }

  private mutating func take(_ scanner: ExpressionScanner) {
    let tokens = scanner.tokens
    var bound: Set<String> = []
    for index in tokens.indices.dropLast(2)
    where tokens[index].text == "(" && tokens[index + 2].text == "," && index > 0
      && tokens[index - 1].isWord
    {
      bound.insert(tokens[index + 1].text)
    }
    for (index, token) in tokens.enumerated() {
      let before = index > 0 ? tokens[index - 1].text : ""
      let after = index + 1 < tokens.count ? tokens[index + 1].text : ""
      if token.isLiteral {
        let operand = index > 1 && tokens[index - 2].isWord ? tokens[index - 2].text : ""
        guard before == "==" || before == "!=", enumerations.contains(operand),
          index > 2, tokens[index - 3].text == ".", token.text.utf8.count > 2
        else { continue }
        words.append(
          RuleWord(
            kind: "literal", word: token.text, offset: token.offset,
            reported: token.offset - token.quoteWidth))
        continue
      }
      guard token.isWord, token.text.utf8.count > 2,
        !["true", "false", "null", "cel"].contains(token.text)
      else { continue }
      let isMember = before == "." || before == ".?"
      if !isMember, bound.contains(token.text) { continue }
      // A key of a map can be anything.
      if isMember, index > 1, tokens[index - 2].text == "facts" { continue }
      // Reported together with the parameter it qualifies, which has a mutant of its own.
      if token.text == "params" { continue }
      let isParameter = isMember && index > 1 && tokens[index - 2].text == "params"
      let kind = isParameter ? "parameter" : after == "(" ? "function" : isMember ? "field" : "name"
      // A parameter is reported with the name that qualifies it.
      words.append(
        RuleWord(
          kind: kind, word: token.text, offset: token.offset,
          reported: isParameter ? tokens[index - 2].offset : token.offset))
    }
  }
}

/// The tokens of CEL inside a YAML scalar with their places in the file.
struct ExpressionScanner {
  struct Token {
    var text: String
    var offset: Int
    var isWord = false
    var isLiteral = false
    /// Bytes of the quote before a literal as it is written in the file.
    var quoteWidth = 0
  }

  let bytes: ArraySlice<UInt8>
  let isDoubleQuoted: Bool
  let isSingleQuoted: Bool
  /// Whether only what stands in braces is CEL.
  var isTemplate = false
  private(set) var tokens: [Token] = []

  init(file: SourceFile, tree: DocumentTree, node: NodeID) {
    let span = tree.span(node)
    var range = Int(span.start)..<Int(span.end)
    let first = file.bytes[range.lowerBound]
    isDoubleQuoted = first == UInt8(ascii: "\"") && tree.style(node) == .quoted
    isSingleQuoted = first == UInt8(ascii: "'") && tree.style(node) == .quoted
    if isDoubleQuoted || isSingleQuoted { range = range.lowerBound + 1..<range.upperBound - 1 }
    if first == UInt8(ascii: ">") || first == UInt8(ascii: "|") {
      let line = file.bytes[range].firstIndex(of: 0x0A) ?? range.upperBound
      range = line..<range.upperBound
    }
    bytes = file.bytes[range]
  }

  mutating func scan() {
    var index = bytes.startIndex
    var depth = isTemplate ? 0 : 1
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isTemplate, byte == UInt8(ascii: "{") { depth += 1 }
      if isTemplate, byte == UInt8(ascii: "}") { depth -= 1 }
      guard depth > 0 else {
        index += 1
        continue
      }
      if let quote = quote(at: index) {
        index = literal(from: index, quote)
      } else if isWordByte(byte) {
        let start = index
        while index < bytes.endIndex, isWordByte(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let isNumber = (0x30...0x39).contains(byte)
        tokens.append(Token(text: text, offset: start, isWord: !isNumber))
      } else {
        let two = String(decoding: bytes[index..<min(index + 2, bytes.endIndex)], as: UTF8.self)
        let isPair = ["==", "!=", ".?"].contains(two)
        if byte != 0x20, byte != 0x0A {
          let text = isPair ? two : String(decoding: [byte], as: UTF8.self)
          tokens.append(Token(text: text, offset: index))
        }
        index += isPair ? 2 : 1
      }
    }
  }

  /// The quote of a CEL literal as YAML writes it here.
  private func quote(at index: Int) -> [UInt8]? {
    let forms: [String] =
      isDoubleQuoted ? ["\\\"", "'"] : isSingleQuoted ? ["''", "\""] : ["\"", "'"]
    return forms.map { Array($0.utf8) }.first { bytes[index...].starts(with: $0) }
  }

  private mutating func literal(from start: Int, _ quote: [UInt8]) -> Int {
    let first = start + quote.count
    var index = first
    while index < bytes.endIndex, !bytes[index...].starts(with: quote) { index += 1 }
    tokens.append(
      Token(
        text: String(decoding: bytes[first..<index], as: UTF8.self), offset: first,
        isLiteral: true, quoteWidth: quote.count))
    return index + quote.count
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}
