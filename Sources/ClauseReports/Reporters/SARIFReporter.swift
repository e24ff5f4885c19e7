public import ClauseAssessment
import ClauseBytes
import ClauseCalendar
import ClauseSource

/// SARIF 2.1.0 for code scanning services and editors: one run.
///
/// What could not be assessed is a result too, because services show results and hide
/// notifications.
public struct SARIFReporter: Reporter {
  /// What the file is for.
  public enum Profile: Sendable {
    /// Everything the run knows: accepted findings as suppressed results with their baseline state,
    /// the state of every clause as a result of its kind, the standards as taxonomies.
    case full
    /// GitHub code scanning: failures alone, within the limits of an upload.
    case github

    /// Results that a file may hold: GitHub refuses a file with more as a whole.
    var resultLimit: Int {
      switch self {
      case .full: .max
      case .github: 25_000
      }
    }
  }

  /// `.sarif`, `.json`.
  public let endings = [".sarif", ".json"]
  /// `sarif`, or `sarif-github`.
  public var name: String {
    switch profile {
    case .full: "sarif"
    case .github: "sarif-github"
    }
  }

  private let profile: Profile
  private let resultLimit: Int

  /// Makes the reporter; `resultLimit` is the number of results a file may hold, by default what
  /// the profile's readers accept.
  public init(profile: Profile = .full, resultLimit: Int? = nil) {
    self.profile = profile
    self.resultLimit = Swift.max(1, resultLimit ?? profile.resultLimit)
  }

  /// The run; options have no effect.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    var writer = JSONWriter()
    SARIFRun(assessment, profile: profile, resultLimit: resultLimit).write(to: &writer)
    return writer.document
  }
}

/// Writes one assessment as a SARIF file.
private struct SARIFRun {
  private let assessment: Assessment
  private let profile: SARIFReporter.Profile
  private let words: ReporterStrings
  private let selection: SARIFSelection
  private let clauseStates: SARIFClauseStates
  private let index: SARIFIndex
  private let places: SARIFPlaces
  private let descriptors: SARIFDescriptors

  /// Related places of one result that viewers still show.
  private static let relatedLimit = 100
  /// Hexadecimal digits that code scanning services keep of a fingerprint.
  private static let hashLength = 16

  init(_ assessment: Assessment, profile: SARIFReporter.Profile, resultLimit: Int) {
    self.assessment = assessment
    self.profile = profile
    words = ReporterStrings.of(assessment.language)
    selection = SARIFSelection(
      assessment, includesAccepted: profile == .full, limit: resultLimit)
    index = SARIFIndex(assessment, isFull: profile == .full)
    places = SARIFPlaces(index: index)
    descriptors = SARIFDescriptors(assessment, index: index, words: words)
    clauseStates = SARIFClauseStates(
      assessment, index: index, places: places, descriptors: descriptors, words: words)
  }

  func write(to writer: inout JSONWriter) {
    writer.object { file in
      file.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      file.member("version", "2.1.0")
      file.arrayMember("runs", [assessment]) { writer, _ in
        writer.object { writeRun(to: &$0) }
      }
    }
  }

  private func writeRun(to run: inout JSONWriter) {
    descriptors.writeTool(omitted: selection.omitted, to: &run)
    run.member("language", assessment.language.rawValue)
    run.member("columnKind", "unicodeCodePoints")
    run.objectMember("originalUriBaseIds") { bases in
      bases.objectMember(SARIFPlaces.root) { base in
        base.objectMember("description") { $0.member("text", words.rootDescription) }
      }
    }
    run.member("invocations") { writer in
      writer.array([assessment]) { writer, _ in writeInvocation(to: &writer) }
    }
    if profile == .full {
      descriptors.writeTaxonomies(to: &run)
      run.arrayMember("artifacts", assessment.files) { writer, file in
        writer.object { artifact in
          artifact.member("location") { places.write(file: file.path, to: &$0) }
          if file.fate != .passedOver { artifact.member("roles", ["analysisTarget"]) }
          artifact.objectMember("properties") { $0.member("fate", file.fate.rawValue) }
        }
      }
    }
    run.member("results") { writer in writeResults(to: &writer) }
    run.objectMember("properties") { properties in
      properties.member("as_of", assessment.asOf.iso)
      properties.member("restriction") { RunFactsJSON.write(assessment.restriction, to: &$0) }
      properties.arrayMember("packs", assessment.packs) { RunFactsJSON.write($1, to: &$0) }
      properties.arrayMember("parameters", assessment.parameters) {
        RunFactsJSON.write($1, to: &$0)
      }
      properties.member("statement", RunStatement(assessment).lines)
      properties.member("limits", words.limits)
    }
  }

