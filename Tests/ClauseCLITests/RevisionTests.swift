import Foundation
import Testing

/// `check --diff REF`: findings the revision has not, read from git without running anything.
@Suite struct RevisionTests {
  private static let day = ["--as-of", "2026-11-23"]

  /// Runs git in a folder, with a configuration of its own.
  @discardableResult
  private func git(
    _ folder: Folder, _ arguments: String..., input: String? = nil
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments =
      ["-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.hooksPath=/x"]
      + arguments
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    if let input {
      try folder.write(Data(input.utf8), to: ".input")
      process.standardInput = try FileHandle(
        forReadingFrom: URL(fileURLWithPath: folder.path + "/.input"))
    }
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
    return String(decoding: bytes, as: UTF8.self)
  }

  private func repository(_ records: String, more: [String: String] = [:]) throws -> Folder {
    let folder = try Sample.folder(records, more: more)
    try git(folder, "init", "-q")
    try git(folder, "add", "-A")
    try git(folder, "commit", "-q", "-m", "first")
    return folder
  }

  private func check(
    _ folder: Folder, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Tool.Outcome {
    try Tool.run(["check"] + arguments + Self.day, in: folder.path, environment: environment)
  }

  @Test func onlyWhatTheRevisionHasNot() throws {
    let folder = try repository("sheets:\n  - { id: S-1, code: A }\n  - { id: S-2, code: B }\n")
    let same = try check(folder, "--diff", "HEAD")
    #expect(same.status == 0)
    #expect(same.output.contains("0 findings new since HEAD, 0 fixed"))
    // One mended, one new, one moved to another file.
    try folder.write(Data("sheets: [{ id: S-1, code: A, owner: Sara }]\n".utf8), to: "sheets.yaml")
    try folder.write(
      Data("sheets: [{ id: S-2, code: B }, { id: S-3, code: C }]\n".utf8), to: "more/list.yaml")
    let outcome = try check(folder, "--diff", "HEAD")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("C has no owner"))
    #expect(!outcome.output.contains("B has no owner"))
    #expect(outcome.output.contains("1 finding new since HEAD, 1 fixed"))
    #expect(try check(folder).output.contains("B has no owner"))
  }

