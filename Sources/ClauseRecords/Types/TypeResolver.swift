import ClauseBytes
public import ClauseSource

extension RecordTypeCatalog {
  /// Resolves inheritance and references between the declared types.
  ///
  /// Whatever is wrong is left out and named in a diagnostic, so that the rest can be checked.
  /// The tables of the types are made by `spreading`; the result is the same for all.
  public static func build(
    from declarations: [RecordTypeDeclaration], spreading: some Spreading = InTurn()
  ) -> (catalog: RecordTypeCatalog, diagnostics: [Diagnostic]) {
    var resolver = TypeResolver(declarations)
    let types = resolver.resolve()
    var catalog = LayoutBuilder.build(
      types: types.concrete, descendants: types.descendants, spreading: spreading)
    var parts = PartResolver(catalog)
    catalog.parts = parts.resolve(resolver.declarations)
    return (catalog, resolver.sink.diagnostics + parts.sink.diagnostics)
  }
}

/// Resolves `extends`, applies labels and synonyms, and checks the names that types refer to.
struct TypeResolver {
  fileprivate let declarations: [RecordTypeDeclaration]
  private var byName: ByteTable
  var sink = DiagnosticSink()

  init(_ all: [RecordTypeDeclaration]) {
    var kept: [RecordTypeDeclaration] = []
    byName = ByteTable()
    for declaration in all {
      if let first = byName.insert(declaration.name.text.utf8, Int32(kept.count)) {
        let other = kept[Int(first)]
        sink.error(
          "record-type-twice",
          "the record type '\(declaration.name.text)' is already declared by '\(other.pack)'",
          declaration.name.span, also: other.name.span, "declared here")
      } else {
        kept.append(declaration)
      }
    }
    declarations = kept
  }

  mutating func resolve() -> (concrete: [RecordType], descendants: TypeDescendants) {
    let parents = declarations.map { parent(of: $0) }
    let order = parentsFirst(parents)
    var types: [RecordType?] = Array(repeating: nil, count: declarations.count)
    for index in order {
      types[index] = type(declarations[index], parent: parents[index].flatMap { types[$0] })
    }
    checkPlurals()
    let sorted = declarations.indices.sorted {
      declarations[$0].name.text.precedesByBytes(declarations[$1].name.text)
    }
    let concrete = sorted.filter { !declarations[$0].isAbstract && isUsable($0) }
    var descendants = TypeDescendants()
    for (position, index) in concrete.enumerated() {
      descendants.addConcrete(declarations[index].name.text)
      var ancestor: Int? = index
      var steps = 0
      while let current = ancestor, steps <= declarations.count {
        descendants.add(position, below: declarations[current].name.text)
        ancestor = parents[current]
        steps += 1
      }
    }
    let result = concrete.compactMap { types[$0] }
    checkReferences(types.compactMap { $0 })
    return (result, descendants)
  }

  private func isUsable(_ index: Int) -> Bool {
    guard let plural = declarations[index].plural else { return false }
    return DeclaredName.troubleAsPlural(plural.text) == nil
  }

  // MARK: Inheritance

  private mutating func parent(of declaration: RecordTypeDeclaration) -> Int? {
    guard let extends = declaration.extends else { return nil }
    if let index = byName.value(of: extends.text.utf8) { return Int(index) }
    let near = NearName.suggestion(for: extends.text, among: declarations.map(\.name.text))
    sink.error(
      "record-type-extends", "there is no record type '\(extends.text)' to extend\(near)",
      extends.span)
    return nil
  }

  /// Indices with every parent before its children; members of a circle are reported and cut.
  private mutating func parentsFirst(_ parents: [Int?]) -> [Int] {
    var order: [Int] = []
    // 0 not met, 1 on the way up, 2 done.
    var state = Array(repeating: UInt8(0), count: parents.count)
    for start in parents.indices {
      var chain: [Int] = []
      var current: Int? = start
      while let index = current, state[index] == 0 {
        state[index] = 1
        chain.append(index)
        current = parents[index]
      }
      if let index = current, state[index] == 1, let extends = declarations[index].extends {
        let path = chain[(chain.firstIndex(of: index) ?? 0)...].map { declarations[$0].name.text }
        sink.error(
          "record-type-extends",
          "record types extend each other in a circle: "
            + (path + [declarations[index].name.text]).joined(separator: ", "), extends.span)
      }
      for index in chain.reversed() {
        state[index] = 2
        order.append(index)
      }
    }
    return order
  }

