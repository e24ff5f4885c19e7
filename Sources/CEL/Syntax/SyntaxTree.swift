/// The index of a node in its tree.
typealias NodeID = Int32

/// A constant written in the text.
enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string([UInt8])
  case bytes([UInt8])
}

/// An operator with two operands and no special evaluation order.
enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"

  /// The name of the operator in the function table.
  var functionName: String { "_\(rawValue)_" }
}

/// What a comprehension computes.
enum ComprehensionKind: String, Sendable {
  case all, exists
  case existsOne = "exists_one"
  case filter, map, transformList, transformMap, transformMapEntry
}

/// A loop over a list or map, made by a macro.
struct Comprehension: Sendable {
  var kind: ComprehensionKind
  var range: NodeID
  /// The element (one variable), or the index or key (two variables).
  var first: String
  /// The value, in the two-variable forms.
  var second: String?
  var predicate: NodeID?
  var transform: NodeID?
}

/// One node; operands are indices, so that trees of any depth are freed without recursion.
enum SyntaxNode: Sendable {
  case literal(Literal)
  case name(String, absolute: Bool)
  case select(NodeID, field: String, optional: Bool)
  case presence(NodeID, field: String)
  case index(NodeID, NodeID, optional: Bool)
  case call(String, target: NodeID?, arguments: [NodeID])
  case not(NodeID)
  case negate(NodeID)
  case binary(BinaryOperator, NodeID, NodeID)
  case and([NodeID])
  case or([NodeID])
  case conditional(NodeID, NodeID, NodeID)
  case list([NodeID], optional: [Bool])
  case map(keys: [NodeID], values: [NodeID], optional: [Bool])
  case message(String)
  case comprehension(Comprehension)
  case bind(String, NodeID, NodeID)
  case optionalMap(NodeID, String, NodeID, flat: Bool)
}

/// A parsed expression: nodes in one array, children before parents.
struct SyntaxTree: Sendable {
  var nodes: [SyntaxNode] = []
  /// The UTF-8 range of each node's text.
  var ranges: [Range<Int32>] = []
  /// The range of the name a node introduces: the field of a selection, the function of a call.
  var nameRanges: [Range<Int32>] = []
  var heights: [Int32] = []
  var root: NodeID = 0

  subscript(id: NodeID) -> SyntaxNode { nodes[Int(id)] }

  /// Makes room for so many nodes.
  mutating func reserve(_ count: Int) {
    nodes.reserveCapacity(count)
    ranges.reserveCapacity(count)
    nameRanges.reserveCapacity(count)
    heights.reserveCapacity(count)
  }

  /// The range of a node's text, in UTF-8 bytes.
  func range(_ id: NodeID) -> Range<Int> {
    Int(ranges[Int(id)].lowerBound)..<Int(ranges[Int(id)].upperBound)
  }

  /// The range of the name a node introduces, in UTF-8 bytes.
  func nameRange(_ id: NodeID) -> Range<Int> {
    Int(nameRanges[Int(id)].lowerBound)..<Int(nameRanges[Int(id)].upperBound)
  }

  /// The dotted name a node spells when it is nothing but names and plain selections.
  func qualifiedName(_ id: NodeID) -> (parts: [String], absolute: Bool)? {
    var parts: [String] = []
    var current = id
    while true {
      switch self[current] {
      case .select(let operand, let field, false):
        parts.append(field)
        current = operand
      case .name(let name, let absolute):
        parts.append(name)
        return (parts.reversed(), absolute)
      default: return nil
      }
    }
  }

  /// The operands of a node, in the order of the text.
  func children(_ id: NodeID) -> [NodeID] { self[id].children }
}

extension SyntaxNode {
  /// The operands, in the order of the text.
  var children: [NodeID] {
    var result: [NodeID] = []
    forEachChild { result.append($0) }
    return result
  }

  /// Calls `body` with each operand, in the order of the text.
  func forEachChild(_ body: (NodeID) -> Void) {
    switch self {
    case .literal, .name, .message: break
    case .select(let operand, _, _), .presence(let operand, _), .not(let operand),
      .negate(let operand):
      body(operand)
    case .index(let a, let b, _), .binary(_, let a, let b), .bind(_, let a, let b),
      .optionalMap(let a, _, let b, _):
      body(a)
      body(b)
    case .call(_, let target, let arguments):
      if let target { body(target) }
      arguments.forEach(body)
    case .and(let operands), .or(let operands), .list(let operands, _): operands.forEach(body)
    case .conditional(let a, let b, let c):
      body(a)
      body(b)
      body(c)
    case .map(let keys, let values, _):
      keys.forEach(body)
      values.forEach(body)
    case .comprehension(let loop):
      body(loop.range)
      if let predicate = loop.predicate { body(predicate) }
      if let transform = loop.transform { body(transform) }
    }
  }
}
