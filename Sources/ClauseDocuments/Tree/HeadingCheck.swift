import ClauseSource

extension FaultReporting {
  /// Checks the headings of a table, which are the keys of all its records: each has a text, none
  /// is too long, none stands there twice.
  mutating func checkHeadings(_ headings: [NodeID], of tree: borrowing DocumentTree) {
    for heading in headings {
      let count = tree.bytes(heading).count
      if count == 0 {
        add(
          "empty-key", "a column has no heading", tree.span(heading),
          remedy: "Name the column, or delete it.")
      } else if count > limits.keyBytes {
        stop(.keyBytes, met: count, "bytes of one heading", tree.span(heading))
      }
    }
    for clash in KeyCheck.clashes(in: headings, from: 0, step: 1, of: tree) {
      let (first, second) = (headings[clash.first], headings[clash.second])
      if tree.bytes(second).isEmpty { continue }
      found.append(
        clash.diagnostic(
          what: "the heading", key: tree.bytes(second), first: tree.span(first),
          second: tree.span(second), limits: limits))
    }
  }
}
