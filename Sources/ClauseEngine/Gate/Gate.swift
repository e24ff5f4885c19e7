public import ClauseAssessment
import ClauseSource

/// What the command line knows of findings before a run: those accepted at adoption, and those an
/// earlier revision has. Neither comes from the repository's configuration.
public struct Gate: Sendable {
  /// The findings accepted at adoption.
  public var baseline: Baseline?
  /// The findings of an earlier revision.
  public var revision: RevisionFindings?

  /// Nothing is known.
  public init(baseline: Baseline? = nil, revision: RevisionFindings? = nil) {
    self.baseline = baseline
    self.revision = revision
  }

  /// Marks what is known in an assessment. `isWhole` says that all files were read and the rules
  /// of all standards run, so that what is not found is not there.
  func apply(to assessment: inout Assessment, isWhole: Bool) {
    if let baseline { baseline.apply(to: &assessment, isWhole: isWhole) }
    if let revision { revision.apply(to: &assessment) }
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
  public var counting: [FindingIdentity]
  /// Fingerprints of those that a derogation accepted.
  public var accepted: Set<String>

  /// The findings that count in the assessment of a revision.
  public init(reference: String, commit: String, assessment: Assessment) {
    self.reference = reference
    self.commit = commit
    errors = assessment.diagnostics.count { $0.severity == .error }
    counting = assessment.findings.filter { $0.state != .derogated }.map(FindingIdentity.init)
    accepted = Set(assessment.findings.filter { $0.state == .derogated }.map(\.fingerprint))
  }

  /// Leaves the findings that the revision has not.
  func apply(to assessment: inout Assessment) {
    let known = Set(counting.map(\.fingerprint))
    let present = Set(assessment.findings.map(\.fingerprint))
    // A finding whose derogation was withdrawn since counts as new.
    assessment.findings.removeAll { finding in
      known.contains(finding.fingerprint)
        || (finding.state == .derogated && accepted.contains(finding.fingerprint))
    }
    let isUnread = assessment.hasErrors
    assessment.revision = RevisionResult(
      reference: reference, commit: commit, new: assessment.count(.new),
      mended: isUnread ? [] : counting.filter { !present.contains($0.fingerprint) })
    guard errors > 0 else { return }
    assessment.diagnostics.append(
      LocatedDiagnostic(
        severity: .warning, code: "revision-incomplete",
        message: Untrusted(
          "the revision `\(reference)` could not be assessed whole (\(errors) errors)"),
        remedy: Untrusted("What it hides counts as new here; nothing needs to be done."),
        location: nil))
  }
}
