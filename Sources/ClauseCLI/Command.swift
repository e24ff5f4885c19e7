import ArgumentParser
import ClauseSource

/// A command of the tool: parses its arguments, does its work, says its exit status.
protocol Command: ParsableCommand {
  /// The language of what it says where it cannot do its work.
  var spoken: Language { get }

  /// Does the work.
  func execute() throws(CommandFailure) -> ExitStatus
}

extension Command {
  var spoken: Language { HostEnvironment.language }
}

/// A command that assesses an organisation.
protocol RunCommand: Command {
  /// The options of the run.
  var run: RunArguments { get }
}

extension RunCommand {
  var spoken: Language { run.spoken }
}
