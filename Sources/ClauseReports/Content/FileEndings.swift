import ClauseSource

/// How many files of each ending there are: the most frequent ones, and the rest together.
struct FileEndings {
  /// The endings with their dots, the most frequent first, then in byte order.
  private(set) var counts: [(ending: Untrusted, count: Int)] = []
  /// Files of other endings and of none.
  private(set) var others = 0

  private static let most = 8

  init(_ paths: [Untrusted]) {
    var table: [[UInt8]: Int] = [:]
    for path in paths {
      let name = path.unescaped.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring().utf8
      let ending = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).last
      guard let ending, ending.count < name.count, (1...12).contains(ending.count),
        ending.allSatisfy(Self.isPlain)
      else {
        others += 1
        continue
      }
      table[ending.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, default: 0] += 1
    }
    let sorted = table.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    others += sorted.dropFirst(Self.most).reduce(0) { $0 + $1.value }
    counts = sorted.prefix(Self.most).map {
      (Untrusted("." + String(decoding: $0.key, as: UTF8.self)), $0.value)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
