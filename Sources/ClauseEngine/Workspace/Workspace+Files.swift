import ClauseDocuments
import ClauseSource

extension Workspace {
  /// Whether a file of this name has contents that matter; of any other file only counts whether
  /// it is there and not empty.
  public static func reads(fileNamed name: String) -> Bool {
    // What git ignores is left out of a run.
    DocumentFormats.reader(forFileNamed: name) != nil || name.utf8.elementsEqual(".gitignore".utf8)
      || name.endsWithBytes("/.gitignore")
  }

  /// The folders of the packs that a run with `options` loads, in their order; packs that are not
  /// there are left out, for the run itself says so.
  public static func packPaths(_ options: RunOptions) -> [String] {
    if !options.packs.isEmpty { return options.packs }
    let loader = PackLoader(folders: options.packFolders, limits: options.limits, nextFile: 0)
    let shipped = loader.shippedIDs()
    func folder(_ id: String) -> String? {
      guard shipped.contains(where: { $0.equalsByBytes(id) }) else { return nil }
      return options.packFolders.map { $0 + "/" + id }.first { (try? SourceRoot(path: $0)) != nil }
    }
    let configured = Configuration.packs(
      root: options.root, configuration: options.configuration, limits: options.limits)
    if configured.isEmpty { return shipped.compactMap(folder) }
    return configured.compactMap { word in
      guard word.contains("/") else { return folder(word) }
      let path = PathText.withoutDot(word)
      return RelativePath.refusal(of: path) == nil ? options.root + "/" + path : nil
    }
  }
}

extension Configuration {
  /// The packs that the configuration of `root` names; none when it cannot be read.
  static func packs(root: String, configuration: String?, limits: Limits) -> [String] {
    let path = configuration ?? root + "/" + fileName
    guard
      case .success(let file) = GivenFile.load(
        path, id: FileID(0), limits: limits, limit: .packFileBytes),
      let tree = YAMLReader().read(file, limits: limits).tree
    else { return [] }
    var ignored: [Diagnostic] = []
    return read(file, tree, diagnostics: &ignored).packs.map(\.text)
  }
}
