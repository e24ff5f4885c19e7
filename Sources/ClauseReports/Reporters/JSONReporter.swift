import ClauseBytes
public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The whole result as JSON of the schema `clauselint/results/1` (`ResultsSchema`).
///
/// Keys and their order are fixed. What does not apply is null, never left out; nothing is cut.
public struct JSONReporter: Reporter {
  /// `json`.
  public let name = "json"
  /// `.json`.
  public let endings = [".json"]

  /// Makes the reporter.
  public init() {}

  /// The result; options have no effect.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", ResultsSchema.name)
      writer.objectMember("tool") { tool in
        tool.member("name", "clauselint")
        tool.member("version", assessment.toolVersion)
      }
      writer.member("as_of", assessment.asOf.iso)
      Self.write(assessment.organization, to: &writer)
      writer.member("standards", assessment.standards.map(\.id))
      writer.member("restriction") { RunFactsJSON.write(assessment.restriction, to: &$0) }
      writer.arrayMember("packs", assessment.packs) { RunFactsJSON.write($1, to: &$0) }
      writer.arrayMember("parameters", assessment.parameters) { RunFactsJSON.write($1, to: &$0) }
      writer.objectMember("summary") { Self.writeSummary(of: assessment, to: &$0) }
      writer.arrayMember("findings", assessment.findings.filter { $0.severity != .data }) {
        Self.write($1, to: &$0)
      }
      writer.arrayMember("data_problems", assessment.findings.filter { $0.severity == .data }) {
        Self.write($1, to: &$0)
      }
      writer.arrayMember("clauses", assessment.standards.flatMap(\.clauses).filter(\.isLeaf)) {
        Self.write($1, to: &$0)
      }
      writer.arrayMember("rules", assessment.rules) { writer, rule in
        writer.object { entry in
          entry.member("id", rule.id)
          entry.member("evaluated", rule.evaluated)
          entry.member("failed", rule.failed)
          entry.member("skipped", rule.skipped)
        }
      }
      writer.arrayMember("notices", assessment.notices) { writer, notice in
        writer.object { entry in
          entry.member("rule", notice.rule)
          RecordJSON.write(notice.record, to: &entry)
          entry.member("reason", notice.reason.plain)
          entry.member("cause", notice.cause.rawValue)
          entry.member("state", notice.isKnown ? "unchanged" : "new")
          entry.member("location") { Self.write(notice.location, to: &$0) }
        }
      }
      writer.arrayMember("diagnostics", assessment.diagnostics) { Self.write($1, to: &$0) }
      let unread = Dictionary(
        assessment.unread.map { (ByteKey($0.path.unescaped), $0.reason) },
        uniquingKeysWith: { first, _ in first })
      writer.arrayMember("files", assessment.files) { writer, file in
        writer.object { entry in
          entry.member("path", file.path)
          entry.member("fate", file.fate.rawValue)
          entry.member("records", file.records)
          if let reason = unread[ByteKey(file.path.unescaped)] {
            entry.member("unread", reason.rawValue)
          }
        }
      }
      writer.arrayMember("registers", assessment.registers) { writer, register in
        writer.object { RegisterJSON.write(register, to: &$0) }
      }
      writer.arrayMember("not_provided", assessment.notProvided) { writer, register in
        writer.object { entry in
          entry.member("type", register.type)
          entry.member("rules", register.rules)
          entry.member("clauses", register.clauses)
        }
      }
      writer.member("baseline") { Self.write(assessment.baseline, to: &$0) }
      writer.member("revision") { Self.write(assessment.revision, to: &$0) }
    }
    return writer.document
  }

  private static func write(_ baseline: BaselineResult?, to writer: inout JSONWriter) {
    guard let baseline else { return writer.null() }
    writer.object { entry in
      entry.member("file", baseline.file)
      entry.member("entries", baseline.entries)
      entry.member("found", baseline.found)
      entry.member("updated", baseline.updated)
      entry.arrayMember("stale", baseline.stale) { writer, stale in
        writer.object { entry in
          FindingIdentityJSON.write(stale.identity, to: &entry)
          entry.member("state", stale.state.rawValue)
          entry.member("line", stale.location.start.line)
        }
      }
    }
  }

  private static func write(_ revision: RevisionResult?, to writer: inout JSONWriter) {
    guard let revision else { return writer.null() }
    writer.object { entry in
      entry.member("reference", revision.reference)
      entry.member("commit", revision.commit)
      entry.member("new", revision.new)
      entry.member("updated", revision.updated)
      for (name, identities) in [("fixed", revision.fixed), ("absent", revision.absent)] {
        entry.arrayMember(name, identities) { writer, identity in
          writer.object { FindingIdentityJSON.write(identity, to: &$0) }
        }
      }
    }
  }

  private static func write(_ organization: OrganizationResult?, to writer: inout JSONWriter) {
    writer.member("organization") { writer in
      guard let organization else { return writer.null() }
      writer.object { entry in
        entry.member("id", organization.id)
        entry.objectMember("name") { names in
          for language in Language.allCases.sorted() {
            if let name = organization.name[language] { names.member(language.rawValue, name) }
          }
        }
      }
    }
  }

  private static func writeSummary(of assessment: Assessment, to writer: inout JSONWriter) {
    writer.member("major", assessment.count(Severity.major))
    writer.member("minor", assessment.count(Severity.minor))
    writer.member("observation", assessment.count(Severity.observation))
    writer.member("data_problems", assessment.count(Severity.data))
    writer.member("derogated", assessment.count(FindingState.derogated))
    writer.member("unchanged", assessment.count(FindingState.baseline))
    writer.member("updated", assessment.findings.count { $0.state == .new && $0.isUpdated })
    writer.member("records", assessment.recordCount)
    writer.member("rules", assessment.rules.count)
    writer.member("vacuous_rules", assessment.vacuousRules.count)
    writer.member("rules_out_of_scope", assessment.rulesOutOfScope)
    writer.member("undecided", assessment.notices.count)
    writer.member("parameters_changed", assessment.parameters.count)
    writer.member("files", assessment.reading.read)
    writer.member("files_expected", assessment.reading.registers)
    writer.member("files_passed_over", assessment.reading.passedOver)
  }

  private static func write(_ finding: Finding, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("rule", finding.rule)
      if finding.severity == .data {
        entry.member("level", finding.isDataError ? "error" : "warning")
      } else {
        entry.member("severity", finding.severity.rawValue)
        entry.member("basis", finding.basis.rawValue)
      }
      entry.member("state", finding.stateWord)
      if let end = finding.acceptedUntil { entry.member("accepted_until", end.iso) }
      entry.member("message", finding.message.plain)
      entry.member("because", finding.because.map(\.plain.unescaped))
      entry.member("remedy", finding.remedy.plain)
      if finding.severity != .data { entry.member("clauses", finding.clauses) }
      RecordJSON.write(finding.record, to: &entry)
      entry.member("field") { writer in
        if let field = finding.field { writer.string(field.unescaped) } else { writer.null() }
      }
      entry.member("location") { write(finding.location, to: &$0) }
      writeRelated(finding.related, to: &entry)
      entry.member("extent", finding.extent.elements)
      entry.member("fingerprint", finding.fingerprint)
    }
  }

  private static func write(_ location: Location, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("file", location.path)
      entry.member("line", location.start.line)
      entry.member("column", location.start.column)
      entry.member("end_line", location.end.line)
      entry.member("end_column", location.end.column)
      if let cell = location.cell { entry.member("cell", cell.text) }
    }
  }

  private static func writeRelated(_ related: [RelatedLocation], to writer: inout JSONWriter) {
    writer.arrayMember("related", related) { writer, place in
      writer.object { entry in
        entry.member("message", place.message.plain)
        entry.member("location") { write(place.location, to: &$0) }
      }
    }
  }

  private static func write(_ clause: ClauseResult, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("id", clause.id)
      entry.member("state", clause.state.rawValue)
      entry.member("rules", clause.rules)
      entry.member("records", clause.records)
      entry.member("findings", clause.findings)
    }
  }

  private static func write(_ diagnostic: LocatedDiagnostic, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("severity", diagnostic.severity.rawValue)
      entry.member("code", diagnostic.code)
      entry.member("message", diagnostic.message)
      entry.member("remedy", diagnostic.remedy)
      entry.member("location") { writer in
        if let location = diagnostic.location {
          write(location, to: &writer)
        } else {
          writer.null()
        }
      }
      writeRelated(diagnostic.related, to: &entry)
    }
  }
}
