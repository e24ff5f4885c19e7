import Foundation
import Glibc
import Testing

/// Runs a program under a clock and a memory gauge, as the judge of hostile input must.
enum Spawn {
  /// What a run left behind.
  struct Outcome: Sendable {
    /// The exit status, or 128 and the signal.
    var status: Int32
    /// Processor time, user and system: what does not depend on who else is running.
    var seconds: Double
    /// The largest resident memory seen, in MiB.
    var megabytes: Double
    /// Standard output and standard error in the order in which they were written.
    var output: Data
    /// Whether it had to be killed.
    var hung: Bool
  }

  /// The product's binary: the one named in the environment, else the one beside these tests.
  static let tool: String = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["CLAUSELINT_BINARY"] { return named }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
    let beside = bundle.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/clauselint"
    }
    return [beside, Repository.root + "/.build/release/clauselint"].compactMap { $0 }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "clauselint"
  }()

  /// Whether the binary was built with a sanitizer.
  static let isSanitized = ProcessInfo.processInfo.environment["CLAUSELINT_SANITIZER"] != nil

  /// Whether the binary is optimised and no sanitizer looks on, so that the promised figures hold.
  static let isOptimised =
    !isSanitized
    && (tool.contains("/release/")
      || ProcessInfo.processInfo.environment["CLAUSELINT_BINARY_IS_RELEASE"] != nil)

  /// What hangs is killed after an hour, which no machine is busy enough for: nothing fails for
  /// the time it takes.
  private static let patience = 3_600.0

  /// Runs `program` in `folder`, and sends it `signal` after some seconds where one is given.
  ///
  /// The gauge is the high-water mark of the kernel, read while the program runs: that of
  /// `wait4` begins with the memory of the process that started it.
  static func run(
    _ program: String, _ arguments: [String], in folder: String,
    environment changes: [String: String?] = [:],
    signal: (number: Int32, after: Double)? = nil
  ) throws -> Outcome {
    let log = FileManager.default.temporaryDirectory.path + "/spawn-" + UUID().uuidString
    defer { unlink(log) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)

    // A thread of a pool has its signals blocked, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var variables = ProcessInfo.processInfo.environment
    for name in ["CLAUSELINT_PACKS", "NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "TZ"] {
      variables[name] = nil
    }
    for (name, value) in changes { variables[name] = value }
    // Glibc's module has no spawn action that changes the folder; env does it and steps aside.
    let words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    let settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }

    let begin = ContinuousClock.now
    var process: pid_t = 0
    let answer = posix_spawnp(&process, "env", &actions, &attributes, words, settings)
    guard answer == 0 else { throw POSIXError(POSIXErrorCode(rawValue: answer) ?? .ENOENT) }
    var (status, hung, peak): (Int32, Bool, Double) = (0, false, 0)
    var usage = rusage()
    var unsent = signal
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      peak = max(peak, residentPeak(of: process))
      let elapsed = (ContinuousClock.now - begin) / .seconds(1)
      if let due = unsent, elapsed > due.after {
        unsent = nil
        kill(process, due.number)
      }
      if elapsed > patience, !hung {
        hung = true
        kill(process, SIGKILL)
      }
      usleep(2_000)
    }
    let ending = status & 0x7F
    return Outcome(
      status: ending == 0 ? (status >> 8) & 0xFF : 128 + ending,
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), megabytes: peak,
      output: FileManager.default.contents(atPath: log) ?? Data(), hung: hung)
  }

  static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }

  private static func residentPeak(of process: pid_t) -> Double {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    else { return 0 }
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let number = line?.split(separator: " ").dropFirst().first ?? line?.split(separator: "\t").last
    return (number.flatMap { Double($0.filter(\.isNumber)) } ?? 0) / 1024
  }
}

/// Where the repository and the data beside it are.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder of shared test data; nil when it is not there.
  static let shared: String? = {
    let named = ProcessInfo.processInfo.environment["CLAUSELINT_SHARED"]
    let folder = named ?? URL(fileURLWithPath: root).deletingLastPathComponent().path + "/shared"
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// Whether a missing tool or folder must fail a test instead of skipping it.
  static let demandsAll = ProcessInfo.processInfo.environment["CI"] != nil
}

/// A folder that lives as long as the value does.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/hostile-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A case may have taken away the right to list a folder.
    _ = try? Spawn.run("chmod", ["-R", "u+rwx", path], in: "/")
    _ = try? Spawn.run("rm", ["-rf", path], in: "/")
  }

  /// Writes a file, making its folders.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes a file, making its folders.
  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }
}

extension Trait where Self == ConditionTrait {
  /// A test that reads the data shared by all checkouts. It is skipped where there is none; with
  /// `CI` set it runs, and fails.
  static var readsSharedData: Self {
    .enabled(
      if: Repository.shared != nil || Repository.demandsAll,
      "reads the shared test data: name its folder in CLAUSELINT_SHARED")
  }
}
