import ClauseDocuments
import ClauseRecords
import ClauseRules
public import ClauseSource

/// What `clauselint init` lays down in a folder: texts by path, nothing written yet.
public struct Onboarding: Sendable {
  /// A file to write, by path from the folder.
  public struct NewFile: Sendable {
    /// Path from the folder, parts joined with `/`.
    public var path: String
    /// Its whole text.
    public var text: String

    /// Makes a file.
    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// Where schemas for editors are written, from the folder.
  public static let schemaFolder = ".clauselint/"

  /// The files, the configuration first.
  public var files: [NewFile]
  /// Registers that are read with the proposed configuration.
  public var proposed: Int
  /// Questions that the configuration asks in comments.
  public var questions: Int
  /// Whether the folder held no file that any format reads.
  public var isNew: Bool

  /// Proposes a configuration for the folder at `options.root`, or a small repository when nothing
  /// is there.
  ///
  /// - Parameter options: those of a run; a configuration in the folder is not read.
  /// - Throws: when the folder cannot be read.
  public static func propose(_ options: RunOptions) throws(FileTrouble) -> Onboarding {
    var options = options
    options.allowsEmpty = true
    let workspace = try Workspace.load(options)
    let root = try SourceRoot(path: options.root)
    let readable = workspace.fates.filter {
      DocumentFormats.reader(forFileNamed: $0.path) != nil
    }
    var survey = FolderSurvey(workspace: workspace, root: root)
    survey.run(readable)
    let isNew = readable.isEmpty
    let text = ConfigurationText(workspace: workspace, survey: survey, isNew: isNew)
    var files = [NewFile(path: Configuration.fileName, text: text.text())]
    if isNew { files += StartingFiles(workspace: workspace).files() }
    return Onboarding(
      files: files, proposed: survey.convincing.count,
      questions: survey.doubtful.count + survey.unclear.count, isNew: isNew)
  }
}

/// What lies in a folder: the registers that are read already, could be, or raise a question.
struct FolderSurvey {
  let workspace: Workspace
  let root: SourceRoot
  /// Files and records read by the conventions.
  var read: (files: Int, records: Int) = (0, 0)
  /// Registers whose type is clear.
  var convincing: [SourceProposal] = []
  /// Registers whose type is not.
  var doubtful: [SourceProposal] = []
  /// Files with headings that no type has.
  var unclear: [String] = []
  /// Files that cannot be read, with why.
  var unreadable: [(path: String, message: String)] = []

  init(workspace: Workspace, root: SourceRoot) {
    self.workspace = workspace
    self.root = root
  }

  /// Looks at all `files`.
  mutating func run(_ files: [Workspace.FileFate]) {
    var found: [SourceProposal] = []
    for fate in files {
      if fate.records > 0, !fate.failed, isWholeRead(fate) {
        // Once a source names a workbook, its other sheets need sources too.
        let proposals = isWorkbook(fate.path) ? look(at: fate) : []
        if proposals.count > 1, proposals.reduce(0, { $0 + $1.rows }) > fate.records {
          found += proposals
        } else {
          read = (read.files + 1, read.records + fate.records)
        }
      } else {
        found += look(at: fate)
      }
    }
    for proposal in grouped(found, among: files.map(\.path)) {
      if proposal.isConvincing {
        convincing.append(proposal)
      } else if proposal.match.matched.count > 1 {
        doubtful.append(proposal)
      } else {
        unclear.append(proposal.files)
      }
    }
  }

  /// Whether the conventions understand all of a file: a table's headings tell its type better
  /// than its name, so one of which half the headings mean nothing is looked at again.
  private func isWholeRead(_ fate: Workspace.FileFate) -> Bool {
    fate.readings.allSatisfy { reading in
      reading.keys.count { $0.field == nil && !$0.isIgnored } * 2 <= reading.keys.count
    }
  }

