import ArgumentParser
import ClauseEngine
import ClauseSource
import Glibc

/// The root of the commands. A new command is one file under Commands/ and one line here.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clauselint",
    abstract: "A linter for management systems: ISO 9001, ISO 14001, ISO 45001.",
    discussion: """
      Reads the processes, documents and registers an organisation declares, checks them \
      against rule packs that encode clauses and dated legal duties, and reports findings at \
      file:line:column. It checks declarations, not reality.

      Exit status: 0 nothing to mend, 1 findings, 2 something could not be assessed.
      """,
    version: HostEnvironment.version,
    subcommands: [
      BaselineCommand.self,
      CheckCommand.self,
      ClausesCommand.self,
      DiffCommand.self,
      EvalCommand.self,
      ExceptionsCommand.self,
      ExplainCommand.self,
      ForecastCommand.self,
      InitCommand.self,
      ReportCommand.self,
      RulesCommand.self,
      SchemaCommand.self,
      SourcesCommand.self,
      TestCommand.self,
    ])
}

/// The whole tool, from arguments to exit status.
public enum CommandLineTool {
  /// Runs the command that `words` name, of which the first is the program's own name.
  ///
  /// A program can be started without any word. Printing the help would then be a check that
  /// passes.
  public static func start(_ words: [String]) -> Int32 {
    if words.isEmpty {
      Output.complain(
        CommandFailure(
          message: LocalizedText(
            en: "the words of the command line cannot be read",
            fr: "les mots de la ligne de commande sont illisibles",
            ar: "تعذرت قراءة كلمات سطر الأوامر"),
          remedy: LocalizedText(
            en: "Start it with its own name as the first word.",
            fr: "Lancez le programme avec son nom comme premier mot.",
            ar: "شغل البرنامج باسمه ككلمة أولى.")), in: HostEnvironment.language)
      return ExitStatus.notAssessed.rawValue
    }
    return run(Array(words.dropFirst()))
  }

  /// Runs the command named by `arguments` (without the program's name).
  public static func run(_ arguments: [String]) -> Int32 {
    // A reader that goes away is seen as a failed write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      try refuseUnknownCommand(arguments)
      var parsed = try RootCommand.parseAsRoot(arguments)
      guard let command = parsed as? any Command else {
        // A command of the library: help, for the tool or one of its commands, leaves by throwing.
        try parsed.run()
        return ExitStatus.clean.rawValue
      }
      do throws(CommandFailure) {
        return try command.execute().rawValue
      } catch {
        Output.complain(error, in: command.spoken)
        return ExitStatus.notAssessed.rawValue
      }
    } catch let failure as CommandFailure {
      Output.complain(failure, in: RunLanguage.of(arguments: arguments))
      return ExitStatus.notAssessed.rawValue
    } catch {
      return finish(error)
    }
  }

  /// A command that does not exist, with the one that was probably meant.
  private static func refuseUnknownCommand(_ arguments: [String]) throws(CommandFailure) {
    var command: any ParsableCommand.Type = RootCommand.self
    for word in arguments {
      let known = command.configuration.subcommands
      if known.isEmpty || word.utf8.first == UInt8(ascii: "-") { return }
      func name(_ type: any ParsableCommand.Type) -> String { type.configuration.commandName ?? "" }
      if let next = known.first(where: { name($0).equalsByBytes(word) }) {
        command = next
        continue
      }
      // The library has a command of its own.
      if command == RootCommand.self, word.equalsByBytes("help") { return }
      let names = known.map(name)
      let near = RuleExplanation.nearest(to: word, among: names)
      let quoted = Excerpt.quoted(Array(word.utf8)[...], limits: Limits())
      let list = names.joined(separator: ", ")
      throw CommandFailure(
        message: LocalizedText(
          en: "\(quoted) is not a command", fr: "\(quoted) n'est pas une commande",
          ar: "\(quoted) ليس أمرا معروفا"),
        remedy: near.map(LocalizedText.didYouMean)
          ?? LocalizedText(
            en: "The commands are \(list).", fr: "Les commandes sont \(list).",
            ar: "الأوامر هي \(list)."))
    }
  }

  /// Help and version go to standard output and are no failure; bad usage is exit status 2.
  private static func finish(_ error: any Error) -> Int32 {
    let text = RootCommand.fullMessage(for: error)
    if RootCommand.exitCode(for: error).isSuccess {
      do {
        try printText(text)
        return ExitStatus.clean.rawValue
      } catch {
        Output.complain(error, in: HostEnvironment.language)
        return ExitStatus.notAssessed.rawValue
      }
    }
    try? CheckedOutput.standardError.write(Array((text + "\n").utf8))
    return ExitStatus.notAssessed.rawValue
  }

  private static func printText(_ text: String) throws(CommandFailure) {
    try Output.print(Array((text + "\n").utf8))
  }
}
