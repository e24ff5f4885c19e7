import CEL
import ClauseDocuments

/// Tells the rows of records below headings from those that are none.
struct RowClasses {
  let grid: Grid
  /// The columns with headings, in order.
  let columns: [Int]
  /// The headings' texts, in parallel.
  let headings: [[UInt8]]
  /// The column of the identifier, if any.
  let identifier: Int?

  /// What was made of the rows.
  struct Result {
    var records: [Int] = []
    var passedOver: [Register.RowKind: (count: Int, first: Int)] = [:]
    var unheaded: (count: Int, row: Int, column: Int)?

    mutating func pass(_ kind: Register.RowKind, _ row: Int) {
      let known = passedOver[kind]
      passedOver[kind] = ((known?.count ?? 0) + 1, known?.first ?? row)
    }
  }

  /// One row with something in it.
  private struct Line {
    let index: Int
    let row: Int
    /// The cells of headed columns with something in them.
    let filled: [Grid.Cell]
    /// How many blank rows stand directly above.
    let blanksAbove: Int
  }

  /// What the rows of records are like.
  private struct Usual {
    /// How many cells of a row are filled in: half of what the fuller rows have is the border
    /// between records and remarks.
    let filled: Int
    /// Whether the identifiers hold digits, so that a word among them is none.
    let numbersHaveDigits: Bool
  }

  /// Classes the rows from `first` up to `end`.
  func classes(from first: Int, to end: Int) -> Result {
    var result = Result()
    let lines = lines(from: first, to: end, &result)
    let usual = usual(lines)
    let lastRecord = lines.lastIndex { isFull($0, usual) } ?? -1
    let prepared = firstPrepared(lines)
    // Signatures below headings without a record are the end of an empty register.
    var isSigned = false
    for (position, line) in lines.enumerated() {
      if position >= prepared {
        result.pass(.template, line.row)
      } else if let kind = kind(of: line, position, lines, usual, lastRecord) {
        result.pass(kind, line.row)
        isSigned = isSigned || (kind == .signature && result.records.isEmpty)
      } else if isSigned, isSparse(line) {
        result.pass(.note, line.row)
      } else {
        result.records.append(line.row)
        noteUnheaded(line, &result)
      }
    }
    return result
  }

  private func usual(_ lines: [Line]) -> Usual {
    let counts = lines.map(\.filled.count).sorted()
    let filled = counts.isEmpty ? 0 : max(counts[counts.count * 3 / 4], 1)
    var (with, without) = (0, 0)
    for line in lines where line.filled.count * 2 > filled && line.filled.count > 1 {
      guard let cell = line.filled.first(where: { Int($0.column) == identifier }) else { continue }
      if hasDigit(cell) { with += 1 } else { without += 1 }
    }
    return Usual(filled: filled, numbersHaveDigits: with >= without)
  }

  private func hasDigit(_ cell: Grid.Cell) -> Bool {
    String(decoding: grid.text(cell), as: UTF8.self).unicodeScalars.contains {
      $0.properties.numericType != nil
    }
  }

  /// Whether most columns of a row are empty.
  private func isSparse(_ line: Line) -> Bool { line.filled.count * 2 <= columns.count }

  private func lines(from first: Int, to end: Int, _ result: inout Result) -> [Line] {
    var lines: [Line] = []
    var expected = first
    var blanks = 0
    for index in grid.firstIndex(fromRow: first)..<grid.rows.count {
      let row = grid.rows[index].number
      if row >= end { break }
      // In text, a line between two rows belongs to a cell of several, or is that of the dashes.
      for blank in expected..<max(expected, row)
      where grid.notation.isUnpacked && !grid.isReached(blank) {
        result.pass(.blank, blank)
        blanks += 1
      }
      expected = row + 1
      let own = grid.cells[grid.rows[index].cells].filter { !grid.isBlank($0) }
      if own.isEmpty {
        if grid.isReached(row), grid.reaching(row).contains(where: { reaches($0) }) {
          // The lower half of merged cells shows nothing of its own.
          continue
        }
        result.pass(.blank, row)
        blanks += 1
        continue
      }
      let filled = own.filter { columns.contains(Int($0.column)) }
      lines.append(Line(index: index, row: row, filled: filled, blanksAbove: blanks))
      blanks = 0
    }
    return lines
  }

