import ClauseAssessment
import ClauseSource

/// What a comparison asks about a run beside its results.
struct GateContext {
  /// Whether all files were read and the rules of all standards run, so that what is not found is
  /// not there.
  var isWhole: Bool
  /// The records that were read, each as `key` gives it.
  var records: Set<[UInt8]>
  /// The record types whose registers a rule reads beside its own, by rule.
  var registersRead: [String: Set<String>]

  /// A record by the bytes of its type and lasting name.
  static func key(_ record: RecordReference) -> [UInt8] {
    let lasting = record.lasting
    return Array(lasting.type.unescaped.utf8) + [0] + Array(lasting.id.unescaped.utf8)
  }

  /// Whether what is no longer found may be gone with a register that is no longer read.
  func isAbsent(_ identity: FindingIdentity, _ absent: AbsentRegisters) -> Bool {
    if let record = identity.record, absent.mayHide(record.type) {
      return !records.contains(Self.key(record))
    }
    return registersRead[identity.rule.unescaped, default: []].contains {
      absent.mayHide(Untrusted($0))
    }
  }
}

extension AbsentRegisters {
  /// An error for each register that is not read any more; `place` is where the earlier run says
  /// that it was, `origin` names that run.
  func diagnostics(
    since origin: String, place: (Entry) -> Location?
  ) -> [LocatedDiagnostic] {
    entries.map { entry in
      let records = "\(entry.records) \(entry.records == 1 ? "record" : "records")"
      let first = entry.files.first?.unescaped ?? ""
      let isOne = entry.files.count == 1
      var message =
        "`\(first)`" + (isOne ? "" : " and \(entry.files.count - 1) more")
        + ", of which \(origin) read \(records) of the type `\(entry.type.unescaped)`, "
        + (isOne ? "is not read now" : "are not read now")
      if let file = entry.lookalike {
        message +=
          file.unescaped.equalsByBytes(first)
          ? "; no such record was found in it"
          : "; `\(file.unescaped)` looks like it and no record was read from it"
      }
      return LocatedDiagnostic(
        severity: .error, code: "register-absent", message: Untrusted(message),
        remedy: Untrusted(
          "Give the file back its name, or name it under `sources` in clauselint.yaml. "
            + "If it was taken away on purpose, say --forget-absent."),
        location: place(entry))
    }
  }
}
