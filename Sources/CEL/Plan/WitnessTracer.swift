/// Walks a program along the parts that decide.
struct WitnessTracer {
  let code: Code
  var steps: [WitnessStep] = []
  var elements: [WitnessElement] = []
  var isTruncated = false

  private static let stepLimit = 24
  private static let elementLimit = 3

  init(code: Code) { self.code = code }

  mutating func trace(_ index: Int32, _ evaluator: inout Evaluator) {
    guard steps.count < Self.stepLimit, !evaluator.isExhausted else {
      isTruncated = true
      return
    }
    let node = code.nodes[Int(index)]
    switch node.operation {
    case .and: chain(node, deciding: false, index, &evaluator)
    case .or: chain(node, deciding: true, index, &evaluator)
    case .not: trace(node.a, &evaluator)
    case .conditional:
      let condition = evaluator.run(code, node.a)
      trace(node.a, &evaluator)
      if case .bool(let flag) = condition { trace(flag ? node.b : node.c, &evaluator) }
    case .bind:
      evaluator.frame[Int(node.b)] = evaluator.run(code, node.a)
      trace(node.c, &evaluator)
    case .loop: loop(code.loops[Int(node.a)], index, &evaluator)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      add(.comparison, index, [node.a, node.b], &evaluator)
    case .isIn: add(.membership, index, [node.a, node.b], &evaluator)
    case .presence: presence(node, index, &evaluator)
    case .call:
      let operands = (node.b..<(node.b + node.c)).map { code.children[Int($0)] }
      add(.call, index, operands, &evaluator)
    case .match: add(.call, index, [node.a, node.b], &evaluator)
    default: add(.value, index, [index], &evaluator)
    }
  }

  // MARK: Connectives

  /// Follows the operands that decided; all of them where none did alone.
  private mutating func chain(
    _ node: PlanNode, deciding: Bool, _ index: Int32, _ evaluator: inout Evaluator
  ) {
    let operands = (node.a..<(node.a + node.b)).map { code.children[Int($0)] }
    let value = evaluator.run(code, index)
    for operand in operands {
      let part = evaluator.run(code, operand)
      switch value {
      case .bool(deciding):
        guard case .bool(deciding) = part else { continue }
        trace(operand, &evaluator)
        if deciding { return }
      case .bool: trace(operand, &evaluator)
      default:
        if case .bool = part { continue }
        trace(operand, &evaluator)
      }
    }
  }

  // MARK: Loops

  private mutating func loop(_ loop: PlanLoop, _ index: Int32, _ evaluator: inout Evaluator) {
    let value = evaluator.run(code, index)
    let range = evaluator.run(code, loop.range)
    let count: Int
    switch range {
    case .list(let list): count = Int(list.count)
    case .map(let map): count = Int(map.count)
    default:
      add(.failure, index, [loop.range], &evaluator)
      return
    }
    // Which elements tell the story: those that failed `all`, the one that `exists` found.
    let wanted: Bool
    switch (loop.kind, value) {
    case (.all, .bool(false)): wanted = false
    case (.exists, .bool(true)): wanted = true
    case (_, .failure): return failing(loop, range, count, index, &evaluator)
    case (.existsOne, _): return several(loop, range, count, index, &evaluator)
    default:
      add(.loop, index, [loop.range], &evaluator)
      return
    }
    let limit = wanted ? 1 : Self.elementLimit
    var found = 0
    for position in 0..<count where !evaluator.isExhausted {
      evaluator.bind(loop, range, position)
      guard case .bool(wanted) = evaluator.run(code, loop.predicate) else { continue }
      found += 1
      if found > limit {
        isTruncated = true
        return
      }
      descend(loop, range, position, &evaluator)
    }
  }

  private mutating func failing(
    _ loop: PlanLoop, _ range: Value, _ count: Int, _ index: Int32, _ evaluator: inout Evaluator
  ) {
    let body = loop.predicate >= 0 ? loop.predicate : loop.transform
    for position in 0..<count where !evaluator.isExhausted {
      evaluator.bind(loop, range, position)
      if case .failure = evaluator.run(code, body) {
        descend(loop, range, position, &evaluator)
        return
      }
    }
    add(.failure, index, [loop.range], &evaluator)
  }

  /// `exists_one`: the elements that fit, when they are none or too many.
  private mutating func several(
    _ loop: PlanLoop, _ range: Value, _ count: Int, _ index: Int32, _ evaluator: inout Evaluator
  ) {
    var operands = [operand(loop.range, &evaluator)]
    for position in 0..<count where !evaluator.isExhausted {
      evaluator.bind(loop, range, position)
      guard case .bool(true) = evaluator.run(code, loop.predicate) else { continue }
      if operands.count > Self.elementLimit {
        isTruncated = true
        break
      }
      let value = evaluator.frame[Int(loop.firstSlot)]
      operands.append(
        WitnessOperand(
          range: code.range(loop.range), text: code.text(loop.range) + "[\(position)]",
          value: value, description: evaluator.describe(value), isConstant: false, access: nil,
          reads: []))
    }
    add(.loop, index, operands, &evaluator)
  }

