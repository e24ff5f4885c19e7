import ClauseSource
import Foundation
import Testing

/// A folder that vanishes with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path + "/clauselint-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String = "x") throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }
}

@Suite struct FileSystemTests {
  private static func kind(_ root: SourceRoot, _ path: String, _ limits: Limits = Limits())
    -> FileTrouble.Kind?
  {
    do {
      _ = try root.read(path, limits: limits)
      return nil
    } catch { return error.kind }
  }

  @Test func readsOnlyRegularFilesBelowTheRoot() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b.yaml", "été")
    try folder.write("empty", "")
    try folder.link("out", to: "/etc")
    try folder.link("a/link.yaml", to: "b.yaml")
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let root = try SourceRoot(path: folder.path)
    #expect(try root.read("a/b.yaml", limits: Limits()) == Array("été".utf8))
    #expect(try root.read("empty", limits: Limits()) == [])
    #expect(Self.kind(root, "nope") == .missing)
    #expect(Self.kind(root, "a") == .wrongKind)
    #expect(Self.kind(root, "a/b.yaml/c") == .wrongKind)
    #expect(Self.kind(root, "pipe") == .special)
    #expect(Self.kind(root, "a/link.yaml") == .symbolicLink)
    #expect(Self.kind(root, "out/passwd") != nil)
    #expect(Self.kind(root, "../x") == .outside)
    #expect(Self.kind(root, "a/../../x") == .outside)
    #expect(Self.kind(root, "/etc/passwd") == .outside)
    #expect(Self.kind(root, "a\u{0}b") == .outside)
    #expect(Self.kind(root, "") == .outside)
    var limits = Limits()
    limits.recordFileBytes = 4
    #expect(Self.kind(root, "a/b.yaml", limits) == .tooLarge)
    limits.recordFileBytes = 5
    #expect(Self.kind(root, "a/b.yaml", limits) == nil)
  }

  @Test func aLargeFileIsALimitErrorAtItsPath() throws {
    let folder = try TemporaryFolder()
    try folder.write("big.yaml", "12345")
    var limits = Limits()
    limits.packFileBytes = 4
    let root = try SourceRoot(path: folder.path)
    guard
      case .failure(let refusal) = root.load(
        "big.yaml", id: FileID(0), limits: limits, limit: .packFileBytes)
    else {
      Issue.record("the file was read")
      return
    }
    #expect(refusal.diagnostic.code == "limit-pack-file-bytes")
    #expect(refusal.diagnostic.place == .path("big.yaml"))
    #expect(refusal.diagnostic.message[.english].contains("5 bytes"))
    #expect(refusal.diagnostic.remedy[.english].contains("--limit pack-file-bytes="))
  }

  @Test func aMissingRootIsSaid() {
    #expect(throws: FileTrouble.self) { try SourceRoot(path: "/nonexistent-folder") }
    #expect(throws: FileTrouble.self) { try SourceRoot(path: "/etc/passwd") }
  }

  @Test func discoversInByteOrderWithoutHiddenFiles() throws {
    let folder = try TemporaryFolder()
    for name in ["b.yaml", "a/z.md", "a.yaml", "a/é.csv", "B.yaml", ".hidden/x.yaml", ".x.yaml"] {
      try folder.write(name)
    }
    try folder.write(".clauselint-tmp-1-0")
    let root = try SourceRoot(path: folder.path)
    let found = root.discover(limits: Limits())
    #expect(found.files.map(\.path) == ["B.yaml", "a.yaml", "a/z.md", "a/é.csv", "b.yaml"])
    #expect(found.files.allSatisfy { $0.size == 1 })
    #expect(found.diagnostics.isEmpty)
    #expect(root.discover(limits: Limits(), in: "a").files.map(\.path) == ["a/z.md", "a/é.csv"])
    #expect(
      root.discover(limits: Limits(), in: "nope").diagnostics.map(\.code) == ["folder-missing"])
  }

  @Test func linksAreNotedOrRefusedButNeverFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/ok.yaml")
    try folder.link("alias.yaml", to: "real/ok.yaml")
    try folder.link("real/up", to: "..")
    try folder.link("self", to: ".")
    try folder.link("out.yaml", to: "/etc/passwd")
    try folder.link("out", to: "../..")
    try folder.link("nowhere.yaml", to: "gone.yaml")
    try folder.link("loop.yaml", to: "loop.yaml")
    try folder.link("proof.pdf", to: "/etc/passwd")
    let found = try SourceRoot(path: folder.path).discover(
      limits: Limits(), wouldRead: { $0.hasSuffix(".yaml") })
    #expect(found.files.map(\.path) == ["real/ok.yaml"])
    let said = found.diagnostics.map { "\($0.severity) \($0.place)" }.sorted()
    #expect(
      said == [
        "error path(\"loop.yaml\")", "error path(\"nowhere.yaml\")", "error path(\"out\")",
        "error path(\"out.yaml\")", "note path(\"alias.yaml\")", "note path(\"proof.pdf\")",
        "note path(\"real/up\")", "note path(\"self\")",
      ])
  }

  @Test func oddNamesAndSpecialFilesAreNotAssessed() throws {
    let folder = try TemporaryFolder()
    try folder.write("ok.yaml")
    try folder.write("bidi-\u{202E}x.yaml")
    try folder.write("esc\u{1B}[31m.yaml")
    #expect(mkfifo(folder.path + "/pipe.yaml", 0o600) == 0)
    let invalid = Array((folder.path + "/").utf8) + [0xFF, 0x2E, 0x79, 0]
    let number = invalid.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { name in
      name.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
    }
    #expect(number >= 0)
    close(number)
    let found = try SourceRoot(path: folder.path).discover(limits: Limits())
    #expect(found.files.map(\.path) == ["ok.yaml"])
    #expect(
      found.diagnostics.map(\.code).sorted() == [
        "file-name-characters", "file-name-characters", "file-name-encoding", "file-special",
      ])
    #expect(found.diagnostics.allSatisfy { $0.severity == .error })
    let asEvidence = try SourceRoot(path: folder.path).discover(
      limits: Limits(), wouldRead: { _ in false })
    #expect(asEvidence.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test func walksAreBounded() throws {
    let folder = try TemporaryFolder()
    for name in ["1", "2", "3", "d/e/f/4"] { try folder.write(name) }
    var limits = Limits()
    limits.files = 2
    let root = try SourceRoot(path: folder.path)
    let few = root.discover(limits: limits)
    #expect(few.files.map(\.path) == ["1", "2"])
    #expect(few.diagnostics.map(\.code) == ["limit-files"])
    limits = Limits()
    limits.folderDepth = 3
    let shallow = root.discover(limits: limits)
    #expect(shallow.diagnostics.map(\.code) == ["limit-folder-depth"])
    #expect(shallow.files.map(\.path) == ["1", "2", "3"])
  }

  @Test func evidenceIsLookedUpBelowTheRootOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("proof/Report.pdf", "12345")
    try folder.write("proof/empty.pdf", "")
    try folder.write("فهرس.pdf")
    try folder.link("proof/link.pdf", to: "/etc/passwd")
    try folder.link("etc", to: "/etc")
    let facts = FileFacts(root: try SourceRoot(path: folder.path))
    #expect(facts.fact(at: "proof/Report.pdf") == .file(bytes: 5))
    #expect(facts.fact(at: "فهرس.pdf") == .file(bytes: 1))
    #expect(facts.fact(at: "proof/empty.pdf") == .empty)
    #expect(facts.fact(at: "proof") == .folder)
    #expect(facts.fact(at: "proof/report.pdf") == .missing)
    #expect(facts.fact(at: "proof/Report.pdf/x") == .missing)
    for path in ["proof/link.pdf", "etc/passwd"] {
      switch facts.fact(at: path) {
      case .refused, .missing: break
      default: Issue.record("\(path) was accepted")
      }
    }
  }

  @Test(arguments: [
    ("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n", FileFact.pointer),
    ("[InternetShortcut]\r\nURL=https://example.org/\r\n", .shortcut),
    ("\u{FEFF}[InternetShortcut]\r\nURL=https://example.org/\r\n", .shortcut),
    ("[Desktop Entry]\nType=Link\n", .shortcut),
    ("L\0\0\0\u{1}\u{14}\u{2}\0more", .shortcut), ("book\0\0\0\0mark\0", .shortcut),
    ("version 1.0", .file(bytes: 11)), ("L", .file(bytes: 1)), ("%PDF-1.7", .file(bytes: 8)),
  ])
  func filesThatStandForOthersAreTold(_ content: String, _ fact: FileFact) throws {
    let folder = try TemporaryFolder()
    try folder.write("proof.pdf", content)
    #expect(FileFacts(root: try SourceRoot(path: folder.path)).fact(at: "proof.pdf") == fact)
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../../x", "a/./b", "./a", "a//b", "a/", "~/x", "~root/x", "a\\b",
    "\\\\host\\share", "file:///etc/passwd", "https://example.org/x", "C:/x", "c:x", "%2e%2e/x",
    "a%2fb", "$HOME/x", "a\u{0}b", "a\nb", ".git/config", "a/.b", "x.pdf ", "x.pdf.", "a\u{202E}b",
    "a\u{200B}b", String(repeating: "n", count: 256), String(repeating: "a/", count: 2_100) + "b",
  ])
  func pathsThatAreNoneAreRefusedUnseen(_ path: String) throws {
    #expect(RelativePath.refusal(of: path) != nil)
    let folder = try TemporaryFolder()
    guard case .refused = FileFacts(root: try SourceRoot(path: folder.path)).fact(at: path) else {
      Issue.record("accepted")
      return
    }
  }

  @Test(arguments: ["a", "a/b.pdf", "rapport 100%.pdf", "a:b", "é/ü.pdf", "-rf", "a..b"])
  func ordinaryPathsPass(_ path: String) {
    #expect((RelativePath.refusal(of: path) == nil) == (path != "a:b"))
  }
}
