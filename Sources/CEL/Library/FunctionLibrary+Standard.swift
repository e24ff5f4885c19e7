extension FunctionLibrary {
  /// The libraries of an environment that names none: standard CEL, its common extensions, and
  /// civil dates.
  public static let standard: [FunctionLibrary] = [
    .core, .times, .civilDates, .optionals, .bindings, .twoVariables, .strings, .math, .sets,
    .encoders, .folding,
  ]

  /// All libraries, in the order of the documentation.
  public static let all: [FunctionLibrary] = standard + [.network, .block]

  /// `cel.bind`.
  public static let bindings = FunctionLibrary(name: "bindings", macros: .bindings)
  /// Two-variable comprehensions.
  public static let twoVariables = FunctionLibrary(name: "two-variables", macros: .twoVariables)
  /// `cel.block`, the output form of optimisers.
  public static let block = FunctionLibrary(name: "block", macros: .block)
}
