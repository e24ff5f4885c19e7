import ClauseSource

/// A command for maintainers.
protocol DeveloperCommand {
  /// What it is called.
  var name: String { get }
  /// What it does and which options it takes, in one line.
  var summary: String { get }
  /// Does the work.
  func run(_ arguments: [String]) throws(DeveloperFailure)
}

/// Why a command could not do its work.
struct DeveloperFailure: Error {
  /// What is wrong, and what to do.
  var message: String

  /// Makes a failure.
  init(_ message: String) { self.message = message }
}

/// Chooses the command and turns failures into an exit status.
enum DeveloperTool {
  /// Runs the command that the first argument names. 0 done, 1 failed, 2 bad usage.
  static func run(_ commands: [any DeveloperCommand], arguments: [String]) -> Int32 {
    guard let name = arguments.first, let command = commands.first(where: { $0.name == name })
    else {
      let lines = commands.map { "  clauselint-dev \($0.name)  \($0.summary)" }
      say("usage:\n" + lines.joined(separator: "\n"), on: .standardError)
      return arguments.isEmpty ? 0 : 2
    }
    do {
      try command.run(Array(arguments.dropFirst()))
      return 0
    } catch {
      say("clauselint-dev: " + error.message, on: .standardError)
      return 1
    }
  }

  /// Writes a line; nobody can be told when that fails.
  static func say(_ line: String, on output: CheckedOutput = .standardOutput) {
    try? output.write(Array((line + "\n").utf8))
  }
}
