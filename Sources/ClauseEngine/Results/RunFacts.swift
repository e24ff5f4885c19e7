import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// What a result says of the run itself, beside what was found.
extension Workspace {
  /// What the command line restricted the run to.
  var restriction: RunRestriction {
    RunRestriction(
      standards: options.standards, clauses: clauses, rules: options.rules,
      paths: options.paths)
  }

  /// Parameters with another value than their pack's.
  var changedParameters: [ParameterChange] {
    packs.parameters.filter { $0.value != $0.original }.map {
      ParameterChange(name: $0.name, pack: $0.pack, from: $0.original.text, to: $0.value.text)
    }
  }

  /// The packs with what each holds.
  var packResults: [PackResult] {
    let counts = referenceCounts()
    return packs.packs.indices.map { index in
      let pack = packs.packs[index]
      return PackResult(
        id: pack.id, version: pack.version, status: pack.status.rawValue, sha256: pack.sha256,
        isOwn: pack.isOwn,
        contents: PackContents(
          rules: pack.rules.count,
          records: counts[index].enumerated().filter { $0.element > 0 }.map {
            PackContents.Records(type: store.catalog.types[$0.offset].name, count: $0.element)
          }, holidays: pack.holidays.count))
    }
  }

  /// How many reference records of each type, by its index in the catalog, each pack brought.
  private func referenceCounts() -> [[Int]] {
    var packOfFile: [FileID: Int] = [:]
    for (index, pack) in packs.packs.enumerated() {
      for reference in pack.records { packOfFile[reference.file.id] = index }
    }
    let none = Array(repeating: 0, count: store.catalog.types.count)
    var counts = Array(repeating: none, count: packs.packs.count)
    for type in store.catalog.types.indices {
      for record in store.records(ofType: type) where record.span.file < firstRecordFile {
        if let pack = packOfFile[record.span.file] { counts[pack][type] += 1 }
      }
    }
    return counts
  }
}