  private mutating func type(_ declaration: RecordTypeDeclaration, parent: RecordType?)
    -> RecordType
  {
    var type = RecordType(
      name: declaration.name.text, plural: declaration.plural?.text ?? "",
      title: declaration.title, isAbstract: declaration.isAbstract,
      fields: parent?.fields ?? [Field.identifier], derived: parent?.derived ?? [],
      acyclic: parent?.acyclic ?? [], past: parent?.past ?? [],
      historic: parent?.historic ?? [], codes: parent?.codes ?? [],
      accountable: parent?.accountable ?? [], live: declaration.live ?? parent?.live,
      span: declaration.name.span, pack: declaration.pack)
    type.names = declaration.names
    type.describesFiles = declaration.describesFiles
    type.twins = parent?.twins ?? [:]
    for field in declaration.fields { add(field, to: &type) }
    for field in declaration.derived { add(field, to: &type) }
    for entry in declaration.labels {
      amend(entry.path, &type) { field, _ in
        for (language, words) in entry.labels { field.labels[language, default: []] += words }
      }
    }
    for entry in declaration.also {
      amend(entry.path, &type) { field, _ in
        for (language, words) in entry.labels { field.otherLabels[language, default: []] += words }
      }
    }
    LabelCheck(declaration).run(fields: type.fields, &sink)
    for (field, twin) in declaration.twins {
      for word in [field, twin] where type.field(at: word.text) == nil { unknownField(word, type) }
      type.twins[field.text] = twin.text
    }
    for entry in declaration.synonyms {
      amend(entry.path, &type) { field, sink in
        Self.addSynonyms(entry, to: &field, &sink)
      }
    }
    collect(declaration.acyclic, into: &type.acyclic, of: type, "acyclic") {
      if case .reference = $0.elementType { true } else { false }
    }
    collect(declaration.past, into: &type.past, of: type, "past") {
      $0.elementType == .date || $0.elementType == .instant
    }
    collect(declaration.historic, into: &type.historic, of: type, "historic") {
      $0.elementType == .date || $0.elementType == .instant
    }
    collect(declaration.codes, into: &type.codes, of: type, "codes") { $0 == .string }
    takeReading(declaration, parent, &type)
    type.identifier = parent?.identifier
    if let word = declaration.identifier {
      if type.field(at: word.text)?.type == .string {
        type.identifier = word.text
      } else {
        unknownField(word, type)
      }
    }
    collect(declaration.accountable, into: &type.accountable, of: type, "accountable") {
      if case .reference = $0.elementType { true } else { false }
    }
    return type
  }

  /// Adds a field, or puts it in the place of an inherited one, whose labels it keeps.
  private mutating func add(_ field: Field, to type: inout RecordType) {
    if let derived = type.derived.first(where: { $0.name.equalsByBytes(field.name) }) {
      sink.error(
        "record-type-field", "'\(field.name)' is already a derived field",
        field.span ?? type.span, also: derived.span, "declared here")
      return
    }
    guard let index = type.fields.firstIndex(where: { $0.name.equalsByBytes(field.name) }) else {
      type.fields.append(field)
      return
    }
    if index == 0, field.type != .string {
      sink.error(
        "record-type-field", "'id' is a string in every record type", field.span ?? type.span)
      return
    }
    var replaced = field
    replaced.labels = type.fields[index].labels
    replaced.otherLabels = type.fields[index].otherLabels
    if index == 0 { replaced.isRequired = true }
    if field.type == type.fields[index].type {
      replaced.synonyms = type.fields[index].synonyms
      replaced.words = type.fields[index].words
    }
    type.fields[index] = replaced
  }

  private mutating func add(_ field: DerivedField, to type: inout RecordType) {
    if let other = type.fields.first(where: { $0.name.equalsByBytes(field.name) }) {
      sink.error(
        "record-type-field", "'\(field.name)' is already a field", field.span,
        also: other.span ?? type.span, "declared here")
      return
    }
    if let index = type.derived.firstIndex(where: { $0.name.equalsByBytes(field.name) }) {
      type.derived[index] = field
    } else {
      type.derived.append(field)
    }
  }

  /// Changes the field at a path, or reports that there is none.
  private mutating func amend(
    _ path: RecordTypeDeclaration.Word, _ type: inout RecordType,
    _ change: (inout Field, inout DiagnosticSink) -> Void
  ) {
    let parts = path.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if !Self.amend(parts[...], &type.fields, &sink, change) { unknownField(path, type) }
  }

  private static func amend(
    _ path: ArraySlice<String>, _ fields: inout [Field], _ sink: inout DiagnosticSink,
    _ change: (inout Field, inout DiagnosticSink) -> Void
  ) -> Bool {
    guard let name = path.first,
      let index = fields.firstIndex(where: { $0.name.equalsByBytes(name) })
    else { return false }
    if path.count == 1 {
      change(&fields[index], &sink)
      return true
    }
    guard var inner = fields[index].type.structureFields,
      amend(path.dropFirst(), &inner, &sink, change)
    else { return false }
    if case .list = fields[index].type {
      fields[index].type = .list(.structure(inner))
    } else {
      fields[index].type = .structure(inner)
    }
    return true
  }

