import CEL
import ClauseDocuments
import ClauseRecords
import ClauseSource
import Testing

/// Declarations of record types: what they mean, and where each mistake is shown.
struct RecordTypeReaderTests {
  private func read(
    _ marked: Marked
  ) throws -> (catalog: RecordTypeCatalog, diagnostics: [Diagnostic], marks: [Range<Int>]) {
    let file = SourceFile(id: FileID(0), path: "types.yaml", bytes: marked.bytes)
    let tree = try #require(YAMLReader().read(file, limits: Limits()).tree)
    let read = RecordTypeReader.read(
      try #require(tree.roots.first), of: tree, in: file, pack: "test")
    let built = RecordTypeCatalog.build(from: read.declarations)
    return (built.catalog, read.diagnostics + built.diagnostics, marked.ranges)
  }

  @Test(arguments: [
    "string", "text", "int", "double", "money", "bool", "date", "instant", "period", "file", "url",
    "map", "enum{a, b-c, d.e, 1}", "ref<a>", "ref<a|b>", "ref<any>", "list<ref<a|b>>",
    "list<{name: string!, weight: double}>", "{a: int, b: list<date>}",
  ])
  func typesKeepTheirSpelling(_ spelling: String) throws {
    let types = "a: { plural: as_list, fields: { f: \"\(spelling)!\" } }\nb: { plural: bs }"
    let (catalog, diagnostics, _) = try read(Marked(types))
    #expect(diagnostics.map(\.message[.english]) == [])
    let field = try #require(catalog.type(named: "a")?.field(at: "f"))
    #expect(field.type.spelling == spelling)
    #expect(field.isRequired)
  }

  @Test(arguments: [
    ("⟪strin⟫", "unknown type 'strin'; did you mean 'string'?"),
    ("enum{a, ⟪⟫}", "a literal of the enumeration is missing"),
    ("enum{a, ⟪a⟫}", "the literal 'a' stands twice"),
    ("enum⟪⟫", "'{' is missing after enum"),
    ("ref<a⟪⟫", "'>' is missing after the record types"),
    ("ref<⟪⟫>", "the name of a record type is missing"),
    ("list<⟪list<int>⟫>", "a list cannot hold lists"),
    ("list<⟪int!⟫>", "an element of a list cannot be required"),
    (
      "list<{⟪A⟫: int}>",
      "'A' is no name: names are lower-case letters, digits and '_', a letter first"
    ),
    ("list<{a⟪⟫}>", "':' is missing after the field's name"),
    ("string! ⟪x⟫", "nothing may follow the type"),
    ("⟪⟫", "a type is missing"),
  ])
  func mistakesInTypesAreLocated(_ type: String, _ message: String) throws {
    let (_, diagnostics, marks) = try read(
      Marked("a:\n  plural: as_list\n  fields:\n    f: '\(type)'\n"))
    #expect(diagnostics.map(\.message[.english]) == [message])
    #expect(diagnostics.map(\.range) == marks)
  }

  @Test(arguments: [
    (
      "a: { plural: xs, ⟪feilds⟫: {} }",
      "'feilds' is no key of a record type; did you mean 'fields'?"
    ),
    ("⟪a⟫: { fields: {} }", "the record type 'a' has no plural"),
    ("a: { plural: ⟪as_of⟫ }", "'as_of' has another meaning in rules or packs"),
    ("a: { plural: ⟪organization⟫ }", "'organization' has another meaning in rules or packs"),
    ("⟪params⟫: { plural: xs }", "'params' has another meaning in rules"),
    (
      "⟪A-b⟫: { plural: xs }",
      "'A-b' is no name: names are lower-case letters, digits and '_', a letter first"
    ),
    (
      "a: { plural: xs, fields: { ⟪type⟫: int } }",
      "'type' cannot be a field: it names the record type in files"
    ),
    ("a: { plural: xs, fields: { ⟪in⟫: int } }", "'in' is a word of the expression language"),
    (
      "a: { plural: xs, extends: ⟪b⟫ }",
      "there is no record type 'b' to extend; did you mean 'a'?"
    ),
    ("a: { plural: xs }\nb: { plural: ⟪xs⟫ }", "'xs' is already the plural of another type"),
    ("a: { plural: ⟪b⟫ }\nb: { plural: xs }", "'b' is already the name of a type"),
    (
      "person: { plural: xs, fields: { ⟪f⟫: ref<persn> } }",
      "there is no record type 'persn' to refer to; did you mean 'person'?"
    ),
    (
      "a: { plural: xs, fields: { f: int }, labels: { ⟪g⟫: { fr: G } } }",
      "'a' has no field 'g'; did you mean 'f'?"
    ),
    ("a: { plural: xs, labels: { id: { ⟪de⟫: Nr } } }", "'de' is no key of a text in languages"),
    (
      "a: { plural: xs, fields: { f: 'enum{good}' }, synonyms: { f: { ⟪god⟫: [x] } } }",
      "'god' is no value of 'f'; did you mean 'good'?"
    ),
    (
      "a: { plural: xs, fields: { f: int }, synonyms: { ⟪f⟫: { x: [y] } } }",
      "'f' is no enumeration and no bool"
    ),
    (
      "a: { plural: xs, fields: { f: int }, integrity: { past: [⟪f⟫] } }",
      "'f' is int, which does not fit 'past'"
    ),
    ("a: { plural: xs, integrity: { acyclic: [⟪f⟫] } }", "'a' has no field 'f'"),
    (
      "a: { plural: xs, derived: { f: { type: ⟪period⟫, value: x } } , fields: { g: int } }",
      "a derived field is bool, date, int, double, string or list<ref<...>>, not 'period'"
    ),
    (
      "a: { plural: xs, fields: { f: int }, derived: { ⟪f⟫: { type: bool, value: x } } }",
      "'f' is already a field"
    ),
    (
      "a: { plural: xs, derived: { f: { type: list<ref<a>>, ends: [⟪zzzz.g⟫] } } }",
      "there is no record type 'zzzz'"
    ),
    (
      "a: { plural: xs, derived: { f: { type: list<ref<a>>, ends: [⟪a.g⟫] } } }",
      "'a' has no field 'g'"
    ),
    (
      "a: { plural: xs, fields: { g: int }, derived: { f: { type: list<ref<a>>, ends: [⟪g⟫] } } }",
      "'g' is int, which refers to no record"
    ),
    (
      "a: { plural: xs, derived: { ⟪f⟫: { type: bool, ends: [g] } } }",
      "'f' has ends and so is a list of references"
    ),
    (
      "a: { plural: xs, derived: { ⟪f⟫: { type: list<ref<a>>, value: x } } }",
      "'f' is a list of references and so has ends, not value"
    ),
    (
      "a: { plural: xs, derived: { f: { type: bool, value: x, ⟪ends⟫: [g] } } }",
      "a derived field has value or ends, not both"
    ),
    ("a: { plural: xs, fields: ⟪[f]⟫ }", "fields: a mapping is needed here"),
    ("a: { abstract: ⟪yes⟫, plural: xs }", "true or false is needed here"),
    (
      "a: { abstract: true, plural: ⟪xs⟫ }",
      "an abstract record type has no records and so no plural"
    ),
    ("a: { plural: xs, fields: { ⟪id⟫: int } }", "'id' is a string in every record type"),
  ])
  func mistakesInDeclarationsAreLocated(_ text: String, _ message: String) throws {
    let (_, diagnostics, marks) = try read(Marked(text))
    #expect(diagnostics.map(\.message[.english]).contains(message))
    let found = diagnostics.first { $0.message[.english] == message }
    #expect(found?.range == marks.first)
    #expect(diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func circlesOfExtensionAreCut() throws {
    let (catalog, diagnostics, _) = try read(
      """
      a: { plural: xs, extends: b, fields: { f: int } }
      b: { plural: ys, extends: c }
      c: { plural: zs, extends: a }
      """)
    #expect(diagnostics.count == 1)
    #expect(
      diagnostics.first?.message[.english]
        == "record types extend each other in a circle: a, b, c, a")
    #expect(catalog.types.map(\.name) == ["a", "b", "c"])
  }

