import ClauseDocuments
import ClauseRecords
import ClauseSource

/// Which of the files below the root are the organisation's to read, and what is said of the rest.
struct FileSelection {
  /// The files to look at, in byte order of their paths.
  private(set) var paths: [String] = []
  /// What the walk met and what is left out.
  private(set) var diagnostics: [Diagnostic] = []

  private let discovery: Discovery
  private let options: RunOptions
  private let excludes: [Glob]
  /// Folders of packs, with the slash.
  private let packs: [String]

  /// What the walk of a run leaves out by itself.
  static let bounds = WalkBounds(rootMark: Configuration.fileName, leavesOutForeign: true)

  init(_ discovery: Discovery, _ configuration: Configuration, _ options: RunOptions) {
    self.discovery = discovery
    self.options = options
    let own = configuration.packs.filter { $0.text.contains("/") }.map {
      PathText.withoutDot($0.text) + "/"
    }
    packs =
      own
      + options.packs.compactMap { PathText.rest(of: $0, below: options.root) }
      .map { $0 + "/" }
    var globs: [Glob] = []
    var refused: [Diagnostic] = []
    for pattern in configuration.exclude {
      guard let refusal = Self.refusal(of: pattern.text) else {
        globs.append(Glob(pattern.text))
        continue
      }
      refused.append(
        Diagnostic(
          .error, code: "exclude-path",
          message: LocalizedText { SelectionWords.of($0).excludePath(refusal[$0]) },
          place: .span(pattern.span), remedy: SelectionWords.text { $0.excludePathRemedy }))
    }
    excludes = globs
    diagnostics = refused
    select(configuration)
    sayWhatIsLeft()
  }

  /// Why a pattern is no path below the root. A wildcard stands for letters of a name; without
  /// them a part would be empty or hidden.
  private static func refusal(of pattern: String) -> LocalizedText? {
    let text = pattern.utf8.last == UInt8(ascii: "/") ? String(pattern.dropLast()) : pattern
    return RelativePath.refusal(of: String(text.map { $0 == "*" || $0 == "?" ? "x" : $0 }))
  }

  // MARK: Choosing

  private mutating func select(_ configuration: Configuration) {
    var left = 0
    for path in discovery.files.map(\.path) where !isOwnFile(path) {
      if isExcluded(path) {
        left += 1
      } else if !options.readsOnlyPaths || options.paths.contains(where: { $0.equalsByBytes(path) })
      {
        paths.append(path)
      }
    }
    diagnostics += discovery.diagnostics.filter { diagnostic in
      if case .path(let path) = diagnostic.place { !isExcluded(path) } else { true }
    }
    guard let first = configuration.exclude.first else { return }
    let all = discovery.files.map(\.path) + discovery.ownRoots
    for pattern in configuration.exclude where Self.refusal(of: pattern.text) == nil {
      let glob = Glob(pattern.text)
      if !all.contains(where: { Self.matches(glob, $0) }) {
        diagnostics.append(
          Diagnostic(
            .error, code: "exclude-empty",
            message: SelectionWords.text { $0.excludeEmpty(pattern.text) },
            place: .span(pattern.span), remedy: SelectionWords.text { $0.excludeEmptyRemedy }))
      }
    }
    if left > 0 {
      diagnostics.append(
        Diagnostic(
          .note, code: "files-excluded", message: SelectionWords.text { $0.excluded(left) },
          place: .span(first.span)))
    }
  }

  /// Whether the run uses the file for something else than records.
  private func isOwnFile(_ path: String) -> Bool {
    path.equalsByBytes(Configuration.fileName) || path.equalsByBytes(Baseline.fileName)
      || options.passedOver.contains { PathText.isPath(path, in: $0) }
      || packs.contains { path.startsWithBytes($0) }
  }

  private func isExcluded(_ path: String) -> Bool {
    excludes.contains { Self.matches($0, path) }
  }