  private mutating func descend(
    _ loop: PlanLoop, _ range: Value, _ position: Int, _ evaluator: inout Evaluator
  ) {
    let slot = loop.secondSlot < 0 ? loop.firstSlot : loop.secondSlot
    let value = evaluator.frame[Int(slot)]
    elements.append(
      WitnessElement(
        name: loop.variable, rangeText: code.text(loop.range), position: position, value: value,
        description: evaluator.describe(value), access: access(loop.range, &evaluator)))
    trace(loop.predicate >= 0 ? loop.predicate : loop.transform, &evaluator)
    elements.removeLast()
  }

  // MARK: Steps

  private mutating func presence(
    _ node: PlanNode, _ index: Int32, _ evaluator: inout Evaluator
  ) {
    let name = String(decoding: code.names[Int(node.b)], as: UTF8.self)
    var access: WitnessAccess?
    if case .object(let object) = evaluator.run(code, node.a),
      let slot = evaluator.heap.types[Int(object.typeID)].slot(name)
    {
      access = self.access(object, slot, text: code.text(node.a) + "." + name, evaluator)
    }
    let value = access?.value ?? evaluator.run(code, index)
    let operand = WitnessOperand(
      range: code.range(node.a), text: code.text(node.a) + "." + name, value: value,
      description: access?.description ?? evaluator.describe(value), isConstant: false,
      access: access, reads: access.map { [$0] } ?? [])
    add(.presence, index, [operand], &evaluator)
  }

  private mutating func add(
    _ kind: WitnessStep.Kind, _ index: Int32, _ parts: [Int32], _ evaluator: inout Evaluator
  ) {
    var operands: [WitnessOperand] = []
    for part in parts { operands.append(operand(part, &evaluator)) }
    add(kind, index, operands, &evaluator)
  }

  private mutating func add(
    _ kind: WitnessStep.Kind, _ index: Int32, _ operands: [WitnessOperand],
    _ evaluator: inout Evaluator
  ) {
    let value = evaluator.run(code, index)
    steps.append(
      WitnessStep(
        kind: value.isFailure ? .failure : kind, range: code.range(index), text: code.text(index),
        value: value, description: evaluator.describe(value), operands: operands,
        elements: elements, failure: evaluator.failure(of: value)))
  }

  private func operand(_ index: Int32, _ evaluator: inout Evaluator) -> WitnessOperand {
    let value = evaluator.run(code, index)
    var reads: [WitnessAccess] = []
    collectReads(index, &reads, &evaluator)
    return WitnessOperand(
      range: code.range(index), text: code.text(index), value: value,
      description: evaluator.describe(value),
      isConstant: code.nodes[Int(index)].operation == .constant,
      access: access(index, &evaluator), reads: reads)
  }

  /// The slot a node reads, if it is a selection on an object.
  private func access(_ index: Int32, _ evaluator: inout Evaluator) -> WitnessAccess? {
    let node = code.nodes[Int(index)]
    let name: Int32
    switch node.operation {
    case .field: name = node.d
    case .select, .optionalSelect: name = node.b
    default: return nil
    }
    guard case .object(let object) = evaluator.run(code, node.a),
      let slot = evaluator.heap.types[Int(object.typeID)].slot(
        String(decoding: code.names[Int(name)], as: UTF8.self))
    else { return nil }
    return access(object, slot, text: code.text(index), evaluator)
  }

  private func access(
    _ object: ObjectRef, _ slot: Int, text: String, _ evaluator: Evaluator
  ) -> WitnessAccess {
    let value = evaluator.heap.field(slot, of: object)
    return WitnessAccess(
      object: object, slot: slot, text: text, value: value,
      description: evaluator.describe(value))
  }

  private func collectReads(
    _ index: Int32, _ reads: inout [WitnessAccess], _ evaluator: inout Evaluator
  ) {
    guard reads.count < 8 else { return }
    if let access = access(index, &evaluator) {
      reads.append(access)
      return
    }
    for child in code.operands(index) { collectReads(child, &reads, &evaluator) }
  }
}

extension Code {
  /// The UTF-8 range of a node's text.
  func range(_ node: Int32) -> Range<Int> {
    let range = ranges[Int(node)]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  /// The operands of a node that are evaluated where the node is; bodies of loops are not.
  func operands(_ index: Int32) -> [Int32] {
    let node = nodes[Int(index)]
    switch node.operation {
    case .constant, .variable, .unknown: return []
    case .field, .select, .optionalSelect, .presence, .not, .negate, .bind, .optionalMap:
      return [node.a]
    case .index, .optionalIndex, .add, .subtract, .multiply, .divide, .remainder, .equal,
      .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .match:
      return [node.a, node.b]
    case .and, .or, .list: return (node.a..<(node.a + node.b)).map { children[Int($0)] }
    case .map: return (node.a..<(node.a + 2 * node.b)).map { children[Int($0)] }
    case .call: return (node.b..<(node.b + node.c)).map { children[Int($0)] }
    case .conditional: return [node.a, node.b, node.c]
    case .loop: return [loops[Int(node.a)].range]
    }
  }
}
