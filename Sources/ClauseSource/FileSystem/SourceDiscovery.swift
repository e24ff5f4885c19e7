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
  /// Files and folders that a `.gitignore` below the root names; of a folder nothing was looked at.
  public var ignored: [String] = []
  /// Files that an office program laid beside a document while it was open.
  public var locks: [String] = []
  /// Folders that are the root of something of their own; nothing in them was looked at.
  public var ownRoots: [String] = []
}

/// What a walk leaves out besides hidden files and folders.
public struct WalkBounds: Sendable {
  /// The name of the file that makes a folder below the root a root of its own; nil for none.
  public var rootMark: String?
  /// Whether what git ignores, and lock files of office programs, are left out.
  public var leavesOutForeign: Bool

  /// Makes bounds; by default nothing is left out.
  public init(rootMark: String? = nil, leavesOutForeign: Bool = false) {
    self.rootMark = rootMark
    self.leavesOutForeign = leavesOutForeign
  }
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
  /// - Parameter bounds: what else is left out.
  /// - Parameter wouldRead: whether a file of this name would be read; a name without a dot may
  ///   always be a folder of records and is not asked about.
  public func discover(
    limits: Limits, in start: String = "", bounds: WalkBounds = WalkBounds(),
    wouldRead: @escaping (_ name: String) -> Bool = { _ in true }
  ) -> Discovery {
    var walk = Walk(root: self, limits: limits, bounds: bounds, wouldRead: wouldRead)
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
      .error, code: "folder-" + kind.rawValue,
      message: reason.following(
        en: "the folder cannot be listed: ", fr: "le dossier ne peut être parcouru : ",
        ar: "تعذر استعراض المجلد: "),
      place: .path(path.isEmpty ? "." : path))
  }
}

/// The state of one walk. Recursion is bounded by `limits.folderDepth`.
private struct Walk {
  let root: SourceRoot
  let limits: Limits
  let bounds: WalkBounds
  let wouldRead: (String) -> Bool
  var found = Discovery()
  private var isStopped = false
  /// The `.gitignore` files of the folder that is being listed and of those above it, with the
  /// number of bytes of a path before what they are about.
  private var ignoreFiles: [(file: IgnoreFile, base: Int)] = []

  init(
    root: SourceRoot, limits: Limits, bounds: WalkBounds, wouldRead: @escaping (String) -> Bool
  ) {
    self.root = root
    self.limits = limits
    self.bounds = bounds
    self.wouldRead = wouldRead
  }

