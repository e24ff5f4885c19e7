internal import Glibc

/// What can be said about a file that a record names as evidence.
public enum FileFact: Hashable, Sendable {
  /// A regular file with content.
  case file(bytes: Int)
  /// A regular file of no bytes.
  case empty
  /// A file that stands for content which Git LFS keeps elsewhere.
  case pointer
  /// A shortcut of Windows, macOS or a Linux desktop, or a link to a web page.
  case shortcut
  /// A folder.
  case folder
  /// No such file.
  case missing
  /// Not looked up, or not acceptable: the reason, in words. What may lie behind a refused path
  /// is never looked at, so the answer does not tell whether it exists.
  case refused(reason: LocalizedText)
}

/// Answers whether evidence exists, without ever leaving the root.
///
/// The path is judged by its letters first; then each part is opened without following links.
/// Names must match byte for byte; how people spell them is a matter of `SpelledPaths`.
public struct FileFacts: Sendable {
  private let root: SourceRoot
  /// O_PATH of Linux, which Glibc's module does not export: the content is not wanted, and a file
  /// nobody may read is there all the same.
  private static let locateOnly: Int32 = 0o10_000_000

  /// Facts about the files below `root`.
  public init(root: SourceRoot) { self.root = root }

  /// What is at `path`, relative to the root.
  public func fact(at path: String) -> FileFact {
    if let reason = RelativePath.refusal(of: path) { return .refused(reason: reason) }
    do throws(FileTrouble) {
      let found = try root.openPath(path, flags: Self.locateOnly)
      let status = try found.status(path: path)
      switch EntryKind(mode: status.st_mode) {
      case .file:
        if status.st_size == 0 { return .empty }
        if status.st_size <= FileStandIn.longest, let known = standIn(at: path) { return known }
        return .file(bytes: Int(status.st_size))
      case .folder: return .folder
      case .symbolicLink: return .refused(reason: Self.throughLink)
      case .special:
        return .refused(
          reason: LocalizedText(
            en: "the path is a pipe, a device or a socket",
            fr: "ce n'est pas un fichier ordinaire (tube, périphérique ou socket)",
            ar: "ليس ملفا عاديا (أنبوب أو جهاز أو مقبس)"))
      }
    } catch {
      switch error.kind {
      case .missing: return .missing
      case .symbolicLink: return .refused(reason: Self.throughLink)
      // A part that should be a folder is none, or is a link, which O_DIRECTORY answers alike.
      case .wrongKind: return .missing
      default: return .refused(reason: error.reason)
      }
    }
  }

  private static let throughLink = LocalizedText(
    en: "the path leads through a symbolic link", fr: "le chemin passe par un lien symbolique",
    ar: "يمر المسار عبر رابط رمزي")

  /// What a small file stands for instead of holding it; nil for a file with content of its own,
  /// and for one that may not be read.
  private func standIn(at path: String) -> FileFact? {
    var limits = Limits()
    limits.recordFileBytes = FileStandIn.longest
    do {
      return FileStandIn.fact(of: try root.read(path, limits: limits))
    } catch {
      return error.kind == .pointer ? .pointer : nil
    }
  }
}
