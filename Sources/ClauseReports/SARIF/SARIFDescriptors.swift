import ClauseAssessment
import ClauseSource

/// Writes what a SARIF run says of the tool: its rules, the standards they rest on, its codes.
struct SARIFDescriptors {
  private let assessment: Assessment
  private let index: SARIFIndex
  private let words: ReporterStrings
  private let citations: ClauseCitations

  /// Tags of one rule that code scanning services accept.
  private static let tagLimit = 10

  /// Descriptors of `assessment`.
  init(_ assessment: Assessment, index: SARIFIndex, words: ReporterStrings) {
    self.assessment = assessment
    self.index = index
    self.words = words
    citations = ClauseCitations(assessment.standards)
  }

  /// The prefix that sets rules about unreadable input apart from rules of packs.
  static let errorPrefix = "diagnostic/"
  /// The rule of the results that say the state of a clause.
  static let clauseRule = "clause-state"
  /// The rule of the result that counts what was left out.
  static let omissionRule = "results-omitted"

  /// Writes `tool`.
  func writeTool(omitted: Int, to writer: inout JSONWriter) {
    writer.objectMember("tool") { tool in
      tool.objectMember("driver") { driver in
        driver.member("name", "clauselint")
        driver.member("version", assessment.toolVersion)
        driver.member("language", assessment.language.rawValue)
        driver.member("rules") { writer in
          writer.array(0..<(index.omissionRule + (omitted > 0 ? 1 : 0))) { writer, number in
            writeDescriptor(number, to: &writer)
          }
        }
        driver.arrayMember("notifications", index.codes) { writer, code in
          writer.object { $0.member("id", code) }
        }
        if index.isFull {
          driver.arrayMember("supportedTaxonomies", assessment.standards.indices) {
            writeReference(toStandard: $1, to: &$0)
          }
        }
      }
    }
  }

  /// Writes `taxonomies`: the standards with their clauses.
  func writeTaxonomies(to writer: inout JSONWriter) {
    writer.arrayMember("taxonomies", assessment.standards) { writer, standard in
      writer.object { component in
        component.member("name", standard.id)
        component.member("fullName", standard.name)
        if let edition = ClauseCitations.edition(of: standard.id) {
          component.member("version", edition)
        }
        component.member("language", assessment.language.rawValue)
        component.member("isComprehensive", false)
        component.arrayMember("taxa", standard.clauses) { writer, clause in
          writer.object { taxon in
            taxon.member("id", ClauseCitations.number(of: clause.id))
            taxon.objectMember("shortDescription") {
              $0.member("text", SARIFText.words(clause.title[assessment.language]))
            }
          }
        }
      }
    }
  }

  /// Writes a reference to a clause: its id, its number, its standard.
  func write(_ taxon: SARIFIndex.Taxon, clause: String, to writer: inout JSONWriter) {
    writer.object { reference in
      reference.member("id", ClauseCitations.number(of: clause))
      reference.member("index", taxon.clause)
      reference.member("toolComponent") { writeReference(toStandard: taxon.standard, to: &$0) }
    }
  }

  private func writeReference(toStandard number: Int, to writer: inout JSONWriter) {
    writer.object { reference in
      reference.member("name", assessment.standards[number].id)
      reference.member("index", number)
    }
  }

  private func writeDescriptor(_ number: Int, to writer: inout JSONWriter) {
    if number < assessment.rules.count {
      write(assessment.rules[number], to: &writer)
    } else if number < index.clauseRule {
      let code = index.errorCodes[number - assessment.rules.count]
      writePlain(
        id: Self.errorPrefix + code, text: words.notAssessedInput(code), level: .error,
        to: &writer)
    } else if number < index.omissionRule {
      writePlain(id: Self.clauseRule, text: words.matrixTitle, level: .note, to: &writer)
    } else {
      writePlain(
        id: Self.omissionRule, text: words.omissionTitle, level: .error, to: &writer)
    }
  }

