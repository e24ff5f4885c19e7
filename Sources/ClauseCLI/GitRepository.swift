import ClauseEngine
import ClauseSource
import Glibc

/// The git repository a folder lies in, read by the program `git`.
///
/// The repository is as untrusted as its files. Only commands are used that read objects, which
/// run no hook, no filter and no other program; where its configuration could make git run one all
/// the same (a file system monitor, fetching of missing objects), that is switched off.
struct GitRepository {
  private let program: String
  private let root: String
  private let environment: [String]

  /// The repository of the folder `root`.
  init(root: String) throws(CommandFailure) {
    // A relative entry of PATH could name a program of the repository under test.
    let folders = (HostEnvironment.variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":").map(String.init).filter { $0.startsWithBytes("/") }
    guard let found = folders.map({ $0 + "/git" }).first(where: { access($0, X_OK) == 0 }) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--diff needs the program git, which is not there",
          fr: "--diff a besoin du programme git, qui n'est pas installé",
          ar: "--diff تحتاج برنامج git، وهو غير مثبت"),
        remedy: LocalizedText(en: "Install git.", fr: "Installez git.", ar: "ثبت git."))
    }
    program = found
    self.root = root
    // None of git's own variables is handed on: a hook sets them to another repository or index.
    var environment = [
      "PATH=" + folders.joined(separator: ":"), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0",
      "GIT_TERMINAL_PROMPT=0", "GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1",
      "GIT_ALLOW_PROTOCOL=none",
    ]
    for name in ["HOME", "XDG_CONFIG_HOME"] {
      if let value = HostEnvironment.variable(name) { environment.append(name + "=" + value) }
    }
    self.environment = environment
  }

  /// A file of a revision.
  struct Entry {
    var object: String
    var size: Int
    var path: String
  }

  // MARK: What is there

  /// The commit that `reference` stands for.
  func commit(
    _ reference: String, _ folder: inout TemporaryFolder
  ) throws(CommandFailure) -> String {
    let isPlain =
      !reference.isEmpty && !reference.startsWithBytes("-")
      && reference.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    guard isPlain else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--diff: '\(reference)' is no revision",
          fr: "--diff : '\(reference)' n'est pas une révision",
          ar: "--diff: ‏'\(reference)' ليست نسخة"),
        remedy: LocalizedText(
          en: "Name a branch, tag or commit, such as origin/main.",
          fr: "Indiquez une branche, une étiquette ou un commit, par exemple origin/main.",
          ar: "اذكر فرعا أو وسما أو إيداعا، مثل origin/main."))
    }
    let inside = try run(["rev-parse", "--show-prefix"], &folder)
    guard inside.status == 0 else {
      let isForeign = inside.errors.contains("dubious ownership")
      throw CommandFailure(
        message: isForeign
          ? LocalizedText(
            en: "git does not trust '\(root)', which belongs to somebody else",
            fr: "git ne fait pas confiance à '\(root)', qui appartient à quelqu'un d'autre",
            ar: "git لا يثق في '\(root)' لأنه ملك لغيرك")
          : LocalizedText(english: inside.errors).following(
            en: "'\(root)' lies in no git repository: ",
            fr: "'\(root)' n'est pas dans un dépôt git : ", ar: "'\(root)' ليس في مستودع git: "),
        remedy: isForeign
          ? LocalizedText(
            en: "If you do, run: git config --global --add safe.directory FOLDER",
            fr:
              "Si vous lui faites confiance, lancez : git config --global --add safe.directory "
              + "DOSSIER",
            ar: "إن كنت تثق فيه فنفذ: git config --global --add safe.directory FOLDER")
          : LocalizedText(
            en: "Leave out --diff, or check a folder of a git work tree.",
            fr: "Retirez --diff, ou vérifiez un dossier d'un dépôt git.",
            ar: "احذف ‎--diff، أو افحص مجلدا من مستودع git."))
    }
    let named = try run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"], &folder)
    let commit = Self.line(named.output)
    guard named.status == 0, commit.utf8.count >= 40, commit.utf8.allSatisfy(Self.isHexadecimal)
    else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--diff: '\(reference)' is no revision of the repository",
          fr: "--diff : '\(reference)' n'est pas une révision du dépôt",
          ar: "--diff: ‏'\(reference)' ليست نسخة من المستودع"),
        remedy: LocalizedText(
          en: "Fetch it first (a shallow clone has no other branches), or name another one.",
          fr:
            "Récupérez-la d'abord (un clone superficiel n'a pas les autres branches), ou "
            + "indiquez-en une autre.",
          ar: "اجلبها أولا (النسخ السطحي لا يتضمن الفروع الأخرى)، أو اذكر غيرها."))
    }
    return commit
  }

  /// The regular files of `commit` below the root, with paths from the root, and how many others
  /// were left out.
  ///
  /// - Parameter limits: bounds the files; a tree of trees that name each other many times would
  ///   otherwise be listed without an end.
  func files(
    of commit: String, _ folder: inout TemporaryFolder, limits: Limits
  ) throws(CommandFailure) -> [Entry] {
    var prefix = Self.line(try run(["rev-parse", "--show-prefix"], &folder).output)
    if prefix.endsWithBytes("/") { prefix = PathText.folder(of: prefix) ?? "" }
    let tree = commit + ":" + prefix
    let known = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", tree], &folder)
    // The folder was not there yet.
    guard known.status == 0 else { return [] }
    let listing = try run(
      ["ls-tree", "-r", "-z", "-l", "--full-tree", Self.line(known.output)], &folder,
      outputBytes: limits.files.multipliedReportingOverflow(by: 1_024).partialValue)
    guard listing.status == 0 else {
      throw CommandFailure(
        message: LocalizedText(english: listing.errors).following(
          en: "git cannot list the revision: ", fr: "git ne peut lister la révision : ",
          ar: "تعذر على git سرد النسخة: "))
    }
    return listing.output.split(separator: 0).compactMap(Self.entry)
  }

  /// `mode type object size TAB path`; links, submodules and paths that are none of ours are nil.
  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    guard let tab = line.firstIndex(of: 0x09) else { return nil }
    let words = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    let path = String(decoding: line[(tab + 1)...], as: UTF8.self)
    guard words.count == 4, words[0] == "100644" || words[0] == "100755", words[1] == "blob",
      words[2].utf8.allSatisfy(isHexadecimal), let size = Int(words[3]),
      path.utf8.elementsEqual(line[(tab + 1)...]), isOurs(path)
    else { return nil }
    return Entry(object: words[2], size: size, path: path)
  }

  /// Whether a path is one that the walk over a folder could find; hidden parts never are.
  private static func isOurs(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.first != UInt8(ascii: ".") && $0.count <= 255
    }
  }

  /// The contents of `objects`, in their order, as git writes them: a line `object type size`, the
  /// bytes, a line break.
  func contents(
    of objects: [String], _ folder: inout TemporaryFolder
  ) throws(CommandFailure) -> [UInt8] {
    let list = Array((objects.joined(separator: "\n") + "\n").utf8)
    try folder.write(list[...], to: "wanted")
    let answer = try run(
      ["cat-file", "--batch"], &folder, input: folder.path + "/wanted", name: "contents")
    guard answer.status == 0 else {
      throw CommandFailure(
        message: LocalizedText(english: answer.errors).following(
          en: "git cannot read the revision: ", fr: "git ne peut lire la révision : ",
          ar: "تعذر على git قراءة النسخة: "))
    }
    return answer.output
  }

  // MARK: Running

  private struct Answer {
    var status: Int32
    var output: [UInt8]
    /// The first line of what it complained about.
    var errors: String
  }

  private func run(
    _ command: [String], _ folder: inout TemporaryFolder, input: String = "/dev/null",
    name: String = "answer", outputBytes: Int = .max
  ) throws(CommandFailure) -> Answer {
    let output = folder.path(for: name)
    let errors = folder.path(for: "complaints")
    let settings = [
      "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
      "protocol.allow=never", "-c", "core.untrackedCache=false",
    ]
    guard
      let status = Subprocess.run(
        program, ["-C", root] + settings + command, environment: environment, input: input,
        output: output, errors: errors, outputBytes: outputBytes)
    else {
      throw CommandFailure(
        message: LocalizedText(
          en: "git did not end well (git \(command.first ?? "")), or answered with too much",
          fr: "git a échoué (git \(command.first ?? "")), ou sa réponse est trop longue",
          ar: "فشل git ‏(git \(command.first ?? ""))، أو كان جوابه طويلا جدا"),
        remedy: LocalizedText(
          en: "Try the same command by hand; if the revision has many files, --limit files=N.",
          fr:
            "Essayez la même commande à la main ; si la révision a beaucoup de fichiers, --limit "
            + "files=N.",
          ar: "جرب نفس الأمر يدويا؛ وإن كانت النسخة كثيرة الملفات فأضف ‎--limit files=N."))
    }
    var limits = Limits()
    limits.recordFileBytes = .max
    do {
      let reader = try SourceRoot(path: folder.path)
      let said = try reader.read("complaints", limits: limits)
      return Answer(
        status: status, output: try reader.read(name, limits: limits), errors: Self.line(said))
    } catch {
      throw CommandFailure(
        message: error.reason.following(
          en: "the answer of git cannot be read: ", fr: "la réponse de git est illisible : ",
          ar: "تعذرت قراءة جواب git: "),
        remedy: LocalizedText(
          en: "The files of the revision may be too large to be compared.",
          fr: "Les fichiers de la révision sont peut-être trop volumineux pour être comparés.",
          ar: "قد تكون ملفات النسخة أكبر من أن تقارن."))
    }
  }

  /// The first line, without its break.
  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
