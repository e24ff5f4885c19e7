public import ClauseAssessment
import ClauseSource

/// What the command line knows of findings before a run: those accepted at adoption, and those an
/// earlier revision has. Neither comes from the repository's configuration.
public struct Gate: Sendable {
  /// The findings accepted at adoption.
  public var baseline: Baseline?
  /// The findings of an earlier revision.
  public var revision: RevisionFindings?
  /// Whether registers that are not read any more were taken away on purpose.
  public var forgetsAbsent: Bool

  /// Nothing is known.
  public init(
    baseline: Baseline? = nil, revision: RevisionFindings? = nil, forgetsAbsent: Bool = false
  ) {
    self.baseline = baseline
    self.revision = revision
    self.forgetsAbsent = forgetsAbsent
  }

  /// Marks what is known in an assessment.
  func apply(to assessment: inout Assessment, _ context: GateContext) {
    if let baseline {
      baseline.apply(to: &assessment, context, forgetsAbsent: forgetsAbsent)
    }
    if let revision {
      revision.apply(to: &assessment, context, forgetsAbsent: forgetsAbsent)
    }
  }
}

/// The findings of a revision, to be compared with those of the working tree.
public struct RevisionFindings: Sendable {
  /// The revision as it was named.
  public var reference: String
  /// The commit it stands for, hexadecimal.
  public var commit: String
  /// Errors met when it was assessed; what it hides counts as new.
  public var errors: Int
  /// Findings that counted.
  public var counting: [FindingFacts]
  /// Those that a derogation accepted.
  public var accepted: [FindingFacts]
  /// What was read of it.
  public var registers: [RegisterResult]
  /// What its rules could not decide.
  public var undecided: [UndecidedCase]

  /// The findings that count in the assessment of a revision.
  public init(reference: String, commit: String, assessment: Assessment) {
    self.reference = reference
    self.commit = commit
    errors = assessment.diagnostics.count { $0.severity == .error }
    counting = assessment.findings.filter { $0.state != .derogated }.map { FindingFacts($0) }
    accepted = assessment.findings.filter { $0.state == .derogated }.map { FindingFacts($0) }
    registers = assessment.registers
    undecided = assessment.notices.map { UndecidedCase($0) }
  }

  /// Leaves the findings that the revision has not, or has with less of the rule failing.
  func apply(to assessment: inout Assessment, _ context: GateContext, forgetsAbsent: Bool) {
    UndecidedCase.mark(undecided, in: &assessment)
    let present = assessment.findings.map { FindingFacts($0) }
    let matching = FindingMatching(before: counting, after: present)
    let accepted = FindingMatching(before: accepted, after: present)
    let absent = AbsentRegisters(
      before: registers, after: assessment.registers, files: assessment.files)
    let isUnread = assessment.hasErrors
    var left: [Finding] = []
    var updated = 0
    for (index, finding) in assessment.findings.enumerated() {
      if matching.states[index] == .unchanged { continue }
      // A finding whose derogation was withdrawn since counts as new.
      if finding.state == .derogated, accepted.states[index] != .new { continue }
      var finding = finding
      if matching.states[index] == .updated {
        finding.isUpdated = true
        if finding.state == .new { updated += 1 }
      }
      left.append(finding)
    }
    assessment.findings = left
    let gone = counting.indices.filter { !matching.isFound[$0] }.map { counting[$0].identity }
    assessment.revision = RevisionResult(
      reference: reference, commit: commit, new: assessment.count(.new), updated: updated,
      fixed: isUnread ? [] : gone.filter { !context.isAbsent($0, absent) },
      absent: gone.filter { context.isAbsent($0, absent) })
    if !forgetsAbsent {
      assessment.diagnostics += absent.diagnostics(
        since: LocalizedText(
          en: "the revision "
            + "`\(reference)`", fr: "la révision `\(reference)`", ar: "النسخة `\(reference)`"),
        assessment.language
      ) { _ in nil }
    }
    guard errors > 0 else { return }
    let language = assessment.language
    let message = LocalizedText(
      en: "the revision `\(reference)` could not be assessed whole (\(errors) errors)",
      fr: "la révision `\(reference)` n'a pas pu être évaluée en entier (erreurs : \(errors))",
      ar: "تعذر تقييم النسخة `\(reference)` كاملة (الأخطاء: \(errors))")
    let remedy = LocalizedText(
      en: "What it hides counts as new here; nothing needs to be done.",
      fr: "Ce qu'elle ne montre pas compte ici comme nouveau ; il n'y a rien à faire.",
      ar: "ما لا يظهر فيها يعد جديدا هنا؛ لا يلزم القيام بشيء.")
    assessment.diagnostics.append(
      LocatedDiagnostic(
        severity: .warning, code: "revision-incomplete", message: Untrusted(message[language]),
        remedy: Untrusted(remedy[language]), location: nil, language: language))
  }
}
