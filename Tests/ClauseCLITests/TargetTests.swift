import Foundation
import Testing

@testable import ClauseCLI

/// Which folder is the organisation's.
@Suite struct TargetTests {
  private static func folders() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/target-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/org/registers", withIntermediateDirectories: true)
    return try #require(realpath(folder, nil).map { String(cString: $0) })
  }

  @Test func aConfigurationAboveMakesTheRoot() throws {
    let folder = try Self.folders()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Target(paths: [folder + "/org/registers"]).root == folder + "/org/registers")
    try Data().write(to: URL(fileURLWithPath: folder + "/org/clauselint.yaml"))
    let inside = try Target(paths: [folder + "/org/registers"])
    #expect(inside.root == folder + "/org")
    #expect(inside.paths == ["registers"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func aConfigurationOfSomebodyElseAboveIsPassedOver() throws {
    let folder = try Self.folders()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let planted = folder + "/clauselint.yaml"
    try Data().write(to: URL(fileURLWithPath: planted))
    #expect(chown(planted, 65_534, 65_534) == 0)
    #expect(try Target(paths: [folder + "/org"]).root == folder + "/org")
    // In the folder that is asked for it is what that folder holds.
    #expect(try Target(paths: [folder]).root == folder)
    // A checkout of somebody else has one owner throughout.
    #expect(chown(folder + "/org", 65_534, 65_534) == 0)
    #expect(try Target(paths: [folder + "/org"]).root == folder)
  }

  @Test func noWordsAtAllAreNoPass() {
    #expect(CommandLineTool.start([]) == 2)
  }
}
