import ArgumentParser
import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseReports
import ClauseSource
import Glibc

/// `clauselint eval`: the rule author's playground.
struct EvalCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate an expression: its type and value, or what is wrong.")

  @Argument(help: "The expression.")
  var expression: String?

  @Option(help: "Record type to bring into scope; the expression is evaluated for each record.")
  var type: String?

  @Option(help: "Organisation to bring into scope.", completion: .directory)
  var dir: String?

  @Option(name: .customLong("as-of"), help: "Civil date of the run, YYYY-MM-DD (default: today).")
  var asOf: String?

  @Flag(
    help: "Read a JSON object {\"expr\": text} from each line of standard input, answer one a line."
  )
  var lines = false

  func execute() throws(CommandFailure) -> ExitStatus {
    let workspace = try workspace()
    var playground = try playground(workspace)
    if lines { return status(workspace, otherwise: try answerLines(&playground)) }
    guard let expression else {
      throw CommandFailure(
        english: "eval takes an expression", remedy: "Quote it: clauselint eval '1 + 1'")
    }
    let answer = playground.evaluate(expression)
    var page = TerminalPage(colour: Output.options().colour)
    let status = EvalText.write(answer, to: &page, expression: expression)
    if workspace?.locatedDiagnostics.contains(where: { $0.severity == .error }) == true {
      page.line(.own("incomplete  part of the input could not be read"))
    }
    try Output.print(page.bytes)
    if status == .notAssessed { Self.complain() }
    return self.status(workspace, otherwise: status)
  }

  private static func complain() {
    Output.complain(
      CommandFailure(english: "an expression could not be evaluated"), in: .english)
  }

  /// The status where the records in scope may not be all there are.
  private func status(_ workspace: Workspace?, otherwise status: ExitStatus) -> ExitStatus {
    guard let workspace else { return status }
    return Output.status(workspace.locatedDiagnostics, in: .english, otherwise: status)
  }

  /// The organisation in scope; nil when none was asked for.
  private func workspace() throws(CommandFailure) -> Workspace? {
    guard dir != nil || type != nil else { return nil }
    var run = try RunArguments.parsed(paths: [dir ?? "."], asOf: asOf)
    run.allowsEmpty = true
    return try run.load()
  }

  private func playground(
    _ workspace: Workspace?
  ) throws(CommandFailure) -> ExpressionPlayground {
    guard let workspace else {
      guard let date = try date() else { throw CommandFailure(english: "no date; pass --as-of") }
      return ExpressionPlayground(asOf: date)
    }
    guard let playground = ExpressionPlayground(workspace: workspace, type: type) else {
      throw CommandFailure(
        english: "'\(type ?? "")' is no record type of the loaded packs",
        remedy: "Record types are declared by packs, such as document or risk.")
    }
    return playground
  }

  private func date() throws(CommandFailure) -> CivilDate? {
    guard let asOf else { return HostEnvironment.today(in: nil) }
    guard let date = CivilDate(iso: asOf) else {
      throw CommandFailure(
        english: "--as-of: '\(asOf)' is no date", remedy: "Write YYYY-MM-DD, such as 2026-11-23.")
    }
    return date
  }

  private func answerLines(
    _ playground: inout ExpressionPlayground
  ) throws(CommandFailure) -> ExitStatus {
    var status = ExitStatus.clean
    while let line = readLine(strippingNewline: true) {
      let bytes = Array(line.utf8)
      if bytes.isEmpty { continue }
      if let expression = ExpressionPlayground.expression(ofLine: bytes) {
        try Output.print(EvalJSON.line(playground.evaluate(expression)))
      } else {
        status = .notAssessed
        try Output.print(
          EvalJSON.line(
            .failure(
              .init(
                phase: "parse", message: "the line is no JSON object with the text `expr`",
                hint: "", line: 1, column: 1))))
      }
    }
    if status == .notAssessed { Self.complain() }
    return status
  }
}
