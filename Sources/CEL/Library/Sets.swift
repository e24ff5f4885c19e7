extension FunctionLibrary {
  /// The sets extension: lists compared as sets.
  public static let sets = FunctionLibrary(
    name: "sets",
    functions: [
      .global("sets.contains", [elements, elements], .bool) { arguments, evaluator in
        .bool(evaluator.isSubset(arguments[1], of: arguments[0]))
      },
      .global("sets.equivalent", [elements, elements], .bool) { arguments, evaluator in
        .bool(
          evaluator.isSubset(arguments[1], of: arguments[0])
            && evaluator.isSubset(arguments[0], of: arguments[1]))
      },
      .global("sets.intersects", [elements, elements], .bool) { arguments, evaluator in
        let others = evaluator.elements(of: arguments[1])
        for element in evaluator.elements(of: arguments[0]) {
          if evaluator.contains(others, element) { return .bool(true) }
        }
        return .bool(false)
      },
    ])

  private static let elements = CELType.list(.param("A"))
}

extension Evaluator {
  /// Whether a list holds an equal element; stops when the evaluation is exhausted.
  mutating func contains(_ list: [Value], _ wanted: Value) -> Bool {
    for element in list {
      charge(1)
      if isExhausted { return false }
      if equal(element, wanted) { return true }
    }
    return false
  }

  mutating func isSubset(_ part: Value, of whole: Value) -> Bool {
    let others = elements(of: whole)
    for element in elements(of: part) where !contains(others, element) { return false }
    return true
  }
}
