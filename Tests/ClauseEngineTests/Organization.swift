import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// The folders tests read.
enum Folders {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  /// The repository.
  static let root = here.deletingLastPathComponent().deletingLastPathComponent().path
  /// The shipped packs.
  static let rules = root + "/Rules"
  /// Packs and configurations of these tests.
  static let packs = here.path + "/Packs"
  /// Data shared by all checkouts, or nil when it is not there.
  static let shared: String? = {
    let folder =
      ProcessInfo.processInfo.environment["CLAUSELINT_SHARED"]
      ?? URL(fileURLWithPath: root).deletingLastPathComponent().path + "/shared"
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// A corpus of the shared data.
  static func corpus(_ name: String) throws -> String {
    let folder = try #require(shared, "the shared test data is missing") + "/corpora/" + name
    try #require(FileManager.default.fileExists(atPath: folder), "the corpus \(name) is missing")
    return folder
  }
}

extension Trait where Self == ConditionTrait {
  /// A test that reads the data shared by all checkouts. It is skipped where there is none; with
  /// `CI` set it runs, and fails.
  static var readsSharedData: Self {
    .enabled(
      if: Folders.shared != nil || ProcessInfo.processInfo.environment["CI"] != nil,
      "reads the shared test data: name its folder in CLAUSELINT_SHARED")
  }
}

/// An organisation's folder that lives as long as the value does.
final class Organization {
  /// The folder.
  let root: String

  /// Writes `files`, in their order.
  init(_ files: KeyValuePairs<String, String>) throws {
    root = FileManager.default.temporaryDirectory.path + "/clauselint-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Writes one file.
  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Removes one file.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  /// Assesses the organisation with the pack in its folder `pack`.
  func assess(
    on day: String = "2026-06-15", in language: Language = .english, jobs: Int = 1,
    gate: Gate = Gate(), change: (inout RunOptions) -> Void = { _ in }
  ) throws -> Assessment {
    var options = RunOptions(
      root: root, packFolders: [], asOf: try #require(CivilDate(iso: day)), jobs: jobs,
      toolVersion: "test")
    options.packs = [root + "/pack"]
    options.language = language
    change(&options)
    return Assessor(try Workspace.load(options)).assess(gate)
  }
}

extension Message {
  /// The message as plain text.
  var plain: String {
    parts.map { part in
      switch part {
      case .text(let text), .value(let text): text.unescaped
      }
    }.joined()
  }
}

extension Assessment {
  /// `file:line:column rule record field` of every finding.
  var summary: [String] {
    findings.map { finding in
      let place = finding.location
      return "\(place.path.unescaped):\(place.start.line):\(place.start.column) \(finding.rule) "
        + "\(finding.record?.id.unescaped ?? "-") \(finding.field?.unescaped ?? "-")"
    }
  }

  /// `code message` of every error.
  var errors: [String] {
    diagnostics.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.location.map {
        "\($0.path.unescaped):\($0.start.line):\($0.start.column) "
      }
      return (place ?? "") + diagnostic.code + ": " + diagnostic.message.unescaped
    }
  }

  /// Findings of one rule.
  func findings(of rule: String) -> [Finding] { findings.filter { $0.rule == rule } }

  /// The rule's entry in the table.
  func rule(_ id: String) -> RuleResult? { rules.first { $0.id == id } }

  /// The state of a clause.
  func state(of clause: String) -> ClauseState? {
    standards.flatMap(\.clauses).first { $0.id == clause }?.state
  }
}
