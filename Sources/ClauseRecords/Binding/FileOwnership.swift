import ClauseBytes
import ClauseDocuments
public import ClauseSource

// Ours or foreign: a repository holds other files beside registers, and what is wrong with those is
// nobody's business here. A file is ours when a source names it, when its name, its folder or a
// sheet is called like a record type, or when what it holds shows it. This file decides the last.

extension BindingRun {
  /// What stands under a key that is the plural of a record type, or nearly one.
  enum SectionContents {
    /// At least one mapping that has fields of the type.
    case records
    /// Nothing yet.
    case empty
    /// Texts, which may be names of records that are elsewhere.
    case names
    /// Mappings or lists without any field of the type.
    case foreign
  }

  /// Elements of a section that are looked at; the first ones are enough to tell.
  private static let mostElements = 50

  func contents(of section: NodeID, _ type: Int) -> SectionContents {
    let elements: [NodeID]
    switch tree.kind(section) {
    case .scalar: return isBlank(section) ? .empty : .names
    case .sequence: elements = Array(tree.children(section).prefix(Self.mostElements))
    case .mapping: elements = tree.entries(section).prefix(Self.mostElements).map(\.value)
    }
    let filled = elements.filter { !isBlank($0) }
    // A mapping of ids to nothing names records that were not filled in yet.
    if filled.isEmpty {
      return tree.kind(section) == .sequence || elements.isEmpty ? .empty : .names
    }
    if filled.contains(where: { tree.kind($0) == .mapping && hasFields($0, of: type) }) {
      return .records
    }
    return filled.allSatisfy { tree.kind($0) == .scalar } ? .names : .foreign
  }

  /// Whether the sections of a mapping are registers: one of them holds records, or the mapping is
  /// made of nothing but plurals and none of them holds what cannot be records.
  ///
  /// `services:` of a program's configuration holds mappings without any of our fields, and a list
  /// of names in front matter refers to records.
  func areRegisters(_ entries: [(key: NodeID, value: NodeID)]) -> Bool {
    var onlyPlurals = true
    for (key, value) in entries {
      guard let type = catalog.index(ofPlural: tree.bytes(key)) else {
        onlyPlurals = false
        continue
      }
      switch contents(of: value, type) {
      case .records: return true
      case .empty: break
      case .names: if bodyStart != nil { onlyPlurals = false }
      case .foreign: onlyPlurals = false
      }
    }
    return onlyPlurals
  }

  /// Whether a mapping is a record of a type by its keys: one is a field, or several are nearly.
  func hasFields(_ node: NodeID, of type: Int) -> Bool {
    let keys = tree.entries(node).prefix(Self.mostElements).map { tree.bytes($0.key) }
    if keys.contains(where: { isField($0, of: type) }) { return true }
    let near = keys.count { catalog.nearestField(to: excerpt($0), inLayout: type) != nil }
    return near > 1 && near * 2 >= keys.count
  }

  private func isField(_ key: ArraySlice<UInt8>, of type: Int) -> Bool {
    let key = ScalarText.trimmed(key)
    return !key.elementsEqual("type".utf8) && catalog.layouts[type].slot(ofKey: key) != nil
  }

  /// Keys that mappings of all the world have; by themselves they prove nothing where the name of
  /// the type is only nearly right.
  private static let commonKeys = [
    "id", "title", "name", "type", "description", "kind", "status", "version", "date", "text",
    "notes", "url", "tags", "code",
  ]

  /// Whether a mapping is a record of a type although nothing names the type rightly: it has a
  /// field that is not just any word, or, where the name is but a slip away, nothing but fields.
  func isEvidently(_ node: NodeID, of type: Int, bySlip: Bool) -> Bool {
    guard tree.kind(node) == .mapping else { return false }
    let keys = tree.entries(node).prefix(Self.mostElements).map { tree.bytes($0.key) }
      .filter { !$0.elementsEqual("type".utf8) }
    // Names of fields only: labels are common words, down to single letters.
    let fields = keys.filter { key in
      catalog.layouts[type].names.value(of: ScalarText.trimmed(key)) != nil
    }
    if fields.contains(where: { field in
      !Self.commonKeys.contains { field.elementsEqual($0.utf8) }
    }) {
      return true
    }
    return bySlip && fields.count == keys.count
  }

  /// Whether a section under a key that is nearly a plural evidently holds records of that type.
  func isEvidentlyRegister(_ section: NodeID, of type: Int, bySlip: Bool) -> Bool {
    let elements =
      tree.kind(section) == .mapping
      ? tree.entries(section).prefix(Self.mostElements).map(\.value)
      : Array(tree.children(section).prefix(Self.mostElements))
    return elements.contains { isEvidently($0, of: type, bySlip: bySlip) }
  }

  /// Whether two words differ by one letter, or by two neighbours that changed places.
  static func isSlip(_ text: String, of known: String) -> Bool {
    let (a, b) = (Array(text.utf8), Array(known.utf8))
    guard abs(a.count - b.count) <= 1 else { return false }
    let prefix = zip(a, b).prefix { $0 | 0x20 == $1 | 0x20 }.count
    let suffix = min(
      zip(a.reversed(), b.reversed()).prefix { $0 | 0x20 == $1 | 0x20 }.count,
      min(a.count, b.count) - prefix)
    let middle = max(a.count, b.count) - prefix - suffix
    return middle <= 1
      || middle == 2 && a.count == b.count && a[prefix] == b[prefix + 1]
        && a[prefix + 1] == b[prefix]
  }

