/// What one node of a program does.
enum Operation: UInt8, Sendable, BitwiseCopyable {
  /// a: constant.
  case constant
  /// a: frame slot.
  case variable
  /// a: operand, b: slot, c: type number, d: name.
  case field
  /// a: operand, b: name.
  case select
  /// a: operand, b: name, c: type number and d: slot where they are known, else -1.
  case optionalSelect, presence
  /// a: operand, b: index.
  case index, optionalIndex
  /// a: operand.
  case not, negate
  /// a, b: operands.
  case add, subtract, multiply, divide, remainder
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn
  /// a: first child, b: number of children.
  case and, or
  /// a: condition, b, c: branches.
  case conditional
  /// a: first child, b: number of elements, c: 1 when optional flags follow the children.
  case list
  /// a: first child (key, value in turn), b: number of entries, c: as in `list`.
  case map
  /// a: function, b: first child, c: number of arguments.
  case call
  /// a: loop.
  case loop
  /// a: value, b: frame slot, c: body.
  case bind
  /// a: optional, b: frame slot, c: body, d: 1 when the body is an optional itself.
  case optionalMap
  /// a: text, b: pattern.
  case match
  /// a: name, b: 0 for a variable, 1 for a function, 2 for a message type.
  case unknown
}

/// One node of a program, of fixed size.
struct PlanNode: BitwiseCopyable, Sendable {
  var operation: Operation
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  var d: Int32 = 0
}

/// A comprehension of a program.
struct PlanLoop: Sendable {
  var kind: ComprehensionKind
  /// The name of the variable that stands for the element.
  var variable: String
  var range: Int32
  var firstSlot: Int32
  /// The slot of the second variable, or -1.
  var secondSlot: Int32
  /// The predicate, or -1.
  var predicate: Int32
  /// The transformation, or -1.
  var transform: Int32
  /// How the loop can be answered from an index.
  var join: PlanJoin?
}

/// A loop over a table that only needs the rows with one key.
struct PlanJoin: Sendable {
  /// The required index, by its place in `Program.requiredIndexes`.
  var index: Int
  /// The node with the key, free of the loop's variable.
  var key: Int32
  /// How many leading steps of the index's path the predicate guards with `has`.
  var guardedSteps: Int
}

/// An index that makes a program linear: the rows of a table by the value at a path.
public struct IndexRequest: Sendable, Hashable {
  /// The variable that holds the list of objects.
  public let variable: Int
  /// The field names from an element to the key.
  public let path: [String]
  /// Whether the elements of the list at the path are the keys.
  public let byElement: Bool
}

/// The functions of one name and shape, tried in order.
struct PlanFunction: Sendable {
  var name: String
  var overloads: [FunctionOverload]
}

/// A compiled expression: immutable, shared by all evaluators.
public struct Program: Sendable {
  let code: Code

  /// The indexes that make this program fast; it is correct without them.
  public var requiredIndexes: [IndexRequest] { code.indexes }
  /// The text the program was made from.
  public var source: String { code.source }
  /// The type of the result.
  public var type: CELType { code.type }
}

/// The arrays of a program.
final class Code: Sendable {
  let source: String
  let sourceBytes: [UInt8]
  let type: CELType
  let nodes: [PlanNode]
  /// The UTF-8 range of each node's text.
  let ranges: [Range<Int32>]
  let children: [Int32]
  let constants: [Value]
  let constantValues: [Value]
  let constantBytes: [UInt8]
  let names: [[UInt8]]
  let loops: [PlanLoop]
  let functions: [PlanFunction]
  let patterns: [any CompiledPattern]
  let compiler: (any PatternCompiler)?
  let indexes: [IndexRequest]
  let objectTypes: [ObjectType]
  let variableCount: Int
  let frameSize: Int
  let root: Int32

  init(_ planner: borrowing Planner, root: Int32) {
    source = planner.expression.source
    sourceBytes = Array(planner.expression.source.utf8)
    type = planner.expression.type
    nodes = planner.nodes
    ranges = planner.ranges
    children = planner.children
    constants = planner.constants
    constantValues = planner.constantValues
    constantBytes = planner.constantBytes
    names = planner.names
    loops = planner.loops
    functions = planner.functions
    patterns = planner.patterns
    compiler = planner.environment.patterns
    indexes = planner.indexes
    objectTypes = planner.environment.objectTypes
    variableCount = planner.environment.variables.count
    frameSize = planner.environment.variables.count + planner.expression.localCount
    self.root = root
  }

  /// The text of a node.
  func text(_ node: Int32) -> String {
    let range = ranges[Int(node)]
    return String(
      decoding: sourceBytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}
