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
  /// What bounds a value in a message, and a message: a record cannot make the results long.
  let limits: ClauseSource.Limits
  /// What is computed for the records of each type: reasons name what a computed field rests on.
  let computed: [ComputedFields]
  /// What fields are called.
  let names: FieldNames
  /// What the words of rules mean that are literals of an enumeration.
  let literals: LiteralWords

  init(
    language: Language, store: RecordStore, files: SourceFiles, computed: [ComputedFields],
    keys: [BoundKey] = [], limits: ClauseSource.Limits = ClauseSource.Limits()
  ) {
    names = FieldNames(store.catalog, language, keys: keys)
    literals = LiteralWords(store.catalog, language)
    self.computed = computed
    self.language = language
    phrases = .of(language)
    self.store = store
    self.files = files
    self.limits = limits
  }

  /// The template of the run's language, else of the first that has one, filled with values.
  func message(
    _ templates: [Language: MessageTemplate], _ evaluator: inout Evaluator, _ arguments: [Value]
  ) -> Message {
    let order = [language, .english, .french, .arabic]
    guard let template = order.lazy.compactMap({ templates[$0] }).first else { return Message([]) }
    var parts: [MessagePart] = []
    var left = limits.messageLength
    for (index, part) in template.parts.enumerated() {
      switch part {
      case .text(let text): parts.append(.text(Untrusted(Self.cut(text, to: left, &left))))
      case .value(let program, let type):
        let words = EnumerationWords(of: type, in: store.catalog, language)
        let text = plainText(evaluator.evaluate(program, arguments), words: words, &evaluator)
        Self.dropName(before: text, &parts)
        let bound = min(left, limits.excerptLength)
        parts.append(.value(Untrusted(Self.cut(text, to: bound, &left))))
      }
      if left == 0 {
        if index + 1 < template.parts.count { parts.append(.text(Untrusted("…"))) }
        break
      }
    }
    return Message(parts)
  }

  /// Drops what a record without an id is called where its title follows: `« Achats » « Achats »`.
  private static func dropName(before title: String, _ parts: inout [MessagePart]) {
    guard parts.count > 1, case .value(let name) = parts[parts.count - 2],
      case .text(let between) = parts[parts.count - 1], !title.isEmpty
    else { return }
    let marks = " \u{A0}\u{202F}“”\"«»".unicodeScalars
    let called = String(
      String.UnicodeScalarView(name.unescaped.unicodeScalars.filter { !marks.contains($0) }))
    let bare = String(
      String.UnicodeScalarView(title.unicodeScalars.filter { !marks.contains($0) }))
    guard called.equalsByBytes(bare), between.unescaped.unicodeScalars.allSatisfy(marks.contains),
      name.unescaped.unicodeScalars.first.map({ "“«\"".unicodeScalars.contains($0) }) ?? false
    else { return }
    parts.remove(at: parts.count - 2)
    let rest = between.unescaped.unicodeScalars.drop { $0 == " " }
    parts[parts.count - 1] = .text(Untrusted(String(String.UnicodeScalarView(rest))))
  }

  /// The first `count` code points of `text`, with a mark when there are more; `left` becomes less
  /// by what was kept.
  private static func cut(_ text: String, to count: Int, _ left: inout Int) -> String {
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: count, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else {
      left -= scalars.count
      return text
    }
    left -= count
    return String(scalars[..<end]) + "…"
  }

  /// A value as people write it: text without quotes, lists joined, records by their id, literals
  /// of an enumeration in the words of the language.
  func plainText(
    _ value: Value, words: EnumerationWords? = nil, _ evaluator: inout Evaluator
  ) -> String {
    switch value {
    case .absent, .null: return phrases.notGiven
    case .malformed(let token): return written(token)
    case .failure: return missing(value, evaluator)
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
      if elements.isEmpty { return phrases.none }
      let shown = elements.prefix(12).map { plainText($0, words: words, &evaluator) }
      return (shown + (elements.count > 12 ? ["…"] : [])).joined(separator: phrases.separator)
    default:
      guard let text = evaluator.string(of: value) else { return evaluator.describe(value) }
      return words?.word(for: text) ?? literals.known(text) ?? text
    }
  }

  /// What the record is called that an object is, or belongs to.
  func identifier(of object: ObjectRef) -> String {
    store.record(of: object).map(records.name) ?? phrases.notGiven
  }

  private var records: RecordNames {
    RecordNames(
      store: store, files: files, language: language, phrases: phrases, limits: limits)
  }

  /// What stands for a value that cannot be computed: what is written where it could not be read,
  /// what a record without an id is called where its id is asked for, else that nothing is given.
  private func missing(_ value: Value, _ evaluator: Evaluator) -> String {
    switch evaluator.failure(of: value)?.kind {
    case .malformed(let token): written(token)
    case .absent(let object, let slot):
      store.path(of: object, slot: slot) == "id" ? identifier(of: object) : phrases.notGiven
    default: phrases.notGiven
    }
  }

  private func written(_ token: UInt32) -> String {
    store.malformedValue(token).flatMap(records.written) ?? phrases.notGiven
  }
}