  /// The key of a mapping that was meant to be `type:`: spelt nearly so, and with a type behind it.
  func misspeltType(in node: NodeID) -> (key: NodeID, type: Int)? {
    guard tree.kind(node) == .mapping, tree.value(node, "type") == nil else { return nil }
    for (key, value) in tree.entries(node).prefix(Self.mostElements)
    where tree.kind(value) == .scalar {
      guard let type = catalog.index(ofType: ScalarText.trimmed(tree.bytes(value))),
        NearName.nearest(to: excerpt(tree.bytes(key)), among: ["type"]) != nil
      else { continue }
      return (key, type)
    }
    return nil
  }
}

extension RecordBinder {
  /// Whether a file that could not be understood is ours: by its name or folder, or because its
  /// text names a type, or a plural with fields of the type below it.
  ///
  /// The text is looked at as it is, for no tree was made of it.
  public func claims(_ file: SourceFile) -> Bool {
    if catalog.type(ofPath: file.path) != nil { return true }
    let format = DocumentFormats.reader(forFileNamed: file.path)?.name
    switch format {
    case "YAML": return TextClaim(catalog: catalog, isJSON: false).holds(in: file.bytes[...])
    case "JSON", "JSON Lines":
      return TextClaim(catalog: catalog, isJSON: true).holds(in: file.bytes[...])
    case "Markdown":
      return TextClaim(catalog: catalog, isJSON: false).holds(in: TextClaim.frontMatter(of: file))
    default: return false
    }
  }

  /// Whether the name of a file or of its folder is a record type's.
  public func claims(path: String) -> Bool { catalog.type(ofPath: path) != nil }
}

extension RecordTypeCatalog {
  /// The type whose plural is the name of the file, else of its folder.
  func type(ofPath path: String) -> Int? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let name = parts.last else { return nil }
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    if let type = index(ofPluralInPath: Array(stem)[...]) { return type }
    guard parts.count > 1 else { return nil }
    return index(ofPluralInPath: Array(parts[parts.count - 2])[...])
  }
}

/// Looks in a text that no reader understands for keys that only our files have.
private struct TextClaim {
  let catalog: RecordTypeCatalog
  let isJSON: Bool

  /// One pass over the text: each colon ends a key.
  func holds(in text: ArraySlice<UInt8>) -> Bool {
    var lineStart = text.startIndex
    var depth = 0
    var section: Int?
    for index in text.indices {
      switch text[index] {
      case 0x0A:
        lineStart = index + 1
        if !isJSON { depth = 0 }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ":"):
        guard let key = key(before: index, in: text, from: lineStart) else { break }
        let isIndented = text[lineStart] == 0x20 || text[lineStart] == 0x09
        // Behind another key of the line it stands in braces, `processes: [{ id: A`.
        let isFirst = text[lineStart..<key.startIndex].allSatisfy { " -{\"'".utf8.contains($0) }
        let isDeep = isJSON ? depth > 1 : isIndented || depth > 1
        if !isDeep, key.elementsEqual("type".utf8),
          catalog.index(ofType: word(after: index, in: text)) != nil
        {
          return true
        }
        if isDeep || !isJSON && !isFirst {
          if let section, catalog.layouts[section].slot(ofKey: key) != nil { return true }
        } else if let type = catalog.index(ofPlural: key) {
          section = type
        } else if let section, text[lineStart] == UInt8(ascii: "-") {
          // A list may stand as far to the left as its key.
          if catalog.layouts[section].slot(ofKey: key) != nil { return true }
        } else {
          section = nil
        }
      default: break
      }
    }
    return false
  }

  /// The word or quoted text that ends before a colon.
  private func key(
    before colon: Int, in text: ArraySlice<UInt8>, from lineStart: Int
  ) -> ArraySlice<UInt8>? {
    var end = colon
    while end > lineStart, text[end - 1] == 0x20 || Self.isQuote(text[end - 1]) { end -= 1 }
    var start = end
    // Keys that matter are short; a longer run of letters is none of them.
    while start > lineStart, end - start <= 64, Self.isWord(text[start - 1]) { start -= 1 }
    return start < end ? text[start..<end] : nil
  }

  private func word(after colon: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text[(colon + 1)...].drop { $0 == 0x20 || Self.isQuote($0) }
    return rest.prefix(64).prefix(while: Self.isWord)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// The lines between the first two that consist of dashes, which is what a spoilt front matter
  /// has left of its form.
  static func frontMatter(of file: SourceFile) -> ArraySlice<UInt8> {
    func isMarker(_ line: Int) -> Bool {
      let bytes = ScalarText.trimmed(file.lineBytes(line))
      return bytes.count >= 3 && bytes.allSatisfy { $0 == UInt8(ascii: "-") }
    }
    let last = min(file.lineStarts.count, 500)
    guard let open = (0..<last).first(where: isMarker), open + 1 < last else { return [] }
    let close = ((open + 1)..<last).first(where: isMarker) ?? last
    let end = close < file.lineStarts.count ? Int(file.lineStarts[close]) : file.bytes.count
    return file.bytes[Int(file.lineStarts[open + 1])..<end]
  }
}
