/// Finds the place of bytes that an arena already holds; open addressing over byte hashes.
struct InternTable: Sendable {
  private var entries: [StringRef] = []
  /// Entry numbers plus one; 0 is free. The count is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// The place of `text` in `arena`, appended when it is new.
  mutating func intern(_ text: [UInt8], into arena: inout [UInt8]) -> StringRef {
    if (entries.count + 1) * 2 > slots.count { grow(arena) }
    var slot = Int(truncatingIfNeeded: Self.hash(text[...])) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if Int(entry.count) == text.count, arena[entry.range].elementsEqual(text) { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    precondition(
      arena.count + text.count <= Int(UInt32.max), "the texts of a run exceed four gigabytes")
    let entry = StringRef(offset: arena.count, count: text.count, space: .heap)
    arena.append(contentsOf: text)
    entries.append(entry)
    slots[slot] = UInt32(entries.count)
    return entry
  }

  private mutating func grow(_ arena: [UInt8]) {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: Self.hash(arena[entry.range])) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// FNV-1a with a final mix: stable between runs, good enough against accidents.
  ///
  /// Stored texts are bounded by the reader's limits, and a lookup compares bytes, so a forged
  /// collision costs time within those limits and never a wrong answer.
  static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15 >> 7
  }
}
