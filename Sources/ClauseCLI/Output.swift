import ClauseAssessment
import ClauseReports
import ClauseSource
import Glibc

/// Writes what a command made: results to standard output or files, the rest to standard error.
enum Output {
  /// Writes results to standard output. A reader that went away is its own choice, not an error.
  static func print(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try CheckedOutput.standardOutput.write(bytes)
    } catch {
      guard case .failed(let step, let path, let reason) = error else { return }
      throw CommandFailure(message: "the output is lost: cannot \(step) \(path): \(reason)")
    }
  }

  /// Writes what is wrong to standard error; that it cannot be said changes no exit status.
  static func printErrors(_ bytes: [UInt8]) {
    try? CheckedOutput.standardError.write(bytes)
  }

  /// Writes `bytes` to the file at `path`, whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do {
      try AtomicOutput.write(bytes, to: path)
    } catch {
      guard case .failed(let step, let path, let reason) = error else { return }
      throw CommandFailure(
        message: "the output is lost: cannot \(step) \(path): \(reason)",
        remedy: "Name a file in a folder that can be written.")
    }
  }

  /// What a report that needs room for temporary files made.
  static func made(
    _ bytes: () throws(OutputTrouble) -> [UInt8]
  ) throws(CommandFailure) -> [UInt8] {
    do {
      return try bytes()
    } catch {
      guard case .failed(let step, let path, let reason) = error else { return [] }
      throw CommandFailure(
        message: "the report cannot be made: cannot \(step) \(path): \(reason)",
        remedy: "Make room in /tmp, or take a format that needs none.")
    }
  }

  /// Says why a command could not do its work.
  static func complain(_ failure: CommandFailure) {
    var page = TerminalPage(colour: false)
    page.line(.own("clauselint: "), .words(Untrusted(failure.message), in: .english))
    if !failure.remedy.isEmpty {
      page.line(.own("    remedy   "), .words(Untrusted(failure.remedy), in: .english))
    }
    try? CheckedOutput.standardError.write(page.bytes)
  }

  /// How reports on standard output may look.
  static func options() -> ReportOptions {
    ReportOptions(colour: HostEnvironment.isColourful(STDOUT_FILENO))
  }
}
