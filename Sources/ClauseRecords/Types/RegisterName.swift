import ClauseBytes
import ClauseSource

/// Names of files that say what register is in them, as people call their files.
public struct RegisterNames: Sendable {
  private var table = ByteTable()
  private let names: [String]

  /// The names that registers of these types may have: the type, its plural and its title in each
  /// language.
  public init(_ catalog: RecordTypeCatalog) {
    names = catalog.types.map(\.name)
    for (index, type) in catalog.types.enumerated() {
      for text in [type.name, type.plural] + Language.allCases.map({ type.title[$0] }) {
        let key = Self.key(text)
        if !key.isEmpty { table.insert(key, Int32(index)) }
      }
    }
  }

  /// The type that a file seems to hold by its name: `registre des risques.docx`, `actions.ods`,
  /// `2026_liste-documents_v2.xls`. Nil for any other name.
  public func type(ofPath path: String) -> String? {
    let bytes = Array(path.utf8)
    let start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    let end = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.count
    guard start < end, end - start <= 128 else { return nil }
    let key = Self.key(String(decoding: bytes[start..<end], as: UTF8.self))
    return key.isEmpty ? nil : table.value(of: key).map { names[Int($0)] }
  }

  /// The words of a text that matter, without the endings of plurals.
  private static func key(_ text: String) -> [UInt8] {
    let words = text.unicodeScalars.split { !isLetter($0) }
    return words.flatMap { word -> [UInt8] in
      var folded = Fold.heading(Array(String(String.UnicodeScalarView(word)).utf8)[...])
      if folded.starts(with: article), folded.count > article.count + 3 {
        folded.removeFirst(article.count)
      }
      // `v2`, `rev`: editions of a file.
      if folded.count < 2 || fillers.value(of: folded) != nil { return [] }
      if folded.count > 3, let last = folded.last,
        last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
      {
        return Array(folded.dropLast())
      }
      return folded
    }
  }

  /// The Arabic article.
  private static let article = Array("ال".utf8)

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Words around the name of what is listed.
  private static let fillers: ByteTable = {
    var table = ByteTable()
    let words = [
      "register", "registre", "registry", "list", "liste", "log", "table", "tableau", "suivi",
      "tracking", "tracker", "plan", "inventory", "inventaire", "cartographie", "map", "matrix",
      "matrice", "of", "the", "and", "de", "des", "du", "la", "le", "les", "et", "rev", "ver",
      "version", "final", "copy", "copie", "old", "new", "سجل", "لائحة", "قائمة", "جدول", "تتبع",
      "مخطط",
    ]
    for word in words { table.insert(Fold.heading(Array(word.utf8)[...]), 1) }
    return table
  }()
}
