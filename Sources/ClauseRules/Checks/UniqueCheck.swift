import ClauseRecords
import ClauseSource

/// `unique: [a, b]`: no other record of the type has the same values in all of these fields.
struct UniqueCheck: Check {
  let name = "unique"

  func expressions(_ request: inout CheckRequest) -> CheckExpressions? {
    guard let fields = request.fields(), let type = request.recordType else { return nil }
    guard fields.allSatisfy({ !$0.type.isCollection }) else {
      request.report("`unique` compares single values", at: request.node)
      return nil
    }
    func ofOther(_ text: String) -> String {
      text.replacingPrefix("has(\(type.name).", with: "has(other.")
        .replacingPrefix("\(type.name).", with: "other.")
    }
    let own = fields.map(\.presence).joined(separator: " && ")
    let same = fields.map { field in
      let presence = field.presence.split(separator: "&").map { part in
        ofOther(part.trimmingBlanks)
      }.filter { !$0.isEmpty }.joined(separator: " && ")
      return "\(presence) && \(ofOther(field.access)) == \(field.access)"
    }.joined(separator: " && ")
    return CheckExpressions([
      (fields[0].path, "\(own) ? \(type.plural).filter(other, \(same)).size() <= 1 : true")
    ])
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }
}

extension String {
  /// The text with `prefix` replaced, when it begins with it.
  func replacingPrefix(_ prefix: String, with replacement: String) -> String {
    afterBytes(prefix).map { replacement + $0 } ?? self
  }
}
