import ClauseSource

extension Crosswalk {
  /// Holds the crosswalk against the standards that are loaded.
  ///
  /// - Parameter cited: standards the pack may name although no loaded pack declares them.
  func check(
    _ standards: [Standard], cited: [String], _ diagnostics: inout [Diagnostic]
  ) {
    let left = find(from, at: fromSpan, standards, cited, &diagnostics)
    let reached = find(to, at: toSpan, standards, cited, &diagnostics)
    for (index, entry) in entries.enumerated() {
      if let left { check(entry.number, at: entry.span, in: left, &diagnostics) }
      if let reached {
        for target in entry.targets {
          check(target.number, at: target.span, in: reached, &diagnostics)
        }
      }
      if let first = entries[..<index].first(where: { $0.number.equalsByBytes(entry.number) }) {
        diagnostics.append(
          Diagnostic(
            .error, code: "crosswalk-duplicate",
            english: "the clause \(entry.number) is mapped twice", place: .span(entry.span),
            related: [.init(english: "the first one", place: .span(first.span))]))
      }
    }
    if let left {
      let mapped = entries.map(\.number)
      report(
        left.leaves(not: mapped), "of \(from) is mapped to nothing",
        "Map it, or write `withdrawn`: rules on it do not reach \(to).",
        fromSpan, &diagnostics)
    }
    if let reached {
      let mapped = entries.flatMap { $0.targets.map(\.number) }
      report(
        reached.leaves(not: mapped), "of \(to) follows no clause of \(from)",
        "It is new: it needs rules of its own.", toSpan, &diagnostics)
    }
  }

  private func find(
    _ id: String, at span: Span, _ standards: [Standard], _ cited: [String],
    _ diagnostics: inout [Diagnostic]
  ) -> Standard? {
    if let standard = standards.first(where: { $0.id.equalsByBytes(id) }) { return standard }
    // An edition that the pack only cites may be absent: then the crosswalk leads nowhere.
    if cited.contains(where: { $0.equalsByBytes(id) }) { return nil }
    diagnostics.append(
      MappingReader.unknown(
        id, kind: .pack("standard"), among: standards.map(\.id) + cited, code: "unknown-standard",
        place: span))
    return nil
  }

  private func check(
    _ number: String, at span: Span, in standard: Standard, _ diagnostics: inout [Diagnostic]
  ) {
    guard let clause = standard.clause(number) else {
      diagnostics.append(
        MappingReader.unknown(
          number, kind: .pack("clause of \(standard.id)"), among: standard.clauses.map(\.number),
          code: "unknown-clause", place: span))
      return
    }
    if !clause.isLeaf {
      diagnostics.append(
        Diagnostic(
          .error, code: "clause-not-leaf",
          english: "clause \(number) of \(standard.id) has clauses of its own",
          place: .span(span), remedy: "Name the clause below it that is meant."))
    }
  }

  private func report(
    _ numbers: [String], _ what: String, _ remedy: String, _ span: Span,
    _ diagnostics: inout [Diagnostic]
  ) {
    for number in numbers {
      diagnostics.append(
        Diagnostic(
          .warning, code: "crosswalk-unmapped", english: "clause \(number) \(what)",
          place: .span(span), remedy: remedy))
    }
  }
}

extension Standard {
  /// The numbers of the leaf clauses that are none of `numbers`.
  fileprivate func leaves(not numbers: [String]) -> [String] {
    clauses.filter { clause in
      clause.isLeaf && !numbers.contains { $0.equalsByBytes(clause.number) }
    }.map(\.number)
  }
}

extension Rule {
  /// The rule with the clauses that `crosswalks` lead to from those it cites.
  ///
  /// An edition that the rule cites itself is left as its author wrote it.
  func following(_ crosswalks: [Crosswalk], among standards: [Standard]) -> Rule {
    var rule = self
    for crosswalk in crosswalks {
      guard let reached = standards.first(where: { $0.id.equalsByBytes(crosswalk.to) }),
        !clauses.contains(where: { $0.standard.equalsByBytes(crosswalk.to) })
      else { continue }
      for citation in clauses where citation.standard.equalsByBytes(crosswalk.from) {
        for number in crosswalk.targets(of: citation.number) {
          guard reached.clause(number)?.isLeaf == true else { continue }
          let followed = citation.followed(to: crosswalk.to, number)
          if !rule.clauses.contains(where: { $0.clauseID.equalsByBytes(followed.clauseID) }) {
            rule.clauses.append(followed)
          }
        }
      }
    }
    return rule
  }
}