  // MARK: Results

  private func writeResults(to writer: inout JSONWriter) {
    var occurrences: [ByteKey: Int] = [:]
    let listed = selection.entries.count + (selection.omitted > 0 ? 1 : 0)
    let clauses = profile == .full ? clauseStates.count : 0
    writer.array(0..<(listed + clauses)) { writer, number in
      guard number < listed else { return clauseStates.write(number - listed, to: &writer) }
      guard number < selection.entries.count else { return writeOmission(to: &writer) }
      switch selection.entries[number] {
      case .error(let diagnostic): write(diagnostic, to: &writer)
      case .finding(let finding):
        let key = ByteKey(finding.fingerprint)
        occurrences[key, default: 0] += 1
        write(finding, occurrence: occurrences[key, default: 1], to: &writer)
      }
    }
  }

  private func write(_ finding: Finding, occurrence: Int, to writer: inout JSONWriter) {
    writer.object { result in
      writeHead(
        finding.rule, index.rule(finding.rule), SARIFLevel(finding),
        kind: finding.severity == .data && profile == .full ? .review : .fail, to: &result)
      let lines = [SARIFText.message(finding.message)] + finding.because.map(SARIFText.message)
      result.objectMember("message") { $0.member("text", lines.joined(separator: "\n- ")) }
      result.arrayMember("locations", [finding.location]) {
        places.write($1, record: finding.record, to: &$0)
      }
      writeRelated(finding.related, to: &result)
      result.objectMember("partialFingerprints") { prints in
        prints.member("clauselint/v1", finding.fingerprint)
        let hash = String(finding.fingerprint.prefix(Self.hashLength))
        prints.member("primaryLocationLineHash", "\(hash):\(occurrence)")
      }
      if profile == .full {
        result.arrayMember("taxa", finding.clauses.filter { index.taxon($0) != nil }) {
          writer, clause in
          if let taxon = index.taxon(clause) {
            descriptors.write(taxon, clause: clause, to: &writer)
          }
        }
        if usesBaseline {
          result.member("baselineState", Self.baselineState(finding))
        }
        writeSuppression(of: finding, to: &result)
      }
      result.objectMember("properties") { properties in
        properties.member("severity", finding.severity.rawValue)
        if finding.severity == .data {
          properties.member("level", finding.isDataError ? "error" : "warning")
        }
        properties.member("basis", finding.basis.rawValue)
        properties.member("state", finding.stateWord)
        if let record = finding.record {
          properties.objectMember("record") { entry in
            entry.member("type", record.type)
            entry.member("id", record.id)
          }
        }
        if let field = finding.field { properties.member("field", field) }
        properties.member("clauses", finding.clauses)
        properties.member("remedy", SARIFText.printable(finding.remedy))
      }
    }
  }

  /// Whether the run was compared with a baseline.
  private var usesBaseline: Bool { assessment.baseline != nil || assessment.count(.baseline) > 0 }

  private static func baselineState(_ finding: Finding) -> String {
    if finding.isUpdated { return FindingMatching.State.updated.rawValue }
    return (finding.state == .baseline ? FindingMatching.State.unchanged : .new).rawValue
  }

  private func writeSuppression(of finding: Finding, to result: inout JSONWriter) {
    let justification: String
    switch finding.state {
    case .new: return
    case .baseline: justification = words.inBaseline
    case .derogated:
      justification = finding.acceptedUntil.map { words.acceptedUntil($0.iso) } ?? words.accepted
    }
    result.arrayMember("suppressions", [justification]) { writer, justification in
      writer.object { suppression in
        suppression.member("kind", "external")
        suppression.member("status", "accepted")
        suppression.member("justification", justification)
      }
    }
  }

