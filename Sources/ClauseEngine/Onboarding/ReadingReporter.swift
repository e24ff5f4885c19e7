public import ClauseAssessment
import ClauseDocuments
import ClauseRecords
import ClauseRegisters
import ClauseRules
public import ClauseSource

/// Says how the files of a workspace were read, and what the others look like.
public struct ReadingReporter {
  private let workspace: Workspace
  private let locator: Locator
  private let catalog: RecordTypeCatalog

  /// A reporter for `workspace`.
  public init(_ workspace: Workspace) {
    self.workspace = workspace
    locator = Locator(files: workspace.files)
    catalog = workspace.packs.catalog
  }

  /// The report; paths asked for on the command line restrict it.
  ///
  /// - Throws: when the root can no longer be read.
  public func report() throws(FileTrouble) -> ReadingReport {
    let root = try SourceRoot(path: workspace.options.root)
    let files = workspace.fates.filter { isAsked($0.path) }.map { self.file($0, root) }
    return ReadingReport(
      language: workspace.options.language, files: files,
      diagnostics: Assessor(workspace).located(workspace.diagnostics).filter { diagnostic in
        diagnostic.location.map { isAsked($0.path.unescaped) } ?? true
      })
  }

  private func isAsked(_ path: String) -> Bool {
    let paths = workspace.options.paths
    return paths.isEmpty
      || paths.contains { PathText.isPath(path, in: $0) }
  }

  private func file(_ fate: Workspace.FileFate, _ root: SourceRoot) -> FileReading {
    let format = DocumentFormats.reader(forFileNamed: fate.path)?.name
    let state: FileResult.Fate =
      fate.failed ? .notAssessed : fate.records > 0 ? .assessed : .passedOver
    var parts = fate.readings.filter { !$0.isPassedOver }.flatMap { self.parts($0, of: fate) }
    for reading in fate.readings { parts += proposals(reading, in: fate.path) }
    if parts.isEmpty, format != nil, let proposal = document(fate, root) {
      parts.append(proposal)
    }
    return FileReading(path: fate.path, fate: state, format: format, parts: parts)
  }

  /// The parts that were read: one a table, else one a reading.
  private func parts(_ reading: Workspace.Reading, of fate: Workspace.FileFate) -> [PartReading] {
    let tables = reading.registers.filter(\.isRead)
    if tables.isEmpty { return [part(reading, of: fate)] }
    return tables.map { table($0, reading) }
  }

  // MARK: What was read

  private func part(_ reading: Workspace.Reading, of fate: Workspace.FileFate) -> PartReading {
    let columns = reading.keys.map { column($0) }
    let types = reading.records.sorted { $0.key < $1.key }.map { index, count in
      PartReading.TypeCount(
        name: catalog.types[index].name, title: catalog.types[index].title, records: count)
    }
    let source = reading.source.map { workspace.configuration.sources[$0] }
    let ground =
      source.map { PartReading.Ground.source(locator.location($0.span)) } ?? .convention
    var result = described(
      PartReading(types: types, ground: ground, columns: columns), reading.form, reading.facts)
    if result.headerRow == nil, isTable(fate.path, reading), let first = reading.keys.first {
      result.headerRow = locator.location(first.span).start.line
    }
    if reading.keys.contains(where: { $0.field == nil && $0.nearest != nil }),
      isTable(fate.path, reading), let type = types.first
    {
      result.proposal = mending(reading, source, fate.path, type.name).map { Untrusted($0) }
    }
    return result
  }

  /// A table that was read as a register, or that looks like one.
  private func table(_ read: ReadRegister, _ reading: Workspace.Reading) -> PartReading {
    let register = read.register
    let type = catalog.types[register.type]
    let source = reading.source.map { workspace.configuration.sources[$0] }
    let ground: PartReading.Ground =
      !read.isRead
      ? .proposal
      : source.map { .source(locator.location($0.span)) }
        ?? (register.ground == .declared ? .convention : .recognised)
    let columns = zip(register.columns, read.headings).map { column, span -> ColumnReading in
      // What the configuration maps went before what was recognised.
      if let key = reading.keys.first(where: { $0.span == span }) { return self.column(key) }
      let meaning: ColumnReading.Meaning =
        if let slots = column.slots {
          .field(catalog.path(of: slots, inType: register.type))
        } else if let slots = column.second {
          .second(catalog.path(of: slots, inType: register.type))
        } else { .unknown }
      return ColumnReading(
        heading: Untrusted(String(decoding: column.heading, as: UTF8.self)),
        location: locator.location(span), meaning: meaning)
    }
    var result = described(
      PartReading(
        types: [.init(name: type.name, title: type.title, records: register.records.count)],
        ground: ground, columns: columns), reading.form, reading.facts)
    result.sheet = read.sheet.map { Untrusted($0) } ?? result.sheet
    result.table = read.table ?? result.table
    result.section = read.section.map { Untrusted($0) } ?? result.section
    result.headerRow = register.headingRows.lowerBound
    result.titleBlock = register.titleBlock.map { entry in
      let field = catalog.types[entry.type].fields[entry.slot]
      return PartReading.TitleEntry(
        field: field.name, label: field.label(in: workspace.options.language),
        value: Untrusted(String(decoding: entry.value, as: UTF8.self)))
    }
    return result
  }

