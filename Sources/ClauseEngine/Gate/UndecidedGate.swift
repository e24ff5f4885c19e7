public import ClauseAssessment
import ClauseSource

extension Assessment {
  /// Adds an error for each rule at or above the gate that could not decide on a record: what it
  /// would have found there nobody knows, and a gate that lets it pass is none.
  ///
  /// Cases that the baseline or the revision has, and those that ask about what nobody provided,
  /// an organisation or a column, do not count. Nor does a value, missing or unreadable, that
  /// fails the run itself, as a finding at the gate or as an error of the data: the run is no green
  /// then, and says where to begin. Who lets everything pass but what is major is told that a rule
  /// could not decide.
  public mutating func refuseUndecided(at gate: Severity?, failsOnData: Bool = true) {
    guard let gate else { return }
    var cases: [String: [RuleNotice]] = [:]
    let found = foundValues(at: gate, failsOnData: failsOnData && gate < .major)
    for notice in notices where !notice.isKnown && notice.cause != .notProvided {
      if !found.isDisjoint(with: Self.values(notice)) { continue }
      cases[notice.rule, default: []].append(notice)
    }
    for rule in rules where rule.severity >= gate {
      guard let undecided = cases[rule.id], let first = undecided.first else { continue }
      diagnostics.append(
        LocatedDiagnostic(
          severity: .error, code: "rule-undecided",
          message: Untrusted(
            UndecidedWords.message(
              rule.id, undecided.count, first.reason.text, language)),
          remedy: Untrusted(UndecidedWords.remedy(language)), location: first.location,
          language: language))
    }
  }
}

extension Assessment {
  /// Fields on which a finding or an error of the data fails the run, by record and by line.
  private func foundValues(at gate: Severity, failsOnData: Bool) -> Set<[UInt8]> {
    var values: Set<[UInt8]> = []
    for finding in findings where finding.state == .new {
      guard finding.severity >= gate || failsOnData && finding.isDataError else { continue }
      guard let field = finding.field else { continue }
      values.formUnion(Self.values(field, finding.record, finding.location))
    }
    return values
  }

  /// The value that `notice` lacks, by record and by line.
  private static func values(_ notice: RuleNotice) -> [[UInt8]] {
    notice.field.map { values($0, notice.record, notice.location) } ?? []
  }

  private static func values(
    _ field: Untrusted, _ record: RecordReference?, _ location: Location
  ) -> [[UInt8]] {
    let name = Array(field.unescaped.utf8) + [0]
    let line = "\(location.path.unescaped):\(location.start.line)"
    return [name + [0] + Array(line.utf8)]
      + (record.map { [name + [1] + GateContext.key($0)] } ?? [])
  }
}

extension Message {
  /// The parts joined.
  fileprivate var text: String {
    parts.map { part in
      switch part {
      case .text(let text), .value(let text): text.unescaped
      }
    }.joined()
  }
}

/// What is said of rules that could not decide.
private enum UndecidedWords {
  static func message(
    _ rule: String, _ count: Int, _ reason: String, _ language: Language
  ) -> String {
    switch language {
    case .english:
      "the rule `\(rule)` could not decide on \(count) \(count == 1 ? "case" : "cases"), which "
        + "counts as not assessed; the first: \(reason)"
    case .french:
      "la règle `\(rule)` n'a pu trancher \(count) cas, ce qui compte comme non évalué ; "
        + "le premier : \(reason)"
    case .arabic:
      "لم تتمكن القاعدة `\(rule)` من الحسم، وهو ما يحتسب غير مقيم. عدد الحالات: \(count)، "
        + "أولاها: \(reason)"
    }
  }

  static func remedy(_ language: Language) -> String {
    switch language {
    case .english: "Fix the value, or accept the case with: clauselint baseline write"
    case .french:
      "Corrigez la valeur, ou acceptez le cas par : clauselint baseline write"
    case .arabic: "صحح القيمة، أو اقبل الحالة بالأمر: clauselint baseline write"
    }
  }
}
