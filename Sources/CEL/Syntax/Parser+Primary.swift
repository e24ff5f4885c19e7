extension Parser {
  /// A primary expression followed by selections, indexes and member calls.
  ///
  /// `negative` is where a minus sign stands that belongs to the numeric literal here.
  mutating func postfix(negative: Int32?) throws(Problem) -> NodeID {
    var operand = try primary(negative: negative)
    while true {
      if accept(.dot) {
        operand = try member(of: operand)
      } else if accept(.leftBracket) {
        let optional = accept(.question)
        let index = try expression()
        try expect(.rightBracket, "after the index")
        operand = try add(.index(operand, index, optional: optional), start(operand)..<lastEnd)
      } else if peek.kind == .symbol(.leftBrace), let name = tree.qualifiedName(operand) {
        operand = try message(
          named: (name.absolute ? "." : "") + name.parts.joined(separator: "."),
          from: start(operand))
      } else {
        return operand
      }
    }
  }

  private mutating func member(of operand: NodeID) throws(Problem) -> NodeID {
    let optional = accept(.question)
    let name = peek
    switch name.kind {
    case .identifier(let field):
      advance()
      if !optional, peek.kind == .symbol(.leftParen) {
        advance()
        let arguments = try self.arguments()
        return try call(
          field, target: operand, arguments, start(operand)..<lastEnd, name: name.range)
      }
      return try add(
        .select(operand, field: field, optional: optional), start(operand)..<lastEnd,
        name: name.range)
    case .quotedIdentifier(let field):
      advance()
      return try add(
        .select(operand, field: field, optional: optional), start(operand)..<lastEnd,
        name: name.range)
    default: throw unexpected("a field name after '.'")
    }
  }

  /// The arguments of a call, whose opening parenthesis is already read.
  private mutating func arguments() throws(Problem) -> [NodeID] {
    if accept(.rightParen) { return [] }
    var arguments: [NodeID] = []
    repeat { arguments.append(try expression()) } while accept(.comma)
    try expect(.rightParen, "after the arguments")
    return arguments
  }

  private mutating func primary(negative: Int32?) throws(Problem) -> NodeID {
    let token = peek
    let begin = token.range.lowerBound
    switch token.kind {
    case .literal(let literal):
      advance()
      return try numeric(literal, negative: negative, token)
    case .minimumInt:
      guard let negative else {
        throw problem("number-range", "the number is outside the range of int", at: token.range)
      }
      advance()
      return try add(.literal(.int(Int64.min)), negative..<token.range.upperBound)
    case .symbol(.leftParen):
      advance()
      let inner = try expression()
      try expect(.rightParen, "to close the parenthesis")
      return inner
    case .symbol(.leftBracket):
      advance()
      return try list(from: begin)
    case .symbol(.leftBrace):
      advance()
      return try map(from: begin)
    case .symbol(.dot):
      advance()
      return try name(absolute: true, from: begin)
    case .identifier: return try name(absolute: false, from: begin)
    case .quotedIdentifier:
      throw problem("quoted-name", "a quoted name may only follow a '.'", at: token.range)
    case .symbol(.minus), .symbol(.not):
      throw problem(
        "mixed-signs", "'!' and '-' cannot follow each other", at: token.range,
        hint: "use parentheses")
    default: throw unexpected("a value")
    }
  }

  private mutating func numeric(
    _ literal: Literal, negative: Int32?, _ token: Token
  ) throws(Problem) -> NodeID {
    guard let negative else { return try add(.literal(literal), token.range) }
    let range = negative..<token.range.upperBound
    switch literal {
    case .int(let value): return try add(.literal(.int(-value)), range)
    case .double(let value): return try add(.literal(.double(-value)), range)
    default: return try add(.literal(literal), token.range)
    }
  }

  private mutating func name(absolute: Bool, from begin: Int32) throws(Problem) -> NodeID {
    guard case .identifier(let name) = peek.kind else { throw unexpected("a name after '.'") }
    let nameRange = peek.range
    guard !ReservedWords.all.contains(name) else {
      throw problem("reserved-word", "'\(name)' is a reserved word", at: nameRange)
    }
    advance()
    if peek.kind == .symbol(.leftParen) {
      advance()
      let arguments = try self.arguments()
      return try call(
        absolute ? "." + name : name, target: nil, arguments, begin..<lastEnd, name: nameRange)
    }
    return try add(.name(name, absolute: absolute), begin..<nameRange.upperBound, name: nameRange)
  }

  private mutating func list(from begin: Int32) throws(Problem) -> NodeID {
    var elements: [NodeID] = []
    var optional: [Bool] = []
    if !(peek.kind == .symbol(.comma) && next.kind == .symbol(.rightBracket)) {
      while peek.kind != .symbol(.rightBracket) {
        optional.append(accept(.question))
        elements.append(try expression())
        guard peek.kind == .symbol(.comma) else { break }
        advance()
      }
    } else {
      advance()
    }
    try expect(.rightBracket, "or ',' in the list")
    return try add(
      .list(elements, optional: optional.contains(true) ? optional : []), begin..<lastEnd)
  }

  private mutating func map(from begin: Int32) throws(Problem) -> NodeID {
    var keys: [NodeID] = []
    var values: [NodeID] = []
    var optional: [Bool] = []
    if !(peek.kind == .symbol(.comma) && next.kind == .symbol(.rightBrace)) {
      while peek.kind != .symbol(.rightBrace) {
        optional.append(accept(.question))
        keys.append(try expression())
        try expect(.colon, "after the key")
        values.append(try expression())
        guard peek.kind == .symbol(.comma) else { break }
        advance()
      }
    } else {
      advance()
    }
    try expect(.rightBrace, "or ',' in the map")
    return try add(
      .map(keys: keys, values: values, optional: optional.contains(true) ? optional : []),
      begin..<lastEnd)
  }

  /// Reads a message literal only to answer it well: no type can be built in an expression.
  private mutating func message(named name: String, from begin: Int32) throws(Problem) -> NodeID {
    advance()
    while peek.kind != .symbol(.rightBrace) {
      if peek.kind == .symbol(.comma), next.kind == .symbol(.rightBrace) {
        advance()
        break
      }
      _ = accept(.question)
      switch peek.kind {
      case .identifier, .quotedIdentifier: advance()
      default: throw unexpected("a field name")
      }
      try expect(.colon, "after the field name")
      _ = try expression()
      guard peek.kind == .symbol(.comma) else { break }
      advance()
    }
    try expect(.rightBrace, "or ',' in the message")
    return try add(.message(name), begin..<lastEnd)
  }
}
