/// Small files that stand for something kept elsewhere, known by how they begin.
enum FileStandIn {
  /// Bytes; larger files are content. Pointers have less than 1 KiB, shortcuts a few.
  static let longest = 8192

  /// What the file is, or nil when it has content of its own.
  static func fact(of bytes: [UInt8]) -> FileFact? {
    if isPointer(bytes) { return .pointer }
    let text = bytes.starts(with: SourceFile.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    if shortcuts.contains(where: { text.starts(with: $0.utf8) }) { return .shortcut }
    return binaryShortcuts.contains { bytes.starts(with: $0) } ? .shortcut : nil
  }

  /// Whether the file only says where Git LFS keeps the content.
  static func isPointer(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: SourceFile.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    return pointers.contains { text.starts(with: $0.utf8) }
  }

  private static let pointers = [
    "version https://git-lfs.github.com/spec/", "version https://hawser.github.com/spec/",
  ]
  private static let shortcuts = ["[InternetShortcut]", "[Desktop Entry]"]
  private static let binaryShortcuts: [[UInt8]] = [
    // Shell links of Windows: the length of the header, then the class of the link.
    [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0],
    // Aliases of macOS: "book", two lengths, "mark".
    [0x62, 0x6F, 0x6F, 0x6B, 0, 0, 0, 0, 0x6D, 0x61, 0x72, 0x6B],
  ]
}
