internal import Glibc

/// The rules of one time zone: from which instant which offset holds.
struct ZoneRules: Sendable {
  /// Instants of change, ascending, in seconds since 1970.
  let transitions: [Int64]
  /// The offset from UTC in seconds from each transition on.
  let offsets: [Int]
  /// The offset before the first transition.
  let first: Int
  /// The rule after the last transition.
  let tail: PosixZone?

  /// The offset from UTC at an instant, in seconds.
  func offset(at second: Int64) -> Int {
    guard let last = transitions.last else { return tail?.offset(at: second) ?? first }
    if second >= last, let tail { return tail.offset(at: second) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : offsets[low - 1]
  }
}

/// Reads the system's time zone database (TZif, RFC 8536).
enum TimeZoneDatabase {
  static let folder = "/usr/share/zoneinfo/"

  /// A zone by its IANA name, or nil when there is none.
  static func zone(named name: String) -> ZoneRules? {
    guard isName(name), let bytes = read(folder + name) else { return nil }
    return parse(bytes)
  }

  /// The names of the database, as its text form lists them; none where that is missing.
  static func names() -> [String] {
    guard let bytes = read(folder + "tzdata.zi") else { return [] }
    return bytes.split(separator: 0x0A).compactMap { line in
      let words = line.split(separator: 0x20)
      // `Z Africa/Casablanca ...` declares a zone, `L Europe/Paris Europe/Monaco` another name.
      guard words.count > 2, let kind = words.first, kind.count == 1 else { return nil }
      switch kind.first {
      case UInt8(ascii: "Z"): return String(decoding: words[1], as: UTF8.self)
      case UInt8(ascii: "L"): return String(decoding: words[2], as: UTF8.self)
      default: return nil
      }
    }
  }

  /// Whether a name can be one: letters, digits and `_+-` in parts between slashes.
  ///
  /// Dots are refused, so a name never leaves the folder.
  static func isName(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 64, name != "Local" else { return false }
    var previous = UInt8(ascii: "/")
    for byte in name.utf8 {
      let isPart = Lexer.isIdentifierPart(byte) || byte == 0x2B || byte == 0x2D
      guard isPart || (byte == UInt8(ascii: "/") && previous != byte) else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }

  /// The content of a regular file of at most 1 MiB.
  fileprivate static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0, status.st_size <= 1 << 20
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }

  /// The 64-bit block of a version 2 file, or the only block of a version 1 file.
  static func parse(_ bytes: [UInt8]) -> ZoneRules? {
    var reader = TZifReader(bytes: bytes)
    guard let header = reader.header() else { return nil }
    if header.version == 0 { return reader.block(header, wide: false) }
    guard reader.skip(header, wide: false), let second = reader.header() else { return nil }
    return reader.block(second, wide: true)
  }
}

/// The time zones that this machine knows.
public enum TimeZones {
  /// Whether there is a database at all: without one every name is unknown.
  public static var areInstalled: Bool {
    ["Etc/UTC", "UTC"].contains { TimeZoneDatabase.zone(named: $0) != nil }
  }

  /// Whether `name` is a zone.
  public static func isKnown(_ name: String) -> Bool {
    TimeZoneDatabase.zone(named: name) != nil
  }

  /// All names, as far as the database lists them: for proposing one instead of a misspelt one.
  public static func names() -> [String] {
    guard let bytes = TimeZoneDatabase.read(TimeZoneDatabase.folder + "tzdata.zi") else {
      return []
    }
    return bytes.split(separator: 0x0A).compactMap { line in
      let words = line.split(separator: 0x20)
      switch (words.first?.first, words.count) {
      case (UInt8(ascii: "Z"), 2...): return String(decoding: words[1], as: UTF8.self)
      case (UInt8(ascii: "L"), 3...): return String(decoding: words[2], as: UTF8.self)
      default: return nil
      }
    }
  }
}

/// Walks the bytes of a TZif file; every read is checked against the end.
private struct TZifReader {
  let bytes: [UInt8]
  var position = 0

