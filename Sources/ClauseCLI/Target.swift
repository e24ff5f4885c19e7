import ClauseEngine
import ClauseSource
import Glibc

/// The organisation's root and what of it is asked about, found from the paths on the command line.
struct Target {
  /// The root folder.
  var root: String
  /// Paths from the root that are asked about; empty for everything.
  var paths: [String] = []
  /// Whether only those are read.
  var readsOnlyPaths = false

  /// Finds the root: a folder given is the root itself when it or nothing above it is configured;
  /// a file's root is the nearest folder above it with a configuration, else its own folder.
  init(paths given: [String]) throws(CommandFailure) {
    let paths = given.isEmpty ? ["."] : given
    let absolute = try paths.map { path throws(CommandFailure) in try Self.resolve(path) }
    guard let first = absolute.first else {
      throw CommandFailure(
        message: LocalizedText(
          en: "no path was given", fr: "aucun chemin n'a été donné", ar: "لم يعط أي مسار"))
    }
    let firstFolder = first.isFolder ? first.path : Self.parent(first.path)
    let configured = Self.configuredFolder(from: firstFolder)
    root = configured ?? firstFolder
    if absolute.count == 1, first.isFolder, configured?.equalsByBytes(first.path) ?? true { return }
    for entry in absolute {
      if entry.path.equalsByBytes(root) { continue }
      guard let path = PathText.rest(of: entry.path, below: root) else {
        throw CommandFailure(
          message: LocalizedText(
            en: "'\(entry.given)' does not lie in the same organisation as '\(first.given)'",
            fr: "'\(entry.given)' n'est pas dans la même organisation que '\(first.given)'",
            ar: "'\(entry.given)' ليس في نفس المنظمة مع '\(first.given)'"),
          remedy: LocalizedText(
            en: "Check each organisation by itself.",
            fr: "Vérifiez chaque organisation séparément.", ar: "افحص كل منظمة على حدة."))
      }
      self.paths.append(path)
    }
    readsOnlyPaths = configured == nil && !first.isFolder
  }

  private struct Entry {
    var given: String
    var path: String
    var isFolder: Bool
  }

  private static func resolve(_ path: String) throws(CommandFailure) -> Entry {
    guard let resolved = realpath(path, nil) else {
      throw CommandFailure(
        message: FileTrouble.reason(errno).following(
          en: "cannot read '\(path)': ", fr: "'\(path)' ne peut être lu : ",
          ar: "تعذرت قراءة '\(path)': "),
        remedy: LocalizedText(
          en: "Check the path.", fr: "Vérifiez le chemin.", ar: "تحقق من المسار."))
    }
    defer { free(resolved) }
    var status = stat()
    guard stat(resolved, &status) == 0 else {
      throw CommandFailure(
        message: FileTrouble.reason(errno).following(
          en: "cannot read '\(path)': ", fr: "'\(path)' ne peut être lu : ",
          ar: "تعذرت قراءة '\(path)': "))
    }
    return Entry(
      given: path, path: String(cString: resolved), isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }

  /// `path` without links and dots, so that it can be compared with the root; as it is when
  /// nothing is there.
  static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether something is at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The nearest folder with a configuration, `folder` itself or one above it.
  ///
  /// Above the folder that was asked for, a file of somebody else is passed over: in a place such
  /// as /tmp anybody could lay one down, and with it choose what is read.
  private static func configuredFolder(from folder: String) -> String? {
    if access(folder + "/" + Configuration.fileName, F_OK) == 0 { return folder }
    let trusted: Set<uid_t?> = [geteuid(), 0, owner(of: folder)]
    var current = folder
    while !current.isEmpty, current != "/" {
      current = parent(current)
      if let owner = owner(of: (current == "/" ? "" : current) + "/" + Configuration.fileName),
        trusted.contains(owner)
      {
        return current
      }
    }
    return nil
  }

  private static func owner(of path: String) -> uid_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_uid : nil
  }

  private static func parent(_ path: String) -> String {
    PathText.folder(of: path) ?? "."
  }
}
