import ClauseSource
import Foundation
import Testing

@Suite struct OutputTests {
  private static func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func replacesWholeAndLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/report.json"
    try AtomicOutput.write(Array("one".utf8), to: path)
    #expect(chmod(path, 0o640) == 0)
    let large = [UInt8](repeating: 0x61, count: 3_000_000)
    try AtomicOutput.write(large, to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(large))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try Self.names(in: folder) == ["report.json"])
  }

  @Test func keepsASymbolicLinkAndReplacesItsTarget() throws {
    let folder = try TemporaryFolder()
    try folder.write("real.json", "old")
    try folder.link("link.json", to: "real.json")
    try AtomicOutput.write(Array("new".utf8), to: folder.path + "/link.json")
    #expect(try String(contentsOfFile: folder.path + "/real.json", encoding: .utf8) == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link.json")
        == "real.json")
  }

  @Test func failuresSayWhichStepAndKeepTheOldFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("d/old.json", "old")
    #expect(throws: OutputTrouble.self) { try AtomicOutput.write([1], to: folder.path + "/d") }
    #expect(throws: OutputTrouble.self) {
      try AtomicOutput.write([1], to: folder.path + "/missing/x.json")
    }
    #expect(throws: OutputTrouble.self) { try AtomicOutput.write([1], to: "") }
    #expect(throws: OutputTrouble.self) { try AtomicOutput.write([1], to: "a\u{0}b") }
    do {
      try AtomicOutput.write([1], to: "/dev/full")
      Issue.record("a full device took the bytes")
    } catch OutputTrouble.failed(let step, let path, let reason) {
      #expect(step == "write")
      #expect(path == "/dev/full")
      #expect(reason[.english] == "No space left on device")
    }
    #expect(try String(contentsOfFile: folder.path + "/d/old.json", encoding: .utf8) == "old")
    #expect(try Self.names(in: folder) == ["d"])
  }

  @Test func aClosedPipeIsToldApart() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: OutputTrouble.closedPipe) {
      try CheckedOutput(descriptor: ends[1], name: "pipe").write([1])
    }
    #expect(throws: OutputTrouble.self) {
      try CheckedOutput(descriptor: -1, name: "nothing").write([1])
    }
  }

  @Test func writesThroughAFullNonBlockingPipe() async throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let readEnd = ends[0]
    let reader = Task.detached { () -> Int in
      var total = 0
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(readEnd, &buffer, buffer.count)
        if count <= 0 { return total }
        total += count
      }
    }
    let size = 1_000_000
    try CheckedOutput(descriptor: ends[1], name: "pipe").write([UInt8](repeating: 7, count: size))
    close(ends[1])
    #expect(await reader.value == size)
    close(readEnd)
  }
}
