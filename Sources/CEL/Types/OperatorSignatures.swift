/// The signatures of the operators; their code is part of the evaluator.
enum OperatorSignatures {
  /// The signatures by the operator's name in the function table.
  static let table: [String: [FunctionOverload]] = {
    var table: [String: [FunctionOverload]] = [:]
    func add(_ name: String, _ parameters: [CELType], _ result: CELType) {
      table[name, default: []].append(.global(name, parameters, result, nil))
    }
    let element = CELType.param("A")
    for number in [CELType.int, .uint, .double] {
      for name in ["_+_", "_-_", "_*_", "_/_"] { add(name, [number, number], number) }
    }
    for number in [CELType.int, .uint] { add("_%_", [number, number], number) }
    for number in [CELType.int, .double] { add("-_", [number], number) }
    add("-_", [.duration], .duration)
    add("-_", [.period], .period)
    for text in [CELType.string, .bytes] { add("_+_", [text, text], text) }
    add("_+_", [.list(element), .list(element)], .list(element))
    add("_+_", [.timestamp, .duration], .timestamp)
    add("_+_", [.duration, .timestamp], .timestamp)
    add("_+_", [.duration, .duration], .duration)
    add("_+_", [.date, .period], .date)
    add("_+_", [.period, .date], .date)
    add("_+_", [.period, .period], .period)
    add("_-_", [.timestamp, .timestamp], .duration)
    add("_-_", [.timestamp, .duration], .timestamp)
    add("_-_", [.duration, .duration], .duration)
    add("_-_", [.date, .period], .date)
    add("_-_", [.period, .period], .period)
    for name in ["_==_", "_!=_"] { add(name, [element, element], .bool) }
    for name in ["_<_", "_<=_", "_>_", "_>=_"] {
      for type in [
        CELType.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      ] {
        add(name, [type, type], .bool)
      }
    }
    add("_in_", [element, .list(element)], .bool)
    add("_in_", [element, .map(element, .param("B"))], .bool)
    add("_[_]", [.list(element), .int], element)
    add("_[_]", [.map(element, .param("B")), element], .param("B"))
    add("_?_:_", [.bool, element, element], element)
    return table
  }()
}
