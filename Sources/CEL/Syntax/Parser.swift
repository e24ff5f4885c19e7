/// Builds a syntax tree by recursive descent, with a bound on nesting and on the tree's height.
///
/// `&&` and `||` chains become one node with many operands, `?:` chains are read in a loop; other
/// left-recursive chains add to the height of the tree, which later stages walk recursively.
struct Parser {
  let bytes: [UInt8]
  let tokens: [Token]
  let limits: Limits
  let macros: MacroGroups
  var tree = SyntaxTree()
  var current = 0
  private var depth = 0
  var loopDepth: [NodeID: Int] = [:]

  /// Parses a whole text.
  static func parse(
    _ source: String, limits: Limits, macros: MacroGroups
  ) throws(Problem) -> SyntaxTree {
    let bytes = Array(source.utf8)
    // A code point has at most four bytes, so the cheap test settles most texts.
    if bytes.count > limits.codePoints {
      let count = source.unicodeScalars.count
      guard count <= limits.codePoints else {
        throw Problem(
          phase: .parse, code: "too-long",
          message: "the expression has \(count) characters; the limit is \(limits.codePoints)",
          range: 0..<0)
      }
    }
    let tokens = try Lexer.tokens(of: bytes)
    var parser = Parser(bytes: bytes, tokens: tokens, limits: limits, macros: macros)
    guard parser.peek.kind != .end else {
      throw Problem(
        phase: .parse, code: "empty", message: "the expression is empty", range: 0..<bytes.count)
    }
    parser.tree.root = try parser.expression()
    guard parser.peek.kind == .end else { throw parser.unexpected("an operator or the end") }
    return parser.tree
  }

  private init(bytes: [UInt8], tokens: [Token], limits: Limits, macros: MacroGroups) {
    self.bytes = bytes
    self.tokens = tokens
    self.limits = limits
    self.macros = macros
    // Hardly a token makes more than one node.
    tree.reserve(tokens.count)
  }

  // MARK: Tokens

  /// The current token; the last token is `.end` and is never passed.
  var peek: Token { tokens[current] }

  var next: Token { tokens[min(current + 1, tokens.count - 1)] }

  mutating func advance() { if current < tokens.count - 1 { current += 1 } }

  mutating func accept(_ symbol: Token.Symbol) -> Bool {
    guard peek.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Token.Symbol, _ purpose: String) throws(Problem) {
    guard accept(symbol) else { throw unexpected("'\(symbol.rawValue)' \(purpose)") }
  }

  func problem(_ code: String, _ message: String, at range: Range<Int32>, hint: String? = nil)
    -> Problem
  {
    Problem(
      phase: .parse, code: code, message: message,
      range: Int(range.lowerBound)..<Int(range.upperBound), hint: hint)
  }

  func unexpected(_ wanted: String) -> Problem {
    problem("unexpected-token", "expected \(wanted), found \(peek.description)", at: peek.range)
  }

  // MARK: Nodes

  /// The end of the last token read.
  var lastEnd: Int32 { current > 0 ? tokens[current - 1].range.upperBound : 0 }

  mutating func add(
    _ node: SyntaxNode, _ range: Range<Int32>, name: Range<Int32>? = nil
  ) throws(Problem) -> NodeID {
    var height: Int32 = 0
    var loops = 0
    node.forEachChild { child in
      height = max(height, tree.heights[Int(child)])
      if let inner = loopDepth[child] { loops = max(loops, inner) }
    }
    if case .comprehension = node { loops += 1 }
    guard Int(height) < limits.height else {
      throw problem(
        "too-deep", "the expression nests more than \(limits.height) operations", at: range)
    }
    guard loops <= limits.loops else {
      throw problem("too-many-loops", "more than \(limits.loops) nested loops", at: range)
    }
    let id = NodeID(tree.nodes.count)
    tree.nodes.append(node)
    tree.ranges.append(range)
    tree.nameRanges.append(name ?? range)
    tree.heights.append(height + 1)
    if loops > 0 { loopDepth[id] = loops }
    return id
  }

  func start(_ id: NodeID) -> Int32 { tree.ranges[Int(id)].lowerBound }

