public import ClauseAssessment
public import ClauseSource

/// The rules of the loaded packs, for `clauselint rules`.
public enum RuleTable {
  /// A table for people, one rule a line.
  ///
  /// - Parameters:
  ///   - standards: the standards whose short names citations use; a clause of another standard is
  ///     cited by its id.
  ///   - run: the run whose rules they are, for what the table alone leaves unsaid.
  public static func text(
    _ rules: [RuleResult], standards: [StandardResult] = [], run: Assessment? = nil,
    language: Language, options: ReportOptions = ReportOptions()
  ) -> [UInt8] {
    let words = ReporterStrings.of(language)
    let crosswalk = CrosswalkStrings.of(language)
    let citations = ClauseCitations(standards)
    var page = TerminalPage(colour: options.colour)
    var table = TerminalTable([.leading, .leading, .leading, .leading, .leading, .leading])
    let headings = words.headings
    table.add(
      [
        headings.rule, headings.severity, headings.basis, headings.recordType, words.clauses,
        headings.title,
      ].map { .own($0) })
    for rule in rules {
      let cited = rule.clauses.map { clause in
        citations.short(clause).unescaped
          + (rule.clausesByCrosswalk.contains(clause) ? " (\(crosswalk.byCrosswalk))" : "")
      }.joined(separator: " · ")
      table.add([
        .value(Untrusted(rule.id), in: language),
        .own(words.severity(rule.severity), style: .of(rule.severity)),
        .own(words.basis(rule.basis)), .value(Untrusted(rule.recordType), in: language),
        .value(Untrusted(cited), in: language),
        .words(Untrusted(rule.title[language]), in: language),
      ])
    }
    table.write(to: &page)
    if let run {
      page.blank()
      if run.hasErrors {
        let files = run.files.count { $0.fate == .notAssessed }
        page.line(.own(words.incompleteMatrix(files), style: .error))
      }
      let statement = RunStatement(run)
      page.line([], [statement.rules], in: language)
      page.lines(statement.peculiarities, in: language)
    }
    return page.bytes
  }

  /// `{"rules": [...]}` with everything a tool needs to list them, titles in all languages.
  public static func json(_ rules: [RuleResult], run: Assessment? = nil) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      if let run {
        writer.member("incomplete", run.hasErrors)
        writer.member("rules_out_of_scope", run.rulesOutOfScope)
        writer.member("restriction") { RunFactsJSON.write(run.restriction, to: &$0) }
        writer.arrayMember("packs", run.packs) { RunFactsJSON.write($1, to: &$0) }
      }
      writer.arrayMember("rules", rules) { writer, rule in
        writer.object { entry in
          entry.member("id", rule.id)
          entry.member("pack", rule.pack)
          entry.member("severity", rule.severity.rawValue)
          entry.member("basis", rule.basis.rawValue)
          entry.member("for", rule.recordType)
          entry.member("clauses", rule.clauses)
          entry.member("clauses_by_crosswalk", rule.clausesByCrosswalk)
          entry.objectMember("title") { write(rule.title, to: &$0) }
          entry.objectMember("remedy") { write(rule.remedy, to: &$0) }
        }
      }
    }
    return writer.document
  }

  private static func write(_ text: LocalizedText, to writer: inout JSONWriter) {
    for language in Language.allCases.sorted() {
      if let words = text.texts[language] { writer.member(language.rawValue, words) }
    }
  }
}
