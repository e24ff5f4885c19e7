import CEL
import ClauseBytes
import ClauseSource

/// Lays out the objects of all record types and of the structures inside them: first which there
/// are, then each by itself.
struct LayoutBuilder {
  /// An object to be laid out.
  private struct Draft: Sendable {
    var name: String
    var fields: [Field]
    var derived: [DerivedField]
    var marked: Marked
    /// The draft of the structure a field holds, by slot.
    var nested: [Int?] = []
  }

  private let descendants: TypeDescendants
  private var drafts: [Draft?]

  static func build(
    types: [RecordType], descendants: TypeDescendants, spreading: some Spreading
  ) -> RecordTypeCatalog {
    var builder = LayoutBuilder(
      descendants: descendants, drafts: Array(repeating: nil, count: types.count))
    for (index, type) in types.enumerated() {
      builder.add(
        name: type.name, fields: type.fields, derived: type.derived,
        marked: Marked(
          past: Self.paths(type.past), historic: Self.paths(type.historic),
          codes: Self.paths(type.codes)), at: index)
    }
    let drafts = builder.drafts.compactMap { $0 }
    let layouts = spreading.map(drafts.count) { [builder] in builder.layout(of: drafts[$0]) }
    return RecordTypeCatalog(types: types, layouts: layouts)
  }

  private static func paths(_ paths: [String]) -> [ArraySlice<String>] {
    paths.map { $0.split(separator: ".").map(String.init)[...] }
  }

  private init(descendants: TypeDescendants, drafts: [Draft?]) {
    self.descendants = descendants
    self.drafts = drafts
  }

  // Recursion follows the declared structures, whose nesting the type grammar and the document
  // reader bound.
  private mutating func add(
    name: String, fields: [Field], derived: [DerivedField], marked: Marked, at index: Int
  ) {
    var draft = Draft(name: name, fields: fields, derived: derived, marked: marked)
    for field in fields {
      guard let structure = field.type.structureFields else {
        draft.nested.append(nil)
        continue
      }
      let place = drafts.count
      drafts.append(nil)
      add(
        name: name + "." + field.name, fields: structure, derived: [],
        marked: marked.below(field.name), at: place)
      draft.nested.append(place)
    }
    drafts[index] = draft
  }

  private func layout(of draft: Draft) -> ObjectLayout {
    let fields = draft.fields
    let marked = draft.marked
    // A structure is called by its record type and its path.
    let isStructure = draft.name.utf8.contains(UInt8(ascii: "."))
    let objectFields =
      fields.map {
        ObjectField(
          $0.name, celType(of: $0.type, path: draft.name + "." + $0.name),
          isOptional: !$0.isRequired)
      }
      + draft.derived.map {
        ObjectField(
          $0.name, celType(of: $0.type, path: draft.name), isOptional: $0.type != .bool)
      }
    return ObjectLayout(
      name: draft.name, fields: fields, derived: draft.derived, nested: draft.nested,
      targets: (fields.map(\.type) + draft.derived.map(\.type)).map { targets(of: $0) },
      isPast: fields.map { Self.names($0, marked.past) },
      isHistoric: fields.map { Self.names($0, marked.historic) },
      isCode: fields.map { Self.names($0, marked.codes) },
      objectType: ObjectType(name: draft.name, fields: objectFields, isValue: isStructure),
      names: Self.names(of: fields), headings: Self.headings(of: fields),
      words: fields.map(Self.words))
  }

  /// Whether one of `paths` ends at this field.
  private static func names(_ field: Field, _ paths: [ArraySlice<String>]) -> Bool {
    paths.contains { $0.count == 1 && $0.first?.equalsByBytes(field.name) == true }
  }

  /// Paths of fields of which a type says something more.
  private struct Marked: Sendable {
    var past: [ArraySlice<String>]
    var historic: [ArraySlice<String>]
    var codes: [ArraySlice<String>]

    /// What is said of the fields of the structure called `name`.
    func below(_ name: String) -> Marked {
      func rest(_ paths: [ArraySlice<String>]) -> [ArraySlice<String>] {
        paths.filter { $0.count > 1 && $0.first?.equalsByBytes(name) == true }
          .map { $0.dropFirst() }
      }
      return Marked(past: rest(past), historic: rest(historic), codes: rest(codes))
    }
  }

  private func targets(of type: FieldType) -> [Int] {
    guard case .reference(let names) = type.elementType else { return [] }
    return Array(Set(names.flatMap { descendants.types(below: $0) })).sorted()
  }

  private func celType(of type: FieldType, path: String) -> CELType {
    switch type {
    case .string, .text, .file, .url: .string
    case .int: .int
    case .double, .money: .double
    case .bool: .bool
    case .date: .date
    case .instant: .timestamp
    case .period: .period
    case .enumeration(let literals): .enumeration(name: path, values: literals)
    case .reference(let names):
      if names.count == 1, descendants.types(below: names[0]).count == 1,
        descendants.isConcrete(names[0])
      {
        .object(names[0])
      } else {
        .anyObject
      }
    case .list(let element): .list(celType(of: element, path: path))
    case .map: .map(.string, .dyn)
    case .structure: .object(path)
    }
  }

  // MARK: Tables

  private static func names(of fields: [Field]) -> ByteTable {
    var table = ByteTable()
    for (slot, field) in fields.enumerated() { table.insert(field.name.utf8, Int32(slot)) }
    return table
  }

  /// Folded names first, then labels. A type's own labels go before inherited ones, because a
  /// type says more precisely what a heading means in its registers.
  private static func headings(of fields: [Field]) -> ByteTable {
    var table = ByteTable()
    for (slot, field) in fields.enumerated() {
      table.insert(Fold.heading(Array(field.name.utf8)[...]), Int32(slot))
    }
    for (slot, field) in fields.enumerated().reversed() {
      for language in Language.allCases {
        for label in field.labels[language] ?? [] {
          let key = Fold.heading(Array(label.utf8)[...])
          if !key.isEmpty { table.insert(key, Int32(slot)) }
        }
      }
    }
    return table
  }

  private static func words(of field: Field) -> WordTable? {
    switch field.type.elementType {
    case .enumeration(let literals): WordTable(literals: literals, synonyms: field.synonyms)
    case .bool:
      field.synonyms.isEmpty
        ? WordTable.truth : WordTable(literals: ["true", "false"], synonyms: field.synonyms)
    default: nil
    }
  }
}
