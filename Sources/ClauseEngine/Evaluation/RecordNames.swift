import CEL
import ClauseRecords
import ClauseRules
import ClauseSource

/// What messages call a record, and what they show of a value that could not be read.
struct RecordNames: Sendable {
  let store: RecordStore
  let files: SourceFiles
  let language: Language
  let phrases: Phrases
  let limits: ClauseSource.Limits

  /// Fields that say what a record is about, the most telling first.
  private var names: [String] {
    let suffixes = language == .arabic ? ["_ar", "", "_fr"] : ["", "_fr", "_ar"]
    return ["title", "name", "full_name", "subject", "label", "statement", "description"]
      .flatMap { name in suffixes.map { name + $0 } }
  }
  /// Code points of a title that stands for an id.
  private static let longestTitle = 60

  /// The id of the record at `index` in the store; of one without an id its title, else the first
  /// text in it, else the place it stands at.
  func name(of index: Int) -> String {
    let record = store.records[index]
    if !record.hasMadeUpID { return record.id.unescaped }
    let fields = store.catalog.layouts[Int(record.object.typeID)].fields
    let named = names.lazy.compactMap { name in fields.firstIndex { $0.name == name } }
    let texts = fields.indices.lazy.filter {
      let type = fields[$0].type
      return (type == .string || type == .text) && fields[$0].name != "id"
    }
    if let title = named.compactMap({ text($0, of: record.object) }).first
      ?? texts.compactMap({ text($0, of: record.object) }).first
    {
      return phrases.title.0 + title + phrases.title.1
    }
    return place(of: record.anchor) ?? record.id.unescaped
  }

  private func text(_ slot: Int, of object: ObjectRef) -> String? {
    guard let text = store.heap.string(of: store.heap.field(slot, of: object)) else { return nil }
    let scalars = text.unicodeScalars
    if scalars.allSatisfy(\.properties.isWhitespace) { return nil }
    let cut = scalars.prefix(Self.longestTitle)
    return String(cut) + (cut.endIndex == scalars.endIndex ? "" : "…")
  }

  private func place(of span: Span) -> String? {
    guard let place = files[span.file]?.location(of: span) else { return nil }
    return place.cell.map { phrases.standsAt.cell + $0.text.unescaped }
      ?? phrases.standsAt.line + String(place.start.line)
  }

  /// The text of a value that could not be read, as it is written; nil where it stands nowhere.
  func written(_ value: MalformedValue) -> String? {
    guard let file = files[value.span.file] else { return nil }
    let start = Int(value.span.start)
    let end = min(Int(value.span.end), file.bytes.count, start + 4 * limits.excerptLength)
    guard start < end else { return nil }
    var bytes = file.bytes[start..<end]
    let quote = UInt8(ascii: "\"")
    if bytes.count > 1, bytes.first == quote, bytes.last == quote {
      bytes = bytes.dropFirst().dropLast()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : text
  }
}
