public import ClauseSource

/// A record type as one pack writes it, before inheritance is resolved.
public struct RecordTypeDeclaration: Sendable {
  /// A word with the place it stands at.
  public struct Word: Sendable, Hashable {
    /// The word.
    public var text: String
    /// Where it stands.
    public var span: Span
  }

  /// Labels given to a field by its path.
  struct Labels: Sendable {
    var path: Word
    var labels: [Language: [String]]
  }

  /// Synonyms given to the literals of a field by its path.
  struct Synonyms: Sendable {
    var path: Word
    var words: [LiteralWords]
  }

  /// What one literal is called.
  struct LiteralWords: Sendable {
    var literal: Word
    /// All its synonyms.
    var words: [String]
    /// What people call it, by language.
    var labels: [Language: String] = [:]
  }

  /// The type's name.
  public var name: Word
  /// The type it extends.
  public var extends: Word?
  /// The name of all its records.
  public var plural: Word?
  /// Whether it is only to be extended.
  public var isAbstract = false
  /// The pack it is declared by.
  public var pack: String
  var title = LocalizedText()
  var fields: [Field] = []
  var derived: [DerivedField] = []
  /// What people call one such record, and its register.
  var names: [Language: [String]] = [:]
  /// Fields by the field of the same thing before measures.
  var twins: [(field: Word, twin: Word)] = []
  /// Whether its records are files.
  var describesFiles = false
  var labels: [Labels] = []
  /// Labels that mean a field only where the values of the column say so.
  var also: [Labels] = []
  var synonyms: [Synonyms] = []
  var acyclic: [Word] = []
  var past: [Word] = []
  var historic: [Word] = []
  var codes: [Word] = []
  var identifier: Word?
  var assumed: [(field: Word, value: Word)] = []
  var prose: [Word] = []
  var signs: [(field: Word, comparator: Word)] = []
  var called: [Word] = []
  var office: [Word] = []
  var accountable: [Word] = []
  var live: ExpressionSource?
  /// Records that rows of its registers carry beside their own.
  var parts: [RecordPartDeclaration] = []

  init(name: Word, pack: String) {
    self.name = name
    self.pack = pack
  }
}
