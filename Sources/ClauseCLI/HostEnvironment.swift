import ClauseCalendar
import ClauseEngine
import ClauseSource
import Glibc

/// What is asked of the machine, once per run.
enum HostEnvironment {
  /// Version of the tool.
  static let version = "0.1.0"

  /// The value of an environment variable; nil when unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Today in the IANA time zone `zone`, or in UTC; the only look at the clock.
  static func today(in zone: String?) -> CivilDate? {
    var now = time(nil)
    var parts = tm()
    if let zone {
      setenv("TZ", zone, 1)
      tzset()
      localtime_r(&now, &parts)
    } else {
      gmtime_r(&now, &parts)
    }
    return CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// The working directory, without links; nil where it is gone.
  static var workingDirectory: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The language of the environment. Of the variables the first that is set decides, even where
  /// it names a language that the product does not speak.
  static var language: Language {
    let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG")
    return locale.map(RunLanguage.of(locale:)) ?? .english
  }

  /// Whether a descriptor is a terminal that may be coloured.
  static func isColourful(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
  }

  /// Processors at hand.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Folders that hold the shipped packs: CLAUSELINT_PACKS, else beside the installed binary, else
  /// in the build tree the binary lies in.
  static func packFolders() -> [String] {
    if let folders = variable("CLAUSELINT_PACKS") {
      return folders.split(separator: ":").map(String.init)
    }
    guard let executable = executablePath() else { return [] }
    var folder = parent(executable)
    var candidates = [parent(folder) + "/share/clauselint/packs"]
    for _ in 0..<6 where !folder.isEmpty {
      candidates.append(folder + "/Rules")
      folder = parent(folder)
    }
    return candidates.first { access($0, R_OK) == 0 }.map { [$0] } ?? []
  }

  private static func executablePath() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer[0..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func parent(_ path: String) -> String {
    PathText.folder(of: path).flatMap { $0.utf8.count > 1 ? $0 : nil } ?? ""
  }
}
