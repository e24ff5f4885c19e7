import ClauseDocuments
public import ClauseRecords
import ClauseSource

/// Documents of packs that are no declarations: they hold reference records, or nothing that is
/// understood.
extension PackSet {
  /// Every key at the top of such a document is the plural of a record type. Any other, such as a
  /// misspelt `rules`, would lose all that stands under it.
  static func checkRecordKeys(
    _ packs: [RulePack], _ catalog: RecordTypeCatalog, _ diagnostics: inout [Diagnostic]
  ) {
    let known = PackPart.declared + PackPart.kinds + catalog.types.map(\.plural)
    for reference in packs.flatMap(\.records) {
      let tree = reference.tree
      for root in tree.roots {
        if let type = tree.value(root, "type"), tree.kind(type) == .scalar {
          checkType(tree, type, catalog, &diagnostics)
          continue
        }
        for entry in tree.entries(root) where !reference.holds(entry.key, catalog) {
          diagnostics.append(
            MappingReader.unknown(
              tree.string(entry.key), kind: .pack("key of a pack document"), among: known,
              code: "unknown-key", place: tree.span(entry.key)))
        }
      }
    }
  }

  private static func checkType(
    _ tree: DocumentTree, _ node: NodeID, _ catalog: RecordTypeCatalog,
    _ diagnostics: inout [Diagnostic]
  ) {
    let name = tree.string(node)
    guard catalog.type(named: name) == nil else { return }
    diagnostics.append(
      MappingReader.unknown(
        name, kind: .pack("record type"), among: catalog.types.map(\.name),
        code: "unknown-record-type",
        place: tree.span(node)))
  }
}

extension RulePack.ReferenceRecords {
  /// Whether `key` stands for records of a type.
  func holds(_ key: NodeID, _ catalog: RecordTypeCatalog) -> Bool {
    catalog.index(ofPlural: tree.string(key)) != nil
  }

  /// Whether a document has a key that stands for no records, which `PackSet.join` says.
  public func hasUnknownKeys(_ catalog: RecordTypeCatalog) -> Bool {
    tree.roots.contains { root in
      if let type = tree.value(root, "type"), tree.kind(type) == .scalar {
        return catalog.type(named: tree.string(type)) == nil
      }
      return tree.entries(root).contains { !holds($0.key, catalog) }
    }
  }
}
