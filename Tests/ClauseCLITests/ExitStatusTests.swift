import Foundation
import Testing

/// 0 nothing to mend, 1 findings, 2 something could not be assessed.
@Suite struct ExitStatusTests {
  private static let day = ["--as-of", "2026-11-23"]

  @Test func aCleanOrganisationIsZero() throws {
    let outcome = try Sample.folder(Sample.clean).run("check", "--as-of", "2026-11-23")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("2026-11-23"))
  }

  @Test func findingsAreOneAndStandAtTheirPlace() throws {
    let outcome = try Sample.folder(Sample.unowned).run("check", "--as-of", "2026-11-23")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("sheets.yaml:2:9  minor  sheet-owned  A-1 has no owner"))
  }

  @Test(arguments: [
    ("never", 0), ("observation", 1), ("minor", 1), ("major", 1),
  ])
  func theGateDecidesFromWhichSeverityFindingsFail(_ gate: String, _ status: Int32) throws {
    // One of one record without an owner would be a pattern for a major rule; this one is minor.
    let folder = try Sample.folder(Sample.unowned)
    let outcome = try folder.run("check", "--fail-on", gate, "--as-of", "2026-11-23")
    #expect(outcome.status == (gate == "major" ? 0 : status))
    #expect(outcome.output.contains("sheet-owned"))
  }

  @Test func anObservationFailsOnlyWhenAsked() throws {
    let folder = try Sample.folder(Sample.uncoded)
    #expect(try folder.run("check", "--as-of", "2026-11-23").status == 0)
    #expect(try folder.run("check", "--fail-on", "observation").status == 1)
    #expect(try folder.run("check", "--fail-on", "observation", "--exit-zero").status == 0)
  }

  @Test func brokenYAMLIsTwoAndTheRestIsStillReported() throws {
    let folder = try Sample.folder(Sample.unowned, more: ["broken.yaml": "sheets: [{ id: S-2\n"])
    let outcome = try folder.run("check", "--as-of", "2026-11-23")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("sheets.yaml:2:9  minor  sheet-owned"))
    #expect(outcome.output.contains("broken.yaml:1:"))
  }

  @Test func invalidTextIsTwo() throws {
    let folder = try Sample.folder(Sample.clean)
    try folder.write(
      Data("sheets: [{ id: caf".utf8) + Data([0xE9]) + Data(" }]".utf8), to: "b.yaml")
    let outcome = try folder.run("check", "--as-of", "2026-11-23")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("b.yaml:1:19"))
  }

  @Test func exitZeroHidesFindingsAndNothingElse() throws {
    let findings = try Sample.folder(Sample.unowned).run("check", "--exit-zero")
    #expect(findings.status == 0)
    let folder = try Sample.folder(Sample.unowned, more: ["broken.yaml": "sheets: [{ id: S-2\n"])
    #expect(try folder.run("check", "--exit-zero").status == 2)
    #expect(try folder.run("check", "--fail-on", "never").status == 2)
  }

  @Test func aFolderWithoutRecordsIsTwoUnlessAllowed() throws {
    let folder = try Folder([
      "clauselint.yaml": Sample.configuration, "pack/pack.yaml": Sample.pack,
    ])
    let outcome = try folder.run("check")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("no record was found"))
    #expect(try folder.run("check", "--allow-empty").status == 0)
  }

  @Test func aMissingFolderIsTwo() throws {
    let folder = try Folder()
    let outcome = try folder.run("check", "nowhere")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("cannot read 'nowhere': No such file or directory"))
  }

  @Test(.enabled(if: getuid() != 0, "the superuser reads every folder"))
  func aFolderThatCannotBeReadIsTwo() throws {
    let folder = try Sample.folder(Sample.clean)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path)
    let outcome = try Tool.run(["check", folder.path], in: "/tmp")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
  }

  @Test(arguments: [
    (["check", "--no-such-option"], "no-such-option"),
    (["check", "--as-of", "2026-02-30"], "'2026-02-30' is no date"),
    (["check", "--as-of", "23/11/2026"], "'23/11/2026' is no date"),
    (["check", "--format", "xml"], "'xml' is not a format"),
    (["check", "--fail-on", "grave"], "'grave' is no severity"),
    (["check", "--lang", "de"], "'de' is not a language"),
    (["check", "--jobs", "0"], "--jobs takes a number"),
    (["check", "--limit", "nothing=1"], "'nothing' is not a limit"),
    (["check", "--format", "json", "--format", "text"], "do not go in pairs"),
    (["check", "--output", "a", "--output", "b"], "do not go in pairs"),
    (["check", "--config", "missing.yaml"], ""),
    (["check", "--pack", "missing"], ""),
    (["check", "--standard", "iso9002:2015"], ""),
    (["chek"], "chek"),
    (["explain", "sheet-ownd"], "Did you mean `sheet-owned`?"),
    (["clauses", "--format", "sarif"], "'sarif' is no format"),
    (["rules", "--format", "sarif"], "'sarif' is no format"),
  ])
  func badUsageIsTwo(_ arguments: [String], _ words: String) throws {
    let folder = try Sample.folder(Sample.clean)
    let outcome = try Tool.run(arguments, in: folder.path)
    #expect(outcome.status == 2, "\(outcome.output) \(outcome.errors)")
    if !words.isEmpty {
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.output == "")
    }
  }

  @Test func aBrokenPackIsTwoAndNamesItsPlace() throws {
    let pack = Sample.pack.replacingOccurrences(of: "present: [owner]", with: "present: [ownr]")
    let folder = try Sample.folder(Sample.clean, more: ["pack/pack.yaml": pack])
    let outcome = try folder.run("check", "--as-of", "2026-11-23")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("pack/pack.yaml:23:26"), "\(outcome.output)")
    #expect(outcome.output.contains("Did you mean `owner`?"))
  }

  @Test func aLimitThatIsReachedIsTwo() throws {
    let outcome = try Sample.folder(Sample.clean).run("check", "--limit", "records=1")
    #expect(outcome.status == 0)
    let two = "sheets: [{ id: S-1, code: A, owner: X }, { id: S-2, code: B, owner: X }]\n"
    #expect(try Sample.folder(two).run("check", "--limit", "records=1").status == 2)
  }
}
