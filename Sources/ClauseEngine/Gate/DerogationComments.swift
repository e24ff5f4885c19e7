import ClauseDocuments
import ClauseRecords
import ClauseSource

/// Derogations in comments of a file, as records of the type `derogation`.
///
/// `<!-- clauselint:derogation rule=R until=D approved=D reason="..." approver=P -->` on lines of
/// its own in Markdown, `# clauselint: derogation rule=R ...` in YAML and front matter. The record
/// that holds the comment is the one it is about. From here on it is a record like any other: the
/// same fields are required and the same rules look at it.
struct DerogationComments {
  /// What the comments of a file, or of a run, hold.
  struct Found: Sendable {
    /// The derogations as records; nil without any.
    var records: BoundFile?
    /// Where they stand.
    var spans: Set<Span> = []
    /// Comments that are none, though they mean to be.
    var problems: [RecordProblem] = []
  }

  let file: SourceFile
  let document: ReadDocument
  let bound: BoundFile

  /// The names in comments and the fields they stand for.
  private static let names = [
    "rule": "rule", "until": "expires_on", "approved": "approved_on", "reason": "reason",
    "approver": "approved_by",
  ]

  /// A comment that means to be a derogation.
  struct Comment {
    /// The whole comment.
    var span: Span
    /// The words after `derogation`, as a range of the file.
    var words: Range<Int>
    /// Whether nothing else stands on its line before it.
    var standsAlone: Bool
  }

  /// Reads the comments and binds them.
  func find(by binder: RecordBinder, catalog: RecordTypeCatalog) -> Found {
    var found = Found()
    guard catalog.type(named: "derogation") != nil else { return found }
    let comments = CommentScanner(file: file, document: document).comments()
    guard !comments.isEmpty else { return found }
    var tree = DocumentTree()
    var entries: [NodeID] = []
    for comment in comments {
      guard let record = holder(of: comment) else {
        found.problems.append(problem(comment, .commentWithoutRecord))
        continue
      }
      var words = CommentWords(file: file, range: comment.words)
      guard let pairs = words.read(), let rule = pairs.first(where: { $0.key == "rule" }) else {
        found.problems.append(problem(comment, .commentForm, at: words.position))
        continue
      }
      let target = catalog.types[record.typeIndex].name + ":" + record.id
      var children: [NodeID] = []
      func add(_ key: String, _ value: String, _ span: Span) {
        children.append(tree.addScalar(key.utf8, style: .plain, span: comment.span))
        children.append(tree.addScalar(value.utf8, style: .quoted, span: span))
      }
      // Of a record without an id it has none either: the number of a row is no name.
      if !record.hasMadeUpID { add("id", record.id + "/" + rule.value, comment.span) }
      add("record", target, comment.span)
      for pair in pairs { add(Self.names[pair.key] ?? pair.key, pair.value, pair.span) }
      entries.append(tree.addMapping(children, span: comment.span))
      found.spans.insert(comment.span)
    }
    guard !entries.isEmpty else { return found }
    tree.addRoot(
      tree.addSequence(entries, span: Span(file: file.id, start: 0, end: file.bytes.count)))
    found.records = binder.bind(
      file, ReadDocument(tree: tree), plan: BindingPlan(type: "derogation", dates: .iso))
    return found
  }

  /// The record that holds a comment: the last one that begins before it, if the comment is not
  /// set further out than the record.
  private func holder(of comment: Comment) -> BoundRecord? {
    let start = Int(comment.span.start)
    if let body = document.bodyStart, start >= body {
      return bound.records.count == 1
        ? bound.records.first : bound.records.last { Int($0.span.start) <= start }
    }
    let line = file.lineIndex(of: start)
    let candidate = bound.records.last { record in
      Int(record.span.start) <= start || file.lineIndex(of: Int(record.span.start)) == line
    }
    guard let record = candidate else { return nil }
    let isInside = start < Int(record.span.end) && Int(record.span.start) <= start
    guard comment.standsAlone, !isInside else { return record }
    let column = file.position(of: start).column
    return column >= file.position(of: Int(record.span.start)).column ? record : nil
  }

  private func problem(
    _ comment: Comment, _ detail: ProblemDetail, at offset: Int? = nil
  ) -> RecordProblem {
    let bytes = file.bytes[Int(comment.span.start)..<Int(comment.span.end)]
    let place = file.position(of: offset ?? Int(comment.span.start))
    return RecordProblem(
      .derogationComment, record: nil, recordType: nil, recordID: nil, fieldPath: "",
      span: comment.span,
      arguments: [
        .init("value", String(decoding: bytes.prefix(200), as: UTF8.self)),
        .init("place", "\(place.line):\(place.column)"),
      ], detail: detail)
  }
}

/// Reads `key=value` and `key="value"` up to the end of a comment.
private struct CommentWords {
  struct Pair {
    var key: String
    var value: String
    var span: Span
  }

  let file: SourceFile
  let range: Range<Int>
  /// Where reading has come to, or stopped.
  var position: Int

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    position = range.lowerBound
  }

  /// The pairs; nil when a word is none or a key comes twice.
  mutating func read() -> [Pair]? {
    var pairs: [Pair] = []
    while true {
      skipBlanks()
      guard position < range.upperBound else { return pairs }
      let keyStart = position
      while position < range.upperBound, Self.isKeyByte(file.bytes[position]) { position += 1 }
      let key = String(decoding: file.bytes[keyStart..<position], as: UTF8.self)
      guard !key.isEmpty, position < range.upperBound, file.bytes[position] == UInt8(ascii: "="),
        !pairs.contains(where: { $0.key == key })
      else { return nil }
      position += 1
      let start = position
      guard let value = value() else { return nil }
      pairs.append(
        Pair(key: key, value: value, span: Span(file: file.id, start: start, end: position)))
    }
  }

  private mutating func value() -> String? {
    guard position < range.upperBound else { return nil }
    var bytes: [UInt8] = []
    guard file.bytes[position] == UInt8(ascii: "\"") else {
      while position < range.upperBound, !CommentBlank.isBlank(file.bytes[position]) {
        bytes.append(file.bytes[position])
        position += 1
      }
      return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
    let open = position
    position += 1
    while position < range.upperBound {
      var byte = file.bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), position < range.upperBound {
        byte = file.bytes[position]
        position += 1
      }
      bytes.append(CommentBlank.isBlank(byte) ? 0x20 : byte)
    }
    position = open
    return nil
  }

  private mutating func skipBlanks() {
    while position < range.upperBound, CommentBlank.isBlank(file.bytes[position]) { position += 1 }
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }
}