  @Test func inheritanceFlattensAndOverrides() throws {
    let (catalog, diagnostics, _) = try read(
      """
      base:
        abstract: true
        fields: { title: string, owner: ref<person>, state: "enum{a}" }
        labels: { owner: { fr: [Responsable] } }
        integrity: { accountable: [owner] }
        derived: { ok: { type: bool, value: "true" } }
      person: { plural: people }
      process:
        plural: processes
        extends: base
        fields: { owner: ref<person>!, state: "enum{x, y}", kind: string }
        labels: { owner: { fr: [Pilote] } }
        derived: { due: { type: date, value: as_of } }
      """)
    #expect(diagnostics.isEmpty)
    let process = try #require(catalog.type(named: "process"))
    #expect(process.fields.map(\.name) == ["id", "title", "owner", "state", "kind"])
    #expect(process.fields[2].isRequired)
    #expect(process.fields[2].labels[.french] == ["Responsable", "Pilote"])
    #expect(process.fields[3].type == .enumeration(["x", "y"]))
    #expect(process.derived.map(\.name) == ["ok", "due"])
    #expect(process.accountable == ["owner"])
    #expect(process.slot(of: "due") == 6)
    #expect(process.derived[1].source?.text == "as_of")
    #expect(catalog.type(named: "base") == nil)
  }

