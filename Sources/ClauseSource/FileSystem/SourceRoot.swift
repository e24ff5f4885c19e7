internal import Glibc

/// The folder below which everything is read. All access goes through its descriptor, one part of
/// a path at a time and never through a symbolic link, so that nothing outside can be reached.
public final class SourceRoot: Sendable {
  /// The path the root was opened by, for messages only.
  public let path: String
  let descriptor: Int32

  /// Opens the root folder. `path` comes from the command line and may be a link.
  public init(path: String) throws(FileTrouble) {
    guard !path.utf8.contains(0) else {
      throw FileTrouble(
        .outside, path: path,
        reason: LocalizedText(
          en: "the path holds a NUL character", fr: "le chemin contient un caractère nul",
          ar: "يتضمن المسار محرفا فارغا"))
    }
    var number: Int32
    repeat {
      number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    } while number < 0 && errno == EINTR
    guard number >= 0 else { throw FileTrouble(errno: errno, path: path) }
    self.path = path
    descriptor = number
  }

  deinit { _ = close(descriptor) }

  /// The bytes of the file at `relativePath`, at most as many as `limits[limit]`.
  ///
  /// - Throws: `FileTrouble` for a path outside the root, a missing, unreadable or special file,
  ///   a symbolic link, a pointer of Git LFS, and for a file larger than the limit, which is
  ///   refused before reading.
  public func read(
    _ relativePath: String, limits: Limits, limit: LimitName = .recordFileBytes
  ) throws(FileTrouble) -> [UInt8] {
    let file = try openPath(relativePath, flags: O_RDONLY)
    let status = try file.status(path: relativePath)
    switch EntryKind(mode: status.st_mode) {
    case .file: break
    case .folder:
      throw FileTrouble(
        .wrongKind, path: relativePath,
        reason: LocalizedText(en: "it is a folder", fr: "c'est un dossier", ar: "هو مجلد"))
    case .symbolicLink, .special:
      throw FileTrouble(
        .special, path: relativePath,
        reason: LocalizedText(
          en: "it is a pipe, a device or a socket",
          fr: "ce n'est pas un fichier ordinaire (tube, périphérique ou socket)",
          ar: "ليس ملفا عاديا (أنبوب أو جهاز أو مقبس)"))
    }
    let bound = min(limits[limit], ByteScanner.largestFile)
    guard status.st_size <= bound else {
      throw FileTrouble(
        .tooLarge, path: relativePath,
        reason: Self.sizeReason(Int(status.st_size), bound: bound, limit: limit))
    }
    let bytes = try Self.readAll(
      file, expected: Int(status.st_size), bound: bound, limit, relativePath)
    // No reader may look at it: two lines of `key value` are records to some.
    if FileStandIn.isPointer(bytes) {
      throw FileTrouble(
        .pointer, path: relativePath,
        reason: LocalizedText(
          en: "it is a pointer of Git LFS, not the content",
          fr: "c'est un pointeur Git LFS, et non le contenu", ar: "هو مؤشر Git LFS وليس المحتوى"))
    }
    return bytes
  }

  /// Reads the file at `relativePath` into a `SourceFile`, or says in a diagnostic why not.
  public func load(
    _ relativePath: String, id: FileID, limits: Limits, limit: LimitName = .recordFileBytes
  ) -> Result<SourceFile, FileRefusal> {
    do {
      let bytes = try read(relativePath, limits: limits, limit: limit)
      return .success(SourceFile(id: id, path: relativePath, bytes: bytes))
    } catch {
      return .failure(FileRefusal(error.readingDiagnostic(limit: limit)))
    }
  }

  private static func sizeReason(_ size: Int, bound: Int, limit: LimitName) -> LocalizedText {
    LocalizedText(
      en: "it has \(size) bytes, the limit \(limit.rawValue) is \(bound)",
      fr: "il compte \(size) octets, la limite \(limit.rawValue) est de \(bound)",
      ar: "حجمه \(size) بايت، والحد \(limit.rawValue) هو \(bound)")
  }

  /// Reads to the end of the file, which may have grown or shrunk since it was measured.
  static func readAll(
    _ file: borrowing Descriptor, expected: Int, bound: Int, _ limit: LimitName, _ path: String
  ) throws(FileTrouble) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var filled = 0
    while true {
      if filled == bytes.count {
        guard filled <= bound else {
          throw FileTrouble(
            .tooLarge, path: path, reason: sizeReason(filled, bound: bound, limit: limit))
        }
        bytes.append(contentsOf: repeatElement(0, count: min(filled, bound) + 1))
      }
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file.number, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        throw FileTrouble(errno: code, path: path)
      }
      if count == 0 { break }
      filled += count
    }
    guard filled <= bound else {
      throw FileTrouble(
        .tooLarge, path: path, reason: sizeReason(filled, bound: bound, limit: limit))
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Opens a path part by part from the root.
  func openPath(_ relativePath: String, flags: Int32) throws(FileTrouble) -> Descriptor {
    let parts = RelativePath.parts(relativePath)
    guard let last = parts.last, Self.staysInside(relativePath, parts) else {
      throw FileTrouble(
        .outside, path: relativePath,
        reason: LocalizedText(
          en: "the path does not lie below the root",
          fr: "le chemin sort du dossier de l'organisation", ar: "يقع المسار خارج مجلد المنظمة"))
    }
    var folder = try Descriptor.open(".", in: descriptor, flags: O_DIRECTORY, path: relativePath)
    for part in parts.dropLast() {
      folder = try Descriptor.open(
        part, in: folder.number, flags: O_DIRECTORY, path: relativePath)
    }
    return try Descriptor.open(last, in: folder.number, flags: flags, path: relativePath)
  }

  private static func staysInside(_ path: String, _ parts: [String]) -> Bool {
    !path.utf8.contains(0) && path.utf8.first != UInt8(ascii: "/")
      && !parts.contains { $0.equalsByBytes("..") }
  }
}

/// A file that could not be read, as the diagnostic to report.
public struct FileRefusal: Error, Sendable {
  /// What to report; always an error.
  public let diagnostic: Diagnostic

  /// Wraps a diagnostic.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension FileTrouble {
  /// The diagnostic for a failed read, which for a file over its limit names the option.
  ///
  /// - Parameter shown: the path to show where the one that was asked for lies below another root.
  public func readingDiagnostic(limit: LimitName, at shown: String? = nil) -> Diagnostic {
    guard kind == .tooLarge else {
      var diagnostic = FileTrouble(kind, path: shown ?? path, reason: reason).diagnostic
      if kind == .pointer {
        diagnostic.remedy = LocalizedText(
          en: "Fetch the content with: git lfs pull",
          fr: "Récupérez le contenu avec : git lfs pull", ar: "اجلب المحتوى بواسطة: git lfs pull")
      }
      return diagnostic
    }
    return Diagnostic(
      .error, code: "limit-" + limit.rawValue,
      message: reason.following(
        en: "the file is too large: ", fr: "le fichier est trop volumineux : ",
        ar: "الملف كبير جدا: "),
      place: .path(shown ?? path),
      remedy: LocalizedText(
        en: "If this is intended, raise the limit with --limit \(limit.rawValue)=N.",
        fr: "Si c'est voulu, relevez la limite avec --limit \(limit.rawValue)=N.",
        ar: "إن كان ذلك مقصودا، فارفع الحد بواسطة ‎--limit \(limit.rawValue)=N."))
  }
}
