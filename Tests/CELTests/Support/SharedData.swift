import Foundation
import Testing

/// The conformance and example data beside the package.
enum SharedData {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["CLAUSELINT_SHARED"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return packageRoot.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  /// Whether tests that read it run: it is there, or its absence must fail.
  static let isWanted =
    ProcessInfo.processInfo.environment["CI"] != nil
    || FileManager.default.fileExists(atPath: folder.path)

  static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

extension Trait where Self == ConditionTrait {
  /// A test that reads the data shared by all checkouts. It is skipped where there is none; with
  /// `CI` set it runs, and fails.
  static var readsSharedData: Self {
    .enabled(
      if: SharedData.isWanted,
      "reads the shared test data: name its folder in CLAUSELINT_SHARED")
  }
}
