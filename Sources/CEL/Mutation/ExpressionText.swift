/// Writes trees as text again, with parentheses only where they are needed.
struct ExpressionText {
  /// How tightly an operator binds, the loosest first.
  enum Level: Int, Comparable {
    case conditional, or, and, relation, sum, product, unary, postfix

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    /// The next tighter one.
    var tighter: Level { Level(rawValue: rawValue + 1) ?? .postfix }
  }

  let tree: SyntaxTree
  /// A node that is written as another text.
  private var replaced: (node: NodeID, text: String)?

  init(tree: SyntaxTree) { self.tree = tree }

  /// The text of a node.
  func text(of node: NodeID) -> String { text(of: node, within: .conditional) }

  /// The text of the whole expression with `text` in place of `node`.
  func text(replacing node: NodeID, with text: String) -> String {
    if node == tree.root { return text }
    var other = self
    other.replaced = (node, text)
    return other.text(of: tree.root)
  }

  /// The text of a node as an operand of something that binds as tightly as `level`.
  ///
  /// Recursion is bounded by the height of the tree, which the parser limits.
  func text(of node: NodeID, within level: Level) -> String {
    if let replaced, replaced.node == node { return "(\(replaced.text))" }
    let (own, text) = written(node)
    return own < level ? "(\(text))" : text
  }

  private func written(_ node: NodeID) -> (Level, String) {
    switch tree[node] {
    case .literal(let literal): return self.literal(literal)
    case .name(let name, let absolute): return (.postfix, (absolute ? "." : "") + name)
    case .select(let operand, let field, let optional):
      return (.postfix, operandText(operand) + (optional ? ".?" : ".") + Self.fieldText(field))
    case .presence(let operand, let field):
      return (.postfix, "has(\(operandText(operand)).\(Self.fieldText(field)))")
    case .index(let operand, let index, let optional):
      return (.postfix, "\(operandText(operand))[\(optional ? "?" : "")\(text(of: index))]")
    case .call(let function, let target, let arguments):
      let receiver = target.map { operandText($0) + "." } ?? ""
      return (.postfix, "\(receiver)\(function)(\(list(arguments)))")
    case .not(let operand): return (.unary, "!" + text(of: operand, within: .postfix))
    case .negate(let operand): return (.unary, "-" + text(of: operand, within: .postfix))
    case .binary(let binaryOperator, let left, let right):
      let level = Self.level(of: binaryOperator)
      let first = text(of: left, within: level)
      let second = text(of: right, within: level.tighter)
      return (level, "\(first) \(binaryOperator.rawValue) \(second)")
    case .and(let operands): return (.and, chain(operands, "&&", .and))
    case .or(let operands): return (.or, chain(operands, "||", .or))
    case .conditional(let condition, let yes, let no):
      let test = text(of: condition, within: .or)
      let parts = "\(test) ? \(text(of: yes, within: .or)) : \(text(of: no))"
      return (.conditional, parts)
    case .list(let elements, let optional):
      return (.postfix, "[\(entries(elements.map { text(of: $0) }, optional))]")
    case .map(let keys, let values, let optional):
      let pairs = zip(keys, values).map { "\(text(of: $0)): \(text(of: $1))" }
      return (.postfix, "{\(entries(pairs, optional))}")
    case .message(let name): return (.postfix, name + "{}")
    case .comprehension(let loop):
      let names = [loop.first] + (loop.second.map { [$0] } ?? [])
      let parts = [loop.predicate, loop.transform].compactMap { $0 }.map { text(of: $0) }
      let arguments = (names + parts).joined(separator: ", ")
      return (.postfix, "\(operandText(loop.range)).\(loop.kind.rawValue)(\(arguments))")
    case .bind(let name, let value, let body):
      return (.postfix, "cel.bind(\(name), \(text(of: value)), \(text(of: body)))")
    case .optionalMap(let operand, let name, let body, let flat):
      let function = flat ? "optFlatMap" : "optMap"
      return (.postfix, "\(operandText(operand)).\(function)(\(name), \(text(of: body)))")
    }
  }

  /// The level of an operator with two operands.
  static func level(of binaryOperator: BinaryOperator) -> Level {
    switch binaryOperator {
    case .add, .subtract: .sum
    case .multiply, .divide, .remainder: .product
    default: .relation
    }
  }

  private func operandText(_ node: NodeID) -> String { text(of: node, within: .postfix) }

  private func list(_ nodes: [NodeID]) -> String {
    nodes.map { text(of: $0) }.joined(separator: ", ")
  }

  private func chain(_ operands: [NodeID], _ sign: String, _ level: Level) -> String {
    operands.map { text(of: $0, within: level.tighter) }.joined(separator: " \(sign) ")
  }

  private func entries(_ texts: [String], _ optional: [Bool]) -> String {
    texts.enumerated().map { position, text in
      optional.indices.contains(position) && optional[position] ? "?" + text : text
    }.joined(separator: ", ")
  }

  private static func fieldText(_ field: String) -> String {
    let isPlain = field.utf8.enumerated().allSatisfy { position, byte in
      byte == UInt8(ascii: "_") || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || (position > 0 && (0x30...0x39).contains(byte))
    }
    return isPlain && !field.isEmpty && field != "in" ? field : "`\(field)`"
  }

  private func literal(_ literal: Literal) -> (Level, String) {
    switch literal {
    case .null: (.postfix, "null")
    case .bool(let value): (.postfix, value ? "true" : "false")
    case .int(let value): (value < 0 ? .unary : .postfix, "\(value)")
    case .uint(let value): (.postfix, "\(value)u")
    case .double(let value): (value.sign == .minus ? .unary : .postfix, value.description)
    case .string(let bytes): (.postfix, Self.quoted(bytes))
    case .bytes(let bytes): (.postfix, Self.quotedBytes(bytes))
    }
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    var result = "\""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func quotedBytes(_ bytes: [UInt8]) -> String {
    let digits = bytes.map { byte in
      (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16)
    }
    return "b\"\(digits.joined())\""
  }
}
