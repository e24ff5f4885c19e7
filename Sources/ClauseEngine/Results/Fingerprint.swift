import ClauseAssessment
import ClauseSource

/// The identity of a finding across runs.
enum Fingerprint {
  /// The fingerprint of rule and record: nothing in it changes when a file is renamed or reordered,
  /// a message translated, something else fixed, or a day passes.
  ///
  /// A record without an id is known by its content. `field` is given only where one rule finds
  /// several things on one record; the position of an element in a list is left out of it, and
  /// `value` tells elements apart instead.
  static func of(
    rule: String, record: RecordReference?, field: String?, discipline: String?, value: String
  ) -> String {
    let lasting = record?.lasting
    let parts = [
      "clauselint/2", rule, lasting?.type.unescaped ?? "", lasting?.id.unescaped ?? "",
      lasting?.content == nil ? "id" : "content", withoutIndexes(field ?? ""), discipline ?? "",
      field?.contains("[") ?? false ? value : "",
    ]
    return String(SHA256.hexadecimal(of: Array(parts.joined(separator: "\0").utf8)).prefix(32))
  }

  /// A field path without the positions in lists: `criteria.weight`.
  static func withoutIndexes(_ path: String) -> String {
    var result = ""
    var depth = 0
    for character in path {
      if character == "[" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == "]" { depth -= 1 }
    }
    return result
  }

  /// Numbers findings that would have the same fingerprint, in their final order.
  static func separateTwins(_ findings: inout [Finding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let count = seen[findings[index].fingerprint, default: 0] + 1
      seen[findings[index].fingerprint] = count
      if count > 1 {
        let text = findings[index].fingerprint + "\0\(count)"
        findings[index].fingerprint = String(
          SHA256.hexadecimal(of: Array(text.utf8)).prefix(32))
      }
    }
  }
}
