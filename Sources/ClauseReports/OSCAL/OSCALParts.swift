import ClauseAssessment
import ClauseBytes
import ClauseCalendar
import ClauseSource

/// The parts that both OSCAL documents have: metadata, observations, risks of findings, origins.
struct OSCALParts {
  let report: GapReport
  let assessment: Assessment
  let words: ReporterStrings
  private let citations: ClauseCitations
  private let names: [ByteKey: RuleResult]
  /// UUIDs of the observations, one a finding.
  let observations: [String]

  /// Prepares the parts of `report`.
  init(_ report: GapReport) {
    self.report = report
    assessment = report.assessment
    words = ReporterStrings.of(report.assessment.language)
    citations = ClauseCitations(report.assessment.standards)
    names = Dictionary(
      report.assessment.rules.map { (ByteKey($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    var seen: [ByteKey: Int] = [:]
    let subject = Self.subject(report)
    observations = report.assessment.findings.map { finding in
      let key = ByteKey(finding.fingerprint)
      seen[key, default: 0] += 1
      return OSCALText.uuid(
        "observation", subject, finding.fingerprint, String(seen[key, default: 1]))
    }
  }

  /// What the document rests on, and whether something could not be assessed.
  var remarks: [String] {
    var lines = RunStatement(assessment).lines
    if assessment.hasErrors {
      let files = assessment.files.count { $0.fate == .notAssessed }
      lines.insert(words.incompleteMatrix(files), at: 0)
    }
    if !assessment.notProvided.isEmpty {
      lines.append(Term.notProvided[assessment.language].plain)
      lines += NotProvidedLine.all(assessment).map(\.sentence.unescaped)
    }
    let unread = UnreadLine.all(assessment.unread).map {
      $0.sentence(in: assessment.language).unescaped
    }
    if !unread.isEmpty { lines.append(Term.unread[assessment.language].plain) }
    return lines + unread + [words.limits]
  }

  /// What all identifiers of the organisation's documents begin with.
  static func subject(_ report: GapReport) -> String {
    report.assessment.organization?.id.unescaped ?? ""
  }

  /// A UUID of something of this organisation.
  func uuid(_ kind: String, _ name: String) -> String {
    OSCALText.uuid(kind, Self.subject(report), name)
  }

  /// The day of the run as a point in time.
  var now: String { OSCALText.time(assessment.asOf) }
  /// The component that stands for clauselint.
  var tool: String { OSCALText.uuid("tool", "clauselint", assessment.toolVersion) }
  /// The party that stands for the organisation.
  var party: String { uuid("party", "organization") }

  /// The organisation's name in the report's language, else any, else its id.
  var organizationName: String {
    guard let organization = assessment.organization else { return "\u{2014}" }
    let name = organization.name
    let best =
      name[assessment.language] ?? name[.french] ?? name[.arabic] ?? name[.english]
      ?? organization.id
    return best.unescaped
  }

  /// Writes `metadata` of a document called `title`.
  func writeMetadata(title: String, to writer: inout JSONWriter) {
    writer.objectMember("metadata") { metadata in
      metadata.member("title", OSCALText.line(title))
      metadata.member("last-modified", now)
      metadata.member("version", assessment.asOf.iso)
      metadata.member("oscal-version", OSCALText.version)
      var properties = [
        OSCALProperty(name: "tool", value: "clauselint \(assessment.toolVersion)"),
        OSCALProperty(name: "as-of", value: assessment.asOf.iso),
      ]
      if let commit = report.identification.commit {
        properties.append(OSCALProperty(name: "commit", value: commit.unescaped))
      }
      OSCALProperty.write(properties, to: &metadata)
      if assessment.organization != nil {
        metadata.arrayMember("parties", [party]) { writer, party in
          writer.object { entry in
            entry.member("uuid", party)
            entry.member("type", "organization")
            entry.member("name", OSCALText.value(organizationName))
          }
        }
      }
      metadata.member("remarks", OSCALText.paragraphs(remarks))
    }
  }

  /// Writes `components`: the tool.
  func writeComponents(to writer: inout JSONWriter) {
    writer.arrayMember("components", [tool]) { writer, tool in
      writer.object { component in
        component.member("uuid", tool)
        component.member("type", "software")
        component.member("title", "clauselint")
        component.member("description", OSCALText.line(words.limits))
        OSCALProperty.write(
          [OSCALProperty(name: "version", value: assessment.toolVersion)], to: &component)
        component.objectMember("status") { $0.member("state", "operational") }
      }
    }
  }

  /// Writes `origins`: the tool.
  func writeOrigins(to writer: inout JSONWriter) {
    writer.arrayMember("origins", [tool]) { writer, tool in
      writer.object { origin in
        origin.arrayMember("actors", [tool]) { writer, tool in
          writer.object { source in
            source.member("type", "tool")
            source.member("actor-uuid", tool)
          }
        }
      }
    }
  }

  /// Writes the observation of the finding at `index`: what was seen, where, by which rule.
  func writeObservation(_ index: Int, to writer: inout JSONWriter) {
    let finding = assessment.findings[index]
    writer.object { entry in
      entry.member("uuid", observations[index])
      entry.member("title", OSCALText.line(title(of: finding)))
      var lines = [FailureEntry.line(finding.message)]
      lines += finding.because.map { "\(words.because): \(FailureEntry.line($0))" }
      entry.member("description", OSCALText.paragraphs(lines))
      var properties = [
        OSCALProperty(name: "rule", value: finding.rule),
        OSCALProperty(name: "severity", value: finding.severity.rawValue),
        OSCALProperty(name: "basis", value: finding.basis.rawValue),
        OSCALProperty(name: "state", value: finding.state.rawValue),
        OSCALProperty(name: "fingerprint", value: finding.fingerprint),
      ]
      if let record = finding.record {
        properties.append(OSCALProperty(name: "record-type", value: record.type.unescaped))
        properties.append(OSCALProperty(name: "record-id", value: record.id.unescaped))
      }
      OSCALProperty.write(properties, to: &entry)
      entry.member("methods", ["EXAMINE"])
      entry.member("types", ["finding"])
      writeOrigins(to: &entry)
      entry.arrayMember("relevant-evidence", [finding.location] + finding.related.map(\.location)) {
        writer, place in
        writer.object { evidence in
          evidence.member("href", URIPath.reference(place.path))
          evidence.member("description", OSCALText.line(place.reference))
        }
      }
      entry.member("collected", now)
    }
  }

  /// Writes the risk of the finding at `index`: open, or accepted until a day.
  func writeRisk(_ index: Int, to writer: inout JSONWriter) {
    let finding = assessment.findings[index]
    writer.object { risk in
      risk.member("uuid", self.risk(index))
      risk.member("title", OSCALText.line(title(of: finding)))
      risk.member("description", OSCALText.line(FailureEntry.line(finding.message)))
      let cited = finding.clauses.map { citations.short($0).unescaped }.joined(separator: " · ")
      risk.member("statement", OSCALText.line("\(words.clauses): \(cited)"))
      OSCALProperty.write(
        [
          OSCALProperty(name: "severity", value: finding.severity.rawValue),
          OSCALProperty(name: "basis", value: finding.basis.rawValue),
        ], to: &risk)
      risk.member("status", finding.state == .derogated ? "deviation-approved" : "open")
      writeOrigins(to: &risk)
      if let until = finding.acceptedUntil {
        risk.member("deadline", OSCALText.endOfDay(until))
      }
      let remedy = FailureEntry.line(finding.remedy)
      if !remedy.utf8.isEmpty {
        risk.arrayMember("remediations", [remedy]) { writer, remedy in
          writer.object { response in
            response.member("uuid", uuid("remediation", observations[index]))
            response.member("lifecycle", "recommendation")
            response.member("title", OSCALText.line(words.remedy))
            response.member("description", OSCALText.line(remedy))
          }
        }
      }
      risk.arrayMember("related-observations", [observations[index]]) { writer, observation in
        writer.object { $0.member("observation-uuid", observation) }
      }
    }
  }

  /// The UUID of the risk of the finding at `index`.
  func risk(_ index: Int) -> String { uuid("risk", observations[index]) }

  /// What the rule of a finding asks.
  func title(of finding: Finding) -> String {
    names[ByteKey(finding.rule)]?.title[assessment.language] ?? finding.rule
  }

  /// A clause as people cite it.
  func cited(_ clause: String) -> String { citations.short(clause).unescaped }
}
