public import ClauseDocuments
public import ClauseSource

/// Reads the `types:` mapping of a pack or configuration document.
public struct RecordTypeReader: Sendable {
  private let reader: MappingReader
  private let pack: String
  private var sink = DiagnosticSink()

  private init(tree: DocumentTree, file: SourceFile?, pack: String) {
    self.reader = MappingReader(tree: tree, file: file)
    self.pack = pack
  }

  /// The types declared below `node`, and everything wrong with their declarations.
  ///
  /// With the file, an error inside a quoted type points at the exact characters.
  public static func read(
    _ node: NodeID, of tree: DocumentTree, in file: SourceFile? = nil, pack: String
  ) -> (declarations: [RecordTypeDeclaration], diagnostics: [Diagnostic]) {
    var reader = RecordTypeReader(tree: tree, file: file, pack: pack)
    let declarations = reader.declarations(node)
    return (declarations, reader.sink.diagnostics)
  }

  private static let keys = [
    "abstract", "plural", "extends", "title", "names", "describes_files", "fields", "labels",
    "also", "twins", "synonyms", "carries", "derived", "integrity",
  ]
  private static let integrityKeys = [
    "acyclic", "past", "historic", "codes", "identifier", "assumed", "prose", "signs", "called",
    "office", "accountable",
    "live",
  ]

  private mutating func declarations(_ node: NodeID) -> [RecordTypeDeclaration] {
    guard reader.expectMapping(node, "types", &sink) else { return [] }
    var result: [RecordTypeDeclaration] = []
    for (key, value) in reader.tree.entries(node) {
      let name = reader.word(key)
      if let trouble = DeclaredName.troubleAsType(name.text) {
        sink.error("record-type-name", trouble, name.span)
        continue
      }
      guard reader.expectMapping(value, "a record type", &sink) else { continue }
      result.append(declaration(name, value))
    }
    return result
  }

  private mutating func declaration(
    _ name: RecordTypeDeclaration.Word, _ node: NodeID
  ) -> RecordTypeDeclaration {
    var type = RecordTypeDeclaration(name: name, pack: pack)
    for (key, value) in reader.tree.entries(node) {
      switch reader.tree.string(key) {
      case "abstract": type.isAbstract = reader.flag(value, &sink)
      case "plural": type.plural = reader.scalar(value, "plural", &sink)
      case "extends": type.extends = reader.scalar(value, "extends", &sink)
      case "title": type.title = reader.localizedText(value, &sink)
      case "fields": type.fields = fields(value)
      case "names":
        if reader.expectMapping(value, "names", &sink) { type.names = byLanguage(value, "names") }
      case "describes_files": type.describesFiles = reader.flag(value, &sink)
      case "twins":
        if reader.expectMapping(value, "twins", &sink) {
          type.twins = reader.tree.entries(value).map {
            (reader.word($0.key), reader.word($0.value))
          }
        }
      case "labels": type.labels = labels(value, "labels")
      case "also": type.also = labels(value, "also")
      case "synonyms": type.synonyms = synonyms(value)
      case "carries": type.parts = RecordPartReader(reader: reader).parts(value, &sink)
      case "derived": type.derived = derived(value)
      case "integrity": integrity(value, &type)
      default: reader.unknownKey(key, "a record type", Self.keys, &sink)
      }
    }
    checkPlural(type)
    return type
  }

  private mutating func checkPlural(_ type: RecordTypeDeclaration) {
    if let plural = type.plural {
      if type.isAbstract {
        sink.error(
          "record-type-plural", "an abstract record type has no records and so no plural",
          plural.span)
      } else if let trouble = DeclaredName.troubleAsPlural(plural.text) {
        sink.error("record-type-plural", trouble, plural.span)
      }
    } else if !type.isAbstract {
      sink.error(
        "record-type-plural", "the record type '\(type.name.text)' has no plural", type.name.span,
        remedy: "Add plural: with the key under which files list such records.")
    }
  }

  // MARK: Fields

