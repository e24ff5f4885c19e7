import ClauseDocuments
import ClauseRecords
import ClauseRules
import ClauseSource

/// Writes a proposed `clauselint.yaml`: what is clear as entries, what is not as questions.
struct ConfigurationText {
  let workspace: Workspace
  let survey: FolderSurvey
  let isNew: Bool
  private let words: OnboardingWords
  private let language: Language

  init(workspace: Workspace, survey: FolderSurvey, isNew: Bool) {
    self.workspace = workspace
    self.survey = survey
    self.isNew = isNew
    language = workspace.options.language
    words = OnboardingWords.of(language)
  }

  private static let schemaPath = Onboarding.schemaFolder + "configuration.schema.json"

  /// The whole file.
  func text() -> String {
    var lines = ["# yaml-language-server: $schema=\(Self.schemaPath)"]
    lines += words.head.map(comment)
    lines.append("")
    lines += organization()
    lines += [comment(words.standards)]
    lines.append("standards: [\(workspace.standards.joined(separator: ", "))]")
    lines += packs()
    lines.append("languages: [\(language.rawValue)]")
    lines += [comment(words.timeZone), "# time_zone: Africa/Casablanca", ""]
    if survey.read.files > 0 {
      lines.append(comment(words.readByConvention(survey.read.files, survey.read.records)))
    }
    lines += sources()
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func comment(_ text: String) -> String { "# " + YAMLText.comment(text) }

  private func organization() -> [String] {
    if isNew {
      return [comment(words.organization), "organization: \(StartingFiles.organizationID)", ""]
    }
    let store = workspace.store
    guard let type = store.catalog.index(ofType: "organization") else { return [] }
    if let record = store.records(ofType: type).first {
      return [
        comment(words.organization), "organization: \(YAMLText.scalar(record.id.unescaped))", "",
      ]
    }
    // A register may hold it that is only read with the entries below.
    return [comment(words.organizationUnknown), "# organization: ...", ""]
  }

  /// The packs of the standards in scope with those they need; the others are a question.
  private func packs() -> [String] {
    let all = workspace.packs.packs
    var wanted = Set(
      workspace.packs.standards.filter { workspace.standards.contains($0.id) }.map(\.pack))
    var before = 0
    while before != wanted.count {
      before = wanted.count
      for pack in all where wanted.contains(pack.id) { wanted.formUnion(pack.requires.map(\.id)) }
    }
    let used = all.filter { wanted.contains($0.id) }
    if used.isEmpty { return [] }
    var lines = ["packs: [\(used.map(\.id).joined(separator: ", "))]"]
    let standardPacks = Set(workspace.packs.standards.map(\.pack))
    let others = all.filter { !wanted.contains($0.id) && !standardPacks.contains($0.id) }
    if !others.isEmpty {
      lines.append(comment(words.morePacks))
      lines += others.map { comment("  \($0.id): \($0.title[language])") }
    }
    return lines
  }

  // MARK: Sources

  private func sources() -> [String] {
    var lines: [String] = []
    if survey.convincing.isEmpty {
      if isNew {
        lines.append(comment(words.startRegisters))
      } else if survey.doubtful.isEmpty, survey.unclear.isEmpty, survey.unreadable.isEmpty {
        lines.append(comment(words.nothingToAdd))
      }
    } else {
      lines += [comment(words.sources), "sources:"]
      for proposal in survey.convincing {
        lines.append("  " + comment(evidence(proposal)))
        lines += proposal.lines().map { "  " + $0 }
        lines += doubts(proposal).map { "    " + $0 }
        lines.append("")
      }
    }
    if survey.convincing.isEmpty, !survey.doubtful.isEmpty { lines.append("# sources:") }
    for proposal in survey.doubtful {
      lines.append("  " + comment(words.question(proposal.files)))
      lines.append("  " + comment(evidence(proposal)))
      if let rival = proposal.rival { lines.append("  " + comment(words.rival(title(rival)))) }
      lines += proposal.lines().map { "  # " + $0 }
      lines.append("")
    }
    for path in survey.unclear { lines.append("  " + comment(words.unclear(path))) }
    for (path, message) in survey.unreadable {
      lines.append("  " + comment(words.unreadable(path, message)))
    }
    return lines
  }

  private func title(_ type: String) -> String {
    workspace.packs.catalog.type(named: type)?.title[language] ?? type
  }

  private func evidence(_ proposal: SourceProposal) -> String {
    let count = proposal.matched.count + proposal.unmatched.count
    let text = words.evidence(
      proposal.rows, proposal.matched.count, count, title(proposal.type))
    let place = proposal.form.sheet.map { "\(proposal.files), \(words.sheet($0))" }
    return (place ?? proposal.files) + ": " + text
  }

  /// What of a clear register is not clear: headings, and the order of its dates.
  private func doubts(_ proposal: SourceProposal) -> [String] {
    var lines: [String] = []
    if !proposal.unmatched.isEmpty {
      lines.append(comment(words.unmatched(proposal.unmatched.joined(separator: " | "))))
    }
    if !proposal.unknownWords.isEmpty {
      lines += [comment(words.unknownWords), "# values:"]
      for (field, unknown, values) in proposal.unknownWords {
        let pairs = unknown.map { YAMLText.scalar($0) + ": ?" }.joined(separator: ", ")
        lines.append("#   \(field): { \(pairs) }   # \(YAMLText.comment(values))")
      }
    }
    if proposal.needsDateOrder {
      lines += [comment(words.dates), "# dates: day-first"]
    }
    return lines
  }
}
