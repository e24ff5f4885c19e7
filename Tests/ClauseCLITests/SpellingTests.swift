import Foundation
import Glibc
import Testing

@testable import ClauseCLI

/// Names of files in two ways of writing one character: two to the file system, one to the people
/// who type them.
@Suite struct SpellingTests {
  private static let composed = "\u{E9}"
  private static let decomposed = "e\u{301}"
  private static let day = ["--as-of", "2026-11-23"]

  /// Writes a file under exactly these bytes.
  private static func write(_ text: String, to name: String, in folder: Folder) throws {
    let path = folder.path + "/" + name
    var parent = folder.path
    for part in name.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
      parent += "/" + String(decoding: part, as: UTF8.self)
      _ = mkdir(parent, 0o755)
    }
    let number = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(number >= 0)
    let bytes = Array(text.utf8)
    #expect(Glibc.write(number, bytes, bytes.count) == bytes.count)
    close(number)
  }

  private static func bytes(_ text: some StringProtocol) -> [UInt8] { Array(text.utf8) }

  private static func sheets(_ first: Int) -> String {
    "sheets:\n" + (first..<first + 4).map { "  - { id: S-\($0), code: C-\($0) }\n" }.joined()
  }

  /// The findings of a file stand together, the file of lesser bytes first.
  @Test func filesOfOneNameAreTwo() throws {
    let folder = try Sample.folder(Sample.clean)
    try Self.write(Self.sheets(10), to: Self.composed + ".yaml", in: folder)
    try Self.write(Self.sheets(20), to: Self.decomposed + ".yaml", in: folder)
    for format in ["json", "csv", "sarif", "text"] {
      let outcome = try Tool.run(["check", "--format", format] + Self.day, in: folder.path)
      #expect(outcome.status == 1)
      let codes = outcome.output.matches(of: /C-(\d)\d has no owner/).map { $0.output.1 }
      #expect(codes.joined() == "22221111", "\(format): \(codes.joined())")
    }
    let json = try Tool.run(["check", "--format", "json"] + Self.day, in: folder.path)
    let result = try #require(JSONSerialization.jsonObject(with: json.bytes) as? [String: Any])
    let found = try #require(result["findings"] as? [[String: Any]])
    #expect(Set(found.compactMap { $0["fingerprint"] as? String }).count == 8)
  }

  /// What the command line asks for is one of the two.
  @Test func onlyTheOneThatIsNamedIsChecked() throws {
    let folder = try Sample.folder(Sample.clean)
    try Self.write(Self.sheets(10), to: Self.composed + "/list.yaml", in: folder)
    try Self.write(Self.sheets(20), to: Self.decomposed + "/list.yaml", in: folder)
    let outcome = try Tool.run(["check", Self.composed] + Self.day, in: folder.path)
    #expect(outcome.output.contains("C-10 has no owner"))
    #expect(!outcome.output.contains("C-20 has no owner"), "\(outcome.output)")
  }

  @Test func aRevisionHoldsBoth() throws {
    let folder = try Sample.folder(Sample.clean)
    try Self.write(Self.sheets(10), to: Self.composed + "/list.yaml", in: folder)
    try Self.write(Self.sheets(20), to: Self.decomposed + "/list.yaml", in: folder)
    for words in [["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments =
        ["git", "-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@b"] + words
      process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    try Self.write(Self.sheets(30), to: Self.composed + "/more.yaml", in: folder)
    let outcome = try Tool.run(["check", "--diff", "HEAD"] + Self.day, in: folder.path)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("4 findings new since HEAD, 0 fixed"), "\(outcome.output)")
  }

  /// A slash before a combining mark is a slash.
  @Test func aNameThatBeginsWithAMarkIsBelowItsFolder() throws {
    let folder = try Sample.folder(Sample.clean)
    try Self.write(Self.sheets(10), to: "\u{301}list.yaml", in: folder)
    let whole = try #require(realpath(folder.path, nil).map { String(cString: $0) })
    let target = try Target(paths: [whole + "/\u{301}list.yaml"])
    #expect(Self.bytes(target.root) == Self.bytes(whole))
    #expect(target.paths.map(Self.bytes) == [Self.bytes("\u{301}list.yaml")])
    let outcome = try Tool.run(["check", "\u{301}list.yaml"] + Self.day, in: folder.path)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("C-10 has no owner"), "\(outcome.output)")
    try Self.write(Self.sheets(10), to: "sub/\u{301}list.yaml", in: folder)
    let all = try Tool.run(["check", "sub"] + Self.day, in: folder.path)
    #expect(all.status == 1)
    #expect(all.output.contains("C-10 has no owner"), "\(all.output)")
    let baseline = BaselineFile(given: whole + "/\u{301}b.yaml", root: whole)
    #expect(baseline.inRoot.map(Self.bytes) == Self.bytes("\u{301}b.yaml"))
  }

  /// A source is typed on a keyboard, its file may come from a Mac.
  @Test(arguments: [true, false])
  func aSourceNamesTheFileHoweverItIsWritten(_ isComposedOnDisk: Bool) throws {
    let (disk, typed) =
      isComposedOnDisk ? (Self.composed, Self.decomposed) : (Self.decomposed, Self.composed)
    let records = "id;code;owner\nS-1;C-10;\n"
    for (name, pattern) in [
      ("r\(disk)union.csv", "r\(typed)union.csv"), ("r\(disk)union.csv", "r\(typed)*.csv"),
      ("r\(disk)union.csv", "r?union.csv"), ("\(disk)/a.csv", "\(typed)/*.csv"),
    ] {
      let folder = try Folder([
        "pack/pack.yaml": Sample.pack,
        "clauselint.yaml": Sample.configuration
          + "sources:\n  - { files: '\(pattern)', type: sheet }\n",
      ])
      try Self.write(records, to: name, in: folder)
      let outcome = try Tool.run(["check"] + Self.day, in: folder.path)
      #expect(outcome.status == 1, "\(pattern): \(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("C-10 has no owner"), "\(pattern): \(outcome.output)")
    }
  }

  /// A wildcard still takes characters, and no more.
  @Test func aPatternIsNotMoreThanItSays() throws {
    let folder = try Folder([
      "pack/pack.yaml": Sample.pack,
      "clauselint.yaml": Sample.configuration + "sources:\n  - { files: 'e.csv', type: sheet }\n",
    ])
    try Self.write("id;code\nS-1;C-10\n", to: Self.decomposed + ".csv", in: folder)
    let outcome = try Tool.run(["check"] + Self.day, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("matches no file"), "\(outcome.output)")
  }

  /// Evidence and links are typed as well.
  @Test(arguments: [true, false])
  func evidenceAndLinksLeadToTheFileHoweverItIsWritten(_ isComposedOnDisk: Bool) throws {
    let (disk, typed) =
      isComposedOnDisk ? (Self.composed, Self.decomposed) : (Self.decomposed, Self.composed)
    let pack = Sample.pack.replacing(
      "reviewed_on: date", with: "reviewed_on: date, proof: file")
    let folder = try Folder([
      "pack/pack.yaml": pack, "clauselint.yaml": Sample.configuration,
      "sheets.yaml":
        "sheets:\n  - { id: S-1, code: C-1, owner: O, proof: \"preuves/\(typed)t\(typed).txt\" }\n",
      "page.md":
        "---\ntype: sheet\nid: S-2\ncode: C-2\nowner: O\n---\n# Page\n\n"
        + "[one](preuves/\(typed)t\(typed).txt) [two](preuves/\(typed).md#part)"
        + " [three](preuves/\(typed).md#none)\n",
    ])
    try Self.write("seen\n", to: "preuves/\(disk)t\(disk).txt", in: folder)
    try Self.write("# Part\n", to: "preuves/\(disk).md", in: folder)
    let outcome = try Tool.run(["check"] + Self.day, in: folder.path)
    #expect(outcome.output.contains("no findings"), "\(outcome.output)\(outcome.errors)")
    // Where the text is found its places are known: one of the two is wrong.
    #expect(!outcome.output.contains("#part"), "\(outcome.output)")
  }
}