  private mutating func fields(_ node: NodeID) -> [Field] {
    guard reader.expectMapping(node, "fields", &sink) else { return [] }
    var result: [Field] = []
    for (key, value) in reader.tree.entries(node) {
      let name = reader.word(key)
      if let trouble = DeclaredName.troubleAsField(name.text) {
        sink.error("record-type-field", trouble, name.span)
        continue
      }
      guard var field = fieldType(value, name) else { continue }
      field.span = name.span
      result.append(field)
    }
    return result
  }

  private mutating func fieldType(_ node: NodeID, _ name: RecordTypeDeclaration.Word) -> Field? {
    switch reader.tree.kind(node) {
    case .mapping:
      return Field(name: name.text, type: .structure(fields(node)))
    case .sequence:
      sink.error(
        "field-type-syntax", "the type of '\(name.text)' is a word or a mapping",
        reader.tree.span(node), remedy: "Lists are written list<...>.")
      return nil
    case .scalar:
      do {
        let result = try TypeGrammar.parse(reader.tree.bytes(node))
        return Field(name: name.text, type: result.type, isRequired: result.isRequired)
      } catch {
        sink.error("field-type-syntax", error.message, reader.span(of: error.range, in: node))
        return nil
      }
    }
  }

  private mutating func labels(
    _ node: NodeID, _ what: String
  ) -> [RecordTypeDeclaration.Labels] {
    guard reader.expectMapping(node, what, &sink) else { return [] }
    return reader.tree.entries(node).map { key, value in
      let isMapping = reader.expectMapping(value, "labels of a field", &sink)
      return RecordTypeDeclaration.Labels(
        path: reader.word(key), labels: isMapping ? byLanguage(value, what) : [:])
    }
  }

  private mutating func byLanguage(_ node: NodeID, _ what: String) -> [Language: [String]] {
    var result: [Language: [String]] = [:]
    for (code, words) in reader.tree.entries(node) {
      guard let language = reader.language(code, &sink) else { continue }
      result[language] = reader.words(words, what, &sink).map(\.text)
    }
    return result
  }

  private mutating func synonyms(_ node: NodeID) -> [RecordTypeDeclaration.Synonyms] {
    guard reader.expectMapping(node, "synonyms", &sink) else { return [] }
    return reader.tree.entries(node).map { key, value in
      var words: [RecordTypeDeclaration.LiteralWords] = []
      if reader.expectMapping(value, "synonyms of a field", &sink) {
        for (literal, list) in reader.tree.entries(value) {
          words.append(literalWords(reader.word(literal), list))
        }
      }
      return RecordTypeDeclaration.Synonyms(path: reader.word(key), words: words)
    }
  }

  /// Synonyms as a list, or by language; the first of a language is what people call the value.
  private mutating func literalWords(
    _ literal: RecordTypeDeclaration.Word, _ node: NodeID
  ) -> RecordTypeDeclaration.LiteralWords {
    var result = RecordTypeDeclaration.LiteralWords(literal: literal, words: [])
    guard reader.tree.kind(node) == .mapping else {
      result.words = reader.words(node, "synonyms", &sink).map(\.text)
      return result
    }
    for (code, list) in reader.tree.entries(node) {
      guard let language = reader.language(code, &sink) else { continue }
      let words = reader.words(list, "synonyms", &sink).map(\.text)
      result.words += words
      result.labels[language] = words.first
    }
    return result
  }

  // MARK: Derived fields and integrity

  private mutating func derived(_ node: NodeID) -> [DerivedField] {
    guard reader.expectMapping(node, "derived", &sink) else { return [] }
    return reader.tree.entries(node).compactMap { key, value in
      derivedField(reader.word(key), value)
    }
  }

