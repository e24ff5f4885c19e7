public import ClauseDocuments
public import ClauseSource

/// The text of an expression with the node it was written in, so that errors can be located.
public struct ExpressionSource: Sendable {
  /// The decoded text.
  public var text: String
  /// The bytes it was written with, quotes included.
  public var span: Span
  /// The scalar it was read from.
  public var node: NodeID
  /// The tree that holds the scalar.
  public var tree: DocumentTree

  /// Takes the scalar `node` of `tree` as an expression.
  public init(tree: DocumentTree, node: NodeID) {
    self.text = tree.string(node)
    self.span = tree.span(node)
    self.node = node
    self.tree = tree
  }
}

/// A field that is computed once for every record.
public struct DerivedField: Sendable {
  /// Where its values come from.
  public enum Definition: Sendable {
    /// CEL over the record, `as_of` and `params`.
    case expression(ExpressionSource)
    /// The records that a relation joins to this one, at whichever end it is written.
    case ends([RelationEnd])
  }

  /// Its name in expressions.
  public var name: String
  /// `bool`, `date`, `int`, `double` or `string`; of a relation a list of references.
  public var type: FieldType
  /// Where its values come from.
  public var definition: Definition
  /// Where the field is declared.
  public var span: Span

  /// Makes a derived field.
  public init(name: String, type: FieldType, definition: Definition, span: Span) {
    self.name = name
    self.type = type
    self.definition = definition
    self.span = span
  }

  /// The expression; nil for a relation.
  public var source: ExpressionSource? {
    if case .expression(let source) = definition { return source }
    return nil
  }

  /// The ends of a relation; none for an expression.
  public var ends: [RelationEnd] {
    if case .ends(let ends) = definition { return ends }
    return []
  }

  /// The record's own field in which the relation is written, by which people know it.
  public var ownEnd: String? { ends.first { $0.type == nil }?.field }
}

/// A field in which a relation between two records may be written.
public struct RelationEnd: Sendable, Hashable {
  /// The type of the other record, whose field leads back; nil for a field of the record itself.
  public var type: String?
  /// The field.
  public var field: String
  /// Where it is named.
  public var span: Span

  /// As a pack writes it: `actions`, `action.origin`.
  public var spelling: String { type.map { $0 + "." + field } ?? field }
}

/// A record type with everything it inherits.
public struct RecordType: Sendable {
  /// Its name in expressions: the record.
  public var name: String
  /// The name of all its records, as a key of files and in expressions; empty when abstract.
  public var plural: String
  /// Its name for people.
  public var title: LocalizedText
  /// What people call one such record and its register, by language, in the singular.
  public var names: [Language: [String]] = [:]
  /// For a field that is measured before and after, the field of the same after measures: the
  /// residual gravity of the gravity.
  public var twins: [String: String] = [:]
  /// Whether its records are files: the title block above a register is read by its labels.
  public var describesFiles = false
  /// Whether it is only to be extended.
  public var isAbstract: Bool
  /// `id` first, then inherited fields, then its own. The index of a field is its slot.
  public var fields: [Field]
  /// Computed fields, inherited first. Their slots follow those of `fields`.
  public var derived: [DerivedField]
  /// Fields whose references must not run in circles.
  public var acyclic: [String]
  /// Paths of date fields that hold facts, never later than the as-of date.
  public var past: [String]
  /// Paths of date fields that may hold a year before 1990, such as the signature of a law.
  public var historic: [String]
  /// Text fields that hold codes, which spreadsheets like to take for dates.
  public var codes: [String]
  /// The field that is the id under another name: the code of a document.
  public var identifier: String?
  /// What rows are, by field, whose table has no column for it: the audits of a plan without a
  /// column for their kind are internal ones.
  public var assumed: [(field: String, text: String)] = []
  /// Fields of numbers, with the field that says how to compare with them, which a sign before the
  /// number fills in: `≤ 8`.
  public var signs: [(field: String, comparator: String)] = []
  /// Fields of references in which a text that names no record stands for itself: the measures in
  /// place, of which some are documents.
  public var prose: [String] = []
  /// Fields that together are the name of a person, in whatever order people write its words.
  public var called: [String] = []
  /// Fields that hold the office by which people call a person.
  public var office: [String] = []
  /// Fields that hold persons who must still be there.
  public var accountable: [String]
  /// Which records `accountable` applies to; nil for all.
  public var live: ExpressionSource?
  /// Where it is declared.
  public var span: Span
  /// The pack that declares it.
  public var pack: String

  /// The slot of the field or derived field called `name`, or nil.
  public func slot(of name: String) -> Int? {
    if let index = fields.firstIndex(where: { $0.name.equalsByBytes(name) }) { return index }
    guard let index = derived.firstIndex(where: { $0.name.equalsByBytes(name) }) else {
      return nil
    }
    return fields.count + index
  }

  /// What people call its register in `language`; the name of the type where no pack says it.
  public func title(in language: Language) -> String {
    title.isEmpty ? name : title[language]
  }

  /// The field at `path`, such as `approved_by` or `effectiveness.checked_on`; an index in
  /// brackets is ignored.
  public func field(at path: String) -> Field? {
    var level = fields
    var found: Field?
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let name = part.prefix { $0 != "[" }
      guard let field = level.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        return nil
      }
      found = field
      level = field.type.structureFields ?? []
    }
    return found
  }
}
