/// A small change of an expression, made to see whether anybody notices.
public struct Mutation: Sendable, Hashable {
  /// The name of the family that made it.
  public let family: String
  /// The whole changed expression.
  public let text: String
  /// The UTF-8 range of the changed part in the original text.
  public let range: Range<Int>
  /// The changed part as it was.
  public let original: String
  /// What the part became; nil when it was dropped.
  public let replacement: String?

  /// The change in one line: `a < b` became `a <= b`.
  public var summary: String {
    replacement.map { "`\(original)` became `\($0)`" } ?? "`\(original)` dropped"
  }
}

extension CheckedExpression {
  /// The mutations of the expression, outer parts first, each a text of its own.
  ///
  /// Not every one compiles, and some compile to the same program: the caller sorts them out.
  public func mutations() -> [Mutation] {
    let site = MutationSite(self)
    let printer = ExpressionText(tree: tree)
    var seen: Set<String> = [printer.text(of: tree.root)]
    var mutations: [Mutation] = []
    for node in site.nodes {
      for family in MutationFamilies.all {
        for edit in family.edits(at: node, in: site) {
          let text = printer.text(replacing: node, with: edit.text)
          guard seen.insert(text).inserted else { continue }
          mutations.append(
            Mutation(
              family: family.name, text: text, range: edit.range, original: edit.original,
              replacement: edit.replacement))
        }
      }
    }
    return mutations
  }

  /// The expression written anew from its tree.
  public var canonicalText: String { ExpressionText(tree: tree).text(of: tree.root) }
}
