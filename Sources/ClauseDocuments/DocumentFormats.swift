/// The formats that are read, one line each.
public enum DocumentFormats {
  /// Every reader. A new format is one more line here.
  public static let all: [any DocumentReader] = [
    YAMLReader(),
    JSONReader(),
    JSONLinesReader(),
    CSVReader(),
    XLSXReader(),
    MarkdownReader(),
    DOCXReader(),
  ]

  /// The reader for a file of this name: the longest ending wins, whatever its letter case. Nil
  /// when no format reads such files.
  public static func reader(forFileNamed name: String) -> (any DocumentReader)? {
    let bytes = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var best: (length: Int, reader: any DocumentReader)?
    for reader in all {
      for ending in reader.extensions {
        let suffix = Array(ending.utf8)
        guard suffix.count > best?.length ?? 0, bytes.count > suffix.count,
          bytes.suffix(suffix.count).elementsEqual(suffix)
        else { continue }
        best = (suffix.count, reader)
      }
    }
    return best?.reader
  }
}
