/// A text report under construction, line by line.
///
/// No line begins with `::` or `##`, blanks aside: CI runners would take it for a command.
public struct TerminalPage: Sendable {
  /// The finished lines.
  public private(set) var bytes: [UInt8] = []
  /// Whether styles are written as SGR sequences.
  public let colour: Bool

  /// An empty page.
  public init(colour: Bool) { self.colour = colour }

  /// Adds a line of `pieces`, one after the other.
  public mutating func line(_ pieces: TerminalText...) { line(pieces) }

  /// Adds a line of `pieces`, one after the other.
  public mutating func line(_ pieces: [TerminalText]) {
    var pieces = pieces
    if TerminalText.beginLikeCommand(pieces),
      let first = pieces.firstIndex(where: { piece in
        piece.text.unicodeScalars.contains { !TerminalText.isBlank($0) }
      })
    {
      pieces[first] = pieces[first].withFirstVisibleShown()
    }
    for piece in pieces {
      if colour, let parameters = piece.style.parameters {
        bytes += Array("\u{1B}[\(parameters)m".utf8)
        bytes += Array(piece.text.utf8)
        bytes += Array("\u{1B}[0m".utf8)
      } else {
        bytes += Array(piece.text.utf8)
      }
    }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(0x0A)
  }

  /// Adds a line of `cells` with two blanks between them.
  public mutating func row(_ cells: [TerminalText]) {
    var pieces: [TerminalText] = []
    for cell in cells {
      if !pieces.isEmpty { pieces.append(.own("  ")) }
      pieces.append(cell)
    }
    line(pieces)
  }

  /// Adds an empty line.
  public mutating func blank() { bytes.append(0x0A) }
}
