public import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// What changed from one run to another, as JSON of the schema `clauselint/diff/1`.
///
/// Keys and their order are fixed. What does not apply is null, never left out; nothing is cut.
public enum ComparisonJSON {
  /// The value of the key `schema`.
  public static let schema = "clauselint/diff/1"

  /// The document, ending with a line break.
  public static func document(_ comparison: ResultComparison) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", schema)
      writer.member("before") { write(comparison.before, to: &$0) }
      writer.member("after") { write(comparison.after, to: &$0) }
      writer.objectMember("summary") { summary in
        summary.member("new", comparison.new.count)
        summary.member("updated", comparison.updated.count)
        summary.member("unchanged", comparison.unchanged)
        summary.member("fixed", comparison.fixed.count)
        summary.member("absent", comparison.absent.count)
        summary.member("moved", comparison.moved.count)
        summary.member("shifted", comparison.shifted.count)
        summary.member("severity_changed", comparison.regraded.count)
        summary.member("state_changed", comparison.restated.count)
      }
      writer.arrayMember("packs", comparison.packs) { writer, pack in
        writer.object { entry in
          entry.member("id", pack.id)
          entry.member("before") { write(pack.before, to: &$0) }
          entry.member("after") { write(pack.after, to: &$0) }
        }
      }
      writer.arrayMember("new", comparison.new) { write($1, to: &$0) }
      writeChanges("updated", comparison.updated, to: &writer)
      writer.arrayMember("fixed", comparison.fixed) { write($1, to: &$0) }
      writer.arrayMember("absent", comparison.absent) { write($1, to: &$0) }
      writer.arrayMember("absent_registers", comparison.absentRegisters) { writer, entry in
        writer.object { member in
          member.member("type", entry.type)
          member.member("files", entry.files.map(\.unescaped))
          member.member("records", entry.records)
          member.member("lookalike") { writer in
            if let file = entry.lookalike { writer.string(file.unescaped) } else { writer.null() }
          }
        }
      }
      writeChanges("moved", comparison.moved, to: &writer)
      writeChanges("shifted", comparison.shifted, to: &writer)
      writeChanges("severity_changed", comparison.regraded, to: &writer)
      writeChanges("state_changed", comparison.restated, to: &writer)
      writer.arrayMember("clauses", comparison.clauses) { writer, clause in
        writer.object { entry in
          entry.member("id", clause.id)
          entry.member("before") { write(clause.before, to: &$0) }
          entry.member("after") { write(clause.after, to: &$0) }
          entry.member("new", clause.new)
          entry.member("fixed", clause.fixed)
        }
      }
    }
    return writer.document
  }

  private static func write(_ run: ComparedRun, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("file", run.file)
      entry.member("as_of", run.asOf.iso)
      entry.member("findings", run.findings.count)
      entry.member("errors", run.errors)
      entry.member("standards", run.standards.map(\.unescaped))
      entry.member("restriction") { RunFactsJSON.write(run.restriction, to: &$0) }
    }
  }

  private static func write(_ pack: ComparedRun.Pack?, to writer: inout JSONWriter) {
    guard let pack else { return writer.null() }
    writer.object { entry in
      entry.member("version", pack.version)
      entry.member("sha256", pack.sha256)
    }
  }

  private static func write(_ state: ClauseState?, to writer: inout JSONWriter) {
    if let state { writer.string(state.rawValue) } else { writer.null() }
  }

  private static func writeChanges(
    _ name: String, _ changes: [ResultComparison.Change], to writer: inout JSONWriter
  ) {
    writer.arrayMember(name, changes) { writer, change in
      writer.object { entry in
        entry.member("before") { write(change.before, to: &$0) }
        entry.member("after") { write(change.after, to: &$0) }
      }
    }
  }

  private static func write(_ finding: ComparedFinding, to writer: inout JSONWriter) {
    writer.object { entry in
      FindingIdentityJSON.write(finding.identity, to: &entry)
      entry.member("severity", finding.severity.rawValue)
      entry.member("state", finding.state.rawValue)
      entry.member("message", finding.message)
      entry.member("clauses", finding.clauses.map(\.unescaped))
      entry.member("extent", finding.extent.elements)
      entry.objectMember("location") { place in
        place.member("file", finding.location.path)
        place.member("line", finding.location.start.line)
        place.member("column", finding.location.start.column)
        place.member("end_line", finding.location.end.line)
        place.member("end_column", finding.location.end.column)
        if let cell = finding.location.cell { place.member("cell", cell.text) }
      }
    }
  }
}

/// What was read, as members of an object.
enum RegisterJSON {
  static func write(_ register: RegisterResult, to entry: inout JSONWriter) {
    entry.member("type", register.type)
    entry.member("file", register.file)
    entry.member("records", register.records)
  }
}

/// A record as a member of an object: `content` tells one without an id apart.
enum RecordJSON {
  static func write(_ record: RecordReference?, to entry: inout JSONWriter) {
    entry.member("record") { writer in
      guard let record else { return writer.null() }
      writer.object { entry in
        entry.member("type", record.type)
        entry.member("id", record.id)
        entry.member("content") { writer in
          if let content = record.content { writer.string(content.text) } else { writer.null() }
        }
      }
    }
  }
}

/// Rule, record and fingerprint as members of an object.
enum FindingIdentityJSON {
  static func write(_ identity: FindingIdentity, to entry: inout JSONWriter) {
    entry.member("rule", identity.rule)
    RecordJSON.write(identity.record, to: &entry)
    entry.member("fingerprint", identity.fingerprint)
  }
}
