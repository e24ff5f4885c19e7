import ClauseDocuments
import ClauseRecords
import ClauseSource

/// A kind of file in which people keep registers and that no reader reads.
enum UnreadFormat {
  /// Tables that LibreOffice turns into a workbook.
  case spreadsheet
  /// Tables that only the program they were made with can save as a workbook.
  case appSpreadsheet
  /// A text that LibreOffice turns into a Word file.
  case document
  /// A text that somebody wrote, with a table in it.
  case text
  /// A page made from something else.
  case print

  private static let endings: [(ending: String, format: UnreadFormat)] = [
    (".xls", .spreadsheet), (".xlsb", .spreadsheet), (".ods", .spreadsheet),
    (".fods", .spreadsheet), (".sxc", .spreadsheet), (".numbers", .appSpreadsheet),
    (".gsheet", .appSpreadsheet), (".doc", .document), (".odt", .document),
    (".fodt", .document), (".sxw", .document), (".rtf", .document), (".html", .text),
    (".htm", .text), (".txt", .text), (".xml", .text),
    (".toml", .text), (".rst", .text), (".adoc", .text), (".asciidoc", .text), (".org", .text),
    (".pdf", .print),
  ]

  /// The format of a file of this name; nil for others, and for what a reader reads.
  static func of(_ path: String) -> UnreadFormat? {
    guard DocumentFormats.reader(forFileNamed: path) == nil else { return nil }
    let lower = path.utf8.suffix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return endings.first {
      lower.count > $0.ending.utf8.count
        && lower.suffix($0.ending.utf8.count).elementsEqual($0.ending.utf8)
    }?.format
  }

  /// What to do with a file of this format to have it read.
  func remedy(_ path: String, _ words: SelectionWords) -> String {
    switch self {
    case .spreadsheet: Self.conversion(of: path, to: "xlsx", words) ?? words.saveAsWorkbook
    case .document: Self.conversion(of: path, to: "docx", words) ?? words.saveAsDocument
    case .appSpreadsheet: words.saveAsWorkbook
    case .text: words.makeTable
    case .print: words.findOriginal
    }
  }

  /// The command that converts a file; nil where a quote in its name would end the argument in a
  /// shell.
  private static func conversion(
    of path: String, to ending: String, _ words: SelectionWords
  ) -> String? {
    path.utf8.contains(UInt8(ascii: "'"))
      ? nil : words.convert("libreoffice --headless --convert-to \(ending) '\(path)'")
  }

  /// The warnings for files that are called like a register and that nobody reads.
  static func registers(
    among paths: [String], catalog: RecordTypeCatalog
  ) -> [Diagnostic] {
    let names = RegisterNames(catalog)
    return paths.compactMap { path in
      guard let format = of(path), let name = names.type(ofPath: path),
        let type = catalog.type(named: name)
      else { return nil }
      return Diagnostic(
        .warning, code: "register-format",
        message: LocalizedText { SelectionWords.of($0).unreadRegister(type.title(in: $0)) },
        place: .path(path), remedy: SelectionWords.text { format.remedy(path, $0) })
    }
  }
}
