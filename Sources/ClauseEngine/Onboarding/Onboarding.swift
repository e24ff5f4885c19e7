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
    let locator = Locator(files: workspace.files)
    // By bytes: two names may differ only in how they write an accent.
    let problems = Dictionary(grouping: workspace.store.problems) {
      Array(locator.location($0.span).path.unescaped.utf8)
    }
    for fate in files {
      var proposals = fate.readings.flatMap {
        SourceProposal.registers(of: $0, in: fate.path, catalog: workspace.packs.catalog)
      }
      for index in proposals.indices {
        proposals[index].take(problems[Array(fate.path.utf8)] ?? [])
      }
      if proposals.isEmpty, fate.records > 0, !fate.failed {
        read = (read.files + 1, read.records + fate.records)
      } else if proposals.isEmpty {
        found += look(at: fate)
      } else {
        found += proposals
      }
    }
    for proposal in grouped(found, among: files.map(\.path)) {
      if proposal.isClear, proposal.rows > 0 || proposal.isRead {
        convincing.append(proposal)
      } else if proposal.matched.count > 1 {
        doubtful.append(proposal)
      } else {
        unclear.append(proposal.files)
      }
    }
  }

  private mutating func look(at fate: Workspace.FileFate) -> [SourceProposal] {
    let limits = workspace.options.limits
    switch root.load(fate.path, id: FileID(0), limits: limits) {
    case .failure(let refusal):
      unreadable.append((fate.path, refusal.diagnostic.message[workspace.options.language]))
      return []
    case .success(let file):
      let probe = DocumentProbe(lexicon: workspace.lexicon, limits: limits)
      if let proposal = probe.proposal(for: file) { return [proposal] }
      if !fate.failed, hasTable(file) { unclear.append(fate.path) }
      if fate.failed { unreadable.append((fate.path, reason(file))) }
      return []
    }
  }

  /// Whether a file of tables holds one with at least a row below its headings.
  private func hasTable(_ file: SourceFile) -> Bool {
    guard let reader = DocumentFormats.reader(forFileNamed: file.path), reader.isTabular else {
      return false
    }
    return reader.read(file, limits: workspace.options.limits).grids?
      .contains { $0.rows.count > 1 } == true
  }

  private func reason(_ file: SourceFile) -> String {
    guard let reader = DocumentFormats.reader(forFileNamed: file.path) else { return "" }
    return reader.read(file, limits: workspace.options.limits).diagnostics
      .first { $0.severity == .error }?.message[workspace.options.language] ?? ""
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
          && $0.form.part == proposal.form.part && $0.isClear == proposal.isClear
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
