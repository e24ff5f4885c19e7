import ClauseDocuments
import ClauseSource

/// Reads the `carries:` mapping of a record type.
struct RecordPartReader {
  let reader: MappingReader

  private static let keys = [
    "type", "back", "text", "fields", "also", "shared", "from_row", "constants",
    "register", "period",
  ]

  /// The parts declared below `node`.
  func parts(_ node: NodeID, _ sink: inout DiagnosticSink) -> [RecordPartDeclaration] {
    guard reader.expectMapping(node, "carries", &sink) else { return [] }
    return reader.tree.entries(node).compactMap { key, value in
      guard reader.expectMapping(value, "a part", &sink) else { return nil }
      return part(reader.word(key), value, &sink)
    }
  }

  private func part(
    _ name: RecordTypeDeclaration.Word, _ node: NodeID, _ sink: inout DiagnosticSink
  ) -> RecordPartDeclaration {
    var part = RecordPartDeclaration(name: name)
    for (key, value) in reader.tree.entries(node) {
      switch reader.tree.string(key) {
      case "type": part.type = reader.scalar(value, "type", &sink)
      case "back": part.back = reader.scalar(value, "back", &sink)
      case "text": part.text = reader.scalar(value, "text", &sink)
      case "fields": part.own = reader.words(value, "fields", &sink)
      case "also": part.also = reader.words(value, "also", &sink)
      case "shared": part.shared = pairs(value, "shared", &sink).map { ($0.0, $0.1) }
      case "from_row": part.fromRow = pairs(value, "from_row", &sink).map { ($0.0, $0.1) }
      case "period":
        let days = reader.words(value, "period", &sink)
        if days.count == 2 {
          part.period = (days[0], days[1])
        } else {
          sink.error(
            "record-type-part", "period: names the fields of the first and the last day",
            reader.tree.span(value))
        }
      case "constants": part.constants = pairs(value, "constants", &sink).map { ($0.0, $0.1) }
      case "register": part.isWholeRegister = reader.flag(value, &sink)
      default: reader.unknownKey(key, "a part", Self.keys, &sink)
      }
    }
    return part
  }

  private func pairs(
    _ node: NodeID, _ what: String, _ sink: inout DiagnosticSink
  ) -> [(RecordTypeDeclaration.Word, RecordTypeDeclaration.Word)] {
    guard reader.expectMapping(node, what, &sink) else { return [] }
    return reader.tree.entries(node).compactMap { key, value in
      reader.scalar(value, what, &sink).map { (reader.word(key), $0) }
    }
  }
}
