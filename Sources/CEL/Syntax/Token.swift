/// A lexical unit of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Hashable {
    case identifier(String)
    case quotedIdentifier(String)
    case literal(Literal)
    /// An integer beyond the positive range: valid only behind a minus sign.
    case minimumInt
    case symbol(Symbol)
    case end
  }

  enum Symbol: String, Sendable {
    case dot = "."
    case comma = ","
    case colon = ":"
    case question = "?"
    case leftParen = "("
    case rightParen = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case minus = "-"
    case plus = "+"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case not = "!"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and = "&&"
    case or = "||"
    case isIn = "in"
  }

  var kind: Kind
  var range: Range<Int32>

  /// The token as an error message names it.
  var description: String {
    switch kind {
    case .identifier(let name): "'\(name)'"
    case .quotedIdentifier(let name): "'`\(name)`'"
    case .literal(.string): "a string"
    case .literal(.bytes): "a bytes literal"
    case .literal(.null): "'null'"
    case .literal(.bool(let value)): "'\(value)'"
    case .literal, .minimumInt: "a number"
    case .symbol(let symbol): "'\(symbol.rawValue)'"
    case .end: "the end"
    }
  }
}

/// Words that later versions of the language keep for themselves.
enum ReservedWords {
  /// Not allowed as an identifier or a global function; allowed behind a dot.
  static let all: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
}
