import ClauseAssessment
import ClauseSource

extension Message {
  /// The sentence with its values, without isolates or escapes: still untrusted.
  var plain: Untrusted {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words.unescaped
      case .value(let value): text += value.unescaped
      }
    }
    return Untrusted(text)
  }

  /// Whether there is nothing to say.
  var isEmpty: Bool {
    parts.allSatisfy { part in
      switch part {
      case .text(let piece), .value(let piece): piece.unescaped.utf8.isEmpty
      }
    }
  }
}
