internal import ClauseSource

/// Builds a grid from CSV text. A row that cannot be read costs the row.
struct CSVGridBuilder: FaultReporting {
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  let limits: Limits
  private var tokens: CSVTokenizer
  private var parts: GridParts
  private var rowCount = 0
  private var scratch: [UInt8] = []
  var found: [Diagnostic] = []
  var isStopped = false
  private var comments: (count: Int, first: Span?) = (0, nil)
  /// Separators of most lines.
  private let usualSeparators: Int

  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, options: ReadingOptions, limits: Limits
  ) {
    self.file = file
    self.bytes = bytes
    self.limits = limits
    let start = bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    let named = CSVTokenizer.namedSeparator(of: bytes, from: start)
    let first = named?.header ?? start
    let guess = SeparatorEvidence(bytes, from: first)
    let separator = options.delimiter ?? named?.separator ?? guess.separator
    usualSeparators = guess.usualCount(of: separator)
    tokens = CSVTokenizer(bytes, separator: separator, from: first)
    parts = GridParts(notation: .csv, bytes: file.bytes)
    parts.cells.reserveCapacity(bytes.count / 10)
  }

  /// Reads the file.
  mutating func run() -> ReadDocument {
    while !tokens.isAtEnd, !isStopped {
      if passOverComment() { continue }
      readRow()
    }
    var document = ReadDocument(tree: nil, diagnostics: found + notes)
    if !isStopped { document.grids = [Grid(parts)] }
    document.facts.delimiter = tokens.separator
    return document
  }

  private var notes: [Diagnostic] {
    guard let first = comments.first else { return [] }
    return [
      Diagnostic(
        .note, code: "csv-comment-rows",
        message: .counted(
          comments.count,
          en: (
            "one commented row was passed over",
            "\(comments.count) commented rows were passed over"
          ),
          fr: (
            "une ligne de commentaire a été laissée de côté",
            "\(comments.count) lignes de commentaire ont été laissées de côté"
          ),
          ar: "أسطر التعليق: لم يقرأ "
            + "\(ArabicNoun.row.counted(comments.count))"), place: .span(first))
    ]
  }

  /// Passes over a line that begins with `#` and a blank, unless it has as many cells as most
  /// lines; answers whether it did.
  private mutating func passOverComment() -> Bool {
    let start = tokens.offset
    guard bytes[start] == UInt8(ascii: "#") else { return false }
    var next = start
    while next < bytes.count, bytes[next] == UInt8(ascii: "#") { next += 1 }
    let isMarked =
      next >= bytes.count || bytes[next] == 0x20 || LineBreak.length(bytes, next, bytes.count) > 0
    guard isMarked else { return false }
    var end = next
    var separators = 0
    while end < bytes.count, LineBreak.length(bytes, end, bytes.count) == 0 {
      if bytes[end] == tokens.separator { separators += 1 }
      end += 1
    }
    // As many cells as the others are a row, even if its first one begins with the sign.
    if separators > 0, separators == usualSeparators { return false }
    comments = (comments.count + 1, comments.first ?? span(start..<end))
    tokens.skipLine()
    return true
  }

  // MARK: Rows

  private mutating func readRow() {
    let row = file.lineIndex(of: tokens.offset) + 1
    let before = parts.cells.count
    var column = 1
    do throws(CSVTokenizer.Fault) {
      while true {
        let cell = try tokens.next()
        add(cell, row, column)
        if cell.end != .separator { break }
        column += 1
        if column > limits.nodesPerFile {
          stop(
            .nodesPerFile, met: column,
            LocalizedText(en: "cells of one row", fr: "cellules d'une ligne", ar: "خلايا سطر واحد"),
            span(cell.range))
          return
        }
      }
    } catch {
      parts.cells.removeLast(parts.cells.count - before)
      report(error)
      tokens.skipLine()
      return
    }
    rowCount += 1
    let place = span(tokens.offset..<tokens.offset)
    if rowCount > limits.records {
      stop(.records, met: rowCount, LocalizedText(en: "rows", fr: "lignes", ar: "الأسطر"), place)
    } else if parts.cells.count > limits.nodesPerFile {
      stop(
        .nodesPerFile, met: parts.cells.count,
        LocalizedText(en: "cells in one file", fr: "cellules d'un fichier", ar: "خلايا ملف واحد"),
        place)
    }
  }

  private mutating func add(_ cell: CSVTokenizer.Cell, _ row: Int, _ column: Int) {
    let inner =
      cell.isQuoted
      ? cell.range.lowerBound + 1..<cell.range.upperBound - 1 : cell.range
    // An empty cell in quotes says that it is empty on purpose.
    let style: ScalarStyle = cell.isQuoted ? .quoted : .plain
    guard cell.hasDoubledQuote else {
      parts.add(row: row, column: column, inPlace: inner, written: cell.range, style: style)
      return
    }
    scratch.removeAll(keepingCapacity: true)
    var offset = inner.lowerBound
    while offset < inner.upperBound {
      scratch.append(bytes[offset])
      offset += bytes[offset] == UInt8(ascii: "\"") ? 2 : 1
    }
    parts.add(row: row, column: column, decoded: scratch, written: cell.range, style: style)
  }

  // MARK: Errors

  private mutating func report(_ fault: CSVTokenizer.Fault) {
    switch fault {
    case .unclosedQuote(let offset):
      add(
        "csv-quote",
        LocalizedText(
          en: "the quoted cell that begins here is never closed",
          fr: "la cellule entre guillemets qui commence ici n'est jamais fermée",
          ar: "الخلية الموضوعة بين علامتي تنصيص والتي تبدأ هنا لم تغلق"), character(offset),
        remedy: LocalizedText(
          en: "Close it with a quotation mark, or double the mark if it belongs to the text.",
          fr: "Fermez-la par un guillemet, ou doublez le guillemet s'il fait partie du texte.",
          ar: "أغلقها بعلامة تنصيص، أو ضاعف العلامة إن كانت جزءا من النص."))
      isStopped = true
    case .strayQuote(let offset):
      add(
        "csv-quote",
        LocalizedText(
          en: "a quotation mark stands inside a cell without quotes",
          fr: "un guillemet figure dans une cellule sans guillemets",
          ar: "توجد علامة تنصيص داخل خلية غير موضوعة بين علامتي تنصيص"), character(offset),
        remedy: LocalizedText(
          en: "Put the whole cell in quotes and double the mark inside.",
          fr: "Mettez toute la cellule entre guillemets et doublez le guillemet à l'intérieur.",
          ar: "ضع الخلية كلها بين علامتي تنصيص وضاعف العلامة داخلها."))
    case .textAfterQuote(let offset):
      add(
        "csv-quote",
        LocalizedText(
          en: "text follows the closing quotation mark of a cell",
          fr: "du texte suit le guillemet fermant d'une cellule",
          ar: "يوجد نص بعد علامة التنصيص التي تغلق الخلية"), character(offset),
        remedy: LocalizedText(
          en: "Double a quotation mark that belongs to the text.",
          fr: "Doublez le guillemet qui fait partie du texte.",
          ar: "ضاعف علامة التنصيص التي هي جزء من النص."))
    }
  }

  private func character(_ offset: Int) -> Span {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return span(offset..<end)
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(file: file.id, start: range.lowerBound, end: range.upperBound)
  }
}
