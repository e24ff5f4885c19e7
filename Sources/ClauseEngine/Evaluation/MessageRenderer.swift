import ClauseCalendar
import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Turns templates and values into messages in the run's language.
struct MessageRenderer: Sendable {
  let language: Language
  let phrases: Phrases
  let store: RecordStore
  let files: SourceFiles

  init(language: Language, store: RecordStore, files: SourceFiles) {
    self.language = language
    phrases = .of(language)
    self.store = store
    self.files = files
  }

  /// The template of the run's language, else of the first that has one, filled with values.
  func message(
    _ templates: [Language: MessageTemplate], _ evaluator: inout Evaluator, _ arguments: [Value]
  ) -> Message {
    let order = [language, .english, .french, .arabic]
    guard let template = order.lazy.compactMap({ templates[$0] }).first else { return Message([]) }
    return Message(
      template.parts.map { part in
        switch part {
        case .text(let text): return .text(Untrusted(text))
        case .value(let program, let type):
          let value = evaluator.evaluate(program, arguments)
          let words = EnumerationWords(of: type, in: store.catalog, language)
          return .value(Untrusted(plainText(value, words: words, &evaluator)))
        }
      })
  }

  /// A value as people write it: text without quotes, lists joined, records by their id, literals
  /// of an enumeration in the words of the language.
  func plainText(
    _ value: Value, words: EnumerationWords? = nil, _ evaluator: inout Evaluator
  ) -> String {
    switch value {
    case .absent, .malformed, .failure, .null: return phrases.nothing
    case .bool(let flag): return flag ? phrases.truth.0 : phrases.truth.1
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number):
      return number == number.rounded() && abs(number) < 1e15
        ? String(Int64(number)) : String(number)
    case .date(let date): return date.iso
    case .period(let period): return period.iso
    case .object(let object): return identifier(of: object)
    case .list:
      let elements = evaluator.elements(of: value)
      if elements.isEmpty { return phrases.nothing }
      let shown = elements.prefix(12).map { plainText($0, words: words, &evaluator) }
      return (shown + (elements.count > 12 ? ["…"] : [])).joined(separator: phrases.separator)
    default:
      guard let text = evaluator.string(of: value) else { return evaluator.describe(value) }
      return words?.word(for: text) ?? text
    }
  }

  /// The id of the record an object is, or belongs to.
  func identifier(of object: ObjectRef) -> String {
    store.record(of: object).map { store.records[$0].id.unescaped } ?? phrases.nothing
  }
}
