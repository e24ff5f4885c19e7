import ClauseRecords
import ClauseSource

/// What fields and registers are called for the reader of a run: by the heading that stands in the
/// reader's own register, else by the label in the language, never by our identifiers.
struct FieldNames: Sendable {
  let catalog: RecordTypeCatalog
  let language: Language
  /// The headings of registers, by their file, type and field.
  private let headings: [Column: String]

  private struct Column: Hashable {
    var file: FileID
    var type: Int
    var path: [UInt8]
  }

  init(_ catalog: RecordTypeCatalog, _ language: Language, keys: [BoundKey] = []) {
    self.catalog = catalog
    self.language = language
    var headings: [Column: String] = [:]
    for key in keys where !key.isSecond {
      // Who writes the field under its own name reads its label more easily.
      guard let field = key.field, !key.key.unescaped.equalsByBytes(field) else { continue }
      let column = Column(file: key.span.file, type: key.typeIndex, path: Array(field.utf8))
      if headings[column] == nil { headings[column] = Self.oneLine(key.key.unescaped) }
    }
    self.headings = headings
  }

  /// The field at `path` of a record of `type` in `file`, in quotes; nil for one that has no name
  /// for people.
  func quoted(_ path: String, type: Int, file: FileID?) -> String? {
    guard let name = name(path, type: type, file: file) else { return nil }
    return ReadingWords.quoted(name, in: language) + number(path)
  }

  /// A register by its title, in quotes.
  func register(_ type: Int) -> String {
    ReadingWords.quoted(catalog.types[type].title(in: language), in: language)
  }

  private func name(_ path: String, type: Int, file: FileID?) -> String? {
    let parts = path.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    let plain = parts.joined(separator: ".")
    if let file, let own = headings[Column(file: file, type: type, path: Array(plain.utf8))] {
      return own
    }
    var labels: [String] = []
    for count in parts.indices {
      let part = parts[...count].joined(separator: ".")
      guard let label = label(part, type) else { return nil }
      labels.append(label)
    }
    return labels.isEmpty ? nil : labels.joined(separator: " / ")
  }

  private func label(_ path: String, _ type: Int) -> String? {
    if let field = catalog.types[type].field(at: path) {
      if path.equalsByBytes(Field.identifier.name) { return identifier }
      let label = field.label(in: language)
      return label.equalsByBytes(field.name) ? label.replacing("_", with: " ") : label
    }
    // Of a relation that is read from both ends the one that is written.
    let derived = catalog.types[type].derived.first { $0.name.equalsByBytes(path) }
    return derived?.ownEnd.flatMap { label($0, type) }
  }

  private var identifier: String {
    switch language {
    case .english: "ID"
    case .french: "Identifiant"
    case .arabic: "المعرف"
    }
  }

  /// Which element of a list a path names, from 1: ` n° 2`.
  private func number(_ path: String) -> String {
    guard let open = path.lastIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
      let index = Int(path[path.index(after: open)..<close])
    else { return "" }
    return switch language {
    case .english: " no. \(index + 1)"
    case .french: " n° \(index + 1)"
    case .arabic: " رقم \(index + 1)"
    }
  }

  /// A heading in one line: in tables it may hold breaks.
  private static func oneLine(_ heading: String) -> String {
    heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