  @Test func objectTypesHaveStructuresAndDerivedFields() throws {
    let (catalog, _, _) = try read(Marked(Sample.types))
    #expect(catalog.types.map(\.name) == ["document", "person", "unit"])
    let document = try #require(catalog.index(ofPlural: "documents"))
    #expect(document == 0)
    let names = catalog.objectTypes.map(\.name)
    #expect(names.contains("document.effectiveness"))
    #expect(names.contains("document.criteria"))
    func type(_ field: String) throws -> CELType {
      catalog.celType(
        ofSlot: try #require(catalog.slot(of: field, inType: document)), inLayout: document)
    }
    #expect(try type("owner") == .object("person"))
    #expect(try type("keeper") == .anyObject)
    #expect(try type("about") == .anyObject)
    #expect(try type("related") == .list(.object("document")))
    #expect(try type("criteria") == .list(.object("document.criteria")))
    #expect(try type("facts") == .map(.string, .dyn))
    #expect(
      try type("lifecycle")
        == .enumeration(name: "document.lifecycle", values: ["draft", "in_review", "approved"]))
    #expect(catalog.slotPath(of: "effectiveness.checked_on", inType: document)?.count == 2)
    #expect(catalog.slotPath(of: "criteria.weight", inType: document) == nil)
    #expect(catalog.nearestField(to: "lifecyle", inLayout: document) == "lifecycle")
  }

  @Test func referencesToAbstractTypesReachTheConcreteOnes() throws {
    let types = """
      base: { abstract: true }
      a: { plural: as_list, extends: base }
      b: { plural: bs, extends: base }
      c: { plural: cs, fields: { on: ref<base> } }
      """
    let sample = try Sample(
      types: types,
      [
        SampleFile(
          "all.yaml",
          "as_list: [{ id: A }]\nbs: [{ id: B }]\ncs: [{ id: C, on: B }, { id: D, on: ⟪C⟫ }]")
      ])
    #expect(sample.typeDiagnostics.isEmpty)
    #expect(sample.problems.map(\.kind) == [.refUnresolved])
    #expect(sample.problems.map(\.range) == sample.marks())
  }
}