  /// Whether a pattern names a file or a folder that it lies in.
  private static func matches(_ glob: Glob, _ path: String) -> Bool {
    if glob.matches(path) { return true }
    let bytes = Array(path.utf8)
    return bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: "/")
        && glob.matches(String(decoding: bytes[..<index], as: UTF8.self))
    }
  }

  // MARK: What is said

  /// The organisations below the root that are left to runs of their own.
  var ownRoots: [String] {
    discovery.ownRoots.filter { path in
      !isExcluded(path) && !isOwnFile(path) && !packs.contains { $0.equalsByBytes(path + "/") }
    }
  }

  private mutating func sayWhatIsLeft() {
    // Single files of a folder that nobody configured: the rest of it was not asked about.
    if options.readsOnlyPaths { return }
    for folder in ownRoots {
      diagnostics.append(
        Diagnostic(
          .note, code: "organization-below", message: SelectionWords.text { $0.ownRoot },
          place: .path(folder),
          remedy: SelectionWords.text { $0.ownRootRemedy(folder) }))
    }
    if !discovery.ignored.isEmpty {
      diagnostics.append(
        Diagnostic(
          .note, code: "files-ignored",
          message: SelectionWords.text { $0.ignored(discovery.ignored.count) },
          place: .run, remedy: SelectionWords.text { $0.ignoredRemedy }))
    }
    if !discovery.locks.isEmpty {
      diagnostics.append(
        Diagnostic(
          .note, code: "files-locks",
          message: SelectionWords.text { $0.locks(discovery.locks.count) }, place: .run))
    }
  }

  /// Warnings for files that are called like a register, could be read and have no byte in them.
  func emptyRegisters(_ catalog: RecordTypeCatalog) -> [Diagnostic] {
    let names = RegisterNames(catalog)
    let empty = Set(discovery.files.filter { $0.size == 0 }.map { Array($0.path.utf8) })
    return paths.compactMap { path in
      guard empty.contains(Array(path.utf8)), DocumentFormats.reader(forFileNamed: path) != nil,
        let type = names.type(ofPath: path).flatMap({ catalog.type(named: $0) })
      else { return nil }
      return Diagnostic(
        .warning, code: "register-empty",
        message: LocalizedText { SelectionWords.of($0).emptyRegister(type.title(in: $0)) },
        place: .path(path), remedy: SelectionWords.text { $0.emptyRegisterRemedy })
    }
  }

  /// Errors for what the command line names and the run did not assess.
  ///
  /// - Parameter isRead: whether a file gave records, or an error says why not.
  func unassessed(_ fates: [Workspace.FileFate]) -> [Diagnostic] {
    if options.allowsEmpty { return [] }
    return options.paths.compactMap { path in
      let reached = fates.filter { PathText.isPath($0.path, in: path) }
      if reached.contains(where: { $0.records > 0 || $0.failed }) { return nil }
      let (message, remedy) = reason(path, reached)
      return Diagnostic(
        .error, code: "path-not-assessed", message: message, place: .path(path), remedy: remedy)
    }
  }

  private func reason(
    _ path: String, _ reached: [Workspace.FileFate]
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    func say(
      _ message: (SelectionWords) -> String, _ remedy: (SelectionWords) -> String
    ) -> (message: LocalizedText, remedy: LocalizedText) {
      (SelectionWords.text(message), SelectionWords.text(remedy))
    }
    func lies(in other: String) -> Bool {
      PathText.isPath(path, in: other)
    }
    if discovery.ignored.contains(where: lies) { return say(\.namedIgnored, \.notIgnored) }
    if isExcluded(path) { return say(\.namedExcluded, \.notExcluded) }
    if let folder = discovery.ownRoots.first(where: lies) {
      return say({ $0.namedElsewhere(folder) }, { $0.ownRootRemedy(folder) })
    }
    if isOwnFile(path) || discovery.locks.contains(where: lies) {
      return say(\.namedOwnFile, \.nameAnother)
    }
    guard reached.contains(where: { $0.path.equalsByBytes(path) }) else {
      return say(\.namedEmptyFolder, \.fillFolder)
    }
    if DocumentFormats.reader(forFileNamed: path) != nil {
      return say(\.namedNoRecords, \.declareType)
    }
    let known = DocumentFormats.all.flatMap(\.extensions).joined(separator: ", ")
    return say(
      { $0.namedUnreadable(known) }, { UnreadFormat.of(path)?.remedy(path, $0) ?? $0.convertOther })
  }
}