  private func write(_ diagnostic: LocatedDiagnostic, to writer: inout JSONWriter) {
    writer.object { result in
      writeHead(
        SARIFDescriptors.errorPrefix + diagnostic.code, index.errorRule(diagnostic.code), .error,
        to: &result)
      writeMessage(of: diagnostic, to: &result)
      writeLocation(of: diagnostic, to: &result)
      writeRelated(diagnostic.related, to: &result)
    }
  }

  private func writeOmission(to writer: inout JSONWriter) {
    writer.object { result in
      writeHead(SARIFDescriptors.omissionRule, index.omissionRule, .error, to: &result)
      result.objectMember("message") { $0.member("text", words.omitted(selection.omitted)) }
      result.member("locations") { writer in
        writer.array([selection.omitted]) { writer, _ in places.writeConfiguration(to: &writer) }
      }
    }
  }

  private func writeHead(
    _ rule: String, _ number: Int?, _ level: SARIFLevel, kind: Kind = .fail,
    to result: inout JSONWriter
  ) {
    result.member("ruleId", rule)
    if let number { result.member("ruleIndex", number) }
    result.member("kind", kind.rawValue)
    // What is no failure has no level (SARIF 2.1.0, 3.27.10).
    result.member("level", kind == .fail ? level.rawValue : "none")
  }

  /// What a result says. Code scanning shows nothing but failures, so its profile has no others.
  private enum Kind: String {
    case fail, review
  }

  private func writeRelated(_ related: [RelatedLocation], to result: inout JSONWriter) {
    guard !related.isEmpty else { return }
    result.arrayMember("relatedLocations", related.prefix(Self.relatedLimit).enumerated()) {
      writer, entry in
      places.write(
        entry.element.location, id: entry.offset + 1,
        message: SARIFText.message(entry.element.message), to: &writer)
    }
  }

  // MARK: Invocation

  private func writeInvocation(to writer: inout JSONWriter) {
    writer.object { invocation in
      invocation.member("executionSuccessful", !assessment.hasErrors)
      invocation.member("toolExecutionNotifications") { writer in
        writer.array(0..<(assessment.diagnostics.count + assessment.notices.count)) {
          writer, number in
          if number < assessment.diagnostics.count {
            writeNotification(assessment.diagnostics[number], to: &writer)
          } else {
            let notice = assessment.notices[number - assessment.diagnostics.count]
            writeNotification(notice, to: &writer)
          }
        }
      }
    }
  }

  private func writeNotification(_ diagnostic: LocatedDiagnostic, to writer: inout JSONWriter) {
    writer.object { notification in
      notification.objectMember("descriptor") { descriptor in
        descriptor.member("id", diagnostic.code)
        if let number = index.notification(diagnostic.code) {
          descriptor.member("index", number)
        }
      }
      notification.member("level", SARIFLevel(diagnostic.severity).rawValue)
      writeMessage(of: diagnostic, to: &notification)
      writeLocation(of: diagnostic, to: &notification)
    }
  }

  private func writeNotification(_ notice: RuleNotice, to writer: inout JSONWriter) {
    writer.object { notification in
      notification.objectMember("associatedRule") { rule in
        rule.member("id", notice.rule)
        if let number = index.rule(notice.rule) { rule.member("index", number) }
      }
      notification.member("level", SARIFLevel.note.rawValue)
      notification.objectMember("message") {
        $0.member("text", SARIFText.message(notice.reason))
      }
      notification.arrayMember("locations", [notice.location]) {
        places.write($1, record: notice.record, to: &$0)
      }
    }
  }

  private func writeMessage(of diagnostic: LocatedDiagnostic, to writer: inout JSONWriter) {
    var text = SARIFText.words(diagnostic.message)
    if !diagnostic.remedy.unescaped.utf8.isEmpty {
      text += "\n- " + SARIFText.words(diagnostic.remedy)
    }
    writer.objectMember("message") { $0.member("text", text) }
  }

  private func writeLocation(of diagnostic: LocatedDiagnostic, to writer: inout JSONWriter) {
    writer.member("locations") { writer in
      writer.array([diagnostic.location]) { writer, location in
        if let location {
          places.write(location, to: &writer)
        } else {
          places.writeConfiguration(to: &writer)
        }
      }
    }
  }
}
