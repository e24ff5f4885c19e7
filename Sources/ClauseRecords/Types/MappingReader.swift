import ClauseDocuments
import ClauseSource

/// Collects diagnostics.
struct DiagnosticSink: Sendable {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func error(_ code: String, _ message: String, _ span: Span, remedy: String = "") {
    diagnostics.append(
      Diagnostic(.error, code: code, english: message, place: .span(span), remedy: remedy))
  }

  mutating func error(
    _ code: String, _ message: String, _ span: Span, also other: Span, _ what: String
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, english: message, place: .span(span),
        related: [.init(english: what, place: .span(other))]))
  }
}

/// Reads the shapes that declarations are made of, with a located error for each wrong one.
struct MappingReader: Sendable {
  let tree: DocumentTree
  /// The file of the tree, for exact places inside scalars.
  let file: SourceFile?

  /// The scalar with its place.
  func word(_ node: NodeID) -> RecordTypeDeclaration.Word {
    RecordTypeDeclaration.Word(text: tree.string(node), span: tree.span(node))
  }

  /// Whether `node` is a mapping; says so when it is not.
  func expectMapping(_ node: NodeID, _ what: String, _ sink: inout DiagnosticSink) -> Bool {
    if tree.kind(node) == .mapping { return true }
    sink.error("shape-mapping", "\(what): a mapping is needed here", tree.span(node))
    return false
  }

  /// The text of a scalar that is not empty, or nil and an error.
  func scalar(
    _ node: NodeID, _ what: String, _ sink: inout DiagnosticSink
  ) -> RecordTypeDeclaration.Word? {
    guard tree.kind(node) == .scalar, !tree.bytes(node).isEmpty else {
      sink.error("shape-scalar", "\(what): a text is needed here", tree.span(node))
      return nil
    }
    return word(node)
  }

  /// `true` or `false`.
  func flag(_ node: NodeID, _ sink: inout DiagnosticSink) -> Bool {
    switch tree.kind(node) == .scalar ? tree.string(node) : "" {
    case "true": return true
    case "false": return false
    default:
      sink.error("shape-flag", "true or false is needed here", tree.span(node))
      return false
    }
  }

  /// A list of texts; a single text is a list of one.
  func words(
    _ node: NodeID, _ what: String, _ sink: inout DiagnosticSink
  ) -> [RecordTypeDeclaration.Word] {
    if tree.kind(node) == .scalar { return scalar(node, what, &sink).map { [$0] } ?? [] }
    guard tree.kind(node) == .sequence else {
      sink.error("shape-list", "\(what): a list of texts is needed here", tree.span(node))
      return []
    }
    return tree.children(node).compactMap { scalar($0, what, &sink) }
  }

  /// The language of a key, or nil and an error.
  func language(_ key: NodeID, _ sink: inout DiagnosticSink) -> Language? {
    let code = tree.string(key)
    if let language = Language.allCases.first(where: { $0.rawValue.equalsByBytes(code) }) {
      return language
    }
    unknownKey(key, "a text in languages", Language.allCases.map(\.rawValue), &sink)
    return nil
  }

  /// A text, or a mapping of languages to texts.
  func localizedText(_ node: NodeID, _ sink: inout DiagnosticSink) -> LocalizedText {
    if tree.kind(node) == .scalar {
      return scalar(node, "a text", &sink).map { LocalizedText([.english: $0.text]) }
        ?? LocalizedText()
    }
    guard expectMapping(node, "a text in languages", &sink) else { return LocalizedText() }
    var texts: [Language: String] = [:]
    for (key, value) in tree.entries(node) {
      guard let language = language(key, &sink), let text = scalar(value, "a text", &sink) else {
        continue
      }
      texts[language] = text.text
    }
    return LocalizedText(texts)
  }

  /// Reports a key that is none of `known`, with the nearest of them.
  func unknownKey(
    _ key: NodeID, _ what: String, _ known: [String], _ sink: inout DiagnosticSink
  ) {
    let text = tree.string(key)
    sink.error(
      "key-unknown",
      "'\(text)' is no key of \(what)\(NearName.suggestion(for: text, among: known))",
      tree.span(key), remedy: "Known keys: " + known.joined(separator: ", ") + ".")
  }

  /// The place of a byte range of a scalar's decoded text; the whole scalar without the file.
  func span(of range: Range<Int>, in node: NodeID) -> Span {
    guard let file else { return tree.span(node) }
    let map = ScalarMap(file, tree, node)
    return map.isExact ? map.span(of: range) : tree.span(node)
  }
}