  private func reaches(_ range: Grid.Merged) -> Bool {
    columns.contains { range.columns.contains($0) }
  }

  private func isFull(_ line: Line, _ usual: Usual) -> Bool {
    let reached = grid.reaching(line.row).count { reaches($0) }
    return (line.filled.count + reached) * 2 > usual.filled
  }

  // MARK: What a row is

  /// Why a line is no record; nil when it is one.
  private func kind(
    of line: Line, _ position: Int, _ lines: [Line], _ usual: Usual, _ lastRecord: Int
  ) -> Register.RowKind? {
    if isDamaged(line) { return .damaged }
    guard let first = line.filled.first else { return .note }
    if isRepeated(line) { return .heading }
    let texts = line.filled.map { grid.heading($0) }
    let few = line.filled.count * 2 <= max(usual.filled, 2) && columns.count > 2
    if RowWords.isTotal(texts[0]), few || line.filled.dropFirst().allSatisfy({ isFigure($0) }) {
      return .total
    }
    let isOutside = position > lastRecord
    if few || isOutside, texts.contains(where: RowWords.isSignature) { return .signature }
    if isSparse(line), RowWords.isSignature(texts[0]) { return .signature }
    if grid.isReached(line.row) { return nil }
    if line.filled.count == 1, columns.count > 2, isTitle(first, of: line, usual) {
      return isOutside ? (lastRecord < 0 && isLone(lines) ? nil : .note) : .section
    }
    if isOutside, few, line.blanksAbove > 0 || isBelowNote(position, lines, lastRecord) {
      return .note
    }
    if isOutside, few, RowWords.isLegend(texts[0]) { return .note }
    return nil
  }

  /// Whether a row has a value too many: in a workbook it stands in a column, in a line of text it
  /// may have moved all others.
  private func isDamaged(_ line: Line) -> Bool {
    guard grid.notation == .csv || grid.notation == .markdown, let last = columns.last,
      line.filled.count > 1
    else { return false }
    return grid.cells[grid.rows[line.index].cells].contains {
      Int($0.column) > last && !grid.isBlank($0)
    }
  }

  /// Whether a lone text is a title, a note or a stamp rather than all there is of a record.
  private func isTitle(_ cell: Grid.Cell, of line: Line, _ usual: Usual) -> Bool {
    guard cell.isText, usual.filled > 1 || columns.count > 3 else { return false }
    let isWide = grid.wideRanges(inRow: line.row).contains {
      $0.columns.lowerBound == Int(cell.column)
    }
    // A number alone in the column of numbers is a record that somebody has begun.
    if !isWide, Int(cell.column) == identifier {
      return grid.heading(cell).contains(0x20) || (usual.numbersHaveDigits && !hasDigit(cell))
    }
    return true
  }

  /// Whether there is no more than one line: then it is a record if anything is.
  private func isLone(_ lines: [Line]) -> Bool {
    lines.count == 1 && lines[0].filled.count > 1
  }

  /// Whether the lines between the last record and this one are notes that a gap sets apart.
  private func isBelowNote(_ position: Int, _ lines: [Line], _ lastRecord: Int) -> Bool {
    guard lastRecord >= 0 else { return false }
    var index = position
    while index > lastRecord {
      if lines[index].blanksAbove > 0 { return true }
      if index < position,
        RowWords.isLegend(grid.heading(lines[index].filled.first ?? grid.cells[0]))
      {
        return true
      }
      index -= 1
    }
    return false
  }

  private func isRepeated(_ line: Line) -> Bool {
    guard headings.count > 1 else { return false }
    var matches = 0
    for cell in line.filled {
      guard let index = columns.firstIndex(of: Int(cell.column)) else { return false }
      let text = grid.heading(cell)
      if headings[index] == text || headings[index].suffix(text.count) == text[...] {
        matches += 1
      }
    }
    return matches == line.filled.count && matches > 1
  }

