import ClauseDocuments
import ClauseRules
import ClauseSource

/// Finds and reads the packs of a run.
struct PackLoader {
  /// Folders that hold shipped packs, each under its id.
  let folders: [String]
  let limits: Limits
  /// The number the next file gets.
  var nextFile: Int32
  /// Files read so far.
  var files: [SourceFile] = []
  var diagnostics: [Diagnostic] = []

  init(folders: [String], limits: Limits, nextFile: Int32) {
    self.folders = folders
    self.limits = limits
    self.nextFile = nextFile
  }

  /// The shipped pack called `id`.
  mutating func shipped(_ id: String, place: Span) -> RulePack? {
    let isWord = id.utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    if isWord, !id.hasPrefix(".") {
      for folder in folders {
        if let root = try? SourceRoot(path: folder + "/" + id) {
          return read(root, prefix: id + "/", folder: "", name: id)
        }
      }
    }
    diagnostics.append(
      MappingReader.unknown(
        id, kind: "shipped pack", among: shippedIDs(), code: "pack-unknown", place: place))
    return nil
  }

  /// The ids of the packs in the shipped folders, in byte order.
  func shippedIDs() -> [String] {
    var ids: Set<String> = []
    for folder in folders {
      guard let root = try? SourceRoot(path: folder) else { continue }
      for file in root.discover(limits: limits).files {
        let parts = file.path.split(separator: "/")
        if parts.count > 1 { ids.insert(String(parts[0])) }
      }
    }
    return ids.sorted { $0.precedesByBytes($1) }
  }

  /// The pack in the folder `path`, given on the command line.
  mutating func given(_ path: String) -> RulePack? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return read(try SourceRoot(path: path), prefix: name + "/", folder: "", name: path)
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  /// The organisation's own pack in `folder` below `root`.
  mutating func own(_ folder: String, in root: SourceRoot) -> RulePack? {
    read(root, prefix: "", folder: folder, name: folder)
  }

  private mutating func read(
    _ root: SourceRoot, prefix: String, folder: String, name: String
  ) -> RulePack? {
    let reader = YAMLReader()
    let discovery = root.discover(
      limits: limits, in: folder,
      wouldRead: { name in reader.extensions.contains { name.hasSuffix($0) } })
    diagnostics += discovery.diagnostics
    var inputs: [PackReader.Input] = []
    for found in discovery.files where reader.extensions.contains(where: found.path.hasSuffix) {
      do {
        let bytes = try root.read(found.path, limits: limits, limit: .packFileBytes)
        let file = SourceFile(id: FileID(nextFile), path: prefix + found.path, bytes: bytes)
        nextFile += 1
        files.append(file)
        let document = reader.read(file, limits: limits)
        diagnostics += document.diagnostics
        inputs.append((file, document.tree))
      } catch {
        diagnostics.append(
          error.readingDiagnostic(limit: .packFileBytes, at: prefix + found.path))
      }
    }
    return PackReader.read(folder: name, inputs: inputs, diagnostics: &diagnostics)
  }
}
