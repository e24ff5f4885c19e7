import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The HTML page of a gap report while it is written: the document so far, and the words, values
/// and links its sections are made of.
struct GapPage {
  /// The document.
  var html = HTMLWriter()
  let report: GapReport
  let languages: [Language]
  let citations: ClauseCitations
  /// The rule table by id.
  let rules: [String: RuleResult]
  /// Open findings.
  let open: [FindingGroup]
  /// Findings of the baseline.
  let baseline: [FindingGroup]
  /// Clause rows by clause id.
  let rowOfClause: [String: Int]
  /// Titles of record types.
  let typeTitles: [String: LocalizedText]
  /// Findings that have their place in the document.
  private var placed: Set<HTMLAnchor> = []

  init(_ report: GapReport) {
    self.report = report
    languages = report.languages
    citations = ClauseCitations(report.assessment.standards)
    rules = Dictionary(
      report.assessment.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    open = FindingGroup.groups(report, state: .new)
    baseline = FindingGroup.groups(report, state: .baseline)
    var rows: [String: Int] = [:]
    for (index, row) in report.clauses.enumerated() {
      for cell in row.cells { if let id = cell?.result.id { rows[id] = index } }
    }
    rowOfClause = rows
    typeTitles = Dictionary(
      report.inventory.map { ($0.type, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The leading language.
  var language: Language { languages[0] }
  /// Whether there are so many findings that each is told more briefly.
  var isLong: Bool { assessment.findings.count > 2_000 }
  /// Whether two languages stand beside each other.
  var isBilingual: Bool { languages.count > 1 }
  /// The leading edition.
  var assessment: Assessment { report.assessment }

  /// Writes an element with its content.
  mutating func element(
    _ tag: HTMLWriter.Tag, _ attributes: HTMLAttribute..., content: (inout GapPage) -> Void
  ) {
    html.open(tag, attributes)
    content(&self)
    html.close(tag)
  }

  /// Writes an element without content.
  mutating func empty(_ tag: HTMLWriter.Tag, _ attributes: HTMLAttribute...) {
    html.open(tag, attributes)
    html.close(tag)
  }

  /// Writes an element that holds a term and nothing else.
  mutating func element(_ tag: HTMLWriter.Tag, _ attributes: HTMLAttribute..., saying term: Term) {
    html.open(tag, attributes)
    say(term)
    html.close(tag)
  }

  /// Writes an element that holds words of a pack and nothing else.
  mutating func element(
    _ tag: HTMLWriter.Tag, _ attributes: HTMLAttribute..., saying text: LocalizedText
  ) {
    html.open(tag, attributes)
    say(text)
    html.close(tag)
  }

  /// The attribute of a finding's item: the place links lead to where the finding stands first, a
  /// mere mark where it stands again.
  mutating func place(ofFinding fingerprint: String) -> HTMLAttribute {
    let anchor = HTMLAnchor.finding(fingerprint)
    return placed.insert(anchor).inserted ? .id(anchor) : .data("again", anchor.text)
  }

  // MARK: Words

  /// Writes words of the product, in each language of the report.
  mutating func say(_ term: Term) {
    inEachLanguage { page, language in page.write(term[language], language) }
  }

  /// Writes words of a pack.
  mutating func say(_ text: LocalizedText) {
    inEachLanguage { page, language in
      page.html.text(Untrusted(text[language]), limit: TerminalText.messageLimit)
    }
  }

  /// Writes a sentence of each edition.
  mutating func say(_ messages: [Message]) {
    for (index, message) in messages.enumerated() {
      guard isBilingual else {
        write(message)
        continue
      }
      let language = languages[index]
      element(.span, .class("l"), .lang(language), .dir(language)) { page in page.write(message) }
    }
  }

  private mutating func inEachLanguage(_ body: (inout GapPage, Language) -> Void) {
    guard isBilingual else {
      body(&self, language)
      return
    }
    for language in languages {
      element(.span, .class("l"), .lang(language), .dir(language)) { page in body(&page, language) }
    }
  }

  private mutating func write(_ phrase: Phrase, _ language: Language) {
    for part in phrase.parts {
      switch part {
      case .words(let words): html.text(words)
      case .value(let value):
        // Left-to-right text needs no isolate around figures.
        if language.isRightToLeft {
          element(.bdi) { $0.html.text(value) }
        } else {
          html.text(value)
        }
      case .untrusted(let value): self.value(value)
      }
    }
  }

  private mutating func write(_ message: Message) {
    for part in message.parts {
      switch part {
      case .text(let words): html.text(words, limit: TerminalText.messageLimit)
      case .value(let value): self.value(value)
      }
    }
  }

  // MARK: Values

  /// Writes a value of the input in an isolate.
  mutating func value(_ value: Untrusted, limit: Int = TerminalText.excerptLimit) {
    element(.bdi) { $0.html.text(value, limit: limit) }
  }

  /// Writes a text of the input as a block that finds its own direction.
  mutating func prose(_ text: Untrusted) {
    element(.p, .class("prose"), .dirAuto) {
      $0.html.text(text, limit: 4 * TerminalText.messageLimit)
    }
  }

  /// Writes a path, an id or a hash: left to right, in the font of code.
  mutating func code(_ text: Untrusted, limit: Int = TerminalText.excerptLimit) {
    element(.code, .dirLTR) { $0.html.text(text, limit: limit) }
  }

  /// Writes a record: its id and its title. A person goes by name.
  mutating func record(_ label: RecordLabel?) {
    guard let label else { return }
    let title = label.title(in: language)
    if label.reference.type == Untrusted("person"), let title {
      value(title)
      return
    }
    code(label.reference.id)
    if let title, title != label.reference.id {
      html.text(" ")
      value(title, limit: 120)
    }
  }

  /// Writes a date in words.
  mutating func date(_ date: CivilDate?) {
    guard let date else { return }
    element(.time, .datetime(date)) { $0.say(Term.date(date)) }
  }

  /// Writes `path:line:column`, in a workbook `path:sheet!cell`, in a Word file `path!table:cell`.
  mutating func place(_ location: Location) {
    code(Untrusted(location.reference), limit: TerminalText.messageLimit)
  }

  /// Writes a number as people read it.
  mutating func number(_ number: Double?) {
    guard let number else { return }
    element(.bdi) { $0.html.text(DecimalText.grouped(number, in: $0.language)) }
  }

  // MARK: Marks and links

  /// Writes a severity as a mark.
  mutating func mark(_ severity: Severity) {
    element(.span, .class("mark m-" + severity.rawValue), saying: .severity(severity))
  }

  /// Writes the state of a clause as a mark with its icon.
  mutating func mark(_ state: ClauseState) {
    element(.span, .class("mark s-" + state.rawValue)) { page in
      page.icon(state)
      page.say(.state(state))
    }
  }

  /// Writes the icon of a state; words always stand beside it.
  mutating func icon(_ state: ClauseState) {
    element(.svg, .class("i"), .hiddenFromReaders) {
      $0.empty(.use, .href(.icon(state)))
    }
  }

  /// Writes a link to a clause, `ISO 9001 7.5.2`.
  mutating func clauseLink(_ id: String) {
    let text = citations.short(id)
    guard rowOfClause[id] != nil else {
      value(text)
      return
    }
    element(.a, .class("c"), .href(.clause(id)), .dirLTR) { $0.html.text(text, limit: 60) }
  }

  /// Writes a link to a rule in the annex, titled or by its id.
  mutating func ruleLink(_ id: String, titled: Bool = false) {
    guard let rule = rules[id] else {
      code(Untrusted(id))
      return
    }
    element(.a, .href(.rule(id))) { page in
      if titled { page.say(rule.title) } else { page.code(Untrusted(id)) }
    }
  }

  /// Writes the title of a record type with a link to the inventory.
  mutating func typeLink(_ name: String) {
    guard let title = typeTitles[name] else {
      code(Untrusted(name))
      return
    }
    element(.a, .href(.recordType(name))) { page in
      if title.isEmpty { page.code(Untrusted(name)) } else { page.say(title) }
    }
  }

  // MARK: Blocks

  /// Writes a section with its heading.
  mutating func section(
    _ name: StaticString, _ title: Term, content: (inout GapPage) -> Void
  ) {
    let anchor = HTMLAnchor.section(name)
    let heading = HTMLAnchor.section(name).heading
    html.lineBreak()
    element(.section, .id(anchor), .labelled(by: heading)) { page in
      page.element(.h2, .id(heading), saying: title)
      content(&page)
    }
  }

  /// Writes a paragraph of our own.
  mutating func note(_ term: Term) {
    element(.p, .class("note pair"), saying: term)
  }

  /// Writes a pair of a definition list, when there is something to say.
  mutating func entry(_ term: Term, content: (inout GapPage) -> Void) {
    element(.div) { page in
      page.element(.dt, saying: term)
      page.element(.dd) { content(&$0) }
    }
  }

  /// A column of a table.
  struct Column {
    var heading: Term
    /// `n` for numbers, `d` for dates, `t` for texts, `w` for wide texts; only the first three can
    /// be sorted by.
    var kind = "t"
    /// Words after the heading that the input has, such as the name of a standard.
    var name: Untrusted?

    init(_ heading: Term, _ kind: String = "t", name: Untrusted? = nil) {
      self.heading = heading
      self.kind = kind
      self.name = name
    }
  }

  /// Writes a table with repeated heads, in a region that scrolls by itself.
  ///
  /// - Parameter isQuiet: whether the caption is only for who cannot see, since the heading above
  ///   says the same.
  mutating func table(
    _ caption: Term, _ columns: [Column], classes: String = "", sortable: Bool = true,
    isQuiet: Bool = false, rows: (inout GapPage) -> Void
  ) {
    element(
      .div, .class("scroll"), .role("region"), .label(caption[language].plain), .focusable
    ) { page in
      page.element(.table, .class((sortable ? "sort " : "") + (isQuiet ? "quiet " : "") + classes))
      { page in
        page.element(.caption, saying: caption)
        page.element(.thead) { page in
          page.element(.tr) { page in
            for column in columns {
              page.element(.th, .scope("col"), .class("k-" + column.kind)) { page in
                if let name = column.name {
                  page.value(name)
                } else {
                  page.say(column.heading)
                }
              }
            }
          }
        }
        page.element(.tbody) { rows(&$0) }
      }
    }
    html.lineBreak()
  }

  /// Writes a cell with a number.
  mutating func count(_ count: Int, emphasised: Bool = false) {
    element(.td, .class(emphasised && count > 0 ? "n strong" : "n")) {
      $0.html.text(count == 0 ? "–" : String(count))
    }
  }

  /// Writes a cell with a date, sorted by the day.
  mutating func dateCell(_ day: CivilDate?, content: (inout GapPage) -> Void = { _ in }) {
    element(.td, .class("d"), .data("v", day?.iso ?? "")) { page in
      page.date(day)
      content(&page)
    }
  }
}

extension HTMLAnchor {
  /// The anchor of a section's heading.
  var heading: HTMLAnchor { .headingOf(self) }

  /// The icon of a clause state.
  static func icon(_ state: ClauseState) -> HTMLAnchor {
    switch state {
    case .conform: .part("conform")
    case .nonconform: .part("nonconform")
    case .derogated: .part("derogated")
    case .attested: .part("attested")
    case .notApplicable: .part("na")
    case .notAssessed: .part("open")
    }
  }
}
