public import ClauseAssessment
import ClauseSource

/// What was read as what, for `clauselint sources`.
public enum ReadingTable {
  /// Pages for people: each file that holds records or might, then those passed over, then errors.
  public static func text(
    _ report: ReadingReport, options: ReportOptions = ReportOptions()
  ) -> [UInt8] {
    var writer = ReadingPage(report: report, colour: options.colour)
    return writer.write()
  }

  /// The same for programs, everything included.
  public static func json(_ report: ReadingReport) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "clauselint/sources/1")
      writer.objectMember("summary") { summary in
        summary.member("records", report.recordCount)
        summary.member("files", report.files.count { $0.fate == .assessed })
        summary.member("unknown_headings", report.unknownCount)
        summary.member("passed_over", report.files.count { $0.fate == .passedOver })
      }
      writer.arrayMember("files", report.files) { writer, file in
        writer.object { entry in
          entry.member("path", file.path)
          entry.member("fate", file.fate.rawValue)
          if let format = file.format { entry.member("format", format) }
          entry.arrayMember("parts", file.parts) { write($1, &$0) }
        }
      }
      writer.arrayMember("diagnostics", report.diagnostics) { writer, diagnostic in
        writer.object { entry in
          entry.member("severity", diagnostic.severity.rawValue)
          entry.member("code", diagnostic.code)
          entry.member("message", diagnostic.message)
          if !diagnostic.remedy.unescaped.isEmpty { entry.member("remedy", diagnostic.remedy) }
          if let location = diagnostic.location { write(location, &entry) }
        }
      }
    }
    return writer.document
  }

  private static func write(_ part: PartReading, _ writer: inout JSONWriter) {
    writer.object { entry in
      switch part.ground {
      case .source(let location):
        entry.member("ground", "source")
        entry.objectMember("source") { write(location, &$0, inside: true) }
      case .convention: entry.member("ground", "convention")
      case .recognised: entry.member("ground", "recognised")
      case .proposal: entry.member("ground", "proposal")
      }
      entry.arrayMember("types", part.types) { writer, type in
        writer.object { count in
          count.member("type", type.name)
          count.member("records", part.ground == .proposal ? 0 : type.records)
          if part.ground == .proposal { count.member("rows", type.records) }
        }
      }
      if let encoding = part.encoding { entry.member("encoding", encoding) }
      if let delimiter = part.delimiter { entry.member("delimiter", delimiter) }
      if let sheet = part.sheet { entry.member("sheet", sheet) }
      if let table = part.table { entry.member("table", table) }
      if let section = part.section { entry.member("under", section) }
      if let read = part.part { entry.member("read", read) }
      if let row = part.headerRow { entry.member("header_row", row) }
      if !part.titleBlock.isEmpty {
        entry.arrayMember("title_block", part.titleBlock) { writer, line in
          writer.object { entry in
            entry.member("field", line.field)
            entry.member("value", line.value)
          }
        }
      }
      entry.arrayMember("columns", part.columns) { write($1, &$0) }
      entry.arrayMember("proposal", part.proposal) { $0.string($1.unescaped) }
    }
  }

  private static func write(_ column: ColumnReading, _ writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("heading", column.heading)
      switch column.meaning {
      case .field(let path): entry.member("field", path)
      case .second(let path):
        entry.member("field", path)
        entry.member("second", true)
      case .ignored: entry.member("ignored", true)
      case .unknown:
        entry.member("unknown", true)
        if let field = column.nearestField { entry.member("nearest_field", field) }
        if let label = column.nearestLabel { entry.member("nearest_label", label) }
      }
      if let location = column.location { write(location, &entry) }
    }
  }

  private static func write(
    _ location: Location, _ writer: inout JSONWriter, inside: Bool = false
  ) {
    let body: (inout JSONWriter) -> Void = { place in
      place.member("file", location.path)
      place.member("line", location.start.line)
      place.member("column", location.start.column)
    }
    if inside { body(&writer) } else { writer.objectMember("location", body) }
  }
}

/// The pages for people under construction.
private struct ReadingPage {
  let report: ReadingReport
  let words: ReadingStrings
  let language: Language
  var blocks: TextBlocks

  init(report: ReadingReport, colour: Bool) {
    self.report = report
    language = report.language
    words = ReadingStrings.of(report.language)
    blocks = TextBlocks(language: report.language, colour: colour)
  }

  mutating func write() -> [UInt8] {
    for file in report.files where !file.parts.isEmpty || file.fate == .notAssessed { add(file) }
    addPassedOver()
    // Files without a type are named above already.
    let troubles = report.diagnostics.filter { $0.code != "file-passed-over" }
    for trouble in troubles { blocks.add(trouble) }
    if !troubles.isEmpty { blocks.page.blank() }
    blocks.page.line(
      .own(
        words.summary(
          report.recordCount, report.files.count { $0.fate == .assessed }, report.unknownCount,
          report.files.count { $0.fate == .passedOver })))
    return blocks.page.bytes
  }

  private mutating func add(_ file: FileReading) {
    if file.parts.isEmpty {
      blocks.page.row([.path(file.path), .own(words.notRead, style: .error)])
    }
    for part in file.parts { add(part, of: file) }
  }