  private func write(_ rule: RuleResult, to writer: inout JSONWriter) {
    let title = rule.title[assessment.language]
    let remedy = rule.remedy[assessment.language]
    let cited = rule.clauses.map { citations.short($0).unescaped }.joined(separator: " · ")
    let help = remedy.utf8.isEmpty ? title : remedy
    writer.object { descriptor in
      descriptor.member("id", rule.id)
      descriptor.member("name", Self.pascalCase(rule.id))
      descriptor.objectMember("shortDescription") {
        $0.member("text", SARIFText.words(title))
      }
      descriptor.objectMember("fullDescription") {
        $0.member("text", SARIFText.words(cited.utf8.isEmpty ? title : "\(title) (\(cited))"))
      }
      descriptor.objectMember("help") { writer in
        writer.member("text", SARIFText.words(help))
        writer.member("markdown", markdown(title: title, cited: cited, remedy: remedy))
      }
      descriptor.objectMember("defaultConfiguration") {
        $0.member("level", SARIFLevel(rule.severity).rawValue)
      }
      if index.isFull { writeRelationships(of: rule, to: &descriptor) }
      descriptor.objectMember("properties") { writer in
        writer.member("basis", rule.basis.rawValue)
        writer.member("clauses", rule.clauses)
        writer.member("tags", tags(of: rule))
      }
    }
  }

  private func writeRelationships(of rule: RuleResult, to descriptor: inout JSONWriter) {
    descriptor.arrayMember("relationships", rule.clauses.filter { index.taxon($0) != nil }) {
      writer, clause in
      writer.object { relationship in
        relationship.member("target") { writer in
          if let taxon = index.taxon(clause) { write(taxon, clause: clause, to: &writer) }
        }
        relationship.member("kinds", ["relevant"])
      }
    }
  }

  private func markdown(title: String, cited: String, remedy: String) -> String {
    var paragraphs = ["**\(MarkdownText.words(Untrusted(title)))**"]
    if !cited.utf8.isEmpty {
      paragraphs.append("\(words.clauses): \(MarkdownText.words(Untrusted(cited)))")
    }
    if !remedy.utf8.isEmpty {
      paragraphs.append("\(words.remedy): \(MarkdownText.words(Untrusted(remedy)))")
    }
    return paragraphs.joined(separator: "\n\n")
  }

  private func writePlain(
    id: String, text: String, level: SARIFLevel, to writer: inout JSONWriter
  ) {
    writer.object { descriptor in
      descriptor.member("id", id)
      descriptor.member("name", Self.pascalCase(id))
      descriptor.objectMember("shortDescription") { $0.member("text", SARIFText.words(text)) }
      descriptor.objectMember("fullDescription") { $0.member("text", SARIFText.words(text)) }
      descriptor.objectMember("help") { $0.member("text", SARIFText.words(text)) }
      descriptor.objectMember("defaultConfiguration") { $0.member("level", level.rawValue) }
    }
  }

  private func tags(of rule: RuleResult) -> [String] {
    var tags: [String] = []
    let standards = assessment.standards.map(\.id).filter { standard in
      rule.clauses.contains { $0.utf8.starts(with: (standard + "/").utf8) }
    }
    for tag in [rule.basis.rawValue, rule.recordType, rule.pack] + standards
    where !tags.contains(where: { $0.equalsByBytes(tag) }) {
      tags.append(tag)
    }
    return Array(tags.prefix(Self.tagLimit))
  }

  /// `doc-approved` as `DocApproved`, the form SARIF viewers expect of a name.
  private static func pascalCase(_ id: String) -> String {
    var name = ""
    var capital = true
    for scalar in id.unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        capital = true
        continue
      }
      if capital { name += scalar.properties.uppercaseMapping } else { name += String(scalar) }
      capital = false
    }
    return name
  }
}

/// How SARIF weighs a result.
enum SARIFLevel: String, Sendable {
  case error, warning, note

  /// Major is an error, minor a warning, what weighs less a note.
  init(_ severity: Severity) {
    switch severity {
    case .major: self = .error
    case .minor: self = .warning
    case .observation, .data: self = .note
    }
  }

  /// The level of a finding; a problem of the data warns where it leaves something unread.
  init(_ finding: Finding) { self = finding.isDataError ? .warning : Self(finding.severity) }

  /// Diagnostics have the same three words.
  init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}
