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
  /// The record types a reference may lead to, by slot; empty where the field is no reference.
  /// Sorted indices into `RecordTypeCatalog.types`.
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
    self.exact = exact
    self.folded = folded
  }

  /// The literal that `text` stands for, as an index, or nil.
  func literal(of text: ArraySlice<UInt8>) -> Int? {
    if let index = exact.value(of: text) { return Int(index) }
    let key = Fold.heading(text)
    return key.isEmpty ? nil : folded.value(of: key).map(Int.init)
  }
}
