import ArgumentParser
import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint test`: the tests beside the rules.
struct TestCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests that stand beside the rules of packs.",
    discussion: """
      With --mutate each rule is changed a little, one change at a time: a condition dropped, a \
      comparison or a number moved, a date shifted by a day. A change that no test of the rule \
      notices is listed.
      """)

  @Argument(
    help: "Folders of packs, or names of shipped ones (default: all shipped ones).",
    completion: .directory)
  var packs: [String] = []

  @Flag(help: "Name every test, not only those that fail.")
  var verbose = false

  @Flag(help: "Change the rules and list the changes that no test notices.")
  var mutate = false

  @Option(
    help: "With --mutate: the share of changes, in percent, that tests of a pack must notice.")
  var threshold = 95

  func validate() throws {
    guard (0...100).contains(threshold) else {
      throw ValidationError("--threshold is a whole number from 0 to 100")
    }
  }

  func execute() throws(CommandFailure) -> ExitStatus {
    let folders = HostEnvironment.packFolders()
    let library = PackLibrary.load(
      folders: folders, paths: packs, context: try context(folders),
      jobs: HostEnvironment.processors)
    var blocks = TextBlocks(language: .english, colour: Output.options().colour)
    let diagnostics = library.locatedDiagnostics
    for diagnostic in diagnostics { blocks.add(diagnostic) }
    var page = TestPage(page: blocks.page, library: library)
    // Nothing that was asked for could be read: no other pack is tested in its place.
    let status =
      library.asked.isEmpty
      ? nil : mutate ? runMutants(library, &page) : runTests(library, &page)
    try Output.print(page.page.bytes)
    let outcome = Output.status(diagnostics, in: .english, otherwise: status ?? .clean)
    if outcome == .notAssessed { return outcome }
    guard let status, status != .notAssessed else {
      throw CommandFailure(
        english: "the packs hold no test", remedy: "Add examples under `tests` of their rules.")
    }
    try refuseUntested(library)
    return status
  }

  /// The packs that the configuration above a pack names beside it: what its rules stand on in the
  /// organisation. Nothing where the configuration does not name the pack.
  private func context(_ folders: [String]) throws(CommandFailure) -> [String] {
    let asked = packs.map(Target.canonical)
    var beside: [String] = []
    for (given, path) in zip(packs, asked) where Target.exists(path) {
      let options = RunOptions(
        root: try Target(paths: [given]).root, packFolders: folders, asOf: .earliest, jobs: 1,
        toolVersion: HostEnvironment.version)
      let named = Workspace.packPaths(options).map(Target.canonical)
      guard named.contains(where: { $0.equalsByBytes(path) }) else { continue }
      beside += named.filter { other in
        !(asked + beside).contains { $0.equalsByBytes(other) }
      }
    }
    return beside
  }

  /// Refuses a pack that was named and has not one test: nothing was shown of it.
  private func refuseUntested(_ library: PackLibrary) throws(CommandFailure) {
    guard !packs.isEmpty, let idle = library.untested.first else { return }
    throw CommandFailure(
      english: "the pack '\(idle)' holds no test",
      remedy: "Add examples under `tests` of its rules.")
  }

  /// Whether all tests passed; nil when there is none.
  private func runTests(_ library: PackLibrary, _ page: inout TestPage) -> ExitStatus? {
    let results = PackTestRunner(
      packs: library.packs, files: library.files, limits: Limits(),
      jobs: HostEnvironment.processors
    ).run(packs: library.asked)
    for result in results where verbose || !result.passed { page.add(result) }
    page.addSummary(of: results)
    if results.isEmpty { return nil }
    return results.allSatisfy(\.passed) ? .clean : .findings
  }

  /// Whether every pack reaches the threshold; nil when there is nothing to change.
  private func runMutants(_ library: PackLibrary, _ page: inout TestPage) -> ExitStatus? {
    let packs = MutationRunner(
      packs: library.packs, files: library.files, limits: Limits(),
      jobs: HostEnvironment.processors
    ).run(packs: library.asked)
    for pack in packs { page.add(pack, isVerbose: verbose) }
    page.addTable(of: packs, threshold: threshold)
    if packs.isEmpty { return nil }
    let isEnough = packs.allSatisfy { pack in
      pack.failedTests.isEmpty && pack.reaches(percent: threshold)
    }
    return isEnough ? .clean : .findings
  }
}
