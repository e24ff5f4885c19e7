// ClauseBytes: tables of byte strings that strangers choose.

/// The slots of a hash table of byte strings, which its owner keeps and numbers from 0.
///
/// This is the only such table of the product; `ByteTable`, the texts of CEL and the search for
/// equal keys stand on it. Its hash has a seed of the process, so nobody can write keys that fall
/// into one slot. Numbers count up in the order of `append`, and nothing else can be seen from
/// outside: the seed changes no answer and no order.
public struct ByteSlots: Sendable {
  /// The hash of each number.
  @usableFromInline var hashes: [Int] = []
  /// Numbers; -1 is free. The count is a power of two and at least twice that of the numbers.
  @usableFromInline var slots: [Int32] = Array(repeating: -1, count: 16)

  /// No number yet.
  public init() {}

  /// How many numbers there are.
  public var count: Int { hashes.count }

  /// The number for which `isSame` holds among those of this hash, or nil.
  @inlinable
  public func number(hash: Int, where isSame: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSame(number) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds the next number, with this hash.
  public mutating func append(hash: Int) {
    precondition(hashes.count < Int(Int32.max), "more than two billion keys in one table")
    hashes.append(hash)
    if hashes.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for number in hashes.indices { place(number) }
    } else {
      place(hashes.count - 1)
    }
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = hashes[number] & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(number)
  }

  /// The slots that are passed over when every key is looked up once: about half the count for
  /// any keys, and half its square for keys that fall into one slot.
  public var detours: Int {
    let mask = slots.count - 1
    var sum = 0
    for (slot, number) in slots.enumerated() where number >= 0 {
      sum += (slot - hashes[Int(number)] & mask) & mask
    }
    return sum
  }

  /// The seeded hash of a byte string: equal bytes have the same one, in one process.
  @inlinable
  public static func hash(_ key: some Sequence<UInt8>) -> Int {
    let contiguous = key.withContiguousStorageIfAvailable { hash(UnsafeRawBufferPointer($0)) }
    if let contiguous { return contiguous }
    return Array(key).withUnsafeBytes { hash($0) }
  }

  /// The seeded hash of a byte string.
  public static func hash(_ key: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: key)
    return hasher.finalize()
  }
}
