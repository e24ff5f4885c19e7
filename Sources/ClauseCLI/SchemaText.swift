import ClauseEngine
import ClauseReports

/// Schemas as JSON text.
enum SchemaText {
  /// The text, ending with a line break.
  static func text(_ value: SchemaValue) -> String {
    var writer = JSONWriter()
    write(value, &writer)
    return String(decoding: writer.document, as: UTF8.self)
  }

  private static func write(_ value: SchemaValue, _ writer: inout JSONWriter) {
    switch value {
    case .object(let members):
      writer.object { writer in
        for (name, value) in members { writer.member(name) { write(value, &$0) } }
      }
    case .array(let elements): writer.array(elements) { write($1, &$0) }
    case .text(let text): writer.string(text)
    case .number(let number): writer.number(number)
    case .bool(let flag): writer.bool(flag)
    }
  }
}
