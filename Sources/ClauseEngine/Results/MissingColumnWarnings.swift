import ClauseRecords
import ClauseRules
import ClauseSource

/// Says once for each register which columns rules would need and do not find.
struct MissingColumnWarnings {
  let catalog: RecordTypeCatalog

  /// The warnings for what the shards missed, in the order of the files.
  func diagnostics(_ shards: [[MissingColumn: Set<Int>]]) -> [Diagnostic] {
    var columns: [MissingColumn: Set<Int>] = [:]
    for shard in shards { columns.merge(shard) { $0.union($1) } }
    let registers = Dictionary(grouping: columns.keys) { [Int($0.file.index), $0.type] }
    return registers.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      let missing = registers[key] ?? []
      let type = catalog.types[key[1]]
      let rules = missing.reduce(into: Set<Int>()) { $0.formUnion(columns[$1] ?? []) }
      let names = Set(
        missing.map { Array($0.field.prefix { $0 != "." && $0 != "[" }.utf8) })
      let fields = names.compactMap { name in type.fields.first { $0.name.utf8.elementsEqual(name) }
      }
      return Diagnostic(
        .warning, code: "column-needed",
        message: LocalizedText { language in
          message(
            ReadingWords.quoted(type.title(in: language), in: language),
            ReadingWords.list(sorted(fields, in: language), in: language), fields.count,
            rules.count, language)
        },
        place: .span(Span(file: FileID(Int32(key[0])), start: 0, end: 0)),
        remedy: ReadingWords.addColumn { sorted(fields, in: $0).first })
    }
  }

  /// The fields in the order of their labels, each label once.
  private func sorted(_ fields: [Field], in language: Language) -> [Field] {
    var seen: Set<[UInt8]> = []
    return fields.map { (Array($0.label(in: language).utf8), $0) }
      .sorted { ($0.0, Array($0.1.name.utf8)).0.lexicographicallyPrecedes(($1.0)) }
      .filter { seen.insert($0.0).inserted }.map(\.1)
  }

  private func message(
    _ register: String, _ columns: String, _ count: Int, _ rules: Int, _ language: Language
  ) -> String {
    switch language {
    case .english:
      "the register \(register) has no column for \(columns); \(rules) "
        + "\(rules == 1 ? "rule was" : "rules were") not decided for want of "
        + "\(count == 1 ? "it" : "them")"
    case .french:
      "le registre \(register) n'a pas de colonne pour \(columns) : \(rules) "
        + (rules < 2 ? "règle n'a pas pu être vérifiée" : "règles n'ont pas pu être vérifiées")
    case .arabic:
      "لا يتضمن سجل \(register) أعمدة لما يلي: \(columns)؛ القواعد التي تعذر التحقق منها: \(rules)"
    }
  }
}
