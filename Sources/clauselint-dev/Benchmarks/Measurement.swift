import Glibc

/// What a program took, as the kernel counted it.
struct Measurement {
  /// Seconds from start to end.
  var wallSeconds: Double
  /// Seconds of processor time, user and system.
  var processorSeconds: Double
  /// Highest resident memory, in mebibytes.
  var peakMebibytes: Double
  /// Exit status.
  var status: Int32

  /// Runs a program with its output thrown away.
  static func of(_ program: String, _ arguments: [String]) throws(DeveloperFailure) -> Measurement {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var strings = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var process = pid_t()
    let start = now()
    guard posix_spawn(&process, program, &actions, nil, &strings, environ) == 0 else {
      throw DeveloperFailure("cannot run \(program)")
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process else {
      throw DeveloperFailure("lost \(program)")
    }
    return Measurement(
      wallSeconds: now() - start,
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMebibytes: Double(usage.ru_maxrss) / 1024, status: (status >> 8) & 0xFF)
  }

  /// Seconds on a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
