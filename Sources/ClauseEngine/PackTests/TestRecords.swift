import ClauseCalendar
import ClauseDocuments
import ClauseRecords
import ClauseRules
import ClauseSource

/// The records of a rule's test, bound like those of any file.
struct TestRecords {
  let catalog: RecordTypeCatalog
  let limits: Limits

  /// The store of the records in `test.given`, read from `file`.
  ///
  /// References to records that are not given lead to records about which nothing else is known,
  /// unless `keepsDangling`.
  func store(
    _ test: RuleTest, file: SourceFile, asOf: CivilDate, keepsDangling: Bool,
    diagnostics: inout [Diagnostic]
  ) -> RecordStore {
    var tree = test.tree
    let sections = self.sections(test, &tree, &diagnostics)
    var store = build(sections, tree, file, asOf, test, &diagnostics)
    if keepsDangling { return store }
    let stubs = self.stubs(store, &tree, at: test.span)
    if !stubs.isEmpty {
      var joined = sections
      for (plural, nodes) in stubs { joined[plural, default: []] += nodes }
      var ignored: [Diagnostic] = []
      store = build(joined, tree, file, asOf, test, &ignored)
    }
    return store
  }

  /// The nodes of the records by plural.
  private func sections(
    _ test: RuleTest, _ tree: inout DocumentTree, _ diagnostics: inout [Diagnostic]
  ) -> [String: [NodeID]] {
    var sections: [String: [NodeID]] = [:]
    for (key, value) in tree.entries(test.given) {
      let name = tree.string(key)
      if let type = catalog.type(named: name) {
        sections[type.plural, default: []].append(identified(value, &tree))
      } else if let type = catalog.type(plural: name) {
        let records = tree.children(value)
        sections[type.plural, default: []] += records.map { identified($0, &tree) }
      } else {
        diagnostics.append(
          MappingReader.unknown(
            name, kind: .pack("record type"),
            among: catalog.types.flatMap { [$0.name, $0.plural] },
            code: "unknown-record-type", place: tree.span(key)))
      }
    }
    return sections
  }

  /// The record with an id: an example that says none is about something else.
  private func identified(_ record: NodeID, _ tree: inout DocumentTree) -> NodeID {
    guard tree.kind(record) == .mapping, tree.value(record, "id") == nil else { return record }
    let span = tree.span(record)
    let key = tree.addScalar("id".utf8, style: .plain, span: span)
    let id = tree.addScalar("given-\(tree.count)".utf8, style: .quoted, span: span)
    return tree.addMapping([key, id] + tree.children(record), span: span)
  }

  private func build(
    _ sections: [String: [NodeID]], _ tree: DocumentTree, _ file: SourceFile, _ asOf: CivilDate,
    _ test: RuleTest, _ diagnostics: inout [Diagnostic]
  ) -> RecordStore {
    var tree = tree
    var links: [NodeID] = []
    for plural in sections.keys.sorted(by: { $0.precedesByBytes($1) }) {
      links.append(tree.addScalar(plural.utf8, style: .plain, span: test.span))
      links.append(tree.addSequence(sections[plural] ?? [], span: test.span))
    }
    let root = tree.addMapping(links, span: test.span)
    let bound = RecordBinder(catalog: catalog, limits: limits).bind(
      file, ReadDocument(tree: tree.rooted(at: [root])), plan: .conventions)
    diagnostics += bound.diagnostics
    let evidence = EvidenceFiles(at: test.existingFiles)
    return RecordStore.build(
      files: [bound], catalog: catalog, asOf: asOf,
      fileFacts: { evidence.isPresent($0) ? .present : .missing })
  }

  /// Records with nothing but an id for every reference that leads nowhere.
  private func stubs(
    _ store: RecordStore, _ tree: inout DocumentTree, at span: Span
  ) -> [String: [NodeID]] {
    var stubs: [String: [NodeID]] = [:]
    var known: Set<String> = []
    for problem in store.problems where problem.kind == .refUnresolved {
      guard let value = problem.argument("value")?.unescaped,
        let owner = problem.recordType.flatMap({ catalog.type(named: $0) }),
        case .reference(let targets) = owner.field(at: problem.fieldPath)?.type.elementType,
        let target = targets.first.flatMap({ catalog.type(named: $0) }) ?? catalog.types.first,
        known.insert(target.plural + "\0" + value).inserted
      else { continue }
      let key = tree.addScalar("id".utf8, style: .plain, span: span)
      let id = tree.addScalar(value.utf8, style: .quoted, span: span)
      stubs[target.plural, default: []].append(tree.addMapping([key, id], span: span))
    }
    return stubs
  }
}
