import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// The results of pack tests and of mutants as text, in English like the packs' own errors.
struct TestPage {
  /// The lines so far.
  var page: TerminalPage
  /// The packs, for places.
  let library: PackLibrary

  /// Adds a test with what was wrong.
  mutating func add(_ result: PackTestResult) {
    page.line(
      place(result.span), .own(result.passed ? "  passed  " : "  failed  "),
      .value(Untrusted(result.rule), in: .english), .own(" test \(result.number)"))
    for complaint in result.complaints {
      page.line(TerminalText.words(Untrusted(complaint), in: .english).indented(by: 4))
    }
  }

  /// Adds the line that counts tests.
  mutating func addSummary(of results: [PackTestResult]) {
    let failed = results.count { !$0.passed }
    let rules = Set(results.map(\.rule)).count
    page.line(
      .own("\(results.count) \(results.count == 1 ? "test" : "tests") of "),
      .own("\(rules) \(rules == 1 ? "rule" : "rules"): \(results.count - failed) passed, "),
      .own("\(failed) failed"))
  }

  /// Adds what stands out among the mutants of a pack; all of them when `isVerbose`.
  mutating func add(_ pack: PackMutation, isVerbose: Bool) {
    for test in pack.failedTests { add(test) }
    for mutant in pack.mutants {
      switch mutant.fate {
      case .survived: add(mutant, "survived")
      case .killed: if isVerbose { add(mutant, "killed") }
      case .accepted(let reason):
        if isVerbose {
          add(mutant, "accepted")
          page.line(.own("    reason   "), .words(Untrusted(reason), in: .english))
        }
      }
    }
    for entry in pack.unused {
      page.line(
        place(entry.span), .own("  unused    "), .value(Untrusted(entry.rule), in: .english),
        .own("  "), .words(Untrusted(entry.mutant), in: .english))
      page.line(.own("    remedy   No such mutant survives: remove it from `mutants`."))
    }
  }

  /// Adds the counts of each pack.
  mutating func addTable(of packs: [PackMutation], threshold: Int) {
    let width = packs.map(\.pack.unicodeScalars.count).max() ?? 0
    for pack in packs {
      let name = TerminalText.value(Untrusted(pack.pack), in: .english).padded(to: width)
      let share = pack.killedPerMille.map { "\($0 / 10).\($0 % 10)%" } ?? "none to kill"
      var cells = [
        name, .own("\(pack.mutants.count) mutants: \(pack.killed) killed"),
        .own("\(pack.survivors.count) survived"), .own("\(pack.accepted) accepted"), .own(share),
      ]
      if !pack.reaches(percent: threshold) { cells.append(.own("below \(threshold)%")) }
      if !pack.failedTests.isEmpty {
        cells.append(.own("\(pack.failedTests.count) tests fail unchanged"))
      }
      page.row(cells)
    }
  }

  private mutating func add(_ mutant: MutantResult, _ fate: String) {
    page.line(
      place(mutant.span), .own("  \(fate)  "), .value(Untrusted(mutant.rule), in: .english),
      .own("  "), .words(Untrusted(mutant.summary), in: .english))
  }

  private func place(_ span: Span) -> TerminalText {
    let location = library.location(span)
    return .path(
      Untrusted(
        "\(location.path.unescaped):\(location.start.line):\(location.start.column)"))
  }
}
