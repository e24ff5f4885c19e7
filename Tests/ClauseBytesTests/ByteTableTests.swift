import ClauseBytes
import Testing

@Suite struct ByteTableTests {
  @Test func keysAreByteStrings() {
    var table = ByteTable()
    #expect(table.insert("é".utf8, 1) == nil)
    #expect(table.insert("e\u{301}".utf8, 2) == nil, "another text, although String says equal")
    #expect(table.insert("é".utf8, 3) == 1)
    #expect(table.value(of: "é".utf8) == 1)
    #expect(table.value(of: "e\u{301}".utf8) == 2)
    #expect(table.value(of: "".utf8) == nil)
    table.insert("".utf8, 4)
    table.set("é".utf8, 5)
    table.set("z".utf8, 6)
    #expect(table.value(of: "".utf8) == 4)
    #expect(table.count == 4)
    var seen: [String] = []
    table.forEach { key, value in seen.append(String(decoding: key, as: UTF8.self) + "\(value)") }
    #expect(seen.map { Array($0.utf8) } == ["é5", "e\u{301}2", "4", "z6"].map { Array($0.utf8) })
  }

  @Test func theKindOfSequenceDoesNotMatter() {
    var table = ByteTable()
    table.insert(Array("a key".utf8), 7)
    #expect(table.value(of: "a key".utf8) == 7)
    #expect(table.value(of: Array("x a key".utf8)[2...]) == 7)
    #expect(table.value(of: "yek a".utf8.reversed()) == 7)
  }

  @Test func aThousandKeysAreFoundAgain() {
    var table = ByteTable()
    for number in 0..<1_000 { table.insert("K-\(number)".utf8, Int32(number)) }
    for number in 0..<1_000 { #expect(table.value(of: "K-\(number)".utf8) == Int32(number)) }
    #expect(table.value(of: "K-1000".utf8) == nil)
  }

  /// The count that the tests of floods rest on tells a flood from ordinary keys.
  @Test func detoursTellKeysOfOneSlotFromOthers() {
    var one = ByteSlots()
    for _ in 0..<1_000 { one.append(hash: 64) }
    #expect(one.detours == 999 * 1_000 / 2)
    var eighths = ByteSlots()
    for number in 0..<1_000 { eighths.append(hash: number &* 8 &* 0x9E37_79B1) }
    #expect(eighths.detours > 1_000, "\(eighths.detours)")
    var other = ByteSlots()
    for number in 0..<1_000 { other.append(hash: ByteSlots.hash("K-\(number)".utf8)) }
    #expect(other.detours < 1_000, "\(other.detours)")
  }

  @Test func numbersAreFoundByHashAndKey() {
    var slots = ByteSlots()
    for number in 0..<100 { slots.append(hash: number % 10) }
    #expect(slots.count == 100)
    #expect(slots.number(hash: 3) { $0 == 73 } == 73)
    #expect(slots.number(hash: 3) { $0 == 74 } == nil)
    #expect(slots.number(hash: 11) { _ in true } == nil)
  }

  @Test func aKeyComparesBytes() {
    let composed = ByteKey("é")
    let decomposed = ByteKey("e\u{301}")
    #expect(composed != decomposed)
    #expect(decomposed < composed)
    #expect(Set([composed, decomposed, ByteKey("é")]).count == 2)
  }
}