  private mutating func derivedField(
    _ name: RecordTypeDeclaration.Word, _ node: NodeID
  ) -> DerivedField? {
    if let trouble = DeclaredName.troubleAsField(name.text) {
      sink.error("record-type-field", trouble, name.span)
      return nil
    }
    guard reader.expectMapping(node, "a derived field", &sink) else { return nil }
    var type: FieldType?
    var definition: DerivedField.Definition?
    for (key, value) in reader.tree.entries(node) {
      switch reader.tree.string(key) {
      case "type": type = derivedType(value)
      case "value" where definition == nil:
        if reader.scalar(value, "value", &sink) != nil {
          definition = .expression(ExpressionSource(tree: reader.tree, node: value))
        }
      case "ends" where definition == nil:
        definition = .ends(reader.words(value, "ends", &sink).map(Self.end))
      case "value", "ends":
        sink.error(
          "record-type-field", "a derived field has value or ends, not both",
          reader.tree.span(key))
      default: reader.unknownKey(key, "a derived field", ["type", "value", "ends"], &sink)
      }
    }
    guard let type, let definition else {
      sink.error(
        "record-type-field",
        "the derived field '\(name.text)' needs type and either value or ends", name.span)
      return nil
    }
    let field = DerivedField(name: name.text, type: type, definition: definition, span: name.span)
    guard fits(field) else { return nil }
    return field
  }

  /// `actions` is a field of the record itself, `action.origin` one of another type.
  private static func end(_ word: RecordTypeDeclaration.Word) -> RelationEnd {
    let parts = word.text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    return parts.count == 2
      ? RelationEnd(type: parts[0], field: parts[1], span: word.span)
      : RelationEnd(type: nil, field: word.text, span: word.span)
  }

  private mutating func fits(_ field: DerivedField) -> Bool {
    var isRelation = false
    if case .list(.reference) = field.type { isRelation = true }
    if case .ends(let ends) = field.definition {
      if isRelation, !ends.isEmpty { return true }
      sink.error(
        "record-type-field", "'\(field.name)' has ends and so is a list of references",
        field.span, remedy: "Write its type as list<ref<...>> and name the fields under ends.")
      return false
    }
    if isRelation {
      sink.error(
        "record-type-field", "'\(field.name)' is a list of references and so has ends, not value",
        field.span)
    }
    return !isRelation
  }

  private mutating func derivedType(_ node: NodeID) -> FieldType? {
    let allowed: [FieldType] = [.bool, .date, .int, .double, .string]
    guard let word = reader.scalar(node, "type", &sink) else { return nil }
    if let type = allowed.first(where: { $0.spelling.equalsByBytes(word.text) }) { return type }
    if let type = try? TypeGrammar.parse(reader.tree.bytes(node)).type,
      case .list(.reference) = type
    {
      return type
    }
    let near = NearName.suggestion(for: word.text, among: allowed.map(\.spelling))
    sink.error(
      "field-type-syntax",
      "a derived field is bool, date, int, double, string or list<ref<...>>, "
        + "not '\(word.text)'\(near)", word.span)
    return nil
  }

  private mutating func integrity(_ node: NodeID, _ type: inout RecordTypeDeclaration) {
    guard reader.expectMapping(node, "integrity", &sink) else { return }
    for (key, value) in reader.tree.entries(node) {
      switch reader.tree.string(key) {
      case "acyclic": type.acyclic += reader.words(value, "acyclic", &sink)
      case "past": type.past += reader.words(value, "past", &sink)
      case "historic": type.historic += reader.words(value, "historic", &sink)
      case "codes": type.codes += reader.words(value, "codes", &sink)
      case "identifier": type.identifier = reader.scalar(value, "identifier", &sink)
      case "assumed":
        if reader.expectMapping(value, "assumed", &sink) {
          type.assumed += reader.tree.entries(value).compactMap { key, value in
            reader.scalar(value, "assumed", &sink).map { (reader.word(key), $0) }
          }
        }
      case "prose": type.prose += reader.words(value, "prose", &sink)
      case "signs":
        if reader.expectMapping(value, "signs", &sink) {
          type.signs += reader.tree.entries(value).compactMap { key, value in
            reader.scalar(value, "signs", &sink).map { (reader.word(key), $0) }
          }
        }
      case "called": type.called += reader.words(value, "called", &sink)
      case "office": type.office += reader.words(value, "office", &sink)
      case "accountable": type.accountable += reader.words(value, "accountable", &sink)
      case "live":
        if reader.scalar(value, "live", &sink) != nil {
          type.live = ExpressionSource(tree: reader.tree, node: value)
        }
      default: reader.unknownKey(key, "integrity", Self.integrityKeys, &sink)
      }
    }
  }
}
