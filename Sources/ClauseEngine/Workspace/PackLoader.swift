import ClauseBytes
import ClauseDocuments
import ClauseRules
import ClauseSource

/// Finds and reads the packs of a run: first the bytes of their files, then, by as many threads as
/// there may be, what these say.
struct PackLoader {
  /// Folders that hold shipped packs, each under its id.
  let folders: [String]
  let limits: Limits
  /// The number the next file gets.
  private(set) var nextFile: Int32
  /// Files found so far.
  private(set) var files: [SourceFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What was found and not yet taken by `packs`, in order.
  private var found: [Found] = []

  /// One thing on the way through the folders of the packs.
  private enum Found {
    case trouble(Diagnostic)
    /// A file, as an index of `files`.
    case file(Int)
    /// The end of a folder, after its files, and whether it is the organisation's own.
    case end(of: String, isOwn: Bool)
  }

  init(folders: [String], limits: Limits, nextFile: Int32) {
    self.folders = folders
    self.limits = limits
    self.nextFile = nextFile
  }

  /// Finds the shipped pack called `id`.
  mutating func findShipped(_ id: String, place: Span) {
    let isWord =
      !id.isEmpty
      && id.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
          || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
    if isWord, !id.startsWithBytes(".") {
      for folder in folders {
        if let root = try? SourceRoot(path: folder + "/" + id) {
          find(root, prefix: id + "/", folder: "", name: id, isOwn: false)
          return
        }
      }
    }
    found.append(
      .trouble(
        MappingReader.unknown(
          id, kind: .shippedPack, among: shippedIDs(), code: "pack-unknown", place: place)))
  }

  /// The ids of the packs in the shipped folders, in byte order.
  func shippedIDs() -> [String] {
    var ids: Set<ByteKey> = []
    for folder in folders {
      guard let root = try? SourceRoot(path: folder) else { continue }
      for file in root.discover(limits: limits).files {
        let parts = PathText.parts(file.path)
        if parts.count > 1 { ids.insert(ByteKey(parts[0])) }
      }
    }
    return ids.sorted().map(\.text)
  }

  /// Finds the pack in the folder `path`, given on the command line.
  mutating func findGiven(_ path: String) {
    let name = PathText.parts(path).last ?? path
    do {
      let parent = path.utf8.dropLast(name.utf8.count)
      let isShipped = folders.contains { ($0 + "/").utf8.elementsEqual(parent) }
      find(
        try SourceRoot(path: path), prefix: name + "/", folder: "", name: path, isOwn: !isShipped)
    } catch {
      found.append(.trouble(error.diagnostic))
    }
  }

  /// Finds the organisation's own pack in `folder` below `root`.
  mutating func findOwn(_ folder: String, in root: SourceRoot) {
    find(root, prefix: "", folder: folder, name: folder, isOwn: true)
  }

  private mutating func find(
    _ root: SourceRoot, prefix: String, folder: String, name: String, isOwn: Bool
  ) {
    let extensions = YAMLReader().extensions
    let discovery = root.discover(
      limits: limits, in: folder,
      wouldRead: { name in extensions.contains { name.endsWithBytes($0) } })
    found += discovery.diagnostics.map(Found.trouble)
    for entry in discovery.files where extensions.contains(where: entry.path.endsWithBytes) {
      do {
        let bytes = try root.read(entry.path, limits: limits, limit: .packFileBytes)
        found.append(.file(files.count))
        files.append(SourceFile(id: FileID(nextFile), path: prefix + entry.path, bytes: bytes))
        nextFile += 1
      } catch {
        found.append(
          .trouble(error.readingDiagnostic(limit: .packFileBytes, at: prefix + entry.path)))
      }
    }
    for entry in discovery.files where Self.looksDeclared(entry.path, extensions) {
      found.append(
        .trouble(
          Diagnostic(
            .warning, code: "pack-file", english: "the file lies in a pack and is not read",
            place: .path(prefix + entry.path),
            remedy: "End its name in .yaml or .yml, or move it out of the pack.")))
    }
    found.append(.end(of: name, isOwn: isOwn))
  }

  /// Whether a file that is not read has the name of one that should be: `rules.YAML`,
  /// `rules.yaml.txt`, `rules.json`.
  private static func looksDeclared(_ path: String, _ extensions: [String]) -> Bool {
    guard !extensions.contains(where: path.endsWithBytes) else { return false }
    let name = path.lowercased()
    return name.contains(".yaml") || name.contains(".yml") || name.endsWithBytes(".json")
  }

  /// The packs found since the last call, in order, read by at most `jobs` threads.
  mutating func packs(jobs: Int) -> [RulePack] {
    let numbers = found.compactMap { step -> Int? in
      if case .file(let number) = step { number } else { nil }
    }
    let documents = Threads(jobs: jobs).map(numbers.count) { [files, limits] index in
      YAMLReader().read(files[numbers[index]], limits: limits)
    }
    var read = zip(numbers, documents).makeIterator()
    var packs: [RulePack] = []
    var inputs: [PackReader.Input] = []
    for step in found {
      switch step {
      case .trouble(let diagnostic): diagnostics.append(diagnostic)
      case .file:
        guard let (number, document) = read.next() else { continue }
        diagnostics += document.diagnostics
        inputs.append((files[number], document.tree))
      case .end(let name, let isOwn):
        let pack = PackReader.read(
          folder: name, inputs: inputs, spreading: Threads(jobs: jobs), diagnostics: &diagnostics)
        if var pack {
          pack.isOwn = isOwn
          packs.append(pack)
        }
        inputs = []
      }
    }
    found = []
    return packs
  }
}
