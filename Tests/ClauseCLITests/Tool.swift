import Foundation
import Testing

/// The built binary, run as users run it.
enum Tool {
  /// The binary named in the environment, else the one beside the test bundle.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["CLAUSELINT_BINARY"] { return named }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
    let beside = bundle.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    return [beside, root + "/.build/release"].compactMap { $0 }.map { $0 + "/clauselint" }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "clauselint"
  }()

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// What a run left behind.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String
    /// Standard output as it was written.
    var bytes: Data
  }

  /// Runs the binary with `arguments` in `folder`.
  ///
  /// - Parameter redirect: shell text after the command, such as `> /dev/full`.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    redirect: String? = nil
  ) throws -> Outcome {
    // Files, not pipes: a full pipe nobody reads would stop both sides.
    let scratch = FileManager.default.temporaryDirectory.path + "/clauselint-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let (out, err) = (scratch + "/out", scratch + "/err")
    for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
    let process = Process()
    if let redirect {
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", "set -o pipefail; \"$0\" \"$@\" " + redirect, path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    for name in ["CLAUSELINT_PACKS", "NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "TZ"] {
      variables[name] = nil
    }
    variables.merge(environment) { $1 }
    process.environment = variables
    let output = try #require(FileHandle(forWritingAtPath: out))
    let errors = try #require(FileHandle(forWritingAtPath: err))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    try output.close()
    try errors.close()
    let bytes = FileManager.default.contents(atPath: out) ?? Data()
    let said = FileManager.default.contents(atPath: err) ?? Data()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: said, as: UTF8.self), bytes: bytes)
  }
}

/// An organisation's folder that lives as long as the value does.
final class Folder {
  /// Its path.
  let path: String

  /// Writes `files`.
  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/clauselint-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  deinit {
    _ = try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes one file.
  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// The text of a file, or nil.
  func text(_ name: String) -> String? {
    try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// The names in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Runs the tool here.
  func run(
    _ arguments: String..., environment: [String: String] = [:], redirect: String? = nil
  ) throws -> Tool.Outcome {
    try Tool.run(arguments, in: path, environment: environment, redirect: redirect)
  }
}

/// A small organisation with a pack of its own.
enum Sample {
  static let pack = """
    pack: own
    version: 1.0.0
    status: draft
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: allowed
    clauses:
      "7": { title: { en: Support, fr: Support, ar: الدعم } }
      "7.5": { title: { en: Documents, fr: Documents, ar: الوثائق } }
    ---
    types:
      sheet:
        plural: sheets
        title: Sheet
        fields: { code: string, owner: string, reviewed_on: date }
    ---
    rules:
      - id: sheet-owned
        title: { en: A sheet has an owner, fr: Une fiche a un pilote, ar: لكل بطاقة مسؤول }
        for: sheet
        require: { present: [owner] }
        severity: minor
        basis: normative
        clauses: [iso9001:2015/7.5]
        message:
          { en: "{sheet.code} has no owner", fr: "{sheet.code} sans pilote", ar: "{sheet.code} دون مسؤول" }
        remedy: { en: Name an owner., fr: Nommer un pilote., ar: عين مسؤولا. }
        tests:
          - given: { sheet: { code: A } }
            finds: [owner]
          - given: { sheet: { code: A, owner: Sara } }
            finds: nothing
      - id: sheet-coded
        title: A sheet has a code
        for: sheet
        require: { present: [code] }
        severity: observation
        basis: practice
        message: "{sheet.id} has no code"
    """
  static let configuration = "packs: [./pack]\nstandards: [iso9001:2015]\n"
  static let unowned = "sheets:\n  - id: S-1\n    code: A-1\n"
  static let clean = "sheets: [{ id: S-1, code: A-1, owner: Sara }]\n"
  static let uncoded = "sheets: [{ id: S-1, owner: Sara }]\n"

  /// A folder with this register.
  static func folder(_ records: String, more files: [String: String] = [:]) throws -> Folder {
    try Folder(
      [
        "clauselint.yaml": configuration, "pack/pack.yaml": pack, "sheets.yaml": records,
      ].merging(files) { $1 })
  }
}
