/// A table from byte strings to numbers, without a String or an array per key.
///
/// Keys come from files, so they are compared by bytes: String equality is canonical equivalence,
/// and its cost is quadratic on hostile combining marks. Insertion order is kept; nothing depends
/// on the hash seed.
public struct ByteTable: Sendable {
  private var text: [UInt8] = []
  private var entries: [Entry] = []
  private var buckets: [Int32] = Array(repeating: -1, count: 16)

  private struct Entry: Sendable {
    let first: Int32
    let count: Int32
    let hash: Int
    var value: Int32
  }

  /// Makes an empty table.
  public init() {}

  /// Number of keys.
  public var count: Int { entries.count }

  /// The value of `key`, or nil.
  public func value(of key: some Collection<UInt8>) -> Int32? {
    find(key, Self.hash(key)).entry.map { entries[$0].value }
  }

  /// Gives `key` the value unless it has one; returns the one it had.
  @discardableResult
  public mutating func insert(_ key: some Collection<UInt8>, _ value: Int32) -> Int32? {
    let hash = Self.hash(key)
    let place = find(key, hash)
    if let existing = place.entry { return entries[existing].value }
    buckets[place.bucket] = Int32(entries.count)
    entries.append(
      Entry(first: Int32(text.count), count: Int32(key.count), hash: hash, value: value))
    text.append(contentsOf: key)
    if entries.count * 2 > buckets.count { grow() }
    return nil
  }

  /// Replaces the value of a key that is there; adds it when it is not.
  mutating func set(_ key: some Collection<UInt8>, _ value: Int32) {
    if let existing = find(key, Self.hash(key)).entry {
      entries[existing].value = value
    } else {
      insert(key, value)
    }
  }

  /// The keys and values in insertion order.
  func forEach(_ body: (ArraySlice<UInt8>, Int32) -> Void) {
    for entry in entries {
      body(text[Int(entry.first)..<Int(entry.first + entry.count)], entry.value)
    }
  }

  private func find(_ key: some Collection<UInt8>, _ hash: Int) -> (entry: Int?, bucket: Int) {
    let mask = buckets.count - 1
    var bucket = hash & mask
    while buckets[bucket] >= 0 {
      let index = Int(buckets[bucket])
      let entry = entries[index]
      if entry.hash == hash, Int(entry.count) == key.count,
        text[Int(entry.first)..<Int(entry.first + entry.count)].elementsEqual(key)
      {
        return (index, bucket)
      }
      bucket = (bucket + 1) & mask
    }
    return (nil, bucket)
  }

  private mutating func grow() {
    buckets = Array(repeating: -1, count: buckets.count * 2)
    let mask = buckets.count - 1
    for (index, entry) in entries.enumerated() {
      var bucket = entry.hash & mask
      while buckets[bucket] >= 0 { bucket = (bucket + 1) & mask }
      buckets[bucket] = Int32(index)
    }
  }

  // The standard library's seeded hash: an author of records cannot aim for collisions.
  private static func hash(_ key: some Collection<UInt8>) -> Int {
    var hasher = Hasher()
    let contiguous: Void? = key.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if contiguous == nil { for byte in key { hasher.combine(bytes: [byte]) } }
    return hasher.finalize()
  }
}

extension Hasher {
  fileprivate mutating func combine(bytes: [UInt8]) {
    bytes.withUnsafeBytes { combine(bytes: $0) }
  }
}
