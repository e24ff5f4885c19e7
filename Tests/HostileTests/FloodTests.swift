import ClauseBytes
import Foundation
import Testing

@testable import CEL

/// Texts that an author made to fall into one slot of a table. What is counted is the slots that
/// are passed over, not the time it takes.
@Suite struct FloodTests {
  /// Texts whose low bits are equal under FNV-1a with the final mix `factor`: for a hash without
  /// a seed they are found in a second.
  private static func texts(_ count: Int, bits: Int) -> [String] {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15 >> 7
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    var found: [String] = []
    var number = 0
    while found.count < count {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var rest = number
      var text: [UInt8] = []
      for _ in 0..<6 {
        let letter = letters[rest % 36]
        rest /= 36
        text.append(letter)
        hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
      }
      hash ^= hash >> 32
      if (hash &* factor) & ((1 << UInt64(bits)) - 1) == 0 {
        found.append(String(decoding: text, as: UTF8.self))
      }
      number += 1
    }
    return found
  }

  private static let flood = texts(2_000, bits: 13)
  /// Ids as registers have them; a hash that uses an eighth of the slots crowds them.
  private static let ordinary = (1...2_000).map { "PROC-\($0)" }

  @Test func theTableOfKeysSpreadsThem() {
    for keys in [Self.flood, Self.ordinary] {
      var table = ByteTable()
      for (index, key) in keys.enumerated() { table.insert(key.utf8, Int32(index)) }
      #expect(table.count == keys.count)
      #expect(table.detours < 2 * keys.count, "\(table.detours)")
    }
  }

  @Test func theTextsOfARunAreSpread() {
    for keys in [Self.flood, Self.ordinary] {
      var builder = HeapBuilder(types: [])
      for key in keys + keys { _ = builder.string(key) }
      let heap = builder.finish()
      #expect(heap.textBytes == keys.reduce(0) { $0 + $1.utf8.count }, "each is kept once")
      #expect(heap.interned.detours < 2 * keys.count, "\(heap.interned.detours)")
    }
  }

  @Test func theIndexesOfJoinsAreSpread() {
    for keys in [Self.flood, Self.ordinary] {
      let hashes = keys.map { InternTable.hash(Array($0.utf8)[...]) }
      #expect(Set(hashes).count == keys.count)
      // A quarter of as many buckets as there are bits in twelve: none is much fuller than others.
      let fullest = Dictionary(grouping: hashes) { $0 & 511 }.values.map(\.count).max() ?? 0
      #expect(fullest < 40, "\(fullest)")
    }
  }

  /// The flood as a register is read, and every record of it is there.
  @Test func aRegisterOfThemIsRead() throws {
    let scratch = try Scratch()
    try scratch.write(
      "id,title,owner\n" + Self.flood.map { "\($0),T,O\n" }.joined(), to: "org/processes.csv")
    let outcome = try Spawn.run(
      Spawn.tool, ["sources", "org", "--format", "json"], in: scratch.path)
    let text = String(decoding: outcome.output, as: UTF8.self)
    #expect(text.contains("2000"), "\(text.prefix(2_000))")
    #expect(!outcome.hung)
  }
}
