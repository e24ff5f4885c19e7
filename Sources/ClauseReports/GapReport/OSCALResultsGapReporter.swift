public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// OSCAL 1.2.1 assessment results (NIST), for tools of governance and audit.
///
/// A clause is a control, a finding of ours an observation; an OSCAL finding says whether a clause
/// is satisfied and stands for verdicts alone. What is attested, not applicable or not assessed has
/// none: OSCAL knows no third answer, and silence must not read as satisfied.
public struct OSCALResultsGapReporter: GapReporter {
  /// `oscal-results`.
  public let name = "oscal-results"
  /// `.json`.
  public let endings = [".json"]

  /// Makes the reporter.
  public init() {}

  /// The document.
  public func report(_ report: GapReport) -> [UInt8] {
    var writer = JSONWriter()
    OSCALResults(report).write(to: &writer)
    return writer.document
  }
}

private struct OSCALResults {
  private let parts: OSCALParts
  private let report: GapReport
  private let assessment: Assessment
  private let words: ReporterStrings

  init(_ report: GapReport) {
    self.report = report
    parts = OSCALParts(report)
    assessment = report.assessment
    words = ReporterStrings.of(assessment.language)
  }

  /// The rule packs stand for the assessment plan: they say what is assessed and how.
  private var plan: String { parts.uuid("plan", assessment.packs.map(\.sha256).joined()) }

  func write(to writer: inout JSONWriter) {
    writer.object { document in
      document.objectMember("assessment-results") { results in
        results.member("uuid", parts.uuid("assessment-results", assessment.asOf.iso))
        parts.writeMetadata(title: words.matrixTitle, to: &results)
        results.objectMember("import-ap") { $0.member("href", "#\(plan)") }
        results.arrayMember("results", [assessment.asOf]) { writer, _ in
          writer.object { writeResult(to: &$0) }
        }
        writeBackMatter(to: &results)
      }
    }
  }

  private func writeResult(to result: inout JSONWriter) {
    result.member("uuid", parts.uuid("result", assessment.asOf.iso))
    result.member("title", OSCALText.line(words.asOf(assessment.asOf.iso)))
    result.member("description", OSCALText.line(words.limits))
    result.member("start", parts.now)
    result.member("end", parts.now)
    OSCALProperty.write(
      [
        OSCALProperty(name: "records", value: String(assessment.recordCount)),
        OSCALProperty(name: "complete", value: assessment.hasErrors ? "no" : "yes"),
        OSCALProperty(name: "whole", value: assessment.restriction.isWhole ? "yes" : "no"),
      ], to: &result)
    result.objectMember("local-definitions") { parts.writeComponents(to: &$0) }
    writeReviewedControls(to: &result)
    if !report.attestations.isEmpty { writeAttestations(to: &result) }
    let findings = assessment.findings.indices
    if !findings.isEmpty {
      result.arrayMember("observations", findings) { parts.writeObservation($1, to: &$0) }
      let risks = findings.filter { assessment.findings[$0].state != .baseline }
      if !risks.isEmpty {
        result.arrayMember("risks", risks) { parts.writeRisk($1, to: &$0) }
      }
    }
    let judged = assessment.standards.flatMap(\.clauses).filter { clause in
      clause.isLeaf && [.conform, .nonconform, .derogated].contains(clause.state)
    }
    if !judged.isEmpty {
      result.arrayMember("findings", judged) { write($1, to: &$0) }
    }
  }

  /// Which clauses were assessed and which were not, each group named by its state.
  private func writeReviewedControls(to result: inout JSONWriter) {
    result.objectMember("reviewed-controls") { reviewed in
      let groups = assessment.standards.flatMap { standard in
        ClauseState.allCases.map { state in
          (standard, state, standard.clauses.filter { $0.isLeaf && $0.state == state })
        }
      }.filter { !$0.2.isEmpty }
      reviewed.arrayMember("control-selections", groups.isEmpty ? [nil] : groups.map(Optional.some))
      { writer, group in
        writer.object { selection in
          guard let (standard, state, clauses) = group else {
            return selection.objectMember("include-all") { _ in }
          }
          selection.member(
            "description", OSCALText.line("\(standard.name): \(words.clauseState(state))"))
          OSCALProperty.write([OSCALProperty(name: "state", value: state.rawValue)], to: &selection)
          let isReviewed = state != .notAssessed && state != .notApplicable
          let member = isReviewed ? "include-controls" : "exclude-controls"
          if !isReviewed { selection.objectMember("include-all") { _ in } }
          selection.arrayMember(member, clauses) { writer, clause in
            writer.object { $0.member("control-id", OSCALText.token(clause.id)) }
          }
        }
      }
    }
  }

