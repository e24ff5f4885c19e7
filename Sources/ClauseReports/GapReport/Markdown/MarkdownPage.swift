import ClauseAssessment
import ClauseCalendar
import ClauseSource

/// The Markdown of a gap report while it is written: blocks, and the words and values in them.
///
/// Every value of a record and every text of a pack is escaped, so a record can neither open an
/// element nor break out of its cell. Words of the product hold no character with a meaning.
struct MarkdownPage {
  /// The document so far.
  private(set) var text = ""
  /// What the HTML page knows of the report: groups, order, rows. Nothing is written to it.
  let facts: GapPage
  let report: GapReport

  init(_ report: GapReport) {
    facts = GapPage(report)
    self.report = report
  }

  /// The leading edition.
  var assessment: Assessment { report.assessment }
  /// The leading language.
  var language: Language { facts.language }

  // MARK: Words

  /// Between a word and what it introduces, as the leading language sets it.
  var colon: String { language == .french ? " : " : ": " }

  /// Words of the product in each language of the report.
  func say(_ term: Term) -> String {
    each { language in
      term[language].parts.map { part in
        switch part {
        case .words(let words): words
        case .value(let value): MarkdownText.words(Untrusted(value))
        case .untrusted(let value): self.value(value)
        }
      }.joined()
    }
  }

  /// Words of a pack.
  func say(_ text: LocalizedText) -> String {
    each { MarkdownText.words(Untrusted(text[$0])) }
  }

  /// A sentence of each edition.
  func say(_ messages: [Message]) -> String {
    joined(messages.map { MarkdownText.words(Untrusted(FailureEntry.line($0))) })
  }

  /// A value of the input, cut at `limit` code points.
  func value(_ value: Untrusted?, limit: Int = TerminalText.excerptLimit) -> String {
    guard let value else { return "" }
    return MarkdownText.words(Untrusted(HTMLWriter.visible(value.unescaped, limit: limit)))
  }

  /// A text of the input.
  func prose(_ text: Untrusted?) -> String { value(text, limit: 4 * TerminalText.messageLimit) }

  /// A record: its id and its title. A person goes by name.
  func record(_ label: RecordLabel?) -> String {
    guard let label else { return "" }
    let title = label.title(in: language)
    if label.reference.type == Untrusted("person"), let title { return value(title) }
    let id = value(label.reference.id)
    guard let title, title != label.reference.id else { return id }
    return id + " " + value(title, limit: 120)
  }

  /// Records on one line.
  func records(_ labels: [RecordLabel], most: Int = 12) -> String {
    list(labels.map { record($0) }, most: most)
  }

  /// Words on one line, those beyond `most` counted.
  func list(_ words: [String], most: Int = 12) -> String {
    let more = words.count > most ? [say(.moreCount(words.count - most))] : []
    return (words.prefix(most) + more).joined(separator: ", ")
  }

  /// `path:line:column`, in a workbook `path:sheet!cell`, in a Word file
  /// `path!table:cell`.
  func place(_ location: Location?) -> String {
    guard let location else { return "" }
    return value(Untrusted(location.reference), limit: TerminalText.messageLimit)
  }

  /// Clauses as people cite them.
  func clauses(_ ids: [String], most: Int = 12) -> String {
    list(ids.map { value(facts.citations.short($0)) }, most: most)
  }

  /// A date in words.
  func date(_ date: CivilDate?) -> String { date.map { say(Term.date($0)) } ?? "" }

  /// A number as people read it.
  func number(_ number: Double?) -> String {
    number.map { MarkdownText.words(Untrusted(DecimalText.grouped($0, in: language))) } ?? ""
  }

  /// A count; none is a dash.
  func count(_ count: Int) -> String { count == 0 ? "–" : String(count) }

  /// What a rule asks, or its id.
  func rule(_ id: String) -> String {
    guard let title = facts.rules[id]?.title, !title.isEmpty else { return value(Untrusted(id)) }
    return say(title)
  }

  /// The title of a record type, or its name.
  func type(_ name: String) -> String {
    guard let title = facts.typeTitles[name], !title.isEmpty else { return value(Untrusted(name)) }
    return say(title)
  }

  /// A word of a register: translated where it is known.
  func word(_ word: String?, _ term: (String) -> Term?) -> String {
    guard let word else { return "" }
    return term(word).map { say($0) } ?? value(Untrusted(word), limit: 60)
  }

  private func each(_ body: (Language) -> String) -> String { joined(facts.languages.map(body)) }

  /// The same words in two languages stand once.
  private func joined(_ words: [String]) -> String {
    guard let first = words.first else { return "" }
    return words.allSatisfy { $0.equalsByBytes(first) } ? first : words.joined(separator: " / ")
  }

  // MARK: Blocks

  /// Writes a heading.
  mutating func heading(_ level: Int, _ words: String) {
    text += String(repeating: "#", count: level) + " " + words + "\n\n"
  }

  /// Writes a paragraph, when there are words.
  mutating func paragraph(_ words: String) {
    if !words.utf8.isEmpty { text += words + "\n\n" }
  }

  /// Writes a list. Items below another one stand three columns further in.
  mutating func items(_ items: [(words: String, below: [String])], isOrdered: Bool = false) {
    for (number, item) in items.enumerated() {
      let mark = isOrdered ? "\(number + 1). " : "- "
      text += mark + item.words + "\n"
      let margin = String(repeating: " ", count: mark.utf8.count)
      for line in item.below { text += margin + "- " + line + "\n" }
    }
    if !items.isEmpty { text += "\n" }
  }

  /// A column of a table.
  struct Column {
    var heading: String
    var isNumber = false
  }

  /// A column with a term for its heading.
  func column(_ term: Term, isNumber: Bool = false) -> Column {
    Column(heading: say(term), isNumber: isNumber)
  }

  /// Writes a table; cells that are missing at the end of a row are empty.
  mutating func table(_ columns: [Column], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    row(columns.map(\.heading))
    row(columns.map { $0.isNumber ? "---:" : "---" })
    for cells in rows {
      row(cells + Array(repeating: "", count: Swift.max(0, columns.count - cells.count)))
    }
    text += "\n"
  }

  private mutating func row(_ cells: [String]) {
    text += "| " + cells.joined(separator: " | ") + " |\n"
  }
}