  private static func addSynonyms(
    _ entry: RecordTypeDeclaration.Synonyms, to field: inout Field, _ sink: inout DiagnosticSink
  ) {
    let literals: [String]
    switch field.type.elementType {
    case .enumeration(let words): literals = words
    case .bool: literals = ["true", "false"]
    default:
      sink.error(
        "record-type-synonyms", "'\(field.name)' is no enumeration and no bool", entry.path.span)
      return
    }
    for entry in entry.words {
      let literal = entry.literal.text
      guard literals.contains(where: { $0.equalsByBytes(literal) }) else {
        let near = NearName.suggestion(for: literal, among: literals)
        sink.error(
          "record-type-synonyms", "'\(literal)' is no value of '\(field.name)'\(near)",
          entry.literal.span)
        continue
      }
      field.synonyms[literal, default: []] += entry.words
      for (language, word) in entry.labels { field.words[literal, default: [:]][language] = word }
    }
  }

  /// Adds the paths that lead to a fitting field and reports the others.
  mutating func collect(
    _ paths: [RecordTypeDeclaration.Word], into list: inout [String], of type: RecordType,
    _ what: String, _ fits: (FieldType) -> Bool
  ) {
    for path in paths {
      guard let field = type.field(at: path.text) else {
        unknownField(path, type)
        continue
      }
      guard fits(field.type) else {
        sink.error(
          "record-type-integrity",
          "'\(path.text)' is \(field.type.spelling), which does not fit '\(what)'", path.span)
        continue
      }
      if !list.contains(where: { $0.equalsByBytes(path.text) }) { list.append(path.text) }
    }
  }

  mutating func unknownField(_ path: RecordTypeDeclaration.Word, _ type: RecordType) {
    let near = NearName.suggestion(for: path.text, among: type.fields.map(\.name))
    sink.error(
      "record-type-field", "'\(type.name)' has no field '\(path.text)'\(near)", path.span)
  }

  // MARK: Names across types

  private mutating func checkPlurals() {
    var plurals = ByteTable()
    for (index, declaration) in declarations.enumerated() {
      guard let plural = declaration.plural, !declaration.isAbstract else { continue }
      if let first = plurals.insert(plural.text.utf8, Int32(index)) {
        let other = declarations[Int(first)].plural?.span ?? plural.span
        sink.error(
          "record-type-plural", "'\(plural.text)' is already the plural of another type",
          plural.span, also: other, "declared here")
      } else if let type = byName.value(of: plural.text.utf8) {
        sink.error(
          "record-type-plural", "'\(plural.text)' is already the name of a type", plural.span,
          also: declarations[Int(type)].name.span, "declared here")
      }
    }
  }

  private mutating func checkReferences(_ types: [RecordType]) {
    let names = declarations.map(\.name.text)
    // An inherited field is looked at once, where it is declared.
    var seen: Set<Span> = []
    for type in types {
      for field in type.fields {
        guard let span = field.span, seen.insert(span).inserted else { continue }
        checkTargets(field.type, span, names)
      }
      for field in type.derived where seen.insert(field.span).inserted {
        checkTargets(field.type, field.span, names)
        for end in field.ends { check(end, of: type, among: types) }
      }
    }
  }

  /// Both ends of a relation are fields that refer to records.
  private mutating func check(_ end: RelationEnd, of type: RecordType, among types: [RecordType]) {
    var owner = type
    if let name = end.type {
      guard let other = types.first(where: { !$0.isAbstract && $0.name.equalsByBytes(name) }) else {
        let near = NearName.suggestion(for: name, among: types.map(\.name))
        sink.error("field-type-target", "there is no record type '\(name)'\(near)", end.span)
        return
      }
      owner = other
    }
    guard let field = owner.fields.first(where: { $0.name.equalsByBytes(end.field) }) else {
      unknownField(.init(text: end.field, span: end.span), owner)
      return
    }
    if case .reference = field.type.elementType { return }
    sink.error(
      "field-type-target",
      "'\(field.name)' is \(field.type.spelling), which refers to no record", end.span)
  }

  private mutating func checkTargets(_ type: FieldType, _ span: Span, _ names: [String]) {
    switch type.elementType {
    case .reference(let targets):
      for target in targets where byName.value(of: target.utf8) == nil {
        let near = NearName.suggestion(for: target, among: names)
        sink.error(
          "field-type-target", "there is no record type '\(target)' to refer to\(near)", span)
      }
    case .structure(let fields):
      for field in fields { checkTargets(field.type, field.span ?? span, names) }
    default: break
    }
  }
}

/// The concrete types below each type's name, for references to abstract types.
struct TypeDescendants: Sendable {
  private var byName = ByteTable()
  private var lists: [[Int]] = []
  private var concrete = ByteTable()

  /// Names a concrete type.
  mutating func addConcrete(_ name: String) { concrete.insert(name.utf8, 1) }

  /// Whether records can be of exactly this type.
  func isConcrete(_ name: String) -> Bool { concrete.value(of: name.utf8) != nil }

  mutating func add(_ type: Int, below name: String) {
    if let list = byName.value(of: name.utf8) {
      lists[Int(list)].append(type)
    } else {
      byName.insert(name.utf8, Int32(lists.count))
      lists.append([type])
    }
  }

  /// Indices of the concrete types below `name`, the type itself included.
  func types(below name: String) -> [Int] {
    byName.value(of: name.utf8).map { lists[Int($0)] } ?? []
  }
}
