import ClauseSource
import Glibc

/// Writes files that are not there yet, inside one folder and nowhere else.
enum NewFiles {
  /// Whether anything, a broken link included, has this path in `folder`.
  static func exists(_ path: String, in folder: String) -> Bool {
    var status = stat()
    return lstat(folder + "/" + path, &status) == 0
  }

  /// Writes a file whole, or leaves what exists as it is.
  ///
  /// - Returns: whether it was written.
  static func write(
    _ text: String, to path: String, in folder: String
  ) throws(CommandFailure) -> Bool {
    if exists(path, in: folder) { return false }
    var parent = folder
    for part in PathText.parts(path).dropLast() {
      parent += "/" + part
      try makeFolder(parent)
    }
    try Output.write(Array(text.utf8), to: folder + "/" + path)
    return true
  }

  /// A folder that is there must be one: behind a link the file would land somewhere else.
  private static func makeFolder(_ path: String) throws(CommandFailure) {
    var status = stat()
    if lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw CommandFailure(
          message: LocalizedText(
            en: "'\(path)' is no folder", fr: "'\(path)' n'est pas un dossier",
            ar: "'\(path)' ليس مجلدا"),
          remedy: LocalizedText(
            en: "Remove it, or rename it, and try again.",
            fr: "Supprimez-le ou renommez-le, puis recommencez.",
            ar: "احذفه أو غير اسمه ثم أعد المحاولة."))
      }
      return
    }
    guard mkdir(path, 0o777) == 0 else {
      throw CommandFailure(
        message: FileTrouble.reason(errno).following(
          en: "cannot make the folder '\(path)': ", fr: "le dossier '\(path)' ne peut être créé : ",
          ar: "تعذر إنشاء المجلد '\(path)': "))
    }
  }
}
