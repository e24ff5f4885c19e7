import ClauseSource
import Glibc

/// A folder of our own that nobody else can look into; what was written to it is removed with it.
struct TemporaryFolder {
  /// Its path.
  let path: String
  private var files: [String] = []
  private var folders: [String] = []

  /// Makes the folder below TMPDIR, or below /tmp.
  init() throws(CommandFailure) {
    let parent = HostEnvironment.variable("TMPDIR") ?? "/tmp"
    var template = Array((parent + "/clauselint-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        message: FileTrouble.reason(errno).following(
          en: "cannot make a temporary folder in '\(parent)': ",
          fr: "un dossier temporaire ne peut être créé dans '\(parent)' : ",
          ar: "تعذر إنشاء مجلد مؤقت في '\(parent)': "),
        remedy: LocalizedText(
          en: "Set TMPDIR to a folder that can be written.",
          fr: "Indiquez dans TMPDIR un dossier où l'on peut écrire.",
          ar: "حدد في TMPDIR مجلدا يمكن الكتابة فيه."))
    }
    path = Target.canonical(
      String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// The path of a file that another program will write; it is removed with the folder.
  mutating func path(for name: String) -> String {
    files.append(path + "/" + name)
    return path + "/" + name
  }

  /// Makes a folder, whose parent is there.
  mutating func makeFolder(_ name: String) throws(CommandFailure) {
    guard mkdir(path + "/" + name, 0o700) == 0 else { throw trouble(name) }
    folders.append(path + "/" + name)
  }

  /// Writes a new file, whose folder is there.
  mutating func write(_ bytes: ArraySlice<UInt8>, to name: String) throws(CommandFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path + "/" + name, flags, 0o600)
    guard descriptor >= 0 else { throw trouble(name) }
    files.append(path + "/" + name)
    defer { close(descriptor) }
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw trouble(name)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Removes the folder with everything in it.
  func remove() {
    for file in files.reversed() { unlink(file) }
    for folder in folders.reversed() { rmdir(folder) }
    rmdir(path)
  }

  private func trouble(_ name: String) -> CommandFailure {
    CommandFailure(
      message: FileTrouble.reason(errno).following(
        en: "cannot write a temporary file: ", fr: "un fichier temporaire ne peut être écrit : ",
        ar: "تعذرت كتابة ملف مؤقت: "),
      remedy: LocalizedText(
        en: "Set TMPDIR to a folder with room.",
        fr: "Indiquez dans TMPDIR un dossier où il y a de la place.",
        ar: "حدد في TMPDIR مجلدا فيه مكان كاف."))
  }
}
