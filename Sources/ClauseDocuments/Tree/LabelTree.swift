internal import ClauseSource

/// The labels of a text and their values, gathered to one record: what the readers of texts share.
struct LabelTree: FaultReporting {
  let limits: Limits
  var found: [Diagnostic] = []
  var isStopped = false
  private var tree: DocumentTree
  private var links: [NodeID] = []

  init(notation: DocumentTree.Notation, limits: Limits) {
    tree = DocumentTree(notation: notation)
    self.limits = limits
  }

  /// Nodes so far: two a label.
  var count: Int { links.count }

  /// Adds a label and its value.
  mutating func add(
    _ label: some Collection<UInt8>, at place: Span, value: some Collection<UInt8>,
    at valuePlace: Span
  ) {
    add(label, place)
    add(value, valuePlace)
    if links.count > limits.nodesPerFile {
      stop(
        .nodesPerFile, met: links.count,
        LocalizedText(
          en: "labels in one file", fr: "étiquettes d'un fichier", ar: "التسميات في ملف واحد"),
        valuePlace)
    }
  }

  private mutating func add(_ text: some Collection<UInt8>, _ place: Span) {
    if text.count > limits.scalarBytes {
      stop(
        .scalarBytes, met: text.count,
        LocalizedText(en: "bytes of one value", fr: "octets d'une valeur", ar: "بايتات قيمة واحدة"),
        place)
    }
    links.append(tree.addScalar(text, style: .plain, span: place))
  }

  /// The tree with one record that ends at `end`; nil without labels, and where one of them is
  /// faulty.
  mutating func finish(end: Int) -> DocumentTree? {
    guard !links.isEmpty else { return nil }
    let labels = stride(from: 0, to: links.count, by: 2).map { links[$0] }
    if found.isEmpty { check(labels) }
    guard found.isEmpty, let first = labels.first.map({ tree.span($0) }) else { return nil }
    let start = Int(first.start)
    tree.addRoot(
      tree.addMapping(links, span: Span(file: first.file, start: start, end: max(start, end))))
    return tree
  }

  /// Two labels of one name have two values, and neither is chosen.
  private mutating func check(_ labels: [NodeID]) {
    for label in labels where tree.bytes(label).count > limits.keyBytes {
      stop(
        .keyBytes, met: tree.bytes(label).count,
        LocalizedText(
          en: "bytes of one label", fr: "octets d'une étiquette", ar: "بايتات تسمية واحدة"),
        tree.span(label))
    }
    for clash in KeyCheck.clashes(in: labels, from: 0, step: 1, of: tree) {
      let (first, second) = (labels[clash.first], labels[clash.second])
      found.append(
        clash.diagnostic(
          what: LocalizedText(en: "the label", fr: "l'étiquette", ar: "التسمية"),
          key: tree.bytes(second), first: tree.span(first),
          second: tree.span(second), limits: limits))
    }
  }

  /// Words that head a table of names and values, and are no pair themselves.
  private static let headWords = [
    "", "field", "item", "key", "property", "attribute", "metadata", "champ", "rubrique",
    "propriété", "clé", "élément", "attribut", "information", "الحقل", "البيان", "العنصر",
  ]

  /// Whether a text heads the names of a table of names and values.
  static func isHead(_ text: some Sequence<UInt8>) -> Bool {
    let folded = HeadingText.folded(text)
    return headWords.contains { $0.utf8.elementsEqual(folded) }
  }
}
