import CEL
import ClausePatterns
import Foundation

/// One test of the converted conformance suite.
struct ConformanceCase: Sendable {
  let id: String
  let expression: String
  let group: String
  let json: JSONValue

  static func load(_ file: String) throws -> [ConformanceCase] {
    let url = SharedData.folder.appendingPathComponent("conformance/cel/\(file).json")
    let tests = try JSONDecoder().decode([JSONValue].self, from: Data(contentsOf: url))
    return tests.compactMap { json in
      guard let id = json["id"]?.text, let expression = json["expr"]?.text,
        let group = json["class"]?.text
      else { return nil }
      return ConformanceCase(id: id, expression: expression, group: group, json: json)
    }
  }

  var expectsError: Bool { json["expect"]?["eval_error"] != nil }

  /// Runs the test: nil when it passes, else what went wrong.
  func failure() -> String? {
    var builder = HeapBuilder(types: [])
    var variables: [Variable] = []
    var arguments: [Value] = []
    var functions: [FunctionOverload] = []
    var bindings: [String: JSONValue] = [:]
    if case .object(let members)? = json["bindings"] { bindings = members }
    for declaration in json["type_env"]?.items ?? [] {
      guard let name = declaration["name"]?.text else { continue }
      if declaration["kind"]?.text == "var" {
        variables.append(Variable(name, Self.type(declaration["type"])))
        arguments.append(
          bindings.removeValue(forKey: name).map { Self.value($0, &builder) } ?? .absent)
      }
      for overload in declaration["overloads"]?.items ?? [] {
        let parameters = (overload["params"]?.items ?? []).map { Self.type($0) }
        let result = Self.type(overload["result"])
        functions.append(
          overload["member"]?.isTrue == true
            ? .member(name, parameters, result, nil) : .global(name, parameters, result, nil))
      }
    }
    for (name, value) in bindings.sorted(by: { $0.key < $1.key }) {
      variables.append(Variable(name, .dyn))
      arguments.append(Self.value(value, &builder))
    }
    let environment = Environment(
      container: json["container"]?.text ?? "", variables: variables,
      libraries: FunctionLibrary.all + [FunctionLibrary(name: "test", functions: functions)],
      patterns: RE2Compiler(), checksConstants: false)
    let compiled =
      json["disable_check"]?.isTrue == true
      ? environment.compileUnchecked(expression) : environment.compile(expression)
    let checked: CheckedExpression
    switch compiled {
    case .success(let expression): checked = expression
    case .failure(let problems):
      // The network tests call a type error an evaluation error.
      if expectsError, group == "ext:network", problems.all.allSatisfy({ $0.phase == .check }) {
        return nil
      }
      return
        "\(problems.all[0].phase) error: \(problems.all[0].message) at \(problems.all[0].range)"
    }
    if let expected = json["expect"]?["typed_result"] {
      let text = expected["type_text"]?.text ?? "?"
      if checked.type.description != text {
        return "the type is \(checked.type.description), not \(text)"
      }
    }
    if json["check_only"]?.isTrue == true { return nil }
    let program = environment.plan(checked)
    var evaluator = Evaluator(heap: builder.finish())
    let value = evaluator.evaluate(program, arguments)
    if let failure = evaluator.failure(of: value) {
      return expectsError ? nil : "failed: \(failure.message) at \(failure.range)"
    }
    if expectsError { return "gave \(evaluator.describe(value)) instead of an error" }
    guard
      let expected = json["expect"]?["value"] ?? json["expect"]?["typed_result"]?["value"]
    else { return "the test expects nothing" }
    return Self.matches(value, expected, evaluator)
      ? nil : "gave \(evaluator.describe(value)), not \(expected)"
  }

  // MARK: Types and values

