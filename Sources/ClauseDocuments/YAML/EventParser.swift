internal import CLibYAML

/// libyaml's event parser over bytes in memory.
///
/// libyaml keeps a pointer into the parser struct itself, so the struct lives on the heap. It does
/// not copy its input either: the bytes must outlive this value.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml insists on an address even where there is nothing to read.
    let nowhere = UnsafeRawPointer(parser).assumingMemoryBound(to: UInt8.self)
    yaml_parser_set_input_string(parser, bytes.baseAddress ?? nowhere, bytes.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// Reads the next event; the caller deletes it. Nil on an error, described by `failure`.
  mutating func next(_ event: inout yaml_event_t) -> Bool {
    isReady && yaml_parser_parse(parser, &event) == 1
  }

  /// What libyaml says after `next` failed.
  var failure: ParserFailure {
    let state = parser.pointee
    return ParserFailure(
      problem: isReady ? Self.text(state.problem) : "out of memory",
      problemMark: Int(state.problem_mark.index),
      context: Self.text(state.context), contextMark: Int(state.context_mark.index),
      isMemory: !isReady || state.error == YAML_MEMORY_ERROR,
      isReader: state.error == YAML_READER_ERROR, readerOffset: Int(state.problem_offset))
  }

  private static func text(_ words: UnsafePointer<CChar>?) -> String {
    words.map { String(cString: $0) } ?? ""
  }
}

/// An error as libyaml reports it.
struct ParserFailure {
  /// What is wrong, one of libyaml's fixed sentences.
  let problem: String
  /// Where it was noticed, in code points.
  let problemMark: Int
  /// What was being read, or empty.
  let context: String
  /// Where that began, in code points.
  let contextMark: Int
  /// Whether memory ran out.
  let isMemory: Bool
  /// Whether the bytes could not be decoded; then only `readerOffset` says where.
  let isReader: Bool
  /// Byte offset of a decoding error.
  let readerOffset: Int
}
