/// A table from byte strings to numbers, without a String or an array per key.
///
/// Keys come from files, so they are compared by bytes: String equality is canonical equivalence,
/// and its cost is quadratic on hostile combining marks. Insertion order is kept.
public struct ByteTable: Sendable {
  private var text: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = ByteSlots()

  private struct Entry: Sendable {
    let first: Int
    let count: Int
    var value: Int32
  }

  /// A table without keys.
  public init() {}

  /// Number of keys.
  public var count: Int { entries.count }

  /// The value of `key`, or nil.
  public func value(of key: some Collection<UInt8>) -> Int32? {
    find(key, ByteSlots.hash(key)).map { entries[$0].value }
  }

  /// Gives `key` the value unless it has one; returns the one it had.
  @discardableResult
  public mutating func insert(_ key: some Collection<UInt8>, _ value: Int32) -> Int32? {
    let hash = ByteSlots.hash(key)
    if let existing = find(key, hash) { return entries[existing].value }
    add(key, hash, value)
    return nil
  }

  /// Replaces the value of a key that is there; adds it when it is not.
  public mutating func set(_ key: some Collection<UInt8>, _ value: Int32) {
    let hash = ByteSlots.hash(key)
    if let existing = find(key, hash) {
      entries[existing].value = value
    } else {
      add(key, hash, value)
    }
  }

  /// The keys and values in insertion order.
  public func forEach(_ body: (ArraySlice<UInt8>, Int32) -> Void) {
    for entry in entries { body(text[entry.first..<entry.first + entry.count], entry.value) }
  }

  /// The slots passed over when every key is looked up once.
  public var detours: Int { slots.detours }

  private func find(_ key: some Collection<UInt8>, _ hash: Int) -> Int? {
    slots.number(hash: hash) { number in
      let entry = entries[number]
      return entry.count == key.count
        && text[entry.first..<entry.first + entry.count].elementsEqual(key)
    }
  }

  private mutating func add(_ key: some Collection<UInt8>, _ hash: Int, _ value: Int32) {
    entries.append(Entry(first: text.count, count: key.count, value: value))
    text.append(contentsOf: key)
    slots.append(hash: hash)
  }
}
