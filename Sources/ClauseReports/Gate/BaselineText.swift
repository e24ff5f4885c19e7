public import ClauseAssessment
public import ClauseSource

/// What `clauselint baseline` says to people.
public enum BaselineText {
  /// The entries that nothing answers to, one a line, then the counts.
  public static func check(
    _ baseline: BaselineResult, new: Int, language: Language, options: ReportOptions
  ) -> [UInt8] {
    let words = GateStrings.of(language)
    var page = TerminalPage(colour: options.colour)
    for entry in baseline.stale {
      let place = entry.location
      page.row([
        .path(Untrusted(place.reference)),
        .own(words.staleWord(entry.state)), .value(entry.identity.rule, in: language),
        .value(Untrusted(entry.identity.recordText ?? ""), in: language),
        .value(Untrusted(entry.identity.fingerprint), in: language),
      ])
    }
    if !baseline.stale.isEmpty { page.blank() }
    page.line(
      .value(baseline.file, in: language, limit: TerminalText.messageLimit), .own("  "),
      .own(words.entries(baseline.entries, baseline.found)))
    addStale(baseline, words, to: &page)
    page.line(.own(words.notInBaseline(new)))
    return page.bytes
  }

  /// A baseline was written.
  public static func written(
    _ entries: Int, leftOut: Int, to file: String, language: Language
  ) -> [UInt8] {
    let words = GateStrings.of(language)
    let said = line(file, words.written(entries), language)
    return leftOut == 0 ? said : said + line(file, words.leftOut(leftOut), language)
  }

  /// Entries were taken out.
  public static func pruned(
    _ gone: Int, left: Int, from file: String, language: Language
  ) -> [UInt8] {
    line(file, GateStrings.of(language).pruned(gone, left), language)
  }

  private static func line(_ file: String, _ text: String, _ language: Language) -> [UInt8] {
    var page = TerminalPage(colour: false)
    page.line(
      .value(Untrusted(file), in: language, limit: TerminalText.messageLimit), .own("  "),
      .own(text))
    return page.bytes
  }

  /// A line for each way in which entries are stale.
  static func addStale(
    _ baseline: BaselineResult, _ words: GateStrings, to page: inout TerminalPage
  ) {
    for state in [BaselineResult.StaleEntry.State.fixed, .absent, .undecided, .unknown] {
      let count = baseline.count(state)
      if count > 0 { page.line(.own(words.stale(state, count))) }
    }
  }
}
