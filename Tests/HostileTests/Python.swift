import Foundation
import Testing

/// The scripts of this suite under the interpreter of the path.
enum Python {
  /// Whether tests that need `modules` run: they are there, or their absence must fail.
  static func isWanted(_ modules: String...) -> Bool {
    if Repository.demandsAll { return true }
    let script = "import " + modules.joined(separator: ", ")
    let answer = try? Spawn.run("python3", ["-c", script], in: "/")
    return answer?.status == 0
  }

  /// Runs a script of the folder `Python`.
  static func run(
    _ script: String, _ arguments: [String]
  ) throws -> (status: Int32, text: String) {
    let path = Repository.root + "/Tests/HostileTests/Python/" + script
    let outcome = try Spawn.run("python3", [path] + arguments, in: "/")
    return (outcome.status, String(decoding: outcome.output, as: UTF8.self))
  }
}
