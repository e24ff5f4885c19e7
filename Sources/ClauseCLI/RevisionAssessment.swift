import ClauseAssessment
import ClauseBytes
import ClauseEngine
import ClauseSource

/// Assesses an earlier revision of the organisation without touching the working tree: its files
/// are written to a folder of our own, assessed with the same packs and as-of date, and removed.
enum RevisionAssessment {
  /// What the revision `reference` counts of findings.
  static func findings(
    of reference: String, for options: RunOptions
  ) throws(CommandFailure) -> RevisionFindings {
    var folder = try TemporaryFolder()
    defer { folder.remove() }
    let git = try GitRepository(root: options.root)
    let commit = try git.commit(reference, &folder)
    try extract(commit, of: git, into: &folder, limits: options.limits)
    let assessment = try RunArguments.assess(
      Self.options(options, root: folder.path + "/tree"))
    return RevisionFindings(reference: reference, commit: commit, assessment: assessment)
  }

  /// The options for the revision: everything of it, with the packs of the working tree, because
  /// a rule that changed is no change of the records.
  private static func options(_ options: RunOptions, root: String) -> RunOptions {
    var old = options
    old.root = root
    old.allowsEmpty = true
    old.clauses = []
    old.rules = []
    if !options.readsOnlyPaths { old.paths = [] }
    old.packs = Workspace.packPaths(options)
    old.passedOver += old.packs.compactMap { PathText.rest(of: $0, below: options.root) }
    return old
  }

  /// Writes the files of `commit` below the folder `tree`.
  ///
  /// Of a file that no reader reads only counts whether it is there and whether it is empty, so
  /// one byte stands for its contents.
  private static func extract(
    _ commit: String, of git: GitRepository, into folder: inout TemporaryFolder, limits: Limits
  ) throws(CommandFailure) {
    let entries = try git.files(of: commit, &folder, limits: limits)
    guard entries.count <= limits.files else {
      throw CommandFailure(
        message: LocalizedText(
          en: "the revision has \(entries.count) files, the limit files is \(limits.files)",
          fr: "la révision a \(entries.count) fichiers, la limite files est de \(limits.files)",
          ar: "في النسخة \(entries.count) ملف، والحد files هو \(limits.files)"),
        remedy: LocalizedText(
          en: "If this is intended, raise the limit with --limit files=N.",
          fr: "Si c'est voulu, relevez la limite avec --limit files=N.",
          ar: "إن كان ذلك مقصودا، فارفع الحد بواسطة ‎--limit files=N."))
    }
    let bytes = entries.reduce(0) { sum, entry in
      Workspace.reads(fileNamed: entry.path)
        ? sum.addingReportingOverflow(entry.size).partialValue : sum
    }
    guard bytes >= 0, bytes <= limits.runBytes else {
      throw CommandFailure(
        message: LocalizedText(
          en: "the revision's files hold \(bytes) bytes, the limit run-bytes is \(limits.runBytes)",
          fr: "les fichiers de la révision comptent \(bytes) octets, la limite run-bytes est de "
            + "\(limits.runBytes)",
          ar: "حجم ملفات النسخة \(bytes) بايت، والحد run-bytes هو \(limits.runBytes)"),
        remedy: LocalizedText(
          en: "If this is intended, raise the limit with --limit run-bytes=N.",
          fr: "Si c'est voulu, relevez la limite avec --limit run-bytes=N.",
          ar: "إن كان ذلك مقصودا، فارفع الحد بواسطة ‎--limit run-bytes=N."))
    }
    try folder.makeFolder("tree")
    var made: Set = [ByteKey("")]
    for entry in entries { try makeFolders(above: entry.path, &made, in: &folder) }
    let read = entries.filter { Workspace.reads(fileNamed: $0.path) }
    for entry in entries where !Workspace.reads(fileNamed: entry.path) {
      try folder.write(entry.size == 0 ? [] : [0x2D], to: "tree/" + entry.path)
    }
    guard !read.isEmpty else { return }
    let contents = try git.contents(of: read.map(\.object), &folder)
    var position = contents.startIndex
    for entry in read {
      guard let end = contents[position...].firstIndex(of: 0x0A) else { throw unreadable(entry) }
      let header = String(decoding: contents[position..<end], as: UTF8.self)
      let start = end + 1
      guard header.equalsByBytes("\(entry.object) blob \(entry.size)"),
        start + entry.size < contents.endIndex
      else { throw unreadable(entry) }
      try folder.write(contents[start..<(start + entry.size)], to: "tree/" + entry.path)
      position = start + entry.size + 1
    }
  }

  private static func unreadable(_ entry: GitRepository.Entry) -> CommandFailure {
    CommandFailure(
      message: LocalizedText(
        en: "git has no contents for '\(entry.path)' of the revision",
        fr: "git n'a pas le contenu de '\(entry.path)' dans la révision",
        ar: "ليس لدى git محتوى '\(entry.path)' في النسخة"),
      remedy: LocalizedText(
        en: "A partial clone lacks them; fetch the revision whole.",
        fr: "Un clone partiel ne l'a pas ; récupérez la révision entière.",
        ar: "النسخ الجزئي لا يتضمنه؛ اجلب النسخة كاملة."))
  }

  private static func makeFolders(
    above path: String, _ made: inout Set<ByteKey>, in folder: inout TemporaryFolder
  ) throws(CommandFailure) {
    var current = ""
    for part in PathText.parts(path).dropLast() {
      current += (current.isEmpty ? "" : "/") + part
      if made.insert(ByteKey(current)).inserted { try folder.makeFolder("tree/" + current) }
    }
  }
}
