internal import ClauseSource

/// Counts what a file holds once its aliases are expanded.
///
/// An alias is charged before it counts: nothing is copied, but every walk over the tree visits
/// the anchored node again, so that a few hundred bytes could stand for millions of nodes.
struct ExpansionBudget {
  private var nodes = 0
  private var bytes = 0

  /// Counts `nodes` and `bytes` more, and answers the error when that is too much for one file.
  mutating func charge(
    nodes added: Int, bytes addedBytes: Int, limits: Limits, place: Span
  ) -> Diagnostic? {
    nodes += added
    bytes += addedBytes
    if nodes > limits.nodesPerFile {
      return .limitReached(
        .nodesPerFile, met: nodes, limits: limits,
        what: LocalizedText(
          en: "nodes in one file, aliases expanded", fr: "éléments d'un fichier, alias développés",
          ar: "عناصر ملف واحد بعد نشر الأسماء المستعارة"),
        place: .span(place))
    }
    if bytes > limits.expandedBytesPerFile {
      return .limitReached(
        .expandedBytesPerFile, met: bytes, limits: limits,
        what: LocalizedText(
          en: "bytes of text in one file, aliases expanded",
          fr: "octets de texte d'un fichier, alias développés",
          ar: "بايتات نص ملف واحد بعد نشر الأسماء المستعارة"), place: .span(place))
    }
    return nil
  }

  /// The error when an alias to `added` nodes would bring in too much beside the nodes `written`.
  func refusal(
    ofAliasAdding added: Int, written: Int, limits: Limits, place: Span
  ) -> Diagnostic? {
    let brought = nodes + added - written
    let bound = limits.aliasExpansionBase + 10 * written
    guard brought > bound else { return nil }
    let name = LimitName.aliasExpansionBase.rawValue
    return Diagnostic(
      .error, code: "limit-" + name,
      message: LocalizedText(
        en: "aliases add \(brought) nodes; the limit \(name) is \(limits.aliasExpansionBase) and "
          + "ten for each node written, here \(bound)",
        fr: "les alias ajoutent \(brought) éléments ; la limite \(name) est de "
          + "\(limits.aliasExpansionBase) plus dix par élément écrit, ici \(bound)",
        ar: "تضيف الأسماء المستعارة \(brought) عنصر؛ والحد \(name) هو "
          + "\(limits.aliasExpansionBase) إضافة إلى عشرة عن كل عنصر مكتوب، وهو هنا \(bound)"),
      place: .span(place),
      remedy: LocalizedText(
        en: "If this is intended, raise the limit with --limit \(name)=N.",
        fr: "Si c'est voulu, relevez la limite avec --limit \(name)=N.",
        ar: "إن كان ذلك مقصودا، فارفع الحد بواسطة ‎--limit \(name)=N."))
  }
}
