/// Why an expression has the value it has: the decisive parts and their values.
public struct Witness: Sendable {
  /// The value of the whole expression, good until the next evaluation.
  public let value: Value
  /// Why there is no value, if so.
  public let failure: EvaluationFailure?
  /// The decisive parts, in the order of the text.
  public let steps: [WitnessStep]
  /// Whether there were more than the steps that are kept.
  public let isTruncated: Bool
}

/// A slot of an object that an expression read.
public struct WitnessAccess: Sendable {
  /// The object.
  public let object: ObjectRef
  /// The slot.
  public let slot: Int
  /// The read as it is written.
  public let text: String
  /// What the slot holds: a value, `.absent` or `.malformed`.
  public let value: Value
  /// The value for people.
  public let description: String

  /// Makes an access.
  public init(object: ObjectRef, slot: Int, text: String, value: Value, description: String) {
    self.object = object
    self.slot = slot
    self.text = text
    self.value = value
    self.description = description
  }
}

/// A part of a step with its value.
public struct WitnessOperand: Sendable {
  /// The UTF-8 range in the text of the expression.
  public let range: Range<Int>
  /// The part as it is written.
  public let text: String
  /// The value, good until the next evaluation.
  public let value: Value
  /// The value for people.
  public let description: String
  /// Whether the part is written out in the expression, so that its value says nothing new.
  public let isConstant: Bool
  /// The slot the part reads, if it is a field.
  public let access: WitnessAccess?
  /// All slots read inside the part.
  public let reads: [WitnessAccess]
}

/// The element a loop was at.
public struct WitnessElement: Sendable {
  /// The name of the loop's variable.
  public let name: String
  /// The loop's range as it is written.
  public let rangeText: String
  /// The place in the range, from 0.
  public let position: Int
  /// The element, or the key of a map; good until the next evaluation.
  public let value: Value
  /// The element for people.
  public let description: String
  /// The slot that holds the range, if it is a field.
  public let access: WitnessAccess?
}

/// A part that decided the value of an expression.
public struct WitnessStep: Sendable {
  /// What kind of part it is.
  public enum Kind: String, Sendable {
    /// `==`, `<` and their kin.
    case comparison
    /// `has(...)`.
    case presence
    /// `in`.
    case membership
    /// A loop as a whole: no element satisfied it, or all did.
    case loop
    /// A function or macro with a truth value.
    case call
    /// A variable, field or constant with a truth value.
    case value
    /// A part without a value.
    case failure
  }

  /// What kind of part it is.
  public let kind: Kind
  /// The UTF-8 range in the text of the expression.
  public let range: Range<Int>
  /// The part as it is written.
  public let text: String
  /// The value of the part, good until the next evaluation.
  public let value: Value
  /// The value for people, or why there is none.
  public let description: String
  /// The parts it consists of; for a loop the range, then up to three elements that count.
  public let operands: [WitnessOperand]
  /// The elements of the loops around it, the outermost first.
  public let elements: [WitnessElement]
  /// Why the part has no value, if so.
  public let failure: EvaluationFailure?
}

extension Evaluator {
  /// Evaluates a program again and keeps what decided its value.
  public mutating func explain(_ program: Program, _ arguments: [Value]) -> Witness {
    precondition(
      arguments.count == program.code.variableCount, "one argument for each variable is needed")
    start(program.code, arguments)
    let result = finish(run(code, code.root))
    // The tracing has the same bound again.
    cost = 0
    var tracer = WitnessTracer(code: code)
    tracer.trace(code.root, &self)
    return Witness(
      value: result, failure: failure(of: result), steps: tracer.steps,
      isTruncated: tracer.isTruncated)
  }
}
