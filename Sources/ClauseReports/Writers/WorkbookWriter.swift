import CLibXLSXWriter
import ClauseCalendar
import ClauseSource

/// Writes a workbook (Office Open XML) through libxlsxwriter.
///
/// Every text is written as a string cell: nothing of a record can become a formula or a link.
struct WorkbookWriter: ~Copyable {
  /// What a cell holds.
  enum Cell {
    case empty
    case text(String)
    case number(Double)
    case date(CivilDate)
  }

  /// A column of a table.
  struct Column {
    var heading: String
    /// Width in characters.
    var width: Double
    /// The words a drop-down offers; none for free text.
    var choices: [String] = []
  }

  private let scratch: ScratchFile
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let isRightToLeft: Bool
  private let body: UnsafeMutablePointer<lxw_format>?
  private let head: UnsafeMutablePointer<lxw_format>?
  private let day: UnsafeMutablePointer<lxw_format>?

  /// Characters that Excel accepts in a cell.
  private static let cellLimit = 32_000
  private static let a4: UInt8 = 9
  private static let darkGreen: lxw_color_t = 0x1F4E3D
  private static let white: lxw_color_t = 0xFFFFFF

  /// Begins a workbook that says it was made at the beginning of `date`.
  init(rightToLeft: Bool, title: String, date: CivilDate) throws(OutputTrouble) {
    let scratch = try ScratchFile(named: "report.xlsx")
    guard let book = workbook_new(scratch.path) else {
      throw .failed(
        step: "create", path: scratch.path,
        reason: LocalizedText(en: "no memory", fr: "la mémoire manque", ar: "الذاكرة غير كافية"))
    }
    self.scratch = scratch
    self.book = book
    isRightToLeft = rightToLeft
    body = workbook_add_format(book)
    head = workbook_add_format(book)
    day = workbook_add_format(book)
    for format in [body, head, day] {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
      // Right to left, or left to right: Excel otherwise guesses by the first letter.
      format_set_reading_order(format, rightToLeft ? 2 : 1)
    }
    format_set_bold(head)
    format_set_bg_color(head, Self.darkGreen)
    format_set_font_color(head, Self.white)
    format_set_num_format(day, "yyyy-mm-dd")
    let text = Self.allocated(title)
    defer { text.deallocate() }
    var properties = lxw_doc_properties()
    properties.title = text
    properties.created = Int(date.daysSinceEpoch) * 86_400
    workbook_set_properties(book, &properties)
  }

  /// Adds a sheet with one table: headings, then rows as long as the columns.
  func addSheet(_ name: String, columns: [Column], rows: [[Cell]]) {
    guard let sheet = workbook_add_worksheet(book, Self.sheetName(name)) else { return }
    if isRightToLeft { worksheet_right_to_left(sheet) }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, Self.a4)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_set_footer(sheet, "&C&P / &N")
    for (index, column) in columns.enumerated() {
      let number = lxw_col_t(index)
      worksheet_set_column(sheet, number, number, column.width, nil)
      worksheet_write_string(sheet, 0, number, Self.safe(column.heading), head)
      if !column.choices.isEmpty {
        addChoices(column.choices, to: sheet, column: number, rows: rows.count)
      }
    }
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.prefix(columns.count).enumerated() {
        write(cell, to: sheet, lxw_row_t(index + 1), lxw_col_t(column))
      }
    }
    if !columns.isEmpty {
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(columns.count - 1))
    }
  }

  /// The finished file.
  consuming func bytes() throws(OutputTrouble) -> [UInt8] {
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw .failed(
        step: "write", path: scratch.path,
        reason: LocalizedText { _ in String(cString: lxw_strerror(error)) })
    }
    return try scratch.bytes()
  }

  private func write(
    _ cell: Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t
  ) {
    switch cell {
    case .empty: worksheet_write_blank(sheet, row, column, body)
    case .text(let text): worksheet_write_string(sheet, row, column, Self.safe(text), body)
    case .number(let number): worksheet_write_number(sheet, row, column, number, body)
    case .date(let date):
      // Excel counts days from 1899-12-30, right for every day after February 1900.
      let serial = Int(date.daysSinceEpoch) + 25_569
      if serial > 60 {
        worksheet_write_number(sheet, row, column, Double(serial), day)
      } else {
        worksheet_write_string(sheet, row, column, date.iso, body)
      }
    }
  }

  private func addChoices(
    _ choices: [String], to sheet: UnsafeMutablePointer<lxw_worksheet>, column: lxw_col_t,
    rows: Int
  ) {
    guard rows > 0 else { return }
    var words: [UnsafeMutablePointer<CChar>?] = choices.map { Self.allocated($0) } + [nil]
    defer { for word in words { word?.deallocate() } }
    words.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      worksheet_data_validation_range(
        sheet, 1, column, lxw_row_t(rows), column, &validation)
    }
  }

  /// A copy of a text as C wants it; whoever asks for it deallocates it.
  private static func allocated(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = safe(text).utf8CString
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    return copy.baseAddress ?? .allocate(capacity: 1)
  }

  /// Text without anything a cell cannot hold.
  private static func safe(_ text: String) -> String {
    let words = TerminalText.words(Untrusted(text), in: .english).text
    return String(String.UnicodeScalarView(words.unicodeScalars.prefix(cellLimit)))
  }

  /// A name of at most 31 characters without those that Excel refuses in the name of a sheet. An
  /// apostrophe, which ends names in formulas, is set as printers set it.
  private static func sheetName(_ name: String) -> String {
    let refused: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]
    let scalars = name.unicodeScalars.filter { !refused.contains($0) }
      .map { $0 == "'" ? "\u{2019}" : $0 }.prefix(31)
    return String(String.UnicodeScalarView(scalars))
  }
}
