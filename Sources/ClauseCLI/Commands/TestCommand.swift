import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint test`: the tests beside the rules.
struct TestCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests that stand beside the rules of packs.")

  @Argument(help: "Pack folders to test (default: the shipped packs).")
  var packs: [String] = []

  @Flag(help: "Name every test, not only those that fail.")
  var verbose = false

  func execute() throws(CommandFailure) -> ExitStatus {
    let library = PackLibrary.load(folders: HostEnvironment.packFolders(), paths: packs)
    var blocks = TextBlocks(language: .english, colour: Output.options().colour)
    let diagnostics = library.locatedDiagnostics
    for diagnostic in diagnostics { blocks.add(diagnostic) }
    var page = blocks.page
    let results = PackTestRunner(
      packs: library.packs, files: library.files, limits: Limits(),
      jobs: HostEnvironment.processors
    ).run(packs: library.asked)
    for result in results where verbose || !result.passed { write(result, library, &page) }
    let failed = results.count { !$0.passed }
    let rules = Set(results.map(\.rule)).count
    page.line(
      .own("\(results.count) \(results.count == 1 ? "test" : "tests") of "),
      .own("\(rules) \(rules == 1 ? "rule" : "rules"): \(results.count - failed) passed, "),
      .own("\(failed) failed"))
    try Output.print(page.bytes)
    if diagnostics.contains(where: { $0.severity == .error }) { return .notAssessed }
    if results.isEmpty {
      throw CommandFailure(
        message: "the packs hold no test", remedy: "Add examples under `tests` of their rules.")
    }
    return failed == 0 ? .clean : .findings
  }

  private func write(
    _ result: PackTestResult, _ library: PackLibrary, _ page: inout TerminalPage
  ) {
    let place = library.location(result.span)
    let verdict = result.passed ? "passed" : "failed"
    page.line(
      .path(place.path), .own(":\(place.start.line):\(place.start.column)  \(verdict)  "),
      .value(Untrusted(result.rule), in: .english), .own(" test \(result.number)"))
    for complaint in result.complaints {
      page.line(TerminalText.words(Untrusted(complaint), in: .english).indented(by: 4))
    }
  }
}
