import ClauseCalendar
import ClauseEngine
import ClauseReports
import ClauseSource

/// Answers of the playground as text for people.
enum EvalText {
  /// Writes an answer; what is wrong is shown below the expression with a caret.
  static func write(
    _ answer: PlaygroundAnswer, to page: inout TerminalPage, expression: String
  ) -> ExitStatus {
    switch answer {
    case .value(let type, let value):
      page.line(.own("type   "), .value(Untrusted(type), in: .english))
      page.line(.own("value  "), .words(Untrusted(text(value)), in: .english))
      return .clean
    case .failure(let failure):
      write(failure, expression, to: &page)
      return .notAssessed
    case .records(let type, let answers):
      page.line(.own("type   "), .value(Untrusted(type), in: .english))
      var status = ExitStatus.clean
      for (id, outcome) in answers {
        switch outcome {
        case .value(let value):
          page.line(
            .value(id, in: .english), .own("  "), .words(Untrusted(text(value)), in: .english))
        case .failure(let failure):
          status = .notAssessed
          page.line(
            .value(id, in: .english), .own("  no value: "),
            .words(Untrusted(failure.message), in: .english))
        }
      }
      return status
    }
  }

  private static func write(
    _ failure: PlaygroundAnswer.Failure, _ expression: String, to page: inout TerminalPage
  ) {
    let lines = expression.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.indices.contains(failure.line - 1) {
      // The caret stands under the code point; tabs are shown as one blank.
      let line = String(lines[failure.line - 1]).map { $0 == "\t" ? " " : $0 }
      page.line(.words(Untrusted(String(line)), in: .english))
      page.line(.own(String(repeating: " ", count: max(0, failure.column - 1)) + "^"))
    }
    page.line(
      .own("\(failure.line):\(failure.column)  \(failure.phase)  "),
      .words(Untrusted(failure.message), in: .english))
    if !failure.hint.isEmpty {
      page.line(.own("remedy  "), .words(Untrusted(failure.hint), in: .english))
    }
  }

  private static func text(_ value: PlaygroundValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): String(number)
    case .string(let text): "\"\(text)\""
    case .bytes(let bytes): "\(bytes.count) bytes"
    case .list(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { text($0.key) + ": " + text($0.value) }.joined(separator: ", ") + "}"
    case .date(let date): date.iso
    case .period(let period): period.iso
    case .timestamp(let seconds, let nanos): "timestamp(\(seconds).\(nanos))"
    case .duration(let seconds, let nanos): "duration(\(seconds).\(nanos))"
    case .type(let name): name
    case .other(_, let text): text
    }
  }
}

/// Answers of the playground as one JSON object a line, values tagged with their type.
enum EvalJSON {
  /// The line with its line break.
  static func line(_ answer: PlaygroundAnswer) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      switch answer {
      case .value(let type, let value):
        writer.member("type", type)
        writer.member("value") { write(value, &$0) }
      case .failure(let failure): write(failure, &writer)
      case .records(let type, let answers):
        writer.member("type", type)
        writer.member("records") { writer in
          writer.array(answers) { writer, answer in
            writer.object { writer in
              writer.member("id", answer.id)
              switch answer.answer {
              case .value(let value): writer.member("value") { write(value, &$0) }
              case .failure(let failure): write(failure, &writer)
              }
            }
          }
        }
      }
    }
    return oneLine(writer.bytes)
  }

  /// The text without the writer's line breaks and indents; in texts they are escaped.
  private static func oneLine(_ bytes: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    var isIndent = false
    for byte in bytes {
      if byte == 0x0A {
        isIndent = true
      } else if !isIndent || byte != 0x20 {
        isIndent = false
        line.append(byte)
      }
    }
    return line + [0x0A]
  }

  private static func write(_ failure: PlaygroundAnswer.Failure, _ writer: inout JSONWriter) {
    writer.objectMember("error") { writer in
      writer.member("phase", failure.phase)
      writer.member("message", failure.message)
      writer.member("line", failure.line)
      writer.member("column", failure.column)
    }
  }

  private static func write(_ value: PlaygroundValue, _ writer: inout JSONWriter) {
    writer.object { writer in
      switch value {
      case .null: writer.member("null", true)
      case .bool(let flag): writer.member("bool", flag)
      case .int(let number): writer.member("int", String(number))
      case .uint(let number): writer.member("uint", String(number))
      case .double(let number): writer.member("double", text(number))
      case .string(let text): writer.member("string", text)
      case .bytes(let bytes): writer.member("bytes_b64", base64(bytes))
      case .list(let elements):
        writer.member("list") { $0.array(elements) { write($1, &$0) } }
      case .map(let entries):
        writer.member("map") { writer in
          writer.array(entries) { writer, entry in
            writer.array([entry.key, entry.value]) { write($1, &$0) }
          }
        }
      case .date(let date): writer.member("date", date.iso)
      case .period(let period): writer.member("period", period.iso)
      case .timestamp(let seconds, let nanos), .duration(let seconds, let nanos):
        writer.objectMember(isTimestamp(value) ? "timestamp" : "duration") { writer in
          writer.member("seconds", String(seconds))
          writer.member("nanos", Int(nanos))
        }
      case .type(let name): writer.member("type", name)
      case .other(let type, let text): writer.member(type, text)
      }
    }
  }

  private static func isTimestamp(_ value: PlaygroundValue) -> Bool {
    if case .timestamp = value { return true }
    return false
  }

  private static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    return String(number)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        let shown = index <= group.count
        text.append(shown ? alphabet[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