  private func isTable(_ path: String, _ reading: Workspace.Reading) -> Bool {
    if reading.form.part == .table { return true }
    let name = DocumentFormats.reader(forFileNamed: path)?.name
    return name == "CSV" || name == "XLSX"
  }

  private func column(_ key: BoundKey) -> ColumnReading {
    let meaning: ColumnReading.Meaning =
      if let field = key.field {
        key.isSecond ? .second(field) : .field(field)
      } else if key.isIgnored { .ignored } else { .unknown }
    return ColumnReading(
      heading: key.key, location: locator.location(key.span), meaning: meaning,
      nearestField: key.nearest?.field, nearestLabel: key.nearest?.heading)
  }

  /// The `fields:` lines that give unknown headings the fields they nearly mean; with the entry
  /// they belong into, when there is none yet.
  private func mending(
    _ reading: Workspace.Reading, _ source: Configuration.SourceEntry?, _ path: String,
    _ type: String
  ) -> [String] {
    var taken = reading.keys.compactMap(\.field)
    var lines: [String] = []
    for key in reading.keys where key.field == nil && !key.isIgnored {
      guard let near = key.nearest, !taken.contains(where: { $0.equalsByBytes(near.field) })
      else { continue }
      taken.append(near.field)
      lines.append("    \(near.field): \(YAMLText.scalar(key.key.unescaped))")
    }
    if lines.isEmpty { return [] }
    if source != nil { return ["  fields:"] + lines }
    return ["- files: \(YAMLText.scalar(path))", "  type: \(type)", "  fields:"] + lines
  }

  /// The part with what its reader found out about its form.
  private func described(
    _ part: PartReading, _ form: ReadingOptions, _ facts: DocumentFacts
  ) -> PartReading {
    var part = part
    part.encoding = (facts.encoding ?? form.encoding)?.rawValue
    part.delimiter = (facts.delimiter ?? form.delimiter).map { byte in
      byte == 0x09 ? "tab" : String(Unicode.Scalar(byte))
    }
    part.sheet = (facts.sheet ?? form.sheet).map { Untrusted($0) }
    part.table = form.table
    part.section = form.under.map { Untrusted($0) }
    part.part = (facts.part ?? form.part)?.rawValue
    part.headerRow = facts.headerRow ?? form.headerRow
    return part
  }

  // MARK: What was not read

  /// The tables of a reading that look like registers and were not read.
  private func proposals(_ reading: Workspace.Reading, in path: String) -> [PartReading] {
    let lines = SourceProposal.registers(of: reading, in: path, catalog: catalog).map {
      $0.lines()
    }
    return zip(reading.registers, lines).compactMap { read, lines in
      guard !read.isRead, read.register.understood > 1 else { return nil }
      var part = table(read, reading)
      part.proposal = lines.map { Untrusted($0) }
      return part
    }
  }

  /// The entry for a text whose labels are those of a record.
  private func document(_ fate: Workspace.FileFate, _ root: SourceRoot) -> PartReading? {
    guard fate.records == 0,
      case .success(let file) = root.load(
        fate.path, id: FileID(0), limits: workspace.options.limits),
      let proposal = DocumentProbe(lexicon: workspace.lexicon, limits: workspace.options.limits)
        .proposal(for: file), let type = catalog.type(named: proposal.type)
    else { return nil }
    let columns =
      proposal.matched.map {
        ColumnReading(heading: Untrusted($0.heading), location: nil, meaning: .field($0.field))
      }
      + proposal.unmatched.map {
        ColumnReading(heading: Untrusted($0), location: nil, meaning: .unknown)
      }
    var part = PartReading(
      types: [.init(name: type.name, title: type.title, records: 1)], ground: .proposal,
      columns: columns)
    part.part = proposal.form.part?.rawValue
    part.proposal = proposal.lines().map { Untrusted($0) }
    return part
  }
}
