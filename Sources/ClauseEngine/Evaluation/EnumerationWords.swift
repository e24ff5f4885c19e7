import CEL
import ClauseRecords
import ClauseSource

/// What the literals of one enumeration are called in the language of the run.
///
/// English texts show the literals as files hold them: they are English words.
struct EnumerationWords {
  private let field: Field
  private let language: Language

  /// The words of a field; nil when it is no enumeration or no list of one.
  init?(of field: Field, _ language: Language) {
    guard language != .english, case .enumeration = field.type.elementType else { return nil }
    self.field = field
    self.language = language
  }

  /// The words of a checked type, which is named after the field that declares it.
  init?(of type: CELType, in catalog: RecordTypeCatalog, _ language: Language) {
    guard language != .english, let name = Self.enumeration(in: type) else { return nil }
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let index = catalog.index(ofType: String(parts[0])),
      let field = catalog.types[index].field(at: String(parts[1]))
    else { return nil }
    self.init(of: field, language)
  }

  private static func enumeration(in type: CELType) -> String? {
    switch type {
    case .enumeration(let name, _): name
    case .list(let element): enumeration(in: element)
    default: nil
    }
  }

  /// What a literal is called, or nil for a text that is none.
  func word(for literal: String) -> String? {
    guard case .enumeration(let literals) = field.type.elementType,
      literals.contains(where: { $0.equalsByBytes(literal) })
    else { return nil }
    return field.word(for: literal, in: language)
  }

  /// A value of the field in quotes, or a list of them; nil for other values.
  func quoted(_ value: Value, _ evaluator: inout Evaluator) -> String? {
    if let text = evaluator.string(of: value) { return word(for: text).map { "\"\($0)\"" } }
    guard case .list = value else { return nil }
    var words: [String] = []
    for element in evaluator.elements(of: value) {
      guard let word = quoted(element, &evaluator) else { return nil }
      words.append(word)
    }
    return words.isEmpty ? nil : words.joined(separator: language == .arabic ? "، " : ", ")
  }
}

/// What literals are called that a rule writes out, such as the groups of persons it asks for one
/// by one.
struct LiteralWords: Sendable {
  private let words: [String: String]

  /// The words of all enumerations; of two that share a literal the first in the order of the
  /// packs.
  init(_ catalog: RecordTypeCatalog, _ language: Language) {
    var words: [String: String] = [:]
    for field in catalog.layouts.lazy.flatMap(\.fields) {
      guard case .enumeration(let literals) = field.type.elementType else { continue }
      for literal in literals where words[literal] == nil {
        let word = field.word(for: literal, in: language)
        if language == .english || !word.equalsByBytes(literal) { words[literal] = word }
      }
    }
    self.words = words
  }

  /// The word for a text that looks like an identifier and is a literal; nil for others.
  func known(_ text: String) -> String? {
    text.utf8.contains(UInt8(ascii: "_")) ? words[text] : nil
  }

  /// The word for a text that is a literal of some enumeration; nil for others.
  func literal(_ text: String) -> String? { words[text] }

  /// The word for a text of a rule, without the marks of an identifier where no pack has one.
  func word(for text: String) -> String {
    (words[text] ?? text).replacing("_", with: " ")
  }
}