  func range(_ id: NodeID) -> Range<Int32> { tree.ranges[Int(id)] }

  // MARK: Operators

  /// `Expr = Or ["?" Or ":" Expr]`; the right recursion is a loop.
  mutating func expression() throws(Problem) -> NodeID {
    depth += 1
    defer { depth -= 1 }
    guard depth - 1 <= limits.nesting else {
      throw problem(
        "too-deep", "the expression nests deeper than \(limits.nesting) levels", at: peek.range)
    }
    var branches: [(condition: NodeID, value: NodeID)] = []
    var result = try disjunction()
    while accept(.question) {
      let value = try disjunction()
      if peek.kind == .symbol(.question) {
        throw problem(
          "nested-conditional", "a conditional before ':' needs parentheses", at: peek.range,
          hint: "write a ? (b ? c : d) : e")
      }
      try expect(.colon, "of the conditional")
      branches.append((result, value))
      result = try disjunction()
    }
    for branch in branches.reversed() {
      result = try add(
        .conditional(branch.condition, branch.value, result),
        start(branch.condition)..<range(result).upperBound)
    }
    return result
  }

  private mutating func disjunction() throws(Problem) -> NodeID {
    let first = try conjunction()
    guard peek.kind == .symbol(.or) else { return first }
    var operands = [first]
    while accept(.or) { operands.append(try conjunction()) }
    return try add(.or(operands), start(first)..<lastEnd)
  }

  private mutating func conjunction() throws(Problem) -> NodeID {
    let first = try binary(level: 0)
    guard peek.kind == .symbol(.and) else { return first }
    var operands = [first]
    while accept(.and) { operands.append(try binary(level: 0)) }
    return try add(.and(operands), start(first)..<lastEnd)
  }

  private func binaryOperator(level: Int) -> BinaryOperator? {
    guard case .symbol(let symbol) = peek.kind else { return nil }
    switch (level, symbol) {
    case (0, .equal): return .equal
    case (0, .notEqual): return .notEqual
    case (0, .less): return .less
    case (0, .lessOrEqual): return .lessOrEqual
    case (0, .greater): return .greater
    case (0, .greaterOrEqual): return .greaterOrEqual
    case (0, .isIn): return .isIn
    case (1, .plus): return .add
    case (1, .minus): return .subtract
    case (2, .star): return .multiply
    case (2, .slash): return .divide
    case (2, .percent): return .remainder
    default: return nil
    }
  }

  /// Relations (level 0), sums (1) and products (2), all left-associative.
  private mutating func binary(level: Int) throws(Problem) -> NodeID {
    var left = level == 2 ? try unary() : try binary(level: level + 1)
    while let binaryOperator = binaryOperator(level: level) {
      let name = peek.range
      advance()
      let right = level == 2 ? try unary() : try binary(level: level + 1)
      left = try add(
        .binary(binaryOperator, left, right), start(left)..<range(right).upperBound, name: name)
    }
    return left
  }

  /// A run of one kind of sign; a minus directly before a number belongs to the literal.
  private mutating func unary() throws(Problem) -> NodeID {
    var starts: [Int32] = []
    let sign: Token.Symbol
    if peek.kind == .symbol(.not) {
      sign = .not
    } else if peek.kind == .symbol(.minus) {
      sign = .minus
    } else {
      return try postfix(negative: nil)
    }
    while peek.kind == .symbol(sign) {
      starts.append(peek.range.lowerBound)
      advance()
    }
    var negative: Int32?
    if sign == .minus, isNumber(peek) { negative = starts.popLast() }
    if sign == .not, peek.kind == .symbol(.minus), isNumber(next) {
      negative = peek.range.lowerBound
      advance()
    }
    var operand = try postfix(negative: negative)
    for position in starts.reversed() {
      operand = try add(
        sign == .not ? .not(operand) : .negate(operand), position..<range(operand).upperBound,
        name: position..<(position + 1))
    }
    return operand
  }

  private func isNumber(_ token: Token) -> Bool {
    switch token.kind {
    case .literal(.int), .literal(.double), .minimumInt: true
    default: false
    }
  }
}
