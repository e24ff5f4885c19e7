internal import Glibc

/// One regular file found below the root.
public struct DiscoveredFile: Hashable, Sendable {
  /// Path relative to the root, parts joined with `/`.
  public let path: String
  /// Size in bytes when it was found.
  public let size: Int

  /// Makes an entry.
  public init(path: String, size: Int) {
    self.path = path
    self.size = size
  }
}

/// What a walk over the root found.
public struct Discovery: Sendable {
  /// The files, sorted by the bytes of their paths.
  public var files: [DiscoveredFile] = []
  /// What could not be listed (errors) and what was passed over (notes).
  public var diagnostics: [Diagnostic] = []
}

extension SourceRoot {
  /// Begins the names of our own unfinished output files; the walk passes them over.
  public static let temporaryPrefix = ".clauselint-tmp-"

  /// Lists every regular file below the root, or below the folder `start` in it.
  ///
  /// Hidden files and folders are passed over. Symbolic links are not followed: one that stays
  /// inside the root is noted (its target is found by itself), any other is an error, as is a
  /// pipe, device or socket, and a name that is no UTF-8 or holds invisible characters. Where the
  /// name alone shows that nothing would be read from it, these are notes. The answer does not
  /// depend on the order in which the system lists a folder.
  ///
  /// - Parameter wouldRead: whether a file of this name would be read; a name without a dot may
  ///   always be a folder of records and is not asked about.
  public func discover(
    limits: Limits, in start: String = "",
    wouldRead: @escaping (_ name: String) -> Bool = { _ in true }
  ) -> Discovery {
    var walk = Walk(root: self, limits: limits, wouldRead: wouldRead)
    do {
      let folder = try openFolder(start)
      walk.list(folder, path: start, depth: 1)
    } catch {
      walk.found.diagnostics.append(error.listingDiagnostic)
    }
    walk.found.files.sort { $0.path.precedesByBytes($1.path) }
    return walk.found
  }

  private func openFolder(_ path: String) throws(FileTrouble) -> Descriptor {
    if path.isEmpty {
      return try Descriptor.open(".", in: descriptor, flags: O_DIRECTORY, path: path)
    }
    return try openPath(path, flags: O_DIRECTORY)
  }
}

extension FileTrouble {
  fileprivate var listingDiagnostic: Diagnostic {
    Diagnostic(
      .error, code: "folder-" + kind.rawValue, message: "the folder cannot be listed: \(reason)",
      place: .path(path.isEmpty ? "." : path))
  }
}

/// The state of one walk. Recursion is bounded by `limits.folderDepth`.
private struct Walk {
  let root: SourceRoot
  let limits: Limits
  let wouldRead: (String) -> Bool
  var found = Discovery()
  private var isStopped = false

  init(root: SourceRoot, limits: Limits, wouldRead: @escaping (String) -> Bool) {
    self.root = root
    self.limits = limits
    self.wouldRead = wouldRead
  }

  mutating func list(_ folder: borrowing Descriptor, path: String, depth: Int) {
    guard depth <= limits.folderDepth else {
      found.diagnostics.append(
        .limitReached(
          .folderDepth, met: depth, limits: limits, what: "folders within folders",
          place: .path(path)))
      return
    }
    let names: [[UInt8]]
    do {
      names = try Self.names(in: folder, path: path)
    } catch {
      found.diagnostics.append(error.listingDiagnostic)
      return
    }
    for name in names where !isStopped { visit(name, in: folder, path, depth) }
  }

  /// The names in a folder without hidden ones, sorted by bytes.
  private static func names(
    in folder: borrowing Descriptor, path: String
  ) throws(FileTrouble) -> [[UInt8]] {
    // fdopendir takes the descriptor over, so it gets its own.
    let own = try Descriptor.open(".", in: folder.number, flags: O_DIRECTORY, path: path)
    guard let stream = fdopendir(own.number) else { throw FileTrouble(errno: errno, path: path) }
    _ = own.release()
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileTrouble(errno: errno, path: path) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen(pointer)))
        }
      }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names
  }

  private mutating func visit(
    _ bytes: [UInt8], in folder: borrowing Descriptor, _ parent: String, _ depth: Int
  ) {
    let name = String(decoding: bytes, as: UTF8.self)
    let path = parent.isEmpty ? name : parent + "/" + name
    guard name.utf8.elementsEqual(bytes) else {
      refuse(
        path, severity(for: name), "file-name-encoding",
        "the name is not valid UTF-8 (shown repaired)")
      return
    }
    if let scalar = RelativePath.invisibleScalar(in: name) {
      refuse(
        path, severity(for: name), "file-name-characters",
        "the name holds the character \(Excerpt.codePoint(scalar)), which cannot be seen")
      return
    }
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      found.diagnostics.append(FileTrouble(errno: errno, path: path).diagnostic)
      return
    }
    switch EntryKind(mode: status.st_mode) {
    case .file: add(DiscoveredFile(path: path, size: Int(status.st_size)))
    case .folder:
      do {
        let inner = try Descriptor.open(
          name, in: folder.number, flags: O_DIRECTORY, path: path)
        list(inner, path: path, depth: depth + 1)
      } catch {
        found.diagnostics.append(error.listingDiagnostic)
      }
    case .symbolicLink: judgeLink(path, severity(for: name))
    case .special:
      found.diagnostics.append(
        Diagnostic(
          severity(for: name), code: "file-special",
          message: "it is a pipe, a device or a socket; not read",
          place: .path(path)))
    }
  }

  private mutating func add(_ file: DiscoveredFile) {
    guard found.files.count < limits.files else {
      isStopped = true
      found.diagnostics.append(
        .limitReached(
          .files, met: found.files.count + 1, limits: limits, what: "files below the root",
          place: .path(file.path)))
      return
    }
    found.files.append(file)
  }

  private mutating func refuse(
    _ path: String, _ severity: Diagnostic.Severity, _ code: String, _ message: String
  ) {
    found.diagnostics.append(
      Diagnostic(
        severity, code: code, message: message, place: .path(path),
        remedy: "Rename the file; it was not assessed."))
  }

  private func severity(for name: String) -> Diagnostic.Severity {
    wouldRead(name) || !name.utf8.contains(UInt8(ascii: ".")) ? .error : .note
  }

  private mutating func judgeLink(_ path: String, _ severity: Diagnostic.Severity) {
    if root.linkStaysInside(path) {
      found.diagnostics.append(
        Diagnostic(
          .note, code: "symbolic-link",
          message: "the symbolic link was not followed; its target is read where it lies",
          place: .path(path)))
    } else {
      found.diagnostics.append(
        Diagnostic(
          severity, code: "file-symbolic-link",
          message: "the symbolic link does not lead to a file or folder below the root; not read",
          place: .path(path)))
    }
  }
}
