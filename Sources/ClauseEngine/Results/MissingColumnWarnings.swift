import ClauseRecords
import ClauseRules
import ClauseSource

/// Says once for each register which columns rules would need and do not find.
struct MissingColumnWarnings {
  let catalog: RecordTypeCatalog
  let language: Language

  /// The warnings for what the shards missed, in the order of the files.
  func diagnostics(_ shards: [[MissingColumn: Set<Int>]]) -> [Diagnostic] {
    var columns: [MissingColumn: Set<Int>] = [:]
    for shard in shards { columns.merge(shard) { $0.union($1) } }
    let registers = Dictionary(grouping: columns.keys) { [Int($0.file.index), $0.type] }
    return registers.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      let missing = registers[key] ?? []
      let type = catalog.types[key[1]]
      let rules = missing.reduce(into: Set<Int>()) { $0.formUnion(columns[$1] ?? []) }
      let labels = missing.map { column in
        let name = String(column.field.prefix { $0 != "." && $0 != "[" })
        return type.fields.first { $0.name.equalsByBytes(name) }?.label(in: language) ?? name
      }
      let unique = Set(labels.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
      return Diagnostic(
        .warning, code: "column-needed",
        message: message(
          type.title[language], unique.map { String(decoding: $0, as: UTF8.self) }, rules.count),
        place: .span(Span(file: FileID(Int32(key[0])), start: 0, end: 0)), remedy: remedy,
        language: language)
    }
  }

  /// Fields that a warning names; who adds these is told the others.
  private static let mostNamed = 12

  private func message(_ type: String, _ labels: [String], _ rules: Int) -> String {
    let more = labels.count > Self.mostNamed ? ", …" : ""
    let shown = labels.prefix(Self.mostNamed)
    switch language {
    case .english:
      return "the register “\(type)” has no column for "
        + shown.map { "“\($0)”" }.joined(separator: ", ") + more
        + "; \(rules) \(rules == 1 ? "rule was" : "rules were") not decided for want of \(labels.count == 1 ? "it" : "them")"
    case .french:
      return "le registre « \(type) » n'a pas de colonne pour "
        + shown.map { "« \($0) »" }.joined(separator: ", ") + more
        + " : \(rules) \(rules < 2 ? "règle n'a pas pu être tranchée" : "règles n'ont pas pu être tranchées")"
    case .arabic:
      return "لا يتضمن سجل «\(type)» أعمدة لما يلي: "
        + shown.map { "«\($0)»" }.joined(separator: "، ") + (more.isEmpty ? "" : "، …")
        + "؛ القواعد التي تعذر حسمها: \(rules)"
    }
  }

  private var remedy: String {
    switch language {
    case .english: "Add the column, or map a heading under fields: in the configuration."
    case .french:
      "Ajoutez la colonne, ou indiquez l'en-tête sous fields: dans la configuration."
    case .arabic: "أضف العمود، أو اربط العنوان تحت fields: في ملف الإعداد."
    }
  }
}
