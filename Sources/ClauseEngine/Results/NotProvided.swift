import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// The registers that rules of the run ask about and nobody provided.
struct NotProvided {
  /// Types, as indices of the catalog, of which no register was provided.
  let types: Set<Int>
  let catalog: RecordTypeCatalog
  let rules: [CompiledRule]
  /// What rules waited for, by rule, of each shard.
  let wanted: [[Int: Set<Int>]]
  /// The clauses that a rule cites of the standards in scope.
  let citations: (Rule) -> [String]

  /// The registers, those first on which most clauses wait.
  func registers() -> [NotProvidedRegister] {
    var waiting: [Int: Set<Int>] = [:]
    for shard in wanted {
      for (rule, types) in shard {
        // A rule says of the first register only that it lacks it.
        for type in types.union(read(by: rules[rule])) where self.types.contains(type) {
          waiting[type, default: []].insert(rule)
        }
      }
    }
    // A rule about the records of a register has met none.
    for (index, compiled) in rules.enumerated() where compiled.requirement != nil {
      guard case .records(let name) = compiled.rule.subject,
        let type = catalog.index(ofType: name), types.contains(type)
      else { continue }
      waiting[type, default: []].insert(index)
    }
    return waiting.compactMap { type, rules in
      // What no standard in scope looks at nobody has to provide.
      let clauses = Set(rules.flatMap { citations(self.rules[$0].rule) })
      if clauses.isEmpty { return nil }
      return NotProvidedRegister(
        type: catalog.types[type].name, title: catalog.types[type].title, rules: rules.count,
        clauses: clauses.sorted { $0.precedesByBytes($1) })
    }.sorted { a, b in
      a.clauses.count != b.clauses.count
        ? a.clauses.count > b.clauses.count : a.type.precedesByBytes(b.type)
    }
  }

  private func read(by rule: CompiledRule) -> [Int] {
    rule.globalsRead.compactMap { catalog.index(ofPlural: $0) }
  }
}
