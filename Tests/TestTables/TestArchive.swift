/// Packs parts into a ZIP archive that stores them as they are.
public enum TestArchive {
  /// The archive.
  public static func bytes(_ parts: [(name: String, text: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      var entry: [UInt8] = []
      entry += little(20, 2) + little(0x800, 2) + little(0, 2)
      entry += little(0, 2) + little(0x21, 2) + little(checksum(part.text), 4)
      entry += little(part.text.count, 4) + little(part.text.count, 4)
      entry += little(name.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + entry
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(file.count, 4) + name
      file += [0x50, 0x4B, 3, 4] + entry + name + part.text
    }
    let start = file.count
    file += directory
    file += [0x50, 0x4B, 5, 6] + little(0, 4) + little(parts.count, 2)
    file += little(parts.count, 2) + little(directory.count, 4)
    return file + little(start, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
