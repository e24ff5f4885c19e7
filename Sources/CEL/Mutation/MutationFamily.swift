/// One way to change expressions. One file per family; `MutationFamilies.all` is the registry.
protocol MutationFamily: Sendable {
  /// Its name, for listings.
  var name: String { get }
  /// The changes it makes to the node itself.
  func edits(at node: NodeID, in site: MutationSite) -> [MutationEdit]
}

/// A change of one node.
struct MutationEdit {
  /// What stands in place of the node.
  var text: String
  /// The UTF-8 range of the part that is shown as changed.
  var range: Range<Int>
  /// That part as it was.
  var original: String
  /// What it became; nil when it was dropped.
  var replacement: String?
}

/// An expression with what a family asks about its nodes.
struct MutationSite {
  let tree: SyntaxTree
  /// The nodes that belong to the expression, outer ones first, then in the order of the text.
  let nodes: [NodeID]
  private let types: [CELType]
  private let parents: [NodeID: NodeID]
  private let printer: ExpressionText

  init(_ expression: CheckedExpression) {
    tree = expression.tree
    types = expression.types
    printer = ExpressionText(tree: tree)
    var nodes: [NodeID] = []
    var parents: [NodeID: NodeID] = [:]
    var waiting = [tree.root]
    while let node = waiting.popLast() {
      nodes.append(node)
      for child in tree.children(node).reversed() {
        parents[child] = node
        waiting.append(child)
      }
    }
    self.nodes = nodes
    self.parents = parents
  }

  /// The text of a node.
  func text(_ node: NodeID) -> String { printer.text(of: node) }

  /// The text of a node as an operand of something that binds as tightly as `level`.
  func text(_ node: NodeID, within level: ExpressionText.Level) -> String {
    printer.text(of: node, within: level)
  }

  /// The type of a node's value.
  func type(_ node: NodeID) -> CELType { types[Int(node)] }

  /// The node this one is an operand of; nil for the whole expression.
  func parent(_ node: NodeID) -> NodeID? { parents[node] }

  /// The edit that puts `text` in place of a node.
  func replacing(_ node: NodeID, with text: String) -> MutationEdit {
    MutationEdit(
      text: text, range: tree.range(node), original: self.text(node), replacement: text)
  }

  /// The edit that leaves `text` of a node when the part `dropped` is taken away.
  func dropping(_ dropped: NodeID, from text: String) -> MutationEdit {
    MutationEdit(
      text: text, range: tree.range(dropped), original: self.text(dropped), replacement: nil)
  }

  /// The comparison of two dates, when a node is one.
  func dateComparison(_ node: NodeID) -> (BinaryOperator, left: NodeID, right: NodeID)? {
    guard case .binary(let comparison, let left, let right) = tree[node],
      type(left) == .date, type(right) == .date
    else { return nil }
    switch comparison {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return (comparison, left, right)
    default: return nil
    }
  }
}
