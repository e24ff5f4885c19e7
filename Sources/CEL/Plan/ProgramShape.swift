internal import ClauseCalendar

/// What a program does, apart from the text it was made from: equal shapes compute the same.
public struct ProgramShape: Hashable, Sendable {
  private let words: [Int64]
  private let bytes: [UInt8]
  private let names: [[UInt8]]
  private let functions: [String]
  private let types: [TypeRef]

  init(_ code: Code) {
    var words: [Int64] = [Int64(code.root)]
    for node in code.nodes {
      words += [Int64(node.operation.rawValue), Int64(node.a), Int64(node.b)]
      words += [Int64(node.c), Int64(node.d)]
    }
    words.append(-1)
    words += code.children.map(Int64.init)
    for value in code.constants + code.constantValues { words += Self.words(of: value) }
    for loop in code.loops {
      words += [Int64(loop.range), Int64(loop.firstSlot), Int64(loop.secondSlot)]
      words += [Int64(loop.predicate), Int64(loop.transform)]
    }
    self.words = words
    bytes = code.constantBytes
    names = code.names
    functions = code.functions.map(\.name) + code.loops.map(\.kind.rawValue)
    types = (code.constants + code.constantValues).compactMap { value in
      if case .type(let type) = value { return type }
      return nil
    }
  }

  private static func words(of value: Value) -> [Int64] {
    switch value {
    case .null: [0]
    case .bool(let flag): [1, flag ? 1 : 0]
    case .int(let number): [2, number]
    case .uint(let number): [3, Int64(bitPattern: number)]
    case .double(let number): [4, Int64(bitPattern: number.bitPattern)]
    case .string(let text): [5, Int64(text.offset), Int64(text.count)]
    case .bytes(let text): [6, Int64(text.offset), Int64(text.count)]
    case .list(let list): [7, Int64(list.offset), Int64(list.count)]
    case .map(let map): [8, Int64(map.offset), Int64(map.count)]
    case .date(let date): [9, Int64(date.daysSinceEpoch)]
    case .period(let period): [10, Int64(period.months), Int64(period.days)]
    case .timestamp(let time): [11, time.seconds, Int64(time.nanos)]
    case .duration(let nanoseconds): [12, nanoseconds]
    case .type: [13]
    case .optional(let optional): [14, Int64(optional.content.offset), optional.hasValue ? 1 : 0]
    case .object(let object): [15, Int64(object.typeID), Int64(object.row)]
    case .opaque(let reference): [16, Int64(reference.offset), Int64(reference.count)]
    case .absent: [17]
    case .malformed(let token): [18, Int64(token)]
    case .failure(let number): [19, Int64(number)]
    }
  }
}

extension Program {
  /// What the program does, apart from its text.
  public var shape: ProgramShape { ProgramShape(code) }
}