  private func isWorkbook(_ path: String) -> Bool {
    DocumentFormats.reader(forFileNamed: path)?.name == "XLSX"
  }

  private mutating func look(at fate: Workspace.FileFate) -> [SourceProposal] {
    let limits = workspace.options.limits
    switch root.load(fate.path, id: FileID(0), limits: limits) {
    case .failure(let refusal):
      unreadable.append((fate.path, refusal.diagnostic.message.unescaped))
      return []
    case .success(let file):
      let registers = RegisterProbe(limits: limits).registers(of: file)
      if registers.isEmpty, fate.failed { unreadable.append((fate.path, reason(file))) }
      return registers.compactMap { register in
        guard
          var proposal = SourceProposal.make(
            for: register, in: fate.path, catalog: workspace.packs.catalog)
        else {
          if register.form.part == nil, register.rows > 1 { unclear.append(fate.path) }
          return nil
        }
        // Prose with a label or two is no register.
        if register.form.part != nil, proposal.match.matched.count < 2 { return nil }
        proposal.needsDateOrder = hasUndecidedDates(file, proposal)
        return proposal
      }
    }
  }

  private func reason(_ file: SourceFile) -> String {
    guard let reader = DocumentFormats.reader(forFileNamed: file.path) else { return "" }
    return reader.read(file, limits: workspace.options.limits).diagnostics
      .first { $0.severity == .error }?.message.unescaped ?? ""
  }

  private func hasUndecidedDates(_ file: SourceFile, _ proposal: SourceProposal) -> Bool {
    guard let reader = DocumentFormats.reader(forFileNamed: file.path) else { return false }
    let limits = workspace.options.limits
    var plan = BindingPlan(type: proposal.type)
    plan.isTable = proposal.form.part == .table
    let bound = RecordBinder(catalog: workspace.packs.catalog, limits: limits)
      .bind(file, reader.read(file, options: proposal.form, limits: limits), plan: plan)
    return bound.problems.contains { $0.kind == .dateAmbiguous }
  }

  // MARK: Groups

  /// Documents of one folder that are read alike become one entry with a pattern.
  private func grouped(_ proposals: [SourceProposal], among paths: [String]) -> [SourceProposal] {
    var result: [SourceProposal] = []
    for proposal in proposals {
      guard let pattern = pattern(for: proposal) else {
        result.append(proposal)
        continue
      }
      if let index = result.firstIndex(where: {
        $0.files.equalsByBytes(pattern) && $0.type.equalsByBytes(proposal.type)
          && $0.form.part == proposal.form.part
      }) {
        result[index].rows += 1
        result[index].needsDateOrder = result[index].needsDateOrder || proposal.needsDateOrder
        continue
      }
      let glob = Glob(pattern)
      let alike = proposals.filter {
        glob.matches($0.files) && $0.type.equalsByBytes(proposal.type)
          && $0.form.part == proposal.form.part && $0.isConvincing == proposal.isConvincing
      }
      // A pattern that takes in other files would make errors of them.
      guard alike.count > 1, alike.count == paths.count(where: { glob.matches($0) }) else {
        result.append(proposal)
        continue
      }
      var group = proposal
      group.files = pattern
      result.append(group)
    }
    return result
  }

  /// `folder/*.md` for a document that is one record.
  private func pattern(for proposal: SourceProposal) -> String? {
    guard proposal.rows == 1, proposal.form.part != .table,
      DocumentFormats.reader(forFileNamed: proposal.files)?.name == "Markdown"
    else { return nil }
    let folder = PathText.folder(of: proposal.files).map { $0 + "/" } ?? ""
    let name = PathText.name(of: proposal.files).utf8
    guard let dot = name.firstIndex(of: UInt8(ascii: ".")),
      !folder.utf8.contains(where: { "*?".utf8.contains($0) })
    else { return nil }
    return folder + "*" + String(decoding: name[dot...], as: UTF8.self)
  }
}
