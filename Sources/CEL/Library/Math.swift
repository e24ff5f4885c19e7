extension FunctionLibrary {
  /// The math extension.
  public static let math = FunctionLibrary(
    name: "math",
    functions: extremes("math.greatest", keepsSecond: { $0 < 0 })
      + extremes("math.least", keepsSecond: { $0 > 0 }) + rounding + signs + bits)

  /// The greatest or least of numbers of any types.
  private static func extremes(
    _ name: String, keepsSecond: @escaping @Sendable (Int) -> Bool
  ) -> [FunctionOverload] {
    let body: FunctionBody = { arguments, evaluator in
      var values = arguments
      if arguments.count == 1, case .list = arguments[0] {
        values = evaluator.elements(of: arguments[0])
      }
      evaluator.charge(values.count)
      guard var best = values.first else {
        return evaluator.fail(.invalidArgument, "\(name)() needs at least one number")
      }
      for value in values {
        switch Evaluator.compareNumbers(best, value) {
        case .none: return evaluator.noOverload(name, values, evaluator.currentNode)
        case .some(let order): if let order, keepsSecond(order) { best = value }
        }
      }
      return best
    }
    let numbers: [CELType] = [.int, .uint, .double]
    var overloads = numbers.map {
      FunctionOverload.global(name, [$0], $0, variadic: true, body)
    }
    overloads += (numbers + [.dyn]).map { .global(name, [.list($0)], $0, body) }
    for first in numbers {
      for second in numbers where first != second {
        overloads.append(.global(name, [first, second], .dyn, body))
      }
    }
    overloads.append(.global(name, [.dyn, .dyn, .dyn], .dyn, variadic: true, body))
    return overloads
  }

  private static let rounding: [FunctionOverload] =
    [
      double("math.ceil") { $0.rounded(.up) },
      double("math.floor") { $0.rounded(.down) },
      double("math.round") { $0.rounded(.toNearestOrAwayFromZero) },
      double("math.trunc") { $0.rounded(.towardZero) },
      test("math.isNaN") { $0.isNaN },
      test("math.isInf") { $0.isInfinite },
      test("math.isFinite") { $0.isFinite },
    ]
    + [CELType.int, .uint, .double].map { type in
      .global("math.sqrt", [type], .double) { arguments, _ in
        switch arguments[0] {
        case .int(let number): .double(Double(number).squareRoot())
        case .uint(let number): .double(Double(number).squareRoot())
        case .double(let number): .double(number.squareRoot())
        default: arguments[0]
        }
      }
    }

  private static func double(
    _ name: String, _ change: @escaping @Sendable (Double) -> Double
  ) -> FunctionOverload {
    .global(name, [.double], .double) { arguments, _ in
      guard case .double(let number) = arguments[0] else { return arguments[0] }
      return .double(change(number))
    }
  }

  private static func test(
    _ name: String, _ test: @escaping @Sendable (Double) -> Bool
  ) -> FunctionOverload {
    .global(name, [.double], .bool) { arguments, _ in
      guard case .double(let number) = arguments[0] else { return arguments[0] }
      return .bool(test(number))
    }
  }

  private static let signs: [FunctionOverload] =
    [CELType.int, .uint, .double].flatMap { type -> [FunctionOverload] in
      [
        .global("math.abs", [type], type) { arguments, evaluator in
          switch arguments[0] {
          case .int(let number):
            number == Int64.min
              ? evaluator.fail(.overflow, "the result is outside the range of its type")
              : .int(abs(number))
          case .double(let number): .double(abs(number))
          default: arguments[0]
          }
        },
        .global("math.sign", [type], type) { arguments, _ in
          switch arguments[0] {
          case .int(let number): .int(number.signum())
          case .uint(let number): .uint(number == 0 ? 0 : 1)
          case .double(let number):
            number.isNaN || number == 0 ? arguments[0] : .double(number < 0 ? -1 : 1)
          default: arguments[0]
          }
        },
      ]
    }

  private static let bits: [FunctionOverload] =
    pairs("math.bitAnd", { $0 & $1 }, { $0 & $1 })
    + pairs("math.bitOr", { $0 | $1 }, { $0 | $1 })
    + pairs("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 })
    + [
      .global("math.bitNot", [.int], .int) { arguments, _ in
        guard case .int(let number) = arguments[0] else { return arguments[0] }
        return .int(~number)
      },
      .global("math.bitNot", [.uint], .uint) { arguments, _ in
        guard case .uint(let number) = arguments[0] else { return arguments[0] }
        return .uint(~number)
      },
    ] + shifts("math.bitShiftLeft") { $0 << $1 } + shifts("math.bitShiftRight") { $0 >> $1 }

  private static func pairs(
    _ name: String, _ ints: @escaping @Sendable (Int64, Int64) -> Int64,
    _ uints: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> [FunctionOverload] {
    [
      .global(name, [.int, .int], .int) { arguments, _ in
        guard case .int(let a) = arguments[0], case .int(let b) = arguments[1] else {
          return arguments[0]
        }
        return .int(ints(a, b))
      },
      .global(name, [.uint, .uint], .uint) { arguments, _ in
        guard case .uint(let a) = arguments[0], case .uint(let b) = arguments[1] else {
          return arguments[0]
        }
        return .uint(uints(a, b))
      },
    ]
  }

  /// Shifts of the bit pattern: right shifts fill with zeros, 64 and more leave nothing.
  private static func shifts(
    _ name: String, _ shift: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> [FunctionOverload] {
    let body: FunctionBody = { arguments, evaluator in
      guard case .int(let count) = arguments[1], count >= 0 else {
        return evaluator.fail(.invalidArgument, "a shift cannot be negative")
      }
      switch arguments[0] {
      case .int(let number):
        return .int(Int64(bitPattern: shift(UInt64(bitPattern: number), UInt64(count))))
      case .uint(let number): return .uint(shift(number, UInt64(count)))
      default: return arguments[0]
      }
    }
    return [.global(name, [.int, .int], .int, body), .global(name, [.uint, .int], .uint, body)]
  }
}
