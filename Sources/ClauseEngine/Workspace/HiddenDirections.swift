import ClauseDocuments
import ClauseSource

/// Characters that turn the direction of a text, between the values of a file: in a comment they
/// can make a reader see another text than the one that is read.
enum HiddenDirections {
  /// A warning at the first of them; nil when there is none. In values they are findings.
  static func warning(_ file: SourceFile, _ document: ReadDocument) -> Diagnostic? {
    guard let tree = document.tree, file.bytes.contains(0xE2) else { return nil }
    let end = document.bodyStart ?? file.bytes.count
    let places = file.bytes.indices.dropLast(2).filter { $0 < end && isMark(file.bytes, $0) }
    guard !places.isEmpty else { return nil }
    let values = (0..<tree.count).map { NodeID(Int32($0)) }.filter { tree.kind($0) == .scalar }
      .map(tree.span).sorted()
    guard let first = places.first(where: { !isInside($0, values) }) else { return nil }
    return Diagnostic(
      .warning, code: "hidden-direction",
      message: LocalizedText(
        en: "a comment holds a character that nobody sees and that turns "
          + "the direction of text",
        fr: "un commentaire contient un caractère invisible qui change le sens du texte",
        ar: "يتضمن تعليق محرفا غير مرئي يغير اتجاه النص"),
      place: .span(Span(file: file.id, start: first, end: first + 3)),
      remedy: LocalizedText(
        en: "Delete it: what is shown there is not what is written.",
        fr: "Supprimez-le : ce qui s'affiche n'est pas ce qui est écrit.",
        ar: "احذفه: ما يظهر ليس هو المكتوب."))
  }

  /// U+202A to U+202E and U+2066 to U+2069.
  private static func isMark(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard bytes[offset] == 0xE2 else { return false }
    let (second, third) = (bytes[offset + 1], bytes[offset + 2])
    return second == 0x80 && (0xAA...0xAE).contains(third)
      || second == 0x81 && (0xA6...0xA9).contains(third)
  }

  /// Whether one of the sorted spans holds an offset.
  private static func isInside(_ offset: Int, _ spans: [Span]) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && offset < Int(spans[low - 1].end)
  }
}
