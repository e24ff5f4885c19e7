import Foundation
import Testing

/// `baseline` and `check --baseline`: a list that only shrinks, and a gate that lets it be.
@Suite struct BaselineCommandTests {
  private static let day = ["--as-of", "2026-11-23"]
  private static let two = "sheets:\n  - { id: S-1, code: A }\n  - { id: S-2, code: B }\n"
  private static let file = "clauselint-baseline.yaml"

  private func run(_ folder: Folder, _ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(arguments + Self.day, in: folder.path)
  }

  @Test func adoptionThenMending() throws {
    let folder = try Sample.folder(Self.two)
    #expect(try run(folder, "check").status == 1)
    let written = try run(folder, "baseline", "write")
    #expect(written.status == 0)
    #expect(written.output == "clauselint-baseline.yaml  written: 2 entries\n")
    let first = try #require(folder.text(Self.file))
    #expect(try run(folder, "check", "--baseline", Self.file).status == 0)
    #expect(try run(folder, "check").status == 1)
    // A new finding is caught; the list does not take it in.
    try folder.write(Data((Self.two + "  - { id: S-3, code: C }\n").utf8), to: "sheets.yaml")
    let gate = try run(folder, "check", "--baseline", Self.file)
    #expect(gate.status == 1)
    #expect(gate.output.contains("C has no owner") && !gate.output.contains("A has no owner"))
    let refused = try run(folder, "baseline", "write")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("would grow by 1 findings"))
    #expect(folder.text(Self.file) == first)
    #expect(try run(folder, "baseline", "write", "--accept-new").status == 0)
    #expect(folder.text(Self.file)?.contains("sheet:S-3") == true)
  }

  @Test func aMendedEntryIsToldAndTakenOut() throws {
    let folder = try Sample.folder(Self.two)
    #expect(try run(folder, "baseline", "write").status == 0)
    let mended = Self.two.replacingOccurrences(of: "code: A", with: "code: A, owner: Sara")
    try folder.write(Data(mended.utf8), to: "sheets.yaml")
    let lenient = try run(folder, "check", "--baseline", Self.file)
    #expect(lenient.status == 0)
    #expect(lenient.output.contains("1 entry of the baseline fixed"))
    let strict = ["check", "--baseline", Self.file, "--baseline-strict"]
    #expect(try Tool.run(strict + Self.day, in: folder.path).status == 1)
    #expect(try Tool.run(strict + ["--exit-zero"] + Self.day, in: folder.path).status == 0)
    let check = try run(folder, "baseline", "check")
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("clauselint-baseline.yaml:5:5  fixed  sheet-owned  sheet:S-1"))
    #expect(try run(folder, "baseline", "prune").output.contains("1 entry taken out, 1 left"))
    #expect(try run(folder, "baseline", "check").status == 0)
    #expect(try Tool.run(strict + Self.day, in: folder.path).status == 0)
    // Pruning again changes nothing.
    let before = folder.text(Self.file)
    #expect(try run(folder, "baseline", "prune").status == 0)
    #expect(folder.text(Self.file) == before)
  }

  @Test func whatWasNotReadIsNotPruned() throws {
    let folder = try Sample.folder(Self.two)
    #expect(try run(folder, "baseline", "write").status == 0)
    let before = folder.text(Self.file)
    try folder.write(Data("sheets: [".utf8), to: "sheets.yaml")
    for action in ["prune", "write"] {
      let outcome = try run(folder, "baseline", action)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("sheets.yaml"))
    }
    #expect(try run(folder, "baseline", "check").status == 2)
    #expect(folder.text(Self.file) == before)
  }

  @Test func aConflictOrAMissingFileFailsTheGate() throws {
    let folder = try Sample.folder(Self.two)
    let missing = try run(folder, "check", "--baseline", Self.file)
    #expect(missing.status == 2)
    #expect(missing.output.contains("clauselint baseline write"))
    try folder.write(Data("<<<<<<< ours\nschema: x\n".utf8), to: Self.file)
    let torn = try run(folder, "check", "--baseline", Self.file)
    #expect(torn.status == 2)
    #expect(torn.output.contains("clauselint-baseline.yaml:1:1  error  baseline-conflict"))
    #expect(try run(folder, "baseline", "write").status == 2)
    #expect(try run(folder, "check", "--baseline-strict").status == 2)
  }

  @Test func aBaselineIsAboutTheWholeOrganisation() throws {
    let folder = try Sample.folder(Self.two)
    #expect(try run(folder, "baseline", "write", "--clause", "7.5").status == 2)
    #expect(try run(folder, "baseline", "write", "sheets.yaml").status == 2)
    #expect(folder.text(Self.file) == nil)
  }

  /// Whatever its name, a baseline, and every result that was written, is no register.
  @Test func filesOfOursArePassedOver() throws {
    let folder = try Sample.folder(Self.two)
    #expect(try run(folder, "baseline", "write", "--baseline", "accepted.yaml").status == 0)
    _ = try run(folder, "check", "--format", "json", "--output", "results.json")
    let gate = try run(folder, "check", "--baseline", "accepted.yaml")
    #expect(gate.status == 0, "\(gate.output)")
    #expect(try run(folder, "check").status == 1)
  }

  /// The configuration belongs to the repository under test, the gate to the command line.
  @Test func theConfigurationCannotNameABaseline() throws {
    let folder = try Sample.folder(
      Self.two, more: ["clauselint.yaml": Sample.configuration + "baseline: accepted.yaml\n"])
    #expect(try run(folder, "check").status == 2)
  }
}
