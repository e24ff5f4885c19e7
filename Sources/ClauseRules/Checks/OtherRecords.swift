import CEL
import ClauseDocuments
import ClauseRecords

/// The records of another type that `exists` and `count` look at.
struct OtherRecords {
  /// Their type.
  let type: RecordType
  /// The name one of them goes by: its type's, or `other` when that is the rule's own.
  let variable: String
  /// The condition they must fit; nil for all.
  let condition: String?

  /// Reads `of` and `where`.
  init?(_ reader: MappingReader, _ request: inout CheckRequest) {
    guard let name = reader.requiredText("of", &request.diagnostics) else { return nil }
    guard let type = request.catalog.type(named: name) else {
      request.diagnostics.append(
        MappingReader.unknown(
          name, kind: .pack("record type"), among: request.catalog.types.map(\.name),
          code: "unknown-record-type", place: reader.span("of")))
      return nil
    }
    let variable = type.name == request.variable ? "other" : type.name
    var condition: String?
    if reader.value("where") != nil {
      condition = request.expression(
        reader, "where", variables: [Variable(variable, .object(type.name))], expecting: .bool)
      if condition == nil { return nil }
    }
    self.type = type
    self.variable = variable
    self.condition = condition
  }

  /// CEL for the number of those that fit.
  var size: String {
    condition.map { "\(type.plural).filter(\(variable), \($0)).size()" }
      ?? "\(type.plural).size()"
  }
}
