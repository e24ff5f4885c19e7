import ClauseAssessment
import ClauseSource

/// A line of the list of registers that nobody provided: the register with the clauses that wait
/// for it.
struct NotProvidedLine {
  /// What the register is called.
  let title: Untrusted
  /// The clauses by standard, such as `ISO 9001 6.1.1, 6.1.2`.
  let clauses: [Untrusted]

  /// The lines of `assessment`, those first on which most clauses wait.
  static func all(_ assessment: Assessment) -> [NotProvidedLine] {
    assessment.notProvided.map { register in
      let title = register.title[assessment.language]
      let groups = assessment.standards.compactMap { standard -> Untrusted? in
        let numbers = register.clauses.filter { $0.utf8.starts(with: (standard.id + "/").utf8) }
          .map(ClauseCitations.number(of:))
        if numbers.isEmpty { return nil }
        let shown = numbers.prefix(mostClauses).joined(separator: ", ")
        return Untrusted(
          standard.name + " " + shown + (numbers.count > mostClauses ? ", …" : ""))
      }
      return NotProvidedLine(
        title: Untrusted(title.isEmpty ? register.type : title), clauses: groups)
    }
  }

  /// Clauses of one standard that a line names; the data formats have all.
  private static let mostClauses = 4

  /// All of it in one line.
  var sentence: Untrusted {
    let list = clauses.map(\.unescaped).joined(separator: " · ")
    return Untrusted(title.unescaped + (list.isEmpty ? "" : ": " + list))
  }
}
