import ClauseDocuments
import ClauseEngine
import ClauseRules
import ClauseSource
import Testing

/// A rule may find something in an incomplete record, pass it, or say that it cannot decide; it
/// never fails to evaluate.
@Suite struct IncompleteRecordTests {
  /// Fields dropped at random from the records of every rule's own examples.
  @Test(arguments: [UInt64(1), 2, 3])
  func noShippedRuleErrs(seed: UInt64) {
    let library = PackLibrary.load(folders: [Folders.rules])
    var set = library.packs
    var random = SplitMix(state: seed)
    for index in set.rules.indices {
      set.rules[index].rule.tests = set.rules[index].rule.tests.map { Self.thinned($0, &random) }
    }
    let results = PackTestRunner(packs: set, files: library.files, limits: Limits(), jobs: 2).run()
    #expect(results.count > 900)
    let errors = results.flatMap { result in
      result.complaints.filter { $0.contains("could not be evaluated") }
        .map { "\(result.rule) test \(result.number): \($0)" }
    }
    #expect(errors.isEmpty, "\(errors.prefix(5))")
  }

  /// The test with about a third of the fields of its records dropped.
  private static func thinned(_ test: RuleTest, _ random: inout SplitMix) -> RuleTest {
    var test = test
    let original = test.tree
    test.given = copy(test.given, of: original, into: &test.tree, level: 0, &random)
    return test
  }

  private static func copy(
    _ node: NodeID, of original: DocumentTree, into tree: inout DocumentTree, level: Int,
    _ random: inout SplitMix
  ) -> NodeID {
    switch original.kind(node) {
    case .scalar: return node
    case .sequence:
      let children = original.children(node).map {
        copy($0, of: original, into: &tree, level: level + 1, &random)
      }
      return tree.addSequence(children, span: original.span(node))
    case .mapping:
      var links: [NodeID] = []
      for (key, value) in original.entries(node) {
        // The keys of the outermost mapping name record types.
        if level > 0, original.string(key) != "id", random.next() % 3 == 0 { continue }
        links.append(key)
        links.append(copy(value, of: original, into: &tree, level: level + 1, &random))
      }
      return tree.addMapping(links, span: original.span(node))
    }
  }

  /// SplitMix64: the same numbers everywhere.
  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }
}
