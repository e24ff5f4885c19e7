import Glibc

/// Runs another program: by its whole path, with exactly these arguments and this environment, and
/// no shell. Its streams are files, so that neither side can wait for the other.
enum Subprocess {
  /// Milliseconds after which a program is ended.
  static let patienceMilliseconds = 300_000

  /// Runs the program and waits for it.
  ///
  /// - Parameter outputBytes: how much it may write before it is ended.
  /// - Returns: its exit status; nil when it could not be started, was ended by a signal, took
  ///   longer than `patienceMilliseconds` or wrote too much.
  static func run(
    _ program: String, _ arguments: [String], environment: [String], input: String,
    output: String, errors: String, outputBytes: Int
  ) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, writing, 0o600)
    // This process ignores a closed pipe; others rely on the signal.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    let started = withCStrings([program] + arguments) { argv in
      withCStrings(environment) { envp in
        posix_spawn(&process, program, &actions, &attributes, argv, envp)
      }
    }
    return started == 0 ? wait(for: process, writing: output, atMost: outputBytes) : nil
  }

  private static func wait(
    for process: pid_t, writing output: String, atMost bytes: Int
  ) -> Int32? {
    var status: Int32 = 0
    var waited = 0
    var pause = 1
    while true {
      let answer = waitpid(process, &status, WNOHANG)
      if answer == process { break }
      if answer < 0, errno != EINTR { return nil }
      var written = stat()
      let isTooMuch = stat(output, &written) == 0 && Int(written.st_size) > bytes
      guard waited < patienceMilliseconds, !isTooMuch else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return nil
      }
      usleep(UInt32(pause * 1_000))
      waited += pause
      pause = min(pause * 2, 20)
    }
    // WIFEXITED and WEXITSTATUS are macros.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }

  /// The texts as a C array that ends with a null pointer.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
