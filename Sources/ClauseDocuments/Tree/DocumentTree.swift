// ClauseDocuments: one positioned tree for every file format.
// A reader turns bytes into a DocumentTree; nothing above this module knows a format.

import ClauseBytes
public import ClauseSource

/// The number of a node in its tree.
public struct NodeID: Hashable, Sendable {
  /// Index into the tree's arena.
  public let index: Int32

  /// Makes the identifier of the node at `index`.
  @inlinable
  public init(_ index: Int32) { self.index = index }
}

/// What a node is. Scalars are text: what they mean is decided by the declared field type.
public enum NodeKind: UInt8, Sendable {
  /// Text, with nothing below it.
  case scalar
  /// Children in order.
  case sequence
  /// Children alternate key, value. Keys are scalars and unique.
  case mapping
}

/// How a scalar was written, where that can change how it is read.
public enum ScalarStyle: UInt8, Sendable {
  /// Unquoted text: may be empty or `null` and then means "nothing".
  case plain
  /// Quoted or block text: always text.
  case quoted
  /// What stands in a cell of a workbook for a value that is not there: an error such as `#REF!`.
  case failed
  /// The formula of a cell that was never calculated.
  case uncalculated
}

/// A positioned tree in one flat arena.
///
/// Nodes never refer to text of the file: scalars are decoded bytes in one buffer, and each node
/// has the span of the bytes it was written with. An alias appears as the anchored node itself.
public struct DocumentTree: Sendable {
  /// One node of the arena.
  public struct Node: Sendable {
    /// What it is.
    public let kind: NodeKind
    /// How a scalar was written; `.plain` for the others.
    public let style: ScalarStyle
    /// Scalar: first byte in `text`. Others: first entry in `links`.
    public let first: Int32
    /// Scalar: number of bytes. Others: number of entries in `links` (a mapping has two an entry).
    public let count: Int32

    /// Makes a node.
    public init(kind: NodeKind, style: ScalarStyle = .plain, first: Int32, count: Int32) {
      self.kind = kind
      self.style = style
      self.first = first
      self.count = count
    }
  }

  /// How the text of the file became scalars, for mapping positions back.
  public enum Notation: UInt8, Sendable {
    /// YAML styles and escapes.
    case yaml
    /// JSON escapes.
    case json
    /// CSV quoting.
    case csv
    /// Cells of a workbook, copied as they are.
    case cells
    /// Cells of tables in Markdown and values of labels, without their markup.
    case markdown
    /// Cells of tables in a Word file and values of labels, copied as they are.
    case word

    /// Whether a value is a cell or a line, which may have to hold a whole list.
    public var isTable: Bool {
      switch self {
      case .csv, .cells, .markdown, .word: true
      case .yaml, .json: false
      }
    }

    /// Whether the texts have no place in the bytes of the file, and a text of their own is made of
    /// them.
    public var isUnpacked: Bool { self == .cells || self == .word }

    /// Whether tables stand among prose, where many are no registers.
    public var isProse: Bool { self == .markdown || self == .word }
  }

  /// How the scalars were written.
  public let notation: Notation
  /// The roots, one per document of the file, in file order.
  public private(set) var roots: [NodeID] = []
  private var nodes: [Node] = []
  private var spans: [Span] = []
  private var links: [NodeID] = []
  private var text: [UInt8] = []

  /// Makes an empty tree; a reader fills it bottom-up.
  public init(notation: Notation = .yaml) { self.notation = notation }

  /// Number of nodes.
  public var count: Int { nodes.count }

  // MARK: Building

  /// Adds a scalar of decoded UTF-8 bytes.
  public mutating func addScalar(
    _ bytes: some Sequence<UInt8>, style: ScalarStyle, span: Span
  ) -> NodeID {
    let first = text.count
    text.append(contentsOf: bytes)
    return add(
      Node(
        kind: .scalar, style: style, first: Int32(first), count: Int32(text.count - first)),
      span)
  }

  /// Adds a sequence of nodes that are already in the tree.
  public mutating func addSequence(_ children: some Sequence<NodeID>, span: Span) -> NodeID {
    addLinked(.sequence, children, span)
  }

  /// Adds a mapping whose `children` alternate key and value.
  public mutating func addMapping(_ children: some Sequence<NodeID>, span: Span) -> NodeID {
    addLinked(.mapping, children, span)
  }

  /// Adds a collection of the nodes that wait in `pending` from `first` on, and takes them off it.
  ///
  /// Unlike a slice this keeps no second reference to `pending`, which would copy it each time.
  mutating func addCollection(
    _ kind: NodeKind, taking pending: inout [NodeID], from first: Int, span: Span
  ) -> NodeID {
    let firstLink = links.count
    var index = first
    while index < pending.count {
      links.append(pending[index])
      index += 1
    }
    pending.removeLast(pending.count - first)
    return add(
      Node(kind: kind, first: Int32(firstLink), count: Int32(links.count - firstLink)), span)
  }

  /// Makes room for a file of this many bytes.
  mutating func reserve(forBytes count: Int) {
    // About one node in twelve bytes in registers; a wrong guess costs only a copy.
    nodes.reserveCapacity(count / 12)
    spans.reserveCapacity(count / 12)
    links.reserveCapacity(count / 12)
    text.reserveCapacity(count / 2)
  }

  /// Appends a document's root.
  public mutating func addRoot(_ node: NodeID) { roots.append(node) }

