/// An IP address: 4 octets or 16.
///
/// An IPv4 address in IPv6 clothes (`::ffff:c0a8:1`) is the IPv4 address.
struct IPAddress: Hashable, Sendable {
  let octets: [UInt8]

  init(octets: [UInt8]) { self.octets = octets }

  /// Reads an address, or nil; no zone, and no dots in the mapped form.
  init?(_ text: [UInt8]) {
    guard text.count <= 45 else { return nil }
    if text.contains(UInt8(ascii: ":")) {
      guard let octets = Self.version6(text) else { return nil }
      self.octets = octets
    } else {
      guard let octets = Self.version4(text) else { return nil }
      self.octets = octets
    }
  }

  private static func version4(_ text: [UInt8]) -> [UInt8]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var octets: [UInt8] = []
    for part in parts {
      // No leading zeros, which some read as octal.
      guard let first = part.first, part.count <= 3, part.allSatisfy(Lexer.isDigit),
        part.count == 1 || first != UInt8(ascii: "0")
      else { return nil }
      let number = part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard number <= 255 else { return nil }
      octets.append(UInt8(number))
    }
    return octets
  }

  private static func version6(_ text: [UInt8]) -> [UInt8]? {
    var groups: [UInt16] = []
    var gap: Int?
    var rest = text[...]
    var dotted = false
    if rest.starts(with: "::".utf8) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let part = rest.prefix { $0 != UInt8(ascii: ":") }
      if part.contains(UInt8(ascii: ".")) {
        guard part.count == rest.count, let tail = version4(Array(part)) else { return nil }
        groups.append(UInt16(tail[0]) << 8 | UInt16(tail[1]))
        groups.append(UInt16(tail[2]) << 8 | UInt16(tail[3]))
        dotted = true
        rest = []
        break
      }
      guard (1...4).contains(part.count), part.allSatisfy(Lexer.isHexDigit) else { return nil }
      groups.append(part.reduce(0) { $0 << 4 | UInt16(Lexer.hexValue($1)) })
      rest = rest.dropFirst(part.count)
      if rest.isEmpty { break }
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: ":") {
        guard gap == nil else { return nil }
        gap = groups.count
        rest = rest.dropFirst()
      } else if rest.isEmpty {
        return nil
      }
    }
    if let gap {
      guard groups.count < 8 else { return nil }
      groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
    }
    guard groups.count == 8 else { return nil }
    if groups[..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
      guard !dotted else { return nil }
      return groups[6...].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
    return groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
  }

  /// The canonical text of RFC 5952.
  var text: String {
    if octets.count == 4 { return octets.map { String($0) }.joined(separator: ".") }
    let groups = stride(from: 0, to: octets.count - 1, by: 2).map {
      UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1])
    }
    // The longest run of at least two zero groups, the first of equals, is written as `::`.
    var best = 0..<0
    var start = 0
    while start < groups.count {
      var end = start
      while end < groups.count, groups[end] == 0 { end += 1 }
      if end - start > max(1, best.count) { best = start..<end }
      start = max(end, start + 1)
    }
    let hexadecimal = { (part: ArraySlice<UInt16>) in
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if best.isEmpty { return hexadecimal(groups[...]) }
    return hexadecimal(groups[..<best.lowerBound]) + "::" + hexadecimal(groups[best.upperBound...])
  }

  private var isVersion4: Bool { octets.count == 4 }

  var isUnspecified: Bool { octets.allSatisfy { $0 == 0 } }

  var isLoopback: Bool {
    isVersion4
      ? octets[0] == 127 : octets.dropLast().allSatisfy { $0 == 0 } && octets.last == 1
  }

  private var isMulticast: Bool { isVersion4 ? octets[0] & 0xF0 == 0xE0 : octets[0] == 0xFF }

  var isLinkLocalMulticast: Bool {
    isVersion4
      ? octets[0] == 224 && octets[1] == 0 && octets[2] == 0
      : octets[0] == 0xFF && octets[1] & 0x0F == 0x02
  }

  var isLinkLocalUnicast: Bool {
    isVersion4
      ? octets[0] == 169 && octets[1] == 254 : octets[0] == 0xFE && octets[1] & 0xC0 == 0x80
  }

  var isGlobalUnicast: Bool {
    let isBroadcast = isVersion4 && octets.allSatisfy { $0 == 255 }
    return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
  }
}

/// An address and how many of its leading bits name the network.
struct IPNetwork: Hashable, Sendable {
  let address: IPAddress
  let prefixLength: Int

  /// The form in which values keep it: the address, then the length.
  var octets: [UInt8] { address.octets + [UInt8(truncatingIfNeeded: prefixLength)] }

  init(octets: [UInt8]) {
    address = IPAddress(octets: Array(octets.dropLast()))
    prefixLength = Int(octets.last ?? 0)
  }

  init(address: IPAddress, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// Reads `address/length`, or nil.
  init?(_ text: [UInt8]) {
    guard let slash = text.lastIndex(of: UInt8(ascii: "/")),
      let address = IPAddress(Array(text[..<slash]))
    else { return nil }
    let digits = text[(slash + 1)...]
    guard (1...3).contains(digits.count), digits.allSatisfy(Lexer.isDigit),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return nil }
    let length = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard length <= address.octets.count * 8 else { return nil }
    self.init(address: address, prefixLength: length)
  }

  var text: String { "\(address.text)/\(prefixLength)" }

  /// The network with the bits behind its length cleared.
  var masked: IPNetwork {
    let octets = address.octets.enumerated().map { position, octet in
      let bits = min(8, max(0, prefixLength - 8 * position))
      return octet & UInt8(truncatingIfNeeded: 0xFF00 >> bits)
    }
    return IPNetwork(address: IPAddress(octets: octets), prefixLength: prefixLength)
  }

  func contains(_ other: IPAddress) -> Bool {
    guard other.octets.count == address.octets.count else { return false }
    return IPNetwork(address: other, prefixLength: prefixLength).masked.address == masked.address
  }
}
