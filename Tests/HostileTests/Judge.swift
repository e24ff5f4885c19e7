import Foundation

/// What must hold of every answer to hostile input.
enum Judge {
  /// The promised bound on processor time, for `make stress` on a machine of its own. Elsewhere
  /// neighbours take caches and cores, and a multiple stands for what does not end.
  static let seconds =
    ProcessInfo.processInfo.environment["CLAUSELINT_FIGURES"] != nil ? 2.0 : 200.0
  /// The promised bound on memory; a build without optimisation needs more.
  static let megabytes = Spawn.isOptimised ? 256.0 : 384.0

  /// What is wrong with an answer that must hold for any input.
  static func faults(_ outcome: Spawn.Outcome) -> [String] {
    if outcome.hung { return ["hung"] }
    var faults: [String] = []
    if outcome.status >= 128 {
      faults.append("signal \(outcome.status - 128)")
    } else if outcome.status > 2 {
      faults.append("exit \(outcome.status)")
    }
    if outcome.seconds > seconds { faults.append("took \(outcome.seconds) s of processor time") }
    if outcome.megabytes > megabytes { faults.append("took \(Int(outcome.megabytes)) MiB") }
    if outcome.output.count > 64 << 20 { faults.append("wrote \(outcome.output.count) bytes") }
    faults += textFaults(outcome.output)
    return faults
  }

  /// Control characters, commands of pipelines and stack traces.
  static func textFaults(_ data: Data) -> [String] {
    let text = String(decoding: data, as: UTF8.self)
    var faults: [String] = []
    for trace in ["Fatal error:", "*** Program crashed", "Stack dump"] where text.contains(trace) {
      faults.append("a stack trace")
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isControl =
        (value < 0x20 && value != 0x0A && value != 0x09) || (0x7F...0x9F).contains(value)
      // Isolates are our own: they keep values of the other direction apart.
      let isBidi =
        scalar.properties.isBidiControl && !(0x2066...0x2069).contains(value)
        && ![0x200E, 0x200F].contains(value)
      if isControl || isBidi || value == 0x2028 || value == 0x2029 {
        faults.append("U+\(String(value, radix: 16, uppercase: true)) in the output")
        break
      }
    }
    for line in text.split(separator: "\n") {
      let start = line.drop { $0 == " " }
      if start.hasPrefix("::") || start.hasPrefix("##vso[") || start.hasPrefix("##teamcity[")
        || start.hasPrefix("##[")
      {
        faults.append("a pipeline's command: \(start.prefix(60))")
        break
      }
    }
    return faults
  }

  /// Whether the output names `file` with a line.
  static func locates(_ file: String, in outcome: Spawn.Outcome) -> Bool {
    let text = String(decoding: outcome.output, as: UTF8.self)
    return text.split(separator: "\n").contains { line in
      guard let range = line.range(of: file) else { return false }
      let rest = line[range.upperBound...]
      return rest.first == ":" && rest.dropFirst().first?.isNumber == true
    }
  }
}