  private func isFigure(_ cell: Grid.Cell) -> Bool {
    if !cell.isText || cell.hasFormula { return true }
    return grid.text(cell).allSatisfy { ($0 < 0x41 && $0 != 0x3A) || $0 == 0xC2 || $0 == 0xA0 }
  }

  /// The first of the lines at the end that hold nothing but formulas and running numbers, which
  /// wait for somebody to fill them in.
  private func firstPrepared(_ lines: [Line]) -> Int {
    var end = lines.count
    while end > 0 {
      let line = lines[end - 1]
      let isPrepared = line.filled.allSatisfy { cell in
        cell.hasFormula
          || (Int(cell.column) == columns.first && !cell.isText && columns.count > 1)
      }
      guard isPrepared, !grid.isReached(line.row), !line.filled.isEmpty else { break }
      end -= 1
    }
    // A register of formulas alone, fed by another sheet, is one all the same.
    return end == 0 ? lines.count : end
  }

  private func noteUnheaded(_ line: Line, _ result: inout Result) {
    for cell in grid.cells[grid.rows[line.index].cells]
    where !grid.isBlank(cell) && !columns.contains(Int(cell.column)) {
      let known = result.unheaded
      result.unheaded = (
        (known?.count ?? 0) + 1, known?.row ?? line.row, known?.column ?? Int(cell.column)
      )
    }
  }
}

/// Words that rows begin with which are no records, in the three languages.
enum RowWords {
  /// `Total`, `Moyenne`, `المجموع`.
  static func isTotal(_ text: [UInt8]) -> Bool {
    begins(text, with: totals) && text.count <= 60
  }

  /// `Fait à …, le …`, `Signature`, `Visa`, `Approuvé par`.
  static func isSignature(_ text: [UInt8]) -> Bool { begins(text, with: signatures) }

  /// `Légende`, `NB`, `Note`, `*`.
  static func isLegend(_ text: [UInt8]) -> Bool {
    if let first = text.first, first == UInt8(ascii: "*") || text.starts(with: "(*".utf8) {
      return first == UInt8(ascii: "*") || text.count > 2
    }
    return begins(text, with: legends)
  }

  private static func begins(_ text: [UInt8], with words: [[UInt8]]) -> Bool {
    let folded = Folding.fold(text.prefix(80))
    return words.contains { word in
      guard folded.starts(with: word) else { return false }
      guard folded.count > word.count else { return true }
      let next = folded[word.count]
      return !((0x61...0x7A).contains(next) || next >= 0x80)
    }
  }

  private static func folded(_ words: [String]) -> [[UInt8]] { words.map { Folding.fold($0.utf8) } }

  private static let totals = folded([
    "total", "totaux", "totals", "sous-total", "sous total", "subtotal", "total général",
    "somme", "sum", "moyenne", "average", "nombre total", "taux global", "score global",
    "المجموع", "مجموع", "الإجمالي", "إجمالي", "المعدل", "المتوسط",
  ])

  private static let signatures = folded([
    "fait à", "fait le", "signature", "signatures", "visa", "visas", "cachet", "rédigé par",
    "établi par", "vérifié par", "approuvé par", "validé par", "préparé par", "rédacteur",
    "rédaction", "vérification", "approbation", "nom et signature", "le responsable qse",
    "le directeur", "la direction", "prepared by", "reviewed by", "approved by", "signed",
    "written by", "done at", "date et signature", "حرر ب", "حرر في", "التوقيع", "توقيع", "إمضاء",
    "الختم", "أعده", "راجعه", "صادق عليه", "المصادقة",
  ])

  private static let legends = folded([
    "légende", "legend", "legende", "nb", "n.b", "nota", "note", "notes", "remarque", "remarques",
    "échelle", "scale", "barème", "abréviations", "key", "source", "commentaires", "criticité",
    "ملاحظة", "ملاحظات", "مفتاح", "دليل الرموز", "سلم",
  ])
}
