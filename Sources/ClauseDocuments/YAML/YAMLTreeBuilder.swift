internal import CLibYAML
internal import ClauseSource

/// Builds a tree from libyaml's events. Iterative: open collections wait on a stack of frames.
struct YAMLTreeBuilder: FaultReporting {
  /// A collection that is still open.
  private struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    /// Offset at which its content begins.
    let start: Int
    /// Index in `pending` of its first child.
    let firstPending: Int
    /// Index of its anchor, or nil.
    let anchor: Int?
    /// Whether it is a key, or lies within one; that was reported once.
    let isInKey: Bool
    /// Nodes and bytes below it, itself not counted, aliases expanded.
    var nodes = 0
    var bytes = 0
    /// Where the last thing inside ends.
    var end: Int
  }

  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  let limits: Limits
  private var marks: MarkTable
  private var tree = DocumentTree(notation: .yaml)
  private var frames: [Frame] = []
  private var pending: [NodeID] = []
  /// Keys given by an alias: index in `pending` and the place of the alias, which is not the
  /// place of the node.
  private var aliasKeys: [(pending: Int, span: Span)] = []
  private var anchors = AnchorTable()
  private var budget = ExpansionBudget()
  private var documents = 0
  var found: [Diagnostic] = []
  var isStopped = false

  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, limits: Limits
  ) {
    self.file = file
    self.bytes = bytes
    self.range = range
    self.limits = limits
    marks = MarkTable(bytes, range: range)
    tree.reserve(forBytes: range.count)
  }

  /// The tree, or the errors that stand in its way.
  var result: ReadDocument {
    ReadDocument(tree: found.isEmpty ? tree : nil, diagnostics: found)
  }

  /// Reads all events.
  mutating func run() {
    var parser = EventParser(UnsafeBufferPointer(rebasing: bytes[range]))
    while !isStopped {
      var event = yaml_event_t()
      guard parser.next(&event) else {
        let problem = YAMLProblem(
          parser.failure, file: file, bytes: bytes, range: range, marks: &marks,
          openBracket: frames.last { $0.isFlow }?.start)
        found.append(problem.diagnostic(limits: limits))
        return
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return }
      take(event)
    }
  }

  private mutating func take(_ event: yaml_event_t) {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: beginDocument(event)
    case YAML_SCALAR_EVENT: addScalar(event)
    case YAML_ALIAS_EVENT: addAlias(event)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      open(
        event, isMapping: false, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE,
        anchor: sequence.anchor, tag: sequence.tag)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      open(
        event, isMapping: true, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE,
        anchor: mapping.anchor, tag: mapping.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(event)
    default: break
    }
  }

  private mutating func beginDocument(_ event: yaml_event_t) {
    anchors.beginDocument()
    documents += 1
    if documents > limits.documentsPerFile {
      let start = marks.offset(ofMark: Int(event.start_mark.index))
      stop(.documentsPerFile, met: documents, YAMLTreeWords.documentsOneFile, span(start, start))
    }
  }

  // MARK: Scalars

  private mutating func addScalar(_ event: yaml_event_t) {
    let scalar = event.data.scalar
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let place = scalarSpan(event)
    let isKey = isAtKey
    var style: ScalarStyle = scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .quoted
    if let tag = scalar.tag {
      style = readTag(String(cString: tag), text, event) ?? style
    }
    if text.count > limits.scalarBytes {
      stop(.scalarBytes, met: text.count, YAMLTreeWords.bytesOneText, place)
      return
    }
    if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE { checkEscapes(text, place) }
    if isKey { checkKey(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, place) }
    let anchor = openAnchor(scalar.anchor, event)
    guard charge(nodes: 1, bytes: text.count, place) else { return }
    let node = tree.addScalar(text, style: style, span: place)
    if let anchor {
      anchors.close(anchor, node: node, nodes: 1, bytes: text.count, isScalar: true)
    }
    attach(node, end: Int(place.end))
  }

  /// The bytes of the scalar itself, without its anchor, its tag or the blank lines after a block.
  private mutating func scalarSpan(_ event: yaml_event_t) -> Span {
    let scalar = event.data.scalar
    var start = marks.offset(ofMark: Int(event.start_mark.index))
    let end = marks.offset(ofMark: Int(event.end_mark.index))
    if scalar.anchor != nil || scalar.tag != nil {
      start = min(YAMLLayout.contentStart(in: bytes, from: start, limit: range.upperBound), end)
    }
    guard
      scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
    else { return span(start, end) }
    return span(start, YAMLLayout.trimmedEnd(in: bytes, start: start, end: end))
  }

  private mutating func readTag(
    _ tag: String, _ text: UnsafeBufferPointer<UInt8>, _ event: yaml_event_t
  ) -> ScalarStyle? {
    guard let core = CoreTag(rawValue: tag) else {
      refuseTag(event)
      return nil
    }
    guard core.agrees(with: text) else {
      let place = tagSpan(event)
      add(
        "yaml-tag",
        YAMLTreeWords.unfitTag(quoted(place), Excerpt.quoted(text, limits: limits)),
        place,
        remedy: YAMLTreeWords.deleteTag)
      return nil
    }
    return core.style
  }

  private mutating func refuseTag(_ event: yaml_event_t) {
    let place = tagSpan(event)
    add(
      "yaml-tag",
      YAMLTreeWords.unreadTag(quoted(place)),
      place,
      remedy: YAMLTreeWords.deleteTagTypesComeFrom)
  }

  /// The tag of an event, which stands before or after its anchor.
  private mutating func tagSpan(_ event: yaml_event_t) -> Span {
    var start = marks.offset(ofMark: Int(event.start_mark.index))
    while start < range.upperBound, bytes[start] != UInt8(ascii: "!") { start += 1 }
    var end = start
    while end < range.upperBound, !YAMLLayout.isBlankOrBreak(bytes[end]) { end += 1 }
    return span(start, end)
  }

  private func quoted(_ place: Span) -> String {
    Excerpt.quoted(bytes[Int(place.start)..<Int(place.end)], limits: limits)
  }

  private mutating func checkEscapes(_ text: UnsafeBufferPointer<UInt8>, _ place: Span) {
    let raw = bytes[Int(place.start)..<Int(place.end)]
    guard raw.contains(UInt8(ascii: "\\")) else { return }
    guard let fault = ByteScanner.faultInDecodedText(text, limits: limits) else { return }
    let map = ScalarMap(source: bytes, span: place, decoded: text, notation: .yaml)
    let at = map.fileOffset(of: fault.offset)
    let end = map.fileOffset(of: fault.offset + 1)
    add(fault.code, fault.message.writtenAsEscape, span(at, max(at, end)))
  }

  private mutating func checkKey(
    _ text: UnsafeBufferPointer<UInt8>, isPlain: Bool, _ place: Span
  ) {
    if text.count > limits.keyBytes {
      stop(.keyBytes, met: text.count, YAMLTreeWords.bytesOneKey, place)
      return
    }
    // Nearly every key is longer than the words that are no keys.
    guard text.count <= 4 else { return }
    if text.isEmpty || (isPlain && CoreTag.null.agrees(with: text)) {
      add("empty-key", YAMLTreeWords.keyEmpty, place, remedy: YAMLTreeWords.giveKeyNameOrDelete)
    } else if isPlain, text.elementsEqual("<<".utf8) {
      add(
        "merge-key",
        YAMLTreeWords.mergeKeyNotReadYaml, place,
        remedy: YAMLTreeWords.writeMergedKeysOutWhere)
    }
  }

  // MARK: Aliases

  private mutating func addAlias(_ event: yaml_event_t) {
    let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
    let start = marks.offset(ofMark: Int(event.start_mark.index))
    let end = marks.offset(ofMark: Int(event.end_mark.index))
    let place = span(start, end)
    guard let anchor = anchors.anchor(named: name) else {
      add(
        "alias-undefined",
        YAMLTreeWords.undefinedAlias(name), place)
      attach(tree.addScalar([], style: .plain, span: place), end: end)
      return
    }
    guard let node = anchor.node else {
      add(
        "alias-cycle",
        YAMLTreeWords.circularAlias(name), place,
        related: [
          .init(
            message: YAMLTreeWords.anchor(name),
            place: .span(anchor.span))
        ])
      attach(tree.addScalar([], style: .plain, span: place), end: end)
      return
    }
    if let refusal = budget.refusal(
      ofAliasAdding: anchor.nodes, written: tree.count, limits: limits, place: place)
    {
      found.append(refusal)
      isStopped = true
      return
    }
    guard charge(nodes: anchor.nodes, bytes: anchor.bytes, place) else { return }
    if isAtKey {
      if anchor.isScalar {
        aliasKeys.append((pending.count, place))
      } else {
        refuseComplexKey(place)
      }
    }
    attach(node, end: end)
  }

  /// Sets the anchor of an event, if it has one.
  private mutating func openAnchor(
    _ name: UnsafeMutablePointer<UInt8>?, _ event: yaml_event_t
  ) -> Int? {
    guard let name else { return nil }
    let anchor = String(cString: name)
    // The mark is that of the first property, which may be a tag; `&` is in the same stretch.
    var start = marks.offset(ofMark: Int(event.start_mark.index))
    while start < range.upperBound, bytes[start] != UInt8(ascii: "&") { start += 1 }
    let place = span(start, min(start + 1 + anchor.utf8.count, range.upperBound))
    if let earlier = anchors.anchor(named: anchor) {
      add(
        "anchor-redefined",
        YAMLTreeWords.secondAnchor(anchor), place,
        remedy: YAMLTreeWords.giveSecondOneAnotherName,
        related: [
          .init(message: YAMLTreeWords.setFirstHere, place: .span(earlier.span))
        ])
    }
    if anchors.countInFile >= limits.anchorsPerFile {
      stop(.anchorsPerFile, met: anchors.countInFile + 1, YAMLTreeWords.anchorsOneFile, place)
    }
    return anchors.open(anchor, span: place)
  }

  // MARK: Collections

  private mutating func open(
    _ event: yaml_event_t, isMapping: Bool, isFlow: Bool, anchor: UnsafeMutablePointer<UInt8>?,
    tag: UnsafeMutablePointer<UInt8>?
  ) {
    var start = marks.offset(ofMark: Int(event.start_mark.index))
    if anchor != nil || tag != nil {
      start = YAMLLayout.contentStart(in: bytes, from: start, limit: range.upperBound)
    }
    let place = span(start, min(start + 1, range.upperBound))
    guard frames.count < limits.nestingDepth else {
      stop(.nestingDepth, met: frames.count + 1, YAMLTreeWords.nestedMappingsAndLists, place)
      return
    }
    if tag != nil { refuseTag(event) }
    let isInKey = frames.last?.isInKey ?? false
    if isAtKey, !isInKey { refuseComplexKey(place) }
    let isKey = isAtKey || isInKey
    let anchor = openAnchor(anchor, event)
    guard charge(nodes: 1, bytes: 0, place) else { return }
    frames.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, start: start, firstPending: pending.count,
        anchor: anchor, isInKey: isKey, end: start))
  }

  private mutating func close(_ event: yaml_event_t) {
    guard let frame = frames.popLast() else { return }
    let end =
      frame.isFlow ? marks.offset(ofMark: Int(event.end_mark.index)) : max(frame.end, frame.start)
    let place = span(frame.start, end)
    if frame.isMapping { checkKeys(of: frame) }
    let node = tree.addCollection(
      frame.isMapping ? .mapping : .sequence, taking: &pending, from: frame.firstPending,
      span: place)
    if let anchor = frame.anchor {
      anchors.close(
        anchor, node: node, nodes: frame.nodes + 1, bytes: frame.bytes, isScalar: false)
    }
    if !frames.isEmpty {
      frames[frames.count - 1].nodes += frame.nodes
      frames[frames.count - 1].bytes += frame.bytes
    }
    attach(node, end: end)
  }

  private mutating func checkKeys(of frame: Frame) {
    for clash in KeyCheck.clashes(in: pending, from: frame.firstPending, of: tree) {
      let first = frame.firstPending + 2 * clash.first
      let second = frame.firstPending + 2 * clash.second
      found.append(
        clash.diagnostic(
          what: YAMLTreeWords.theKey,
          key: tree.bytes(pending[second]), first: keySpan(first),
          second: keySpan(second), limits: limits))
      if found.count >= maximumReports {
        isStopped = true
        break
      }
    }
    while let last = aliasKeys.last, last.pending >= frame.firstPending { aliasKeys.removeLast() }
  }

  private func keySpan(_ index: Int) -> Span {
    aliasKeys.last { $0.pending == index }?.span ?? tree.span(pending[index])
  }

  private mutating func refuseComplexKey(_ place: Span) {
    add("complex-key", YAMLTreeWords.keyMustBeSingleText, place, remedy: YAMLTreeWords.quoteText)
  }

  // MARK: Common

  /// Whether the next node is a key.
  private var isAtKey: Bool {
    guard let frame = frames.last, frame.isMapping else { return false }
    return (pending.count - frame.firstPending) % 2 == 0
  }

  private mutating func attach(_ node: NodeID, end: Int) {
    if frames.isEmpty {
      if !isEmptyDocument(node) { tree.addRoot(node) }
      return
    }
    pending.append(node)
    frames[frames.count - 1].end = max(frames[frames.count - 1].end, end)
  }

  /// A document without a single byte of content, as between two `---` lines.
  private func isEmptyDocument(_ node: NodeID) -> Bool {
    let place = tree.span(node)
    return tree.kind(node) == .scalar && tree.style(node) == .plain && place.start == place.end
  }

  /// Counts expanded nodes and bytes, here and in the collection around.
  private mutating func charge(nodes: Int, bytes: Int, _ place: Span) -> Bool {
    if !frames.isEmpty {
      frames[frames.count - 1].nodes += nodes
      frames[frames.count - 1].bytes += bytes
    }
    guard let refusal = budget.charge(nodes: nodes, bytes: bytes, limits: limits, place: place)
    else { return true }
    found.append(refusal)
    isStopped = true
    return false
  }

  private func span(_ start: Int, _ end: Int) -> Span {
    Span(file: file.id, start: start, end: end)
  }
}