  @Test func aDeletedRecordBreaksOthersWhereverTheyLie() throws {
    let pack = Sample.pack.replacingOccurrences(
      of: "owner: string", with: "owner: string, after: ref<sheet>")
    let folder = try repository(
      "sheets: [{ id: S-1, code: A, owner: Sara, after: S-2 }]\n",
      more: [
        "pack/pack.yaml": pack, "other/sheets.yaml": "sheets: [{ id: S-2, code: B, owner: Ali }]\n",
      ])
    #expect(try check(folder, "--diff", "HEAD").status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/other/sheets.yaml")
    let outcome = try check(folder, "--diff", "HEAD")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("sheets.yaml:1:"))
    #expect(outcome.output.contains("ref-unresolved"))
  }

  /// Trees that name each other ten times on eleven levels: a hundred thousand million files.
  @Test func aTreeWithoutAnEndIsRefused() throws {
    let folder = try repository(Sample.unowned)
    var object = try git(folder, "rev-parse", "HEAD:sheets.yaml").prefix { $0 != "\n" }
    for level in 0..<11 {
      let kind = level == 0 ? "100644 blob" : "040000 tree"
      let lines = (0..<10).map { "\(kind) \(object)\tn\($0)\(level == 0 ? ".yaml" : "")\n" }
      object = try git(folder, "mktree", input: lines.joined()).prefix { $0 != "\n" }
    }
    let commit = try git(folder, "commit-tree", "-m", "bomb", String(object))
      .prefix { $0 != "\n" }
    let outcome = try check(folder, "--diff", String(commit), "--limit", "files=2000")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--limit files="), "\(outcome.errors)")
    let small = try check(folder, "--diff", "HEAD", "--limit", "run-bytes=10")
    #expect(small.status == 2)
    #expect(small.errors.contains("--limit run-bytes="), "\(small.errors)")
  }

  @Test func theResultSaysWhatItWasComparedWith() throws {
    let folder = try repository(Sample.unowned)
    try git(folder, "tag", "v1")
    try folder.write(Data(Sample.clean.utf8), to: "sheets.yaml")
    let outcome = try check(folder, "--diff", "v1", "--format", "json")
    let result = try #require(
      JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    let revision = try #require(result["revision"] as? [String: Any])
    #expect(revision["reference"] as? String == "v1")
    let head = try git(folder, "rev-parse", "v1").trimmingCharacters(in: .newlines)
    #expect(revision["commit"] as? String == head)
    #expect(revision["new"] as? Int == 0)
    let fixed = try #require(revision["fixed"] as? [[String: Any]])
    #expect(fixed.map { $0["rule"] as? String } == ["sheet-owned"])
  }

  /// The rules of the working tree judge both sides: a new rule is no new fault of the records.
  @Test func aChangedRuleIsNoChangeOfTheRecords() throws {
    let lenient = Sample.pack.replacingOccurrences(
      of: "require: { present: [owner] }", with: "require: { present: [code] }")
    let folder = try repository(Sample.unowned, more: ["pack/pack.yaml": lenient])
    try folder.write(Data(Sample.pack.utf8), to: "pack/pack.yaml")
    #expect(try check(folder).status == 1)
    #expect(try check(folder, "--diff", "HEAD").status == 0)
  }

  @Test func theFolderMayLieDeepInTheRepository() throws {
    let outer = try Folder([
      "a b/org/clauselint.yaml": Sample.configuration, "a b/org/pack/pack.yaml": Sample.pack,
      "a b/org/sheets.yaml": Sample.unowned, "elsewhere/sheets.yaml": Sample.unowned,
    ])
    try git(outer, "init", "-q")
    try git(outer, "add", "elsewhere")
    try git(outer, "commit", "-q", "-m", "before the folder")
    try git(outer, "add", "-A")
    try git(outer, "commit", "-q", "-m", "with the folder")
    let arguments = ["check", "a b/org"] + Self.day
    #expect(try Tool.run(arguments + ["--diff", "HEAD"], in: outer.path).status == 0)
    // The folder was not there: everything is new.
    #expect(try Tool.run(arguments + ["--diff", "HEAD~1"], in: outer.path).status == 1)
  }

  @Test func whatTheRevisionHidesCountsAsNew() throws {
    let folder = try repository("sheets: [{ id: S-1, code: A\n")
    try folder.write(Data(Sample.unowned.utf8), to: "sheets.yaml")
    let outcome = try check(folder, "--diff", "HEAD")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("revision-incomplete"))
  }

  @Test(arguments: ["nonsense", "-h", "--help", "HEAD^{tree}", "HEAD:sheets.yaml", "a\u{7}b"])
  func whatIsNoRevisionIsRefused(_ reference: String) throws {
    let folder = try repository(Sample.unowned)
    let outcome = try check(folder, "--diff=" + reference)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("remedy"))
  }

  @Test func aFolderWithoutARepositoryIsRefused() throws {
    let folder = try Sample.folder(Sample.unowned)
    let outcome = try check(folder, "--diff", "HEAD")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("lies in no git repository"))
  }

  /// Whatever a repository's own configuration, attributes and hooks say, nothing of it is run.
  @Test func nothingOfTheRepositoryIsRun() throws {
    let folder = try repository(
      Sample.unowned, more: [".gitattributes": "*.yaml filter=evil diff=evil\n"])
    let mark = folder.path + "/ran"
    let script = "#!/bin/sh\necho ran >> '\(mark)'\ncat\n"
    for name in ["evil.sh", ".git/hooks/post-checkout", ".git/hooks/reference-transaction", "git"] {
      try folder.write(Data(script.utf8), to: name)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/" + name)
    }
    let program = folder.path + "/evil.sh"
    for setting in [
      "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass",
      "filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "diff.evil.textconv",
      "diff.evil.command", "diff.external", "credential.helper", "uploadpack.packObjectsHook",
    ] { try git(folder, "config", setting, program) }
    try git(folder, "config", "core.hooksPath", folder.path + "/.git/hooks")
    try git(folder, "config", "alias.cat-file", "!" + program)
    try? FileManager.default.removeItem(atPath: mark)
    let path = ".:" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    let outcome = try check(
      folder, "--diff", "HEAD",
      environment: [
        "PATH": path, "GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere", "GIT_TRACE": mark,
        "GIT_EXTERNAL_DIFF": program, "GIT_EXEC_PATH": folder.path,
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func theWorkingTreeIsLeftAloneAndNothingStays() throws {
    let folder = try repository(Sample.unowned)
    let scratch = try Folder()
    try folder.write(Data(Sample.clean.utf8), to: "sheets.yaml")
    let before = try git(folder, "status", "--porcelain=v2", "--branch")
    let index = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/.git/index"))
    #expect(try check(folder, "--diff", "HEAD", environment: ["TMPDIR": scratch.path]).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/.git/index")) == index)
    #expect(try git(folder, "status", "--porcelain=v2", "--branch") == before)
    #expect(try scratch.names() == [])
    let lost = try check(folder, "--diff", "HEAD", environment: ["TMPDIR": "/nowhere"])
    #expect(lost.status == 2)
    #expect(lost.errors.contains("TMPDIR"))
  }

  /// Links and submodules of a revision are not followed; evidence needs no contents.
  @Test func evidenceAndLinksOfARevision() throws {
    let pack = Sample.pack.replacingOccurrences(
      of: "owner: string", with: "owner: string, evidence: list<file>")
    let folder = try repository(
      "sheets: [{ id: S-1, code: A, owner: S, evidence: [proof.pdf, void.pdf] }]\n",
      more: ["pack/pack.yaml": pack, "proof.pdf": "%PDF", "void.pdf": ""])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.yaml", withDestinationPath: "/etc/passwd")
    try git(folder, "add", "-A")
    try git(folder, "commit", "-q", "-m", "a link")
    try FileManager.default.removeItem(atPath: folder.path + "/link.yaml")
    // void.pdf is a finding of both sides, proof.pdf of neither.
    let outcome = try check(folder, "--diff", "HEAD")
    #expect(outcome.status == 0, "\(outcome.output)")
    try FileManager.default.removeItem(atPath: folder.path + "/proof.pdf")
    #expect(try check(folder, "--diff", "HEAD").status == 1)
  }

  @Test func baselineAndRevisionGoTogether() throws {
    let folder = try repository("sheets: [{ id: S-1, code: A }]\n")
    try folder.write(
      Data("sheets: [{ id: S-1, code: A }, { id: S-2, code: B }]\n".utf8), to: "sheets.yaml")
    #expect(try Tool.run(["baseline", "write"] + Self.day, in: folder.path).status == 0)
    let outcome = try check(
      folder, "--diff", "HEAD", "--baseline", "clauselint-baseline.yaml", "--baseline-strict")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("0 findings new since HEAD"))
  }
}
