internal import ClauseBytes

/// Finds the place of bytes that an arena already holds.
struct InternTable: Sendable {
  private var entries: [StringRef] = []
  private var slots = ByteSlots()

  /// The place of `text` in `arena`, appended when it is new.
  mutating func intern(_ text: [UInt8], into arena: inout [UInt8]) -> StringRef {
    let hash = ByteSlots.hash(text)
    let known = slots.number(hash: hash) { number in
      let entry = entries[number]
      return Int(entry.count) == text.count && arena[entry.range].elementsEqual(text)
    }
    if let known { return entries[known] }
    precondition(
      arena.count + text.count <= Int(UInt32.max), "the texts of a run exceed four gigabytes")
    let entry = StringRef(offset: arena.count, count: text.count, space: .heap)
    arena.append(contentsOf: text)
    entries.append(entry)
    slots.append(hash: hash)
    return entry
  }

  /// The slots passed over when every text is looked up once.
  var detours: Int { slots.detours }

  /// The hash under which indexes keep a text.
  static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
    UInt64(truncatingIfNeeded: ByteSlots.hash(text))
  }
}
