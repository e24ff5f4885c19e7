import ClauseDocuments
import ClauseRecords
import ClauseSource
import Testing

/// Declarations of what rows carry beside their own record, and of how registers are read.
@Suite struct RecordPartTests {
  private static let types = """
    risk:
      plural: risks
      fields: { name: string!, level: "enum{low, high}", score: int, sign: "enum{le, ge}", actions: list<ref<action>>, owner: ref<risk> }
      @
    action:
      plural: actions
      fields: { origin: ref<risk>, other: ref<action>, text: text!, start_on: date, end_on: date, status: string }
    """

  private func read(_ lines: String) throws -> (catalog: RecordTypeCatalog, messages: [String]) {
    let text = Self.types.replacing("@", with: lines)
    let file = SourceFile(id: FileID(0), path: "types.yaml", bytes: Array(text.utf8))
    let tree = try #require(YAMLReader().read(file, limits: Limits()).tree, "\(lines)")
    let read = RecordTypeReader.read(
      try #require(tree.roots.first), of: tree, in: file, pack: "test")
    let built = RecordTypeCatalog.build(from: read.declarations)
    return (built.catalog, (read.diagnostics + built.diagnostics).map { $0.message[.english] })
  }

  @Test func aPartIsFound() throws {
    let (catalog, messages) = try read(
      "carries: { actions: { type: action, back: origin, text: text, fields: [status], "
        + "shared: { name: status }, period: [start_on, end_on], register: true } }")
    #expect(messages == [])
    let type = try #require(catalog.index(ofType: "risk"))
    let part = try #require(catalog.parts[type].first)
    #expect(part.name == "actions" && part.isWholeRegister)
    #expect(part.link == catalog.slot(of: "actions", inType: type))
    #expect(part.period != nil)
    let path = try #require(catalog.slotPath(of: "actions.status", inType: type))
    #expect(catalog.path(of: path, inType: type) == "actions.status")
    #expect(catalog.part(at: path, inType: type)?.type == part.type)
    #expect(catalog.part(at: [0], inType: type) == nil)
  }

  @Test(arguments: [
    ("carries: { actions: { text: text } }", "a part needs type:"),
    ("carries: { actions: { type: action } }", "a part needs text:"),
    ("carries: { actions: { type: acton, text: text } }", "there is no record type 'acton'"),
    ("carries: { actions: { type: action, text: txt } }", "'action' has no field 'txt'"),
    ("carries: { actions: { type: action, text: text, fields: [statu] } }", "no field 'statu'"),
    ("carries: { owner: { type: action, text: text } }", "refers to no 'action'"),
    ("carries: { steps: { type: action, text: text } }", "nothing joins the part 'steps'"),
    ("carries: { steps: { type: action, text: text, back: other } }", "refers to no 'risk'"),
    ("carries: { steps: { type: action, text: text, back: status } }", "refers to no 'risk'"),
    (
      "carries: { actions: { type: action, text: text, period: [start_on] } }",
      "names the fields of the first and the last day"
    ),
    (
      "carries: { actions: { type: action, text: text, period: [start_on, status] } }",
      "'status' is string, not a date"
    ),
    ("carries: { actions: { type: action, text: text, feilds: [status] } }", "'feilds' is no key"),
    ("integrity: { assumed: { levl: low } }", "'risk' has no field 'levl'"),
    ("integrity: { assumed: { level: lo } }", "'lo' is not a value of 'level'"),
    ("integrity: { signs: { score: sgn } }", "'risk' has no field 'sgn'"),
    ("integrity: { prose: [name] }", "does not fit 'prose'"),
    ("integrity: { called: [score] }", "does not fit 'called'"),
    ("integrity: { office: [score] }", "does not fit 'office'"),
  ])
  func mistakesAreNamed(_ lines: String, _ message: String) throws {
    let messages = try read(lines).messages
    #expect(messages.contains { $0.contains(message) }, "\(lines): \(messages)")
  }
}
