import CEL
import ClauseRecords
import ClauseRules
import ClauseSource

/// Checks the names by which the command line and the configuration restrict a run: a filter that
/// matches nothing would pass everything.
struct ScopeCheck {
  let set: PackSet
  let configuration: Configuration
  let options: RunOptions

  /// Ids of the standards in scope, in the order of the packs.
  func standards(_ diagnostics: inout [Diagnostic]) -> [String] {
    let known = set.standards.map(\.id)
    for word in configuration.standards ?? [] where !known.holds(word.text) {
      diagnostics.append(
        MappingReader.unknown(
          word.text, kind: "standard of the loaded packs", among: known, code: "unknown-standard",
          place: word.span))
    }
    let configured = configuration.standards?.map(\.text) ?? known
    for text in options.standards where !known.holds(text) || !configured.holds(text) {
      diagnostics.append(refusal(of: text, known, configured))
    }
    let inScope = known.filter { id in
      configured.holds(id) && (options.standards.isEmpty || options.standards.holds(id))
    }
    sayNone(inScope, &diagnostics)
    return inScope
  }

  /// Why `--standard` cannot be heeded.
  private func refusal(
    of text: String, _ known: [String], _ configured: [String]
  ) -> Diagnostic {
    let nearest = Spelling.nearest(to: text, among: configured).map { "Did you mean `\($0)`?" }
    let isConfiguredAway = known.holds(text)
    return Diagnostic(
      .error, code: "unknown-standard",
      message: isConfiguredAway
        ? "`\(text)` is not among the standards of \(Configuration.fileName)"
        : "`\(text)` is not a standard of the loaded packs",
      place: .run,
      remedy: isConfiguredAway
        ? "Add it to `standards`, or leave out --standard."
        : nearest ?? "Known here: \(configured.joined(separator: ", ")).")
  }

  /// Says that no clause is looked at, where rules are there that would.
  private func sayNone(_ inScope: [String], _ diagnostics: inout [Diagnostic]) {
    guard inScope.isEmpty, !diagnostics.contains(where: { $0.code == "unknown-standard" }) else {
      return
    }
    let idle = set.rules.count { !$0.rule.isInScope([]) }
    guard idle > 0 else { return }
    let place = configuration.standards == nil ? nil : configuration.span
    diagnostics.append(
      Diagnostic(
        .warning, code: "standards-none",
        message: "no standard is in scope: \(idle) rules that cite clauses did not run",
        place: place.map(DiagnosticPlace.span) ?? .run,
        remedy: configuration.standards == nil
          ? "Add a pack of a standard to `packs`, such as iso9001-2015."
          : "Name the standards in `standards`, or leave the key out for all."))
  }

  /// The clauses that `--clause` names, edition-qualified: a parent stands for those below it, a
  /// number alone for that clause of every standard in scope.
  func clauses(_ standards: [String], _ diagnostics: inout [Diagnostic]) -> [String] {
    let inScope = set.standards.filter { standards.holds($0.id) }
    let all = inScope.flatMap { standard in
      standard.clauses.map { (clause: $0, id: standard.id + "/" + $0.number) }
    }
    var wanted: [String] = []
    for text in options.clauses {
      let named = all.filter { $0.id.equalsByBytes(text) || $0.clause.number.equalsByBytes(text) }
      guard !named.isEmpty else {
        let numbers =
          text.utf8.contains(UInt8(ascii: "/")) ? all.map(\.id) : all.map(\.clause.number)
        diagnostics.append(
          Diagnostic(
            .error, code: "unknown-clause",
            message: "`\(text)` is not a clause of the standards in scope", place: .run,
            remedy: Spelling.nearest(to: text, among: numbers).map { "Did you mean `\($0)`?" }
              ?? "List the clauses with: clauselint clauses"))
        continue
      }
      for (clause, id) in named {
        let leaves =
          clause.isLeaf
          ? [id]
          : all.filter { $0.clause.isLeaf && $0.id.utf8.starts(with: (id + ".").utf8) }.map(\.id)
        wanted += leaves.filter { !wanted.holds($0) }
      }
    }
    sayUnruled(wanted, standards, &diagnostics)
    return wanted
  }

  /// Says which of the clauses asked for no rule is about: that nothing is found of them is no
  /// good news.
  private func sayUnruled(
    _ clauses: [String], _ standards: [String], _ diagnostics: inout [Diagnostic]
  ) {
    let cited = Set(set.rules.flatMap { $0.rule.clauses.map { Array($0.clauseID.utf8) } })
    let unruled = clauses.filter { !cited.contains(Array($0.utf8)) }
    guard !unruled.isEmpty else { return }
    let shown = unruled.prefix(5).joined(separator: ", ") + (unruled.count > 5 ? ", …" : "")
    diagnostics.append(
      Diagnostic(
        .warning, code: "clause-without-rule",
        message: "no rule of the loaded packs is about \(shown)", place: .run,
        remedy: "That nothing is found there says nothing."))
  }

  /// Checks the time zone, which decides the date of a run that is given none.
  func checkTimeZone(_ diagnostics: inout [Diagnostic]) {
    guard let zone = configuration.timeZone, !TimeZones.isKnown(zone.text) else { return }
    guard TimeZones.areInstalled else {
      diagnostics.append(
        Diagnostic(
          options.isDatedByZone ? .error : .warning, code: "time-zone-database",
          message: "this machine has no time zone database, so `\(zone.text)` cannot be looked up",
          place: .span(zone.span), remedy: "Install the package tzdata, or pass --as-of."))
      return
    }
    let nearest = Spelling.nearest(to: zone.text, among: TimeZones.names())
    diagnostics.append(
      Diagnostic(
        .error, code: "unknown-time-zone", message: "`\(zone.text)` is not a time zone",
        place: .span(zone.span),
        remedy: nearest.map { "Did you mean `\($0)`?" }
          ?? "Write an IANA name, such as Africa/Casablanca."))
  }

  /// Checks that the organisation's record was read.
  func checkOrganization(_ store: RecordStore, _ diagnostics: inout [Diagnostic]) {
    // Where no record is read, as for a schema, none is missed.
    let readsNothing = options.readsOnlyPaths && options.paths.isEmpty
    guard let word = configuration.organization, !readsNothing else { return }
    let known =
      store.catalog.index(ofType: "organization").map {
        store.records(ofType: $0).map(\.id.unescaped)
      } ?? []
    guard !known.holds(word.text) else { return }
    diagnostics.append(
      MappingReader.unknown(
        word.text, kind: "organization record that was read", among: known,
        code: "organization-unknown", place: word.span))
  }
}

extension Rule {
  /// Whether the rule runs with these standards in scope. One that cites only others does not; one
  /// that cites none always does, and so do the built-in checks: whether a record can be read and
  /// trusted is no question of a standard.
  func isInScope(_ standards: [String]) -> Bool {
    clauses.isEmpty || requirement.isIntegrity
      || clauses.contains { standards.holds($0.standard) }
  }
}

extension [String] {
  /// Whether `text` is among the texts, byte for byte.
  func holds(_ text: String) -> Bool { contains { $0.equalsByBytes(text) } }
}
