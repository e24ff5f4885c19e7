extension FunctionLibrary {
  /// Addresses and networks of the Internet: `ip`, `cidr` and what they contain.
  public static let network = FunctionLibrary(
    name: "network", functions: addresses + networks,
    typeNames: ["net.IP": ip, "net.CIDR": cidr])

  private static let ip = CELType.opaque("net.IP", [])
  private static let cidr = CELType.opaque("net.CIDR", [])

  private static let addresses: [FunctionOverload] = [
    .global("ip", [.string], ip) { arguments, evaluator in
      guard let address = evaluator.address(arguments[0]) else {
        return evaluator.noAddress(arguments[0])
      }
      return evaluator.makeOpaque(.ip, address.octets)
    },
    .global("isIP", [.string], .bool) { arguments, evaluator in
      .bool(evaluator.address(arguments[0]) != nil)
    },
    .global("ip.isCanonical", [.string], .bool) { arguments, evaluator in
      guard let address = evaluator.address(arguments[0]) else {
        return evaluator.noAddress(arguments[0])
      }
      let text = evaluator.string(of: arguments[0]) ?? ""
      return .bool(address.text.utf8.elementsEqual(text.utf8))
    },
    .global("string", [ip], .string) { arguments, evaluator in
      evaluator.makeString(evaluator.describe(arguments[0]))
    },
    .member("family", [ip], .int) { arguments, evaluator in
      .int(evaluator.address(arguments[0])?.octets.count == 4 ? 4 : 6)
    },
    test("isUnspecified") { $0.isUnspecified },
    test("isLoopback") { $0.isLoopback },
    test("isGlobalUnicast") { $0.isGlobalUnicast },
    test("isLinkLocalMulticast") { $0.isLinkLocalMulticast },
    test("isLinkLocalUnicast") { $0.isLinkLocalUnicast },
  ]

  private static func test(
    _ name: String, _ test: @escaping @Sendable (IPAddress) -> Bool
  ) -> FunctionOverload {
    .member(name, [ip], .bool) { arguments, evaluator in
      .bool(evaluator.address(arguments[0]).map(test) ?? false)
    }
  }

  private static let networks: [FunctionOverload] = [
    .global("cidr", [.string], cidr) { arguments, evaluator in
      guard let network = evaluator.network(arguments[0]) else {
        return evaluator.noNetwork(arguments[0])
      }
      return evaluator.makeOpaque(.cidr, network.octets)
    },
    .global("isCIDR", [.string], .bool) { arguments, evaluator in
      .bool(evaluator.network(arguments[0]) != nil)
    },
    .global("string", [cidr], .string) { arguments, evaluator in
      evaluator.makeString(evaluator.describe(arguments[0]))
    },
    .member("containsIP", [cidr, ip], .bool, containsAddress),
    .member("containsIP", [cidr, .string], .bool, containsAddress),
    .member("containsCIDR", [cidr, cidr], .bool, containsNetwork),
    .member("containsCIDR", [cidr, .string], .bool, containsNetwork),
    .member("ip", [cidr], ip) { arguments, evaluator in
      guard let network = evaluator.network(arguments[0]) else { return arguments[0] }
      return evaluator.makeOpaque(.ip, network.address.octets)
    },
    .member("masked", [cidr], cidr) { arguments, evaluator in
      guard let network = evaluator.network(arguments[0]) else { return arguments[0] }
      return evaluator.makeOpaque(.cidr, network.masked.octets)
    },
    .member("prefixLength", [cidr], .int) { arguments, evaluator in
      .int(Int64(evaluator.network(arguments[0])?.prefixLength ?? 0))
    },
  ]

  private static let containsAddress: FunctionBody = { arguments, evaluator in
    guard let network = evaluator.network(arguments[0]) else { return arguments[0] }
    guard let address = evaluator.address(arguments[1]) else {
      return evaluator.noAddress(arguments[1])
    }
    return .bool(network.contains(address))
  }

  private static let containsNetwork: FunctionBody = { arguments, evaluator in
    guard let network = evaluator.network(arguments[0]) else { return arguments[0] }
    guard let other = evaluator.network(arguments[1]) else {
      return evaluator.noNetwork(arguments[1])
    }
    return .bool(other.prefixLength >= network.prefixLength && network.contains(other.address))
  }
}

extension Evaluator {
  mutating func makeOpaque(_ kind: OpaqueKind, _ octets: [UInt8]) -> Value {
    let bytes = makeBytes(octets)
    return .opaque(
      OpaqueRef(
        kind: kind, offset: bytes.offset, count: UInt16(truncatingIfNeeded: octets.count),
        space: bytes.space))
  }

  /// The address that a value is, or that a text spells.
  func address(_ value: Value) -> IPAddress? {
    switch value {
    case .opaque(let reference) where reference.kind == .ip:
      IPAddress(octets: Array(bytes(reference.bytes)))
    case .string(let text): IPAddress(Array(bytes(text)))
    default: nil
    }
  }

  /// The network that a value is, or that a text spells.
  func network(_ value: Value) -> IPNetwork? {
    switch value {
    case .opaque(let reference) where reference.kind == .cidr:
      IPNetwork(octets: Array(bytes(reference.bytes)))
    case .string(let text): IPNetwork(Array(bytes(text)))
    default: nil
    }
  }

  mutating func noAddress(_ value: Value) -> Value {
    fail(.invalidArgument, "\(describe(value, limit: 60)) is no IP address")
  }

  mutating func noNetwork(_ value: Value) -> Value {
    fail(.invalidArgument, "\(describe(value, limit: 60)) is no network such as \"10.0.0.0/8\"")
  }
}

/// Text of network values.
enum Network {
  static func text(of reference: OpaqueRef, _ bytes: ArraySlice<UInt8>) -> String {
    switch reference.kind {
    case .ip: IPAddress(octets: Array(bytes)).text
    case .cidr: IPNetwork(octets: Array(bytes)).text
    }
  }
}
