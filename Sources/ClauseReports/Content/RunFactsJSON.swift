import ClauseAssessment
import ClauseSource

/// What results say of the run itself, as JSON: the same in every format that is JSON.
enum RunFactsJSON {
  /// What the run was restricted to.
  static func write(_ restriction: RunRestriction, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("standards", restriction.standards.map(\.unescaped))
      entry.member("clauses", restriction.clauses.map(\.unescaped))
      entry.member("rules", restriction.rules.map(\.unescaped))
      entry.member("paths", restriction.paths.map(\.unescaped))
    }
  }

  /// A pack with what it holds.
  static func write(_ pack: PackResult, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("id", pack.id)
      entry.member("version", pack.version)
      entry.member("status", pack.status)
      entry.member("own", pack.isOwn)
      entry.member("rules", pack.contents.rules)
      entry.arrayMember("reference_records", pack.contents.records) { writer, records in
        writer.object { entry in
          entry.member("type", records.type)
          entry.member("records", records.count)
        }
      }
      entry.member("holidays", pack.contents.holidays)
      entry.member("sha256", pack.sha256)
    }
  }

  /// A parameter with both values.
  static func write(_ change: ParameterChange, to writer: inout JSONWriter) {
    writer.object { entry in
      entry.member("name", change.name)
      entry.member("pack", change.pack)
      entry.member("default", change.from)
      entry.member("value", change.to)
    }
  }
}