  struct Header {
    var version: UInt8
    var utcCount, wallCount, leapCount, timeCount, typeCount, nameCount: Int
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func integer(width: Int) -> Int64? {
    guard position + width <= bytes.count else { return nil }
    var value: Int64 = bytes[position] & 0x80 != 0 ? -1 : 0
    for _ in 0..<width {
      value = value << 8 | Int64(bytes[position])
      position += 1
    }
    return value
  }

  mutating func header() -> Header? {
    guard position + 44 <= bytes.count,
      bytes[position..<(position + 4)].elementsEqual("TZif".utf8)
    else { return nil }
    let version = bytes[position + 4]
    position += 20
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = integer(width: 4), (0...bytes.count).contains(Int(count)) else {
        return nil
      }
      counts.append(Int(count))
    }
    return Header(
      version: version, utcCount: counts[0], wallCount: counts[1], leapCount: counts[2],
      timeCount: counts[3], typeCount: counts[4], nameCount: counts[5])
  }

  mutating func skip(_ header: Header, wide: Bool) -> Bool {
    let width = wide ? 8 : 4
    position += header.timeCount * (width + 1) + header.typeCount * 6 + header.nameCount
    position += header.leapCount * (width + 4) + header.wallCount + header.utcCount
    return position <= bytes.count
  }

  mutating func block(_ header: Header, wide: Bool) -> ZoneRules? {
    let start = position
    var transitions: [Int64] = []
    for _ in 0..<header.timeCount {
      guard let time = integer(width: wide ? 8 : 4), time >= transitions.last ?? time else {
        return nil
      }
      transitions.append(time)
    }
    guard position + header.timeCount <= bytes.count else { return nil }
    let kinds = bytes[position..<(position + header.timeCount)].map { Int($0) }
    position += header.timeCount
    var typeOffsets: [Int] = []
    for _ in 0..<header.typeCount {
      guard let offset = integer(width: 4), abs(offset) <= 172_800 else { return nil }
      typeOffsets.append(Int(offset))
      position += 2
    }
    guard let first = typeOffsets.first, kinds.allSatisfy({ $0 < typeOffsets.count }) else {
      return nil
    }
    position = start
    guard skip(header, wide: wide) else { return nil }
    return ZoneRules(
      transitions: transitions, offsets: kinds.map { typeOffsets[$0] }, first: first,
      tail: wide ? footer() : nil)
  }

  /// The rule between the two line feeds at the end of the file.
  private func footer() -> PosixZone? {
    guard position < bytes.count, bytes[position] == 0x0A else { return nil }
    let rest = bytes[(position + 1)...]
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    return PosixZone(Array(rest[..<end]))
  }
}

extension Evaluator {
  /// The offset from UTC of a zone at an instant, in seconds; nil for an unknown zone.
  ///
  /// A zone is an IANA name or `[+-]HH:MM`; the empty text and `UTC` are UTC.
  mutating func zoneOffset(_ zone: String, at second: Int64) -> Int? {
    if zone.isEmpty || zone == "UTC" || zone == "Z" { return 0 }
    if let fixed = Self.fixedOffset(Array(zone.utf8)) { return fixed }
    if let known = zones[zone] { return known.offset(at: second) }
    // Reading the database is far dearer than computing with it.
    charge(1_000)
    guard let rules = TimeZoneDatabase.zone(named: zone) else { return nil }
    zones[zone] = rules
    return rules.offset(at: second)
  }

  private static func fixedOffset(_ text: [UInt8]) -> Int? {
    var digits = text[...]
    var sign = 1
    if let first = digits.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      digits.removeFirst()
    }
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(Lexer.isDigit) })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard numbers[0] < 24, numbers[1] < 60 else { return nil }
    return sign * (numbers[0] * 3_600 + numbers[1] * 60)
  }
}
