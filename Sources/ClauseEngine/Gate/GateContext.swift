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
    since origin: LocalizedText, _ language: Language, place: (Entry) -> Location?
  ) -> [LocatedDiagnostic] {
    entries.map { entry in
      LocatedDiagnostic(
        severity: .error, code: "register-absent",
        message: Untrusted(Self.message(entry, origin)[language]),
        remedy: Untrusted(Self.remedy[language]), location: place(entry), language: language)
    }
  }

  private static func message(_ entry: Entry, _ origin: LocalizedText) -> LocalizedText {
    let first = entry.files.first?.unescaped ?? ""
    let more = entry.files.count - 1
    let type = entry.type.unescaped
    let message = LocalizedText(
      en: "`\(first)`" + (more == 0 ? "" : " and \(more) more")
        + ", of which \(origin[.english]) read \(entry.records) "
        + "\(entry.records == 1 ? "record" : "records") of the type `\(type)`, "
        + (more == 0 ? "is not read now" : "are not read now"),
      fr: "`\(first)`" + (more == 0 ? "" : " et \(more) autres")
        + ", où \(origin[.french]) comptait \(entry.records) "
        + (entry.records < 2 ? "enregistrement" : "enregistrements") + " du type `\(type)`, "
        + (more == 0 ? "n'est plus lu" : "ne sont plus lus"),
      ar: "`\(first)`" + (more == 0 ? "" : " و\(more) غيره")
        + "، لم يعد يقرأ، وكان فيه حسب \(origin[.arabic]) من القيود من نوع `\(type)`: "
        + "\(entry.records)")
    guard let file = entry.lookalike else { return message }
    return message
      + (file.unescaped.equalsByBytes(first)
        ? LocalizedText(
          en: "; no such record was found in it",
          fr: " ; aucun enregistrement de ce type n'y a été trouvé",
          ar: "؛ لم يعثر فيه على أي قيد من هذا النوع")
        : LocalizedText(
          en: "; `\(file.unescaped)` looks like it and no record was read from it",
          fr: " ; `\(file.unescaped)` lui ressemble, et aucun enregistrement n'y a été lu",
          ar: "؛ يشبهه `\(file.unescaped)` ولم يقرأ منه أي قيد"))
  }

  private static let remedy = LocalizedText(
    en: "Give the file back its name, or name it under `sources` in clauselint.yaml. If it was "
      + "taken away on purpose, say --forget-absent.",
    fr: "Rendez son nom au fichier, ou indiquez-le sous `sources` dans clauselint.yaml. S'il a "
      + "été retiré volontairement, ajoutez --forget-absent.",
    ar: "أعد للملف اسمه، أو اذكره تحت `sources` في clauselint.yaml. وإن كان سحبه مقصودا فأضف "
      + "‎--forget-absent.")
}