  /// The same arena with other roots: a part of the file, or records taken out of a test.
  public func rooted(at nodes: [NodeID]) -> DocumentTree {
    var tree = self
    tree.roots = nodes
    return tree
  }

  private mutating func addLinked(
    _ kind: NodeKind, _ children: some Sequence<NodeID>, _ span: Span
  ) -> NodeID {
    let first = links.count
    links.append(contentsOf: children)
    return add(
      Node(kind: kind, first: Int32(first), count: Int32(links.count - first)), span)
  }

  private mutating func add(_ node: Node, _ span: Span) -> NodeID {
    nodes.append(node)
    spans.append(span)
    return NodeID(Int32(nodes.count - 1))
  }

  // MARK: Reading

  /// What the node is.
  public func kind(_ node: NodeID) -> NodeKind { nodes[Int(node.index)].kind }

  /// How a scalar was written.
  public func style(_ node: NodeID) -> ScalarStyle { nodes[Int(node.index)].style }

  /// The bytes the node was written with, quotes included.
  public func span(_ node: NodeID) -> Span { spans[Int(node.index)] }

  /// The decoded UTF-8 bytes of a scalar; empty for the other kinds.
  public func bytes(_ node: NodeID) -> ArraySlice<UInt8> {
    let entry = nodes[Int(node.index)]
    guard entry.kind == .scalar else { return [] }
    return text[Int(entry.first)..<Int(entry.first + entry.count)]
  }

  /// The decoded text of a scalar; empty for the other kinds.
  public func string(_ node: NodeID) -> String {
    String(decoding: bytes(node), as: UTF8.self)
  }

  /// Whether the node is a scalar of exactly these bytes.
  public func isText(_ node: NodeID, _ wanted: String) -> Bool {
    let entry = nodes[Int(node.index)]
    // Most texts that are compared differ in length already.
    guard entry.kind == .scalar, Int(entry.count) == wanted.utf8.count else { return false }
    return bytes(node).elementsEqual(wanted.utf8)
  }

  /// The children of a sequence, or keys and values alternating of a mapping.
  public func children(_ node: NodeID) -> ArraySlice<NodeID> {
    let entry = nodes[Int(node.index)]
    guard entry.kind != .scalar else { return [] }
    return links[Int(entry.first)..<Int(entry.first + entry.count)]
  }

  /// The entries of a mapping in file order; none for the other kinds.
  public func entries(_ node: NodeID) -> [(key: NodeID, value: NodeID)] {
    guard kind(node) == .mapping else { return [] }
    let links = children(node)
    return stride(from: links.startIndex, to: links.endIndex, by: 2).map {
      (links[$0], links[$0 + 1])
    }
  }

  /// The value under `key`, compared by bytes, or nil.
  public func value(_ node: NodeID, _ key: String) -> NodeID? {
    guard kind(node) == .mapping else { return nil }
    let links = children(node)
    var index = links.startIndex
    while index < links.endIndex {
      if isText(links[index], key) { return links[index + 1] }
      index += 2
    }
    return nil
  }

  /// Whether the node says "nothing": an empty plain scalar, `~` or `null`.
  public func isNull(_ node: NodeID) -> Bool {
    let entry = nodes[Int(node.index)]
    guard entry.kind == .scalar, entry.style == .plain else { return false }
    switch entry.count {
    case 0: return true
    case 1: return isText(node, "~")
    case 4: return isText(node, "null") || isText(node, "Null") || isText(node, "NULL")
    default: return false
    }
  }
}

extension DocumentTree {
  /// Whether two scalars have the same bytes.
  func hasSameText(_ a: NodeID, _ b: NodeID) -> Bool {
    let left = nodes[Int(a.index)]
    let right = nodes[Int(b.index)]
    guard left.count == right.count, left.kind == .scalar, right.kind == .scalar else {
      return false
    }
    if left.first == right.first { return true }
    var offset = 0
    let count = Int(left.count)
    while offset < count, text[Int(left.first) + offset] == text[Int(right.first) + offset] {
      offset += 1
    }
    return offset == count
  }

  /// A hash of a scalar's bytes, which differs from run to run.
  func textHash(_ node: NodeID) -> Int {
    withText(node) { ByteSlots.hash(UnsafeRawBufferPointer($0)) }
  }

  /// Whether a scalar could be canonically equivalent to one of other bytes: false for text of
  /// Latin and Arabic letters in composed form, which is nearly all text.
  func mayHaveEquivalents(_ node: NodeID) -> Bool {
    withText(node) { bytes in
      var offset = 0
      while offset < bytes.count {
        let lead = bytes[offset]
        guard lead >= 0x80 else {
          offset += 1
          continue
        }
        guard offset + 1 < bytes.count else { return true }
        switch (lead, bytes[offset + 1]) {
        // U+0080 to U+02FF.
        case (0xC2...0xCB, _): break
        // Arabic letters and digits, without the marks U+0610 to U+061A and U+064B to U+065F.
        case (0xD8, 0x80...0x8F), (0xD8, 0x9B...0xBF), (0xD9, 0x80...0x8A), (0xD9, 0xA0...0xAF):
          break
        default: return true
        }
        offset += 2
      }
      return false
    }
  }

  /// Calls `body` with the bytes of a scalar, without copying them.
  func withText<R>(_ node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let entry = nodes[Int(node.index)]
    let range =
      entry.kind == .scalar ? Int(entry.first)..<Int(entry.first) + Int(entry.count) : 0..<0
    return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
