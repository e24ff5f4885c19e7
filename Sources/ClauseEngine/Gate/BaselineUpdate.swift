public import ClauseAssessment
import ClauseSource

/// What a baseline becomes after a run.
extension Baseline {
  /// Today's findings in place of those that were fixed. What nobody could judge stays, and what is
  /// not read any more, unless it was taken away on purpose.
  ///
  /// - Parameters:
  ///   - assessment: a run that was compared with this baseline.
  ///   - grows: whether what is new may come in.
  ///   - forgetsAbsent: whether entries about what is not read any more go.
  public func rewritten(
    for assessment: Assessment, grows: Bool, forgetsAbsent: Bool
  ) -> Contents {
    let kept = stale(in: assessment) { state in
      state != .fixed && (state != .absent || !forgetsAbsent)
    }
    var contents = Self.acceptable(in: assessment)
    contents.findings += entries.filter { kept.contains($0.identity.fingerprint) }.map(\.facts)
    if !grows { contents.undecided = known(contents.undecided) }
    contents.registers += keptRegisters(in: assessment, forgetsAbsent: forgetsAbsent)
    return contents
  }

  /// The same entries without those that were fixed, those of unknown rules if `unknown`, and those
  /// about what is not read any more if `forgetsAbsent`.
  public func pruned(
    for assessment: Assessment, unknown: Bool, forgetsAbsent: Bool
  ) -> Contents {
    let gone = stale(in: assessment) { state in
      switch state {
      case .fixed: true
      case .unknown: unknown
      case .absent: forgetsAbsent
      case .undecided: false
      }
    }
    return Contents(
      findings: entries.filter { !gone.contains($0.identity.fingerprint) }.map(\.facts),
      registers: assessment.registers
        + keptRegisters(in: assessment, forgetsAbsent: forgetsAbsent),
      undecided: known(Self.acceptable(in: assessment).undecided))
  }

  /// Fingerprints of the entries that nothing answers to in one of the wanted states.
  private func stale(
    in assessment: Assessment, _ isWanted: (BaselineResult.StaleEntry.State) -> Bool
  ) -> Set<String> {
    let stale = assessment.baseline?.stale ?? []
    return Set(stale.filter { isWanted($0.state) }.map(\.identity.fingerprint))
  }

  /// Those of `cases` that the baseline has already.
  private func known(_ cases: [UndecidedCase]) -> [UndecidedCase] {
    let known = Set(undecided.map(\.key))
    return cases.filter { known.contains($0.key) }
  }

  /// Registers that were read when the baseline was written and hold entries that are absent now.
  private func keptRegisters(
    in assessment: Assessment, forgetsAbsent: Bool
  ) -> [RegisterResult] {
    let absent = (assessment.baseline?.stale ?? []).filter { $0.state == .absent }
    guard !forgetsAbsent, !absent.isEmpty else { return [] }
    let read = Set(assessment.registers)
    return registers.map(\.register).filter { register in
      !read.contains {
        $0.type.unescaped.equalsByBytes(register.type.unescaped)
          && $0.file.unescaped.equalsByBytes(register.file.unescaped)
      }
        && absent.contains {
          $0.identity.record?.type.unescaped.equalsByBytes(register.type.unescaped) ?? true
        }
    }
  }
}