  private mutating func add(_ part: PartReading, of file: FileReading) {
    var cells: [TerminalText] = [.path(file.path)]
    if let format = file.format { cells.append(.own(format)) }
    if let sheet = part.sheet {
      cells.append(.own(words.sheet + " " + TerminalText.value(sheet, in: language).text))
    }
    if let table = part.table { cells.append(.own(words.table(table))) }
    if let section = part.section {
      cells.append(.own(words.section + " " + TerminalText.value(section, in: language).text))
    }
    if let read = part.part { cells.append(.own(read)) }
    if let encoding = part.encoding, encoding != "utf-8" { cells.append(.own(encoding)) }
    if let delimiter = part.delimiter { cells.append(.own("\(words.separator) \(delimiter)")) }
    if let row = part.headerRow { cells.append(.own(words.headingsInRow(row))) }
    blocks.page.row(cells)
    let isProposal = part.ground == .proposal
    for type in part.types {
      let title = type.title[language]
      let name = TerminalText.value(Untrusted("\(type.name) (\(title))"), in: language).text
      let count = isProposal ? words.rows(type.records) : words.records(type.records)
      let line = isProposal ? "\(words.looksLike) \(name), \(count)" : "\(name), \(count)"
      blocks.page.line(
        .own("    " + line, style: isProposal ? .observation : .plain), .own(" · "), ground(part))
    }
    if part.types.isEmpty { blocks.page.line(.own("    " + words.records(0))) }
    addTitleBlock(part)
    addColumns(part)
    addProposal(part)
    blocks.page.blank()
  }

  private func ground(_ part: PartReading) -> TerminalText {
    switch part.ground {
    case .convention: .own(words.byConvention)
    case .recognised: .own(words.recognised)
    case .proposal: .own(words.noType)
    case .source(let location):
      .path(Untrusted("\(words.bySource) \(location.reference)"))
    }
  }

  /// What stands above the headings of a register: code, version, date of the form.
  private mutating func addTitleBlock(_ part: PartReading) {
    if part.titleBlock.isEmpty { return }
    let entries = part.titleBlock.map { entry in
      entry.label + " " + TerminalText.value(entry.value, in: language).text
    }
    blocks.page.line(.own("    \(words.titleBlock) " + entries.joined(separator: " · ")))
  }

  /// The headings of a table, all of them; of other files only those that mean nothing.
  private mutating func addColumns(_ part: PartReading) {
    let isTable = part.headerRow != nil || part.ground == .proposal
    let shown = part.columns.filter { isTable || $0.meaning == .unknown }
    var table = TerminalTable([.leading, .leading, .leading])
    for column in shown {
      let meaning: TerminalText =
        switch column.meaning {
        case .field(let path): .own(path)
        case .second(let path): .own(words.alsoMeans(path), style: .minor)
        case .ignored: .own(words.ignored)
        case .unknown:
          if let field = column.nearestField, let label = column.nearestLabel {
            .own(words.nearly(field, label), style: .minor)
          } else {
            .own(words.unknown, style: .minor)
          }
        }
      table.add([.own("     "), .value(column.heading, in: language), meaning])
    }
    table.write(to: &blocks.page)
  }

  private mutating func addProposal(_ part: PartReading) {
    if part.proposal.isEmpty { return }
    let isEntry = part.proposal.first?.unescaped.startsWithBytes("- ") == true
    blocks.page.line(.own("    " + (isEntry ? words.pasteEntry : words.pasteFields)))
    for line in part.proposal { blocks.page.line(.own("      "), .path(line)) }
  }

  /// Files of one folder and one ending in one line, because there may be thousands.
  private mutating func addPassedOver() {
    var groups: [(folder: String, ending: String, reason: String, paths: [Untrusted])] = []
    for file in report.files where file.parts.isEmpty && file.fate == .passedOver {
      let path = file.path.unescaped
      let name = PathText.name(of: path).utf8
      let dot = name.lastIndex(of: UInt8(ascii: "."))
      let ending = dot.map { String(decoding: name[$0...], as: UTF8.self) } ?? ""
      let reason = file.format == nil ? words.noFormat : words.noType
      let folder = PathText.folder(of: path).map { $0 + "/" } ?? ""
      if let last = groups.indices.last(where: {
        groups[$0].folder.equalsByBytes(folder) && groups[$0].ending.equalsByBytes(ending)
      }) {
        groups[last].paths.append(file.path)
      } else {
        groups.append((folder, ending, reason, [file.path]))
      }
    }
    if groups.isEmpty { return }
    blocks.page.line(.own(words.passedOver))
    var table = TerminalTable([.leading, .leading])
    for group in groups {
      let isOne = group.paths.count == 1
      let name = isOne ? group.paths[0] : Untrusted(group.folder + "*" + group.ending)
      let reason = isOne ? group.reason : words.files(group.paths.count) + ", " + group.reason
      table.add([TerminalText.path(name).indented(by: 4), .own(reason)])
    }
    table.write(to: &blocks.page)
    blocks.page.blank()
  }
}
