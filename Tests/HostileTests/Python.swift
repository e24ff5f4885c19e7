import Foundation
import Testing

/// The scripts of this suite under the interpreter of the path.
enum Python {
  /// Whether `modules` are installed; when everything is demanded, their absence is a failure.
  static func has(_ modules: [String]) -> Bool {
    let script = "import " + modules.joined(separator: ", ")
    let answer = try? Spawn.run("python3", ["-c", script], in: "/", limit: 60)
    if answer?.status == 0 { return true }
    if Repository.demandsAll {
      Issue.record("these Python modules are missing: \(modules.joined(separator: ", "))")
    } else {
      print("skipped: these Python modules are missing: \(modules.joined(separator: ", "))")
    }
    return false
  }

  /// Runs a script of the folder `Python`.
  static func run(
    _ script: String, _ arguments: [String], limit: Double = 600
  ) throws -> (status: Int32, text: String) {
    let path = Repository.root + "/Tests/HostileTests/Python/" + script
    let outcome = try Spawn.run("python3", [path] + arguments, in: "/", limit: limit)
    return (outcome.status, String(decoding: outcome.output, as: UTF8.self))
  }
}