  private func writeAttestations(to result: inout JSONWriter) {
    result.arrayMember("attestations", report.attestations) { writer, row in
      writer.object { attestation in
        attestation.arrayMember("parts", [row]) { writer, row in
          writer.object { part in
            let id = row.record.reference.id.unescaped
            part.member("uuid", parts.uuid("attestation", id))
            part.member("name", "attestation")
            part.member("ns", OSCALProperty.namespace)
            part.member("title", OSCALText.line(id))
            var properties = row.clauses.map {
              OSCALProperty(name: "clause", value: $0.unescaped)
            }
            properties.append(
              OSCALProperty(name: "valid", value: row.status == .inForce ? "yes" : "no"))
            if let until = row.validUntil {
              properties.append(OSCALProperty(name: "valid-until", value: until.iso))
            }
            if let by = row.by {
              properties.append(OSCALProperty(name: "by", value: by.reference.id.unescaped))
            }
            OSCALProperty.write(properties, to: &part)
            part.member(
              "prose", OSCALText.line(row.statement?.unescaped ?? words.clauseState(.attested)))
          }
        }
      }
    }
  }

  private func write(_ clause: ClauseResult, to writer: inout JSONWriter) {
    let isMet = clause.state == .conform
    let cited = parts.cited(clause.id)
    writer.object { finding in
      finding.member("uuid", parts.uuid("finding", clause.id))
      finding.member("title", OSCALText.line("\(cited) \(clause.title[assessment.language])"))
      finding.member(
        "description", OSCALText.line("\(cited): \(words.clauseState(clause.state))"))
      OSCALProperty.write(
        [
          OSCALProperty(name: "state", value: clause.state.rawValue),
          OSCALProperty(name: "rules", value: String(clause.rules)),
          OSCALProperty(name: "records", value: String(clause.records)),
        ], to: &finding)
      parts.writeOrigins(to: &finding)
      finding.objectMember("target") { target in
        target.member("type", "objective-id")
        target.member("target-id", OSCALText.token(clause.id))
        target.objectMember("status") { status in
          status.member("state", isMet ? "satisfied" : "not-satisfied")
          status.member(
            "reason", isMet ? "pass" : clause.state == .nonconform ? "fail" : "other")
          status.member("remarks", OSCALText.line(words.limits))
        }
      }
      let cited = assessment.findings.indices.filter { index in
        assessment.findings[index].clauses.contains { $0.equalsByBytes(clause.id) }
      }
      guard !cited.isEmpty else { return }
      finding.arrayMember("related-observations", cited) { writer, index in
        writer.object { $0.member("observation-uuid", parts.observations[index]) }
      }
      let risks = cited.filter { assessment.findings[$0].state != .baseline }
      guard !risks.isEmpty else { return }
      finding.arrayMember("related-risks", risks) { writer, index in
        writer.object { $0.member("risk-uuid", parts.risk(index)) }
      }
    }
  }

  private func writeBackMatter(to results: inout JSONWriter) {
    results.objectMember("back-matter") { matter in
      matter.arrayMember("resources", [plan]) { writer, plan in
        writer.object { resource in
          resource.member("uuid", plan)
          resource.member("title", "Rule packs")
          if !assessment.packs.isEmpty {
            resource.arrayMember("props", assessment.packs) { writer, pack in
              writer.object { property in
                property.member("name", "pack")
                property.member("ns", OSCALProperty.namespace)
                property.member("value", OSCALText.value("\(pack.id) \(pack.version)"))
                property.member("remarks", "SHA-256 \(pack.sha256)")
              }
            }
          }
        }
      }
    }
  }
}
