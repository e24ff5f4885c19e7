public import ClauseAssessment
import ClauseDocuments
import ClauseRecords
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
    let probe = RegisterProbe(limits: workspace.options.limits)
    let files = workspace.fates.filter { isAsked($0.path) }.map { fate in
      self.file(fate, root, probe)
    }
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

  private func file(
    _ fate: Workspace.FileFate, _ root: SourceRoot, _ probe: RegisterProbe
  ) -> FileReading {
    let format = DocumentFormats.reader(forFileNamed: fate.path)?.name
    let state: FileResult.Fate =
      fate.failed ? .notAssessed : fate.records > 0 ? .assessed : .passedOver
    var parts = fate.readings.filter { !$0.isPassedOver }.map { part($0, of: fate) }
    // Of a file that no source names, parts may be left, such as the other sheets of a workbook.
    let isOpen = fate.readings.allSatisfy { $0.source == nil }
    if isOpen, fate.records == 0 || format == "XLSX", format != nil {
      parts += proposals(for: fate, root, probe)
    }
    return FileReading(path: fate.path, fate: state, format: format, parts: parts)
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
    part.section = form.under.map { Untrusted($0) }
    part.part = (facts.part ?? form.part)?.rawValue
    part.headerRow = facts.headerRow ?? form.headerRow
    return part
  }

  // MARK: What was not read

  private func proposals(
    for fate: Workspace.FileFate, _ root: SourceRoot, _ probe: RegisterProbe
  ) -> [PartReading] {
    guard
      case .success(let file) = root.load(
        fate.path, id: FileID(0), limits: workspace.options.limits)
    else { return [] }
    let read = Set(fate.readings.flatMap(\.keys).map { locator.location($0.span) })
    return probe.registers(of: file).compactMap { register in
      if register.headings.contains(where: { read.contains($0.location) }) { return nil }
      guard
        let proposal = SourceProposal.make(for: register, in: fate.path, catalog: catalog),
        proposal.match.matched.count > 1 || proposal.isConvincing
      else { return nil }
      let type = catalog.types[proposal.match.typeIndex]
      let columns = register.headings.map { heading -> ColumnReading in
        let field = proposal.match.matched.first { $0.heading.equalsByBytes(heading.text) }?.field
        let near = proposal.match.unmatched.first { $0.heading.equalsByBytes(heading.text) }?
          .nearest
        return ColumnReading(
          heading: Untrusted(heading.text), location: heading.location,
          meaning: field.map { .field($0) } ?? .unknown, nearestField: near?.field,
          nearestLabel: near?.heading)
      }
      var part = described(
        PartReading(
          types: [.init(name: type.name, title: type.title, records: register.rows)],
          ground: .proposal, columns: columns), register.form, register.facts)
      part.proposal = proposal.lines(guesses: true).map { Untrusted($0) }
      return part
    }
  }
}
