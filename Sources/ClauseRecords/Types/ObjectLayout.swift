public import CEL
import ClauseBytes
import ClauseSource

/// How the objects of a record type, or of a structure inside one, lie in the heap: a slot per
/// field, derived fields last.
public struct ObjectLayout: Sendable {
  /// `action`, or `action.effectiveness` for a structure.
  public let name: String
  /// The fields; the index is the slot.
  public let fields: [Field]
  /// Derived fields; their slots follow. Only record types have any.
  public let derived: [DerivedField]
  /// The layout of the structure a field holds, by slot; nil for the others.
  public let nested: [Int?]
  /// The record types a reference may lead to, by slot; empty where the field is no reference or
  /// leads to records of any type. Sorted indices into `RecordTypeCatalog.types`.
  public let targets: [[Int]]
  /// Whether a date field holds a fact that cannot lie in the future, by slot.
  public let isPast: [Bool]
  /// Whether a date field may hold a year long gone, by slot: texts of law, founding dates.
  public let isHistoric: [Bool]
  /// Whether a text field holds a code, by slot.
  public let isCode: [Bool]
  /// The object type for the expression checker.
  public let objectType: ObjectType
  /// Field names, exact.
  let names: ByteTable
  /// Folded names and labels.
  let headings: ByteTable
  /// Words of enumerations and of truth values, by slot.
  let words: [WordTable?]

  /// Number of slots, derived fields included.
  public var slotCount: Int { fields.count + derived.count }

  /// The slot of the field or derived field called `name`, or nil.
  public func slot(of name: String) -> Int? {
    if let slot = names.value(of: name.utf8) { return Int(slot) }
    guard let index = derived.firstIndex(where: { $0.name.equalsByBytes(name) }) else {
      return nil
    }
    return fields.count + index
  }

  /// The slot of the field a key or heading means: by exact name, else by folded name or label.
  func slot(ofKey key: ArraySlice<UInt8>) -> Int? {
    if let slot = names.value(of: key) { return Int(slot) }
    let folded = Fold.heading(key)
    return folded.isEmpty ? nil : headings.value(of: folded).map(Int.init)
  }
}

/// The words under which a value stands in registers, folded.
struct WordTable: Sendable {
  /// The values: an enumeration's literals.
  let literals: [String]
  private let exact: ByteTable
  private let folded: ByteTable
  /// Words without their endings; -1 where two values share one.
  private let stems: ByteTable

  /// A table of an enumeration's literals and their synonyms.
  init(literals: [String], synonyms: [String: [String]]) {
    self.literals = literals
    var exact = ByteTable()
    var folded = ByteTable()
    for (index, literal) in literals.enumerated() {
      exact.insert(literal.utf8, Int32(index))
    }
    for (index, literal) in literals.enumerated() {
      folded.insert(Fold.heading(Array(literal.utf8)[...]), Int32(index))
    }
    for (index, literal) in literals.enumerated() {
      for word in synonyms[literal] ?? [] {
        exact.insert(word.utf8, Int32(index))
        let key = Fold.heading(Array(word.utf8)[...])
        if !key.isEmpty { folded.insert(key, Int32(index)) }
      }
    }
    var stems = ByteTable()
    folded.forEach { key, index in
      let stem = Self.stem(Array(key))
      if let other = stems.insert(stem, index), other != index { stems.set(stem, -1) }
    }
    self.exact = exact
    self.folded = folded
    self.stems = stems
  }

  /// The literal that `text` stands for, as an index, or nil.
  func literal(of text: ArraySlice<UInt8>) -> Int? {
    if let index = exact.value(of: text) { return Int(index) }
    let key = Fold.heading(text)
    if key.isEmpty { return nil }
    if let index = folded.value(of: key) { return Int(index) }
    // `Oui (LEX)`, `1-Urgente`, `🔴 Ouverte`: a note behind the word, a sign or number before it.
    let bare = Fold.heading(Self.withoutNotes(text))
    if !bare.isEmpty, bare != key, let index = folded.value(of: bare) { return Int(index) }
    if let index = stems.value(of: Self.stem(bare.isEmpty ? key : bare)) {
      return index < 0 ? nil : Int(index)
    }
    return remarked(text)
  }

  /// `Audit interne AI-02`, `Reportée au T1 2027`, `Fait le 12/03`: a word of the list, then a code
  /// or what a preposition begins. Any other word may turn the meaning: `Fait en partie`.
  private func remarked(_ text: ArraySlice<UInt8>) -> Int? {
    let words = text.split { $0 <= 0x20 }
    guard words.count > 1, words.count <= 16 else { return nil }
    for count in stride(from: words.count - 1, through: 1, by: -1) {
      let next = words[count]
      let isCode = next.contains { (0x30...0x39).contains($0) }
      guard isCode || Self.prepositions.contains(Fold.heading(next)) else { continue }
      let head = text[text.startIndex..<words[count - 1].endIndex]
      let key = Fold.heading(head)
      if key.isEmpty || Self.negations.contains(key) { continue }
      if let index = folded.value(of: key) { return Int(index) }
      if let index = stems.value(of: Self.stem(key)), index >= 0 { return Int(index) }
    }
    return nil
  }

  private static let prepositions = Set(
    [
      "au", "le", "du", "par", "depuis", "jusqu'au", "on", "by", "since", "until", "to", "في",
      "إلى", "من",
    ]
    .map { Fold.heading(Array($0.utf8)[...]) })
  private static let negations = Set(
    ["non", "no", "not", "pas", "لا", "غير"].map { Fold.heading(Array($0.utf8)[...]) })

  /// Without the endings of plural and gender: `Soldées` is `Soldé`.
  private static func stem(_ word: [UInt8]) -> [UInt8] {
    var word = word
    if word.count > 3, word.last == UInt8(ascii: "s") || word.last == UInt8(ascii: "x") {
      word.removeLast()
    }
    while word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
    return word
  }

  private static func withoutNotes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    if let open = text.firstIndex(of: UInt8(ascii: "(")), open > text.startIndex {
      text = text[..<open]
    }
    let rest = text.drop { byte in
      (0x30...0x39).contains(byte) || byte == 0x20 || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ":")
    }
    return rest.isEmpty ? text : rest
  }
}
