import CEL
import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// What the declarations show of each clause of the standards in scope.
struct ClauseStates {
  let standards: [Standard]
  let rules: [CompiledRule]
  let counts: [RuleCount]
  let findings: [Finding]
  /// Clauses with a valid attestation, edition-qualified.
  let attested: Set<String>
  /// Clauses justified as not applicable, edition-qualified.
  let excluded: Set<String>
  /// Packs that are unfinished: what their rules find counts, and they prove nothing.
  let drafts: Set<String>

  init(
    exceptions: ExceptionRegister, standards: [Standard], rules: [CompiledRule],
    counts: [RuleCount], findings: [Finding], drafts: Set<String>
  ) {
    self.drafts = drafts
    self.standards = standards
    self.rules = rules
    self.counts = counts
    self.findings = findings
    attested = exceptions.attested
    excluded = exceptions.excluded(in: standards)
  }

  /// The standards with the state of each clause.
  func results() -> [StandardResult] {
    let tallies = tally()
    return standards.map { standard in
      var clauses = standard.clauses.map { clause in
        result(clause, id: standard.id + "/" + clause.number, tallies)
      }
      rollUp(&clauses)
      return StandardResult(id: standard.id, name: standard.name, clauses: clauses)
    }
  }

  private struct Tally {
    /// Rules that ran on at least one record.
    var rules = 0
    /// Of those, rules that cite another edition.
    var byCrosswalk = 0
    /// Of those, rules that can show conformity: practice proves nothing.
    var proving = 0
    var records = 0
    var undecided = 0
    var findings = 0
    var failing = 0
    var derogated = 0
  }

  private func tally() -> [String: Tally] {
    var tallies: [String: Tally] = [:]
    for (index, compiled) in rules.enumerated() {
      let count = counts[index]
      for clause in Set(compiled.rule.clauses.map(\.clauseID)) {
        var tally = tallies[clause, default: Tally()]
        if count.evaluated > 0 {
          tally.rules += 1
          tally.records += count.evaluated
          if compiled.rule.follows(clause) { tally.byCrosswalk += 1 }
          if proves(compiled) { tally.proving += 1 }
        }
        tally.undecided += count.skipped
        tallies[clause] = tally
      }
    }
    for finding in findings {
      for clause in Set(finding.clauses) {
        var tally = tallies[clause, default: Tally()]
        if finding.state == .new { tally.findings += 1 }
        if finding.severity > .observation {
          if finding.state == .derogated { tally.derogated += 1 } else { tally.failing += 1 }
        }
        tallies[clause] = tally
      }
    }
    return tallies
  }

  /// Whether a rule that holds shows conformity. The built-in checks ask whether records are
  /// well-formed, not what a clause asks; a draft may ask anything.
  private func proves(_ compiled: CompiledRule) -> Bool {
    compiled.rule.basis != .practice && compiled.integrityKind == nil
      && !drafts.contains(compiled.rule.pack)
  }

  private func result(_ clause: Clause, id: String, _ tallies: [String: Tally]) -> ClauseResult {
    let tally = tallies[id] ?? Tally()
    return ClauseResult(
      id: id, title: clause.title, isLeaf: clause.isLeaf,
      state: state(clause, id: id, tally), rules: tally.rules, records: tally.records,
      findings: tally.findings, rulesByCrosswalk: tally.byCrosswalk)
  }

  private func state(_ clause: Clause, id: String, _ tally: Tally) -> ClauseState {
    if excluded.contains(id) { return .notApplicable }
    if tally.failing > 0 { return .nonconform }
    if tally.derogated > 0 { return .derogated }
    if clause.isAttestationOnly { return attested.contains(id) ? .attested : .notAssessed }
    // A record that could not be judged leaves the clause open: no silent green.
    if tally.proving > 0, tally.undecided == 0 { return .conform }
    return attested.contains(id) ? .attested : .notAssessed
  }

  /// A parent has the worst state of the clauses below it. Nothing known is worse than an
  /// acceptance, and any failure is worst of all.
  private func rollUp(_ clauses: inout [ClauseResult]) {
    let order: [ClauseState] = [
      .nonconform, .notAssessed, .derogated, .attested, .conform, .notApplicable,
    ]
    for index in clauses.indices where !clauses[index].isLeaf {
      let leaves = clauses.filter { $0.isLeaf && $0.id.startsWithBytes(clauses[index].id + ".") }
      if let worst = order.first(where: { state in leaves.contains { $0.state == state } }) {
        clauses[index].state = worst
      }
    }
  }
}

extension Rule {
  /// Whether the rule reaches a clause only by a crosswalk.
  func follows(_ clause: String) -> Bool {
    clauses.contains { $0.followed != nil && $0.clauseID.equalsByBytes(clause) }
  }
}
