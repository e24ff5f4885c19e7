import Foundation
import Testing

/// The system calls of a run, as `strace` writes them down.
enum Trace {
  /// Whether tests that trace run: it is possible, or must be. A sanitizer has calls of its own,
  /// which are not the product's.
  static let isWanted: Bool = {
    if Spawn.isSanitized { return false }
    if Repository.demandsAll { return true }
    let outcome = try? Spawn.run("strace", ["-o", "/dev/null", "true"], in: "/")
    return outcome?.status == 0
  }()

  /// Runs the product under `strace` with `options` and answers with the calls, a line each.
  static func run(
    _ options: [String], _ arguments: [String], in folder: String,
    environment: [String: String?] = [:]
  ) throws -> (outcome: Spawn.Outcome, calls: [Substring]) {
    let log = FileManager.default.temporaryDirectory.path + "/trace-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: log) }
    let outcome = try Spawn.run(
      "strace", ["-f", "-o", log] + options + [Spawn.tool] + arguments, in: folder,
      environment: environment)
    let text = FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) }
    return (outcome, text?.split(separator: "\n") ?? [])
  }

  /// The name of the call on a line: what stands before its bracket, behind the number of the
  /// thread.
  static func name(_ line: Substring) -> Substring {
    let call = line.drop { $0.isNumber }.drop { $0 == " " }
    return call.prefix { $0 != "(" }
  }

  /// The texts in quotes on a line.
  static func quoted(_ line: Substring) -> [Substring] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The path behind the descriptor that a call of `strace -y` answered with: `= 5</a/b>`.
  static func answered(_ line: Substring) -> Substring? {
    guard let equals = line.range(of: ") = ", options: .backwards) else { return nil }
    let answer = line[equals.upperBound...].drop { $0.isNumber || $0 == " " }
    guard answer.first == "<" else { return nil }
    return answer.dropFirst().prefix { $0 != ">" }
  }
}

extension Trait where Self == ConditionTrait {
  /// A test that looks at system calls.
  static var traces: Self {
    .enabled(if: Trace.isWanted, "needs strace, which must be allowed to trace")
  }
}
