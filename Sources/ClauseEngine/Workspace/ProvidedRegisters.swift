import ClauseAssessment
import ClauseRecords

extension Workspace {
  /// Types, as indices of the catalog, of which nobody provided a register: no record of the
  /// organisation's own but those that rows of other registers carry, and no table or list of
  /// theirs that is empty.
  ///
  /// What such a register holds is not known, so that nothing can be missing from it. None where
  /// the configuration says that the folder is the whole system.
  var typesNotProvided: Set<Int> {
    if configuration.isComplete { return [] }
    let own = OwnRecords(store: store, firstFile: firstRecordFile)
    let empty = fates.flatMap(\.readings).reduce(into: Set<Int>()) { $0.formUnion($1.emptyTypes) }
    // Who sets nothing aside and accepts nothing has no such register.
    let optional = Set(
      [ExceptionResult.Kind.exclusion, .derogation].compactMap {
        store.catalog.index(ofType: $0.rawValue)
      })
    return Set(
      store.catalog.types.indices.filter { type in
        own.indices(ofType: type).allSatisfy { store.records[$0].isPart } && !empty.contains(type)
          && !optional.contains(type)
      })
  }
}
