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
          word.text, kind: .standard, among: known, code: "unknown-standard",
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
    let nearest = Spelling.nearest(to: text, among: configured)
    let isConfiguredAway = known.holds(text)
    return Diagnostic(
      .error, code: "unknown-standard",
      message: isConfiguredAway
        ? LocalizedText(
          en: "`\(text)` is not among the standards of \(Configuration.fileName)",
          fr: "`\(text)` ne fait pas partie des normes de \(Configuration.fileName)",
          ar: "`\(text)` ليس من مواصفات \(Configuration.fileName)")
        : WordKind.standard.refusal(of: text),
      place: .run,
      remedy: isConfiguredAway
        ? LocalizedText(
          en: "Add it to `standards`, or leave out --standard.",
          fr: "Ajoutez-la à `standards`, ou retirez --standard.",
          ar: "أضفها إلى `standards`، أو احذف ‎--standard.")
        : nearest.map(LocalizedText.didYouMean) ?? WordKind.known(configured))
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
        message: LocalizedText(
          en: "no standard is in scope: \(idle) rules that cite clauses did not run",
          fr:
            "aucune norme n'est dans le périmètre : \(idle) règles qui citent des exigences "
            + "n'ont pas été appliquées",
          ar: "لا توجد أي مواصفة في النطاق: لم تطبق القواعد التي تستند إلى بنود، وعددها \(idle)"),
        place: place.map(DiagnosticPlace.span) ?? .run,
        remedy: configuration.standards == nil
          ? LocalizedText(
            en: "Add a pack of a standard to `packs`, such as iso9001-2015.",
            fr: "Ajoutez le référentiel d'une norme à `packs`, par exemple iso9001-2015.",
            ar: "أضف مرجع مواصفة إلى `packs`، مثل iso9001-2015.")
          : LocalizedText(
            en: "Name the standards in `standards`, or leave the key out for all.",
            fr: "Indiquez les normes dans `standards`, ou retirez cette clé pour toutes.",
            ar: "اذكر المواصفات في `standards`، أو احذف هذا المفتاح لاعتمادها كلها.")))
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
            message: LocalizedText(
              en: "`\(text)` is not a clause of the standards in scope",
              fr: "`\(text)` n'est pas une exigence des normes du périmètre",
              ar: "`\(text)` ليس بندا من مواصفات النطاق"), place: .run,
            remedy: Spelling.nearest(to: text, among: numbers).map(LocalizedText.didYouMean)
              ?? LocalizedText(
                en: "List the clauses with: clauselint clauses",
                fr: "Pour lister "
                  + "les exigences : clauselint clauses", ar: "لسرد البنود: clauselint clauses")))
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
        message: LocalizedText(
          en: "no rule of the loaded packs is about \(shown)",
          fr: "aucune "
            + "règle des référentiels ne porte sur \(shown)",
          ar: "لا قاعدة في المراجع تتعلق بـ \(shown)"), place: .run,
        remedy: LocalizedText(
          en: "That nothing is found there says "
            + "nothing.", fr: "L'absence de constat n'y prouve rien.",
          ar: "عدم وجود معاينة هناك لا يدل على شيء.")))
  }

  /// Checks the time zone, which decides the date of a run that is given none.
  func checkTimeZone(_ diagnostics: inout [Diagnostic]) {
    guard let zone = configuration.timeZone, !TimeZones.isKnown(zone.text) else { return }
    guard TimeZones.areInstalled else {
      diagnostics.append(
        Diagnostic(
          options.isDatedByZone ? .error : .warning, code: "time-zone-database",
          message: Self.noTimeZones(zone.text), place: .span(zone.span),
          remedy: LocalizedText(
            en: "Install the package tzdata, or pass --as-of.",
            fr: "Installez le paquet tzdata, ou ajoutez --as-of.",
            ar: "ثبت الحزمة tzdata، أو أضف ‎--as-of.")))
      return
    }
    diagnostics.append(
      Self.unknownTimeZone(zone, near: Spelling.nearest(to: zone.text, among: TimeZones.names())))
  }

  /// The error for a word that is not a time zone.
  static func unknownTimeZone(_ word: Configuration.Word, near: String?) -> Diagnostic {
    Diagnostic(
      .error, code: "unknown-time-zone",
      message: LocalizedText(
        en: "`\(word.text)` is not a time zone", fr: "`\(word.text)` n'est pas un fuseau horaire",
        ar: "`\(word.text)` ليس منطقة زمنية"), place: .span(word.span),
      remedy: near.map(LocalizedText.didYouMean)
        ?? LocalizedText(
          en: "Write an IANA name, such as Africa/Casablanca.",
          fr: "Écrivez un nom IANA, par exemple Africa/Casablanca.",
          ar: "اكتب اسما من قائمة IANA، مثل Africa/Casablanca."))
  }

  /// That a machine cannot say what a time zone means.
  static func noTimeZones(_ zone: String) -> LocalizedText {
    LocalizedText(
      en: "this machine has no time zone database, so `\(zone)` cannot be looked up",
      fr: "cette machine n'a pas de base des fuseaux horaires : `\(zone)` y est inconnu",
      ar: "لا تتوفر هذه الآلة على قاعدة المناطق الزمنية: تعذر البحث عن `\(zone)`")
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
        word.text, kind: .organization, among: known,
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
