internal import ClauseBytes
internal import ClauseSource

/// The anchors of one document and what each stands for.
struct AnchorTable {
  /// One anchor.
  struct Anchor {
    /// The anchored node; nil while it is still being read.
    var node: NodeID?
    /// Nodes below and with it, aliases expanded.
    var nodes: Int
    /// Bytes of text below and with it, aliases expanded.
    var bytes: Int
    /// Whether it may be a key.
    var isScalar: Bool
    /// Where it was set.
    let span: Span
  }

  private var indexes = ByteTable()
  private var anchors: [Anchor] = []
  /// Anchors set in the whole file.
  private(set) var countInFile = 0

  /// Forgets the anchors at the end of a document: an alias reaches no other document.
  mutating func beginDocument() {
    indexes = ByteTable()
    anchors.removeAll(keepingCapacity: true)
  }

  /// The anchor with this name.
  func anchor(named name: String) -> Anchor? {
    indexes.value(of: name.utf8).map { anchors[Int($0)] }
  }

  /// Sets an anchor and answers its index. A name set before now means the new node.
  mutating func open(_ name: String, span: Span) -> Int {
    countInFile += 1
    anchors.append(Anchor(node: nil, nodes: 0, bytes: 0, isScalar: false, span: span))
    indexes.set(name.utf8, Int32(anchors.count - 1))
    return anchors.count - 1
  }

  /// The node of an anchor is complete.
  mutating func close(_ index: Int, node: NodeID, nodes: Int, bytes: Int, isScalar: Bool) {
    anchors[index].node = node
    anchors[index].nodes = nodes
    anchors[index].bytes = bytes
    anchors[index].isScalar = isScalar
  }
}
