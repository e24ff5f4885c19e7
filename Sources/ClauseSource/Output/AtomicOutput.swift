internal import Glibc

/// Replaces a file whole or not at all.
///
/// The bytes go to a temporary file in the same folder, reach the disk, and only then take the
/// name. Whatever fails, the old file stays and the temporary one is removed.
public enum AtomicOutput {
  /// Writes `bytes` as the file at `path`, which comes from the command line.
  ///
  /// A symbolic link keeps pointing where it points and its target is replaced. A device or a pipe
  /// is written to directly, for nothing can replace it.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputTrouble) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .failed(
        step: "open", path: path,
        reason: LocalizedText(en: "it is not a path", fr: "ce n'est pas un chemin", ar: "ليس مسارا")
      )
    }
    let target = try resolved(path)
    var mode: mode_t?
    var status = stat()
    if stat(target, &status) == 0 {
      switch EntryKind(mode: status.st_mode) {
      case .file: mode = status.st_mode & 0o7777
      case .folder:
        throw .failed(
          step: "open", path: path,
          reason: LocalizedText(en: "it is a folder", fr: "c'est un dossier", ar: "هو مجلد"))
      case .special, .symbolicLink:
        return try writeDirectly(bytes, to: target, path)
      }
    }
    try replace(target, with: bytes, mode: mode, path)
  }

  /// The path behind a symbolic link; the path itself when it is none.
  private static func resolved(_ path: String) throws(OutputTrouble) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, EntryKind(mode: status.st_mode) == .symbolicLink else {
      return path
    }
    guard let real = realpath(path, nil) else {
      throw OutputTrouble(errno: errno, step: "resolve", path: path)
    }
    defer { free(real) }
    return String(cString: real)
  }

  private static func writeDirectly(
    _ bytes: [UInt8], to target: String, _ path: String
  ) throws(OutputTrouble) {
    let number = open(target, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw OutputTrouble(errno: errno, step: "open", path: path) }
    do throws(OutputTrouble) {
      try CheckedOutput(descriptor: number, name: path).write(bytes)
    } catch {
      _ = close(number)
      throw error
    }
    guard close(number) == 0 else { throw OutputTrouble(errno: errno, step: "close", path: path) }
  }

  private static func replace(
    _ target: String, with bytes: [UInt8], mode: mode_t?, _ path: String
  ) throws(OutputTrouble) {
    let folder = folderName(of: target)
    let (number, temporary) = try openTemporary(in: folder, path)
    do throws(OutputTrouble) {
      try fill(number, bytes, mode, path)
    } catch {
      _ = unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      _ = unlink(temporary)
      throw OutputTrouble(errno: code, step: "rename", path: path)
    }
    try syncFolder(folder, path)
  }

  /// Writes, syncs and closes; the descriptor is closed on every way out.
  private static func fill(
    _ number: Int32, _ bytes: [UInt8], _ mode: mode_t?, _ path: String
  ) throws(OutputTrouble) {
    do throws(OutputTrouble) {
      try CheckedOutput(descriptor: number, name: path).write(bytes)
      if let mode, fchmod(number, mode) != 0 {
        throw OutputTrouble(errno: errno, step: "chmod", path: path)
      }
      guard fsync(number) == 0 else { throw OutputTrouble(errno: errno, step: "sync", path: path) }
    } catch {
      _ = close(number)
      throw error
    }
    guard close(number) == 0 else { throw OutputTrouble(errno: errno, step: "close", path: path) }
  }

  /// A new file that nobody else has, in the folder of the target.
  private static func openTemporary(
    in folder: String, _ path: String
  ) throws(OutputTrouble) -> (number: Int32, name: String) {
    for attempt in 0..<1_000 {
      let name = folder + "/" + SourceRoot.temporaryPrefix + "\(getpid())-\(attempt)"
      let number = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if number >= 0 { return (number, name) }
      let code = errno
      if code != EEXIST && code != EINTR {
        throw OutputTrouble(errno: code, step: "create", path: path)
      }
    }
    throw .failed(
      step: "create", path: path,
      reason: LocalizedText(
        en: "too many unfinished files lie beside it",
        fr: "trop de fichiers inachevés se trouvent à côté",
        ar: "توجد بجانبه ملفات غير مكتملة كثيرة"))
  }

  /// Makes the new name last. Some file systems cannot sync a folder and say EINVAL.
  private static func syncFolder(_ folder: String, _ path: String) throws(OutputTrouble) {
    let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder one may write to but not list cannot be opened; the rename has happened.
    guard number >= 0 else { return }
    defer { _ = close(number) }
    if fsync(number) != 0, errno != EINVAL {
      throw OutputTrouble(errno: errno, step: "sync", path: path)
    }
  }

  private static func folderName(of path: String) -> String {
    PathText.folder(of: path) ?? "."
  }
}