  mutating func list(_ folder: borrowing Descriptor, path: String, depth: Int) {
    guard depth <= limits.folderDepth else {
      found.diagnostics.append(
        .limitReached(
          .folderDepth, met: depth, limits: limits,
          what: LocalizedText(
            en: "folders within folders", fr: "dossiers imbriqués", ar: "المجلدات المتداخلة"),
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
    if depth > 1, let mark = bounds.rootMark, names.contains(where: { $0.elementsEqual(mark.utf8) })
    {
      found.ownRoots.append(path)
      return
    }
    let outer = ignoreFiles.count
    if bounds.leavesOutForeign { takeIgnoreFile(in: folder, path: path) }
    for name in names where !isStopped { visit(name, in: folder, path, depth) }
    ignoreFiles.removeLast(ignoreFiles.count - outer)
  }

  /// Takes the folder's `.gitignore` in, if there is one. Like git, it follows no link there.
  private mutating func takeIgnoreFile(in folder: borrowing Descriptor, path: String) {
    let place = path.isEmpty ? Self.ignoreName : path + "/" + Self.ignoreName
    let bytes: [UInt8]
    do throws(FileTrouble) {
      let open = try Descriptor.open(
        Self.ignoreName, in: folder.number, flags: O_RDONLY, path: place)
      guard case .file = EntryKind(mode: try open.status(path: place).st_mode) else { return }
      bytes = try SourceRoot.readAll(
        open, expected: 0, bound: IgnoreFile.longest, .recordFileBytes, place)
    } catch {
      if error.kind != .missing, error.kind != .symbolicLink { notHeeded(place, error.reason) }
      return
    }
    let file = IgnoreFile(bytes)
    guard ignoreFiles.reduce(file.count, { $0 + $1.file.count }) <= Self.mostPatterns else {
      notHeeded(
        place,
        LocalizedText(
          en: "more than \(Self.mostPatterns) patterns would hold here",
          fr: "plus de \(Self.mostPatterns) motifs s'appliqueraient ici",
          ar: "سيطبق هنا أكثر من \(Self.mostPatterns) نمط"))
      return
    }
    if file.count > 0 { ignoreFiles.append((file, path.isEmpty ? 0 : path.utf8.count + 1)) }
  }

  private static let ignoreName = ".gitignore"
  /// Patterns that hold at a time: each is tried on each name.
  private static let mostPatterns = 2_000

  private mutating func notHeeded(_ path: String, _ reason: LocalizedText) {
    found.diagnostics.append(
      Diagnostic(
        .warning, code: "ignore-file",
        message: reason.following(
          en: "the patterns of .gitignore are not heeded: ",
          fr: "les motifs de .gitignore ne sont pas pris en compte : ",
          ar: "لم تؤخذ أنماط ‎.gitignore بعين الاعتبار: "),
        place: .path(path),
        remedy: LocalizedText(
          en: "Leave files out with exclude: in the configuration.",
          fr: "Écartez des fichiers avec exclude: dans la configuration.",
          ar: "استبعد الملفات بواسطة exclude: في الإعدادات.")))
  }

  /// Whether git ignores an entry: of the patterns that fit, the last one of the nearest file.
  private func isIgnored(_ path: String, isFolder: Bool) -> Bool {
    guard !ignoreFiles.isEmpty else { return false }
    let bytes = Array(path.utf8)
    for (file, base) in ignoreFiles.reversed() {
      if let answer = file.ignores(bytes[base...], isFolder: isFolder) { return answer }
    }
    return false
  }

  /// Whether the name is that of a file which Excel or Word (`~$a.xlsx`) or LibreOffice
  /// (`.~lock.a.ods#`) lays beside an open document.
  private static func isLock(_ name: [UInt8]) -> Bool {
    name.starts(with: "~$".utf8)
      || name.starts(with: ".~lock.".utf8) && name.last == UInt8(ascii: "#")
  }

  /// The names in a folder without hidden ones but lock files, sorted by bytes.
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
      if name.first != UInt8(ascii: ".") || isLock(name) { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names
  }

  private mutating func visit(
    _ bytes: [UInt8], in folder: borrowing Descriptor, _ parent: String, _ depth: Int
  ) {
    let name = String(decoding: bytes, as: UTF8.self)
    let path = parent.isEmpty ? name : parent + "/" + name
    if Self.isLock(bytes), bounds.leavesOutForeign || bytes.first == UInt8(ascii: ".") {
      if bounds.leavesOutForeign { found.locks.append(path) }
      return
    }
    guard name.utf8.elementsEqual(bytes) else {
      refuse(
        path, severity(for: name), "file-name-encoding",
        LocalizedText(
          en: "the name is not valid UTF-8 (shown repaired)",
          fr: "le nom n'est pas en UTF-8 valide (affiché corrigé)",
          ar: "الاسم ليس بترميز UTF-8 سليم (يعرض مصححا)"))
      return
    }
    if let scalar = RelativePath.invisibleScalar(in: name) {
      refuse(
        path, severity(for: name), "file-name-characters",
        LocalizedText(
          en: "the name holds the character \(Excerpt.codePoint(scalar)), which cannot be seen",
          fr: "le nom contient le caractère invisible \(Excerpt.codePoint(scalar))",
          ar: "يتضمن الاسم المحرف غير المرئي \(Excerpt.codePoint(scalar))"))
      return
    }
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      found.diagnostics.append(FileTrouble(errno: errno, path: path).diagnostic)
      return
    }
    let kind = EntryKind(mode: status.st_mode)
    if isIgnored(path, isFolder: kind == .folder) {
      found.ignored.append(path)
      return
    }
    switch kind {
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
          message: LocalizedText(
            en: "it is a pipe, a device or a socket; not read",
            fr: "ce n'est pas un fichier ordinaire (tube, périphérique ou socket) ; non lu",
            ar: "ليس ملفا عاديا (أنبوب أو جهاز أو مقبس)؛ لم يقرأ"),
          place: .path(path)))
    }
  }

  private mutating func add(_ file: DiscoveredFile) {
    guard found.files.count < limits.files else {
      isStopped = true
      found.diagnostics.append(
        .limitReached(
          .files, met: found.files.count + 1, limits: limits,
          what: LocalizedText(
            en: "files below the root", fr: "fichiers sous le dossier", ar: "الملفات داخل المجلد"),
          place: .path(file.path)))
      return
    }
    found.files.append(file)
  }

  private mutating func refuse(
    _ path: String, _ severity: Diagnostic.Severity, _ code: String, _ message: LocalizedText
  ) {
    found.diagnostics.append(
      Diagnostic(
        severity, code: code, message: message, place: .path(path),
        remedy: LocalizedText(
          en: "Rename the file; it was not assessed.",
          fr: "Renommez le fichier ; il n'a pas été évalué.", ar: "غير اسم الملف؛ لم يتم تقييمه.")))
  }

  private func severity(for name: String) -> Diagnostic.Severity {
    wouldRead(name) || !name.utf8.contains(UInt8(ascii: ".")) ? .error : .note
  }

  private mutating func judgeLink(_ path: String, _ severity: Diagnostic.Severity) {
    if root.linkStaysInside(path) {
      found.diagnostics.append(
        Diagnostic(
          .note, code: "symbolic-link",
          message: LocalizedText(
            en: "the symbolic link was not followed; its target is read where it lies",
            fr: "le lien symbolique n'a pas été suivi ; sa cible est lue là où elle se trouve",
            ar: "لم يتبع الرابط الرمزي؛ يقرأ هدفه في موضعه"),
          place: .path(path)))
    } else {
      found.diagnostics.append(
        Diagnostic(
          severity, code: "file-symbolic-link",
          message: LocalizedText(
            en: "the symbolic link does not lead to a file or folder below the root; not read",
            fr: "le lien symbolique ne mène pas à un fichier ou dossier de l'organisation ; non lu",
            ar: "الرابط الرمزي لا يؤدي إلى ملف أو مجلد داخل مجلد المنظمة؛ لم يقرأ"),
          place: .path(path)))
    }
  }
}
