/// Under which headings the tables of a Word file stand.
struct WordSections {
  /// A table with the headings it stands under.
  struct Placed {
    let table: WordText.Table
    /// The headings of its section and of those around it, the outermost first.
    let headings: [WordText.Paragraph]
    /// The short line directly above, where it may be what the table is called.
    let caption: WordText.Paragraph?
    /// How many blocks stand before it.
    let before: Int
  }

  private let text: WordText
  private(set) var tables: [Placed] = []

  /// Bytes of a line that may be the name of a table.
  private static let longestCaption = 120

  init(_ text: WordText) {
    self.text = text
    var headings: [WordText.Paragraph] = []
    var above: WordText.Paragraph?
    for (index, block) in text.blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        above = nil
        if let level = paragraph.level {
          headings.removeAll { ($0.level ?? 0) >= level }
          headings.append(paragraph)
        } else if Self.isName(text.bytes[paragraph.text]) {
          above = paragraph
        }
      case .table(let table):
        // A table directly below another one goes on with it.
        tables.append(Placed(table: table, headings: headings, caption: above, before: index))
      }
    }
  }

  /// Whether a line may be a name rather than a sentence or a label.
  private static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longestCaption, !line.contains(0x0A), let last = line.last else {
      return false
    }
    return !".:;,".utf8.contains(last) && !line.contains(UInt8(ascii: ":"))
  }

  /// The name of the section of a table: the line above it where that is set in bold or no heading
  /// is there, else the nearest heading.
  func name(of placed: Placed) -> String? {
    let caption = placed.caption.flatMap {
      placed.headings.isEmpty || text.isBold($0.text) ? $0 : nil
    }
    return (caption ?? placed.headings.last).map {
      String(decoding: Grid.tidied(text.bytes[$0.text]), as: UTF8.self)
    }
  }

  /// The tables below the heading `title`; all of them where none is asked for.
  func tables(under title: String?) -> [Placed] {
    guard let title else { return tables }
    let wanted = HeadingText.folded(title.utf8)
    let named = tables.lazy.flatMap { $0.headings + [$0.caption].compactMap { $0 } }
      .first { HeadingText.folded(text.bytes[$0.text]) == wanted }
    guard let named else { return [] }
    return tables.filter { placed in
      placed.caption?.number == named.number
        || placed.headings.contains { $0.number == named.number }
    }
  }

  /// The blocks below the heading `title`; all of them where none is asked for, none where there is
  /// no such heading.
  func blocks(under title: String?) -> ArraySlice<WordText.Block> {
    guard let title else { return text.blocks[...] }
    let wanted = HeadingText.folded(title.utf8)
    guard
      let start = text.blocks.firstIndex(where: { block in
        guard let heading = Self.heading(block) else { return false }
        return HeadingText.folded(text.bytes[heading.text]) == wanted
      }), let level = Self.heading(text.blocks[start])?.level
    else { return [] }
    let rest = text.blocks[(start + 1)...]
    let end = rest.firstIndex { (Self.heading($0)?.level).map { $0 <= level } ?? false }
    return rest[..<(end ?? rest.endIndex)]
  }

  /// The block where it is a heading.
  static func heading(_ block: WordText.Block) -> WordText.Paragraph? {
    guard case .paragraph(let paragraph) = block, paragraph.level != nil else { return nil }
    return paragraph
  }
}