  static func type(_ json: JSONValue?) -> CELType {
    guard let json else { return .dyn }
    switch json["t"]?.text {
    case "null": return .null
    case "bool": return .bool
    case "int": return .int
    case "uint": return .uint
    case "double": return .double
    case "string": return .string
    case "bytes": return .bytes
    case "timestamp": return .timestamp
    case "duration": return .duration
    case "wrapper": return .wrapper(type(json["of"]))
    case "list": return .list(type(json["elem"]))
    case "map": return .map(type(json["key"]), type(json["value"]))
    case "type": return .type(type(json["of"]))
    case "param": return .param(json["name"]?.text ?? "T")
    case "opaque" where json["name"]?.text == "optional_type":
      return .optional(type(json["params"]?.items.first))
    case "opaque":
      return .opaque(json["name"]?.text ?? "", (json["params"]?.items ?? []).map { type($0) })
    default: return .dyn
    }
  }

  static func value(_ json: JSONValue, _ builder: inout HeapBuilder) -> Value {
    if json["null"] != nil { return .null }
    if case .bool(let flag)? = json["bool"] { return .bool(flag) }
    if let text = json["int"]?.text, let number = Int64(text) { return .int(number) }
    if let text = json["uint"]?.text, let number = UInt64(text) { return .uint(number) }
    if let text = json["double"]?.text, let number = Double(text) { return .double(number) }
    if let text = json["string"]?.text { return builder.string(text) }
    if let text = json["bytes_b64"]?.text, let data = Data(base64Encoded: text) {
      return builder.bytes(data)
    }
    if let list = json["list"] {
      var elements: [Value] = []
      for item in list.items { elements.append(value(item, &builder)) }
      return builder.list(elements)
    }
    if let map = json["map"] {
      var entries: [(Value, Value)] = []
      for pair in map.items {
        entries.append((value(pair.items[0], &builder), value(pair.items[1], &builder)))
      }
      return builder.map(entries)
    }
    if let time = json["timestamp"], let seconds = time["seconds"]?.text.flatMap({ Int64($0) }),
      case .number(let nanos)? = time["nanos"],
      let stamp = Timestamp(seconds: seconds, nanos: Int32(nanos))
    {
      return .timestamp(stamp)
    }
    if let duration = json["duration"], let nanoseconds = nanoseconds(duration) {
      return .duration(nanoseconds)
    }
    return .absent
  }

  private static func nanoseconds(_ json: JSONValue) -> Int64? {
    guard let seconds = json["seconds"]?.text.flatMap({ Int64($0) }),
      case .number(let nanos)? = json["nanos"]
    else { return nil }
    return seconds * 1_000_000_000 + Int64(nanos)
  }

  static func matches(_ value: Value, _ expected: JSONValue, _ evaluator: Evaluator) -> Bool {
    switch value {
    case .null: return expected["null"] != nil
    case .bool(let flag): return expected["bool"] == .bool(flag)
    case .int(let number): return expected["int"]?.text == String(number)
    case .uint(let number): return expected["uint"]?.text == String(number)
    case .double(let number):
      guard let text = expected["double"]?.text, let wanted = Double(text) else { return false }
      return number == wanted || (number.isNaN && wanted.isNaN)
    case .string(let reference):
      return expected["string"]?.text.map { Array($0.utf8) } == Array(evaluator.bytes(reference))
    case .bytes(let reference):
      let data = expected["bytes_b64"]?.text.flatMap { Data(base64Encoded: $0) }
      return data.map { Array($0) } == Array(evaluator.bytes(reference))
    case .list:
      guard let items = expected["list"]?.items else { return false }
      let elements = evaluator.elements(of: value)
      return elements.count == items.count
        && zip(elements, items).allSatisfy { matches($0, $1, evaluator) }
    case .map:
      guard let pairs = expected["map"]?.items else { return false }
      let entries = evaluator.entries(of: value)
      return entries.count == pairs.count
        && pairs.allSatisfy { pair in
          entries.contains {
            matches($0.key, pair.items[0], evaluator) && matches($0.value, pair.items[1], evaluator)
          }
        }
    case .timestamp(let time):
      guard let json = expected["timestamp"], case .number(let nanos)? = json["nanos"] else {
        return false
      }
      return json["seconds"]?.text == String(time.seconds) && Int32(nanos) == time.nanos
    case .duration(let nanos):
      return expected["duration"].flatMap { nanoseconds($0) } == nanos
    case .type: return expected["type"]?.text == evaluator.describe(value)
    default: return false
    }
  }
}
