import ArgumentParser

/// A command of the tool: parses its arguments, does its work, says its exit status.
protocol Command: ParsableCommand {
  /// Does the work.
  func execute() throws(CommandFailure) -> ExitStatus
}
