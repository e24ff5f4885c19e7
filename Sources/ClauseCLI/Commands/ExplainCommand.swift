import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint explain`: a rule in words, what it compiles to, and what it finds.
struct ExplainCommand: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or the finding with a fingerprint.")

  @Argument(help: "Id of a rule, or fingerprint of a finding.")
  var subject: String

  @OptionGroup var run: RunArguments

  func execute() throws(CommandFailure) -> ExitStatus {
    var run = run
    run.allowsEmpty = true
    let workspace = try run.load()
    let language = workspace.options.language
    let assessment = Assessor(workspace).assess()
    let finding = assessment.findings.first { $0.fingerprint == subject }
    let id = finding?.rule ?? subject
    guard let explanation = RuleExplanation(rule: id, in: workspace, language: language) else {
      let known = assessment.rules.map(\.id)
      throw CommandFailure(
        message: LocalizedText(
          en: "'\(subject)' is no rule of the loaded packs and no fingerprint of a finding",
          fr:
            "'\(subject)' n'est ni une règle des référentiels chargés ni l'empreinte d'un constat",
          ar: "'\(subject)' ليس قاعدة من المراجع المحملة ولا بصمة معاينة"),
        remedy: RuleExplanation.nearest(to: subject, among: known).map(LocalizedText.didYouMean)
          ?? LocalizedText(
            en: "List the rules with: clauselint rules",
            fr: "Pour lister les règles : clauselint rules", ar: "لسرد القواعد: clauselint rules"))
    }
    var blocks = TextBlocks(
      standards: assessment.standards, language: language, colour: Output.options().colour)
    for (part, text) in explanation.lines {
      let words: TerminalText =
        switch part {
        case .severity:
          .own(
            RulePartStrings.severity(
              explanation.severity, isCritical: explanation.isCritical, in: language))
        case .basis: .own(RulePartStrings.basis(explanation.basis, in: language))
        default: .words(Untrusted(text), in: language)
        }
      blocks.page.line(
        TerminalText.own(RulePartStrings.label(part, in: language)).padded(to: 12), words)
    }
    let findings = finding.map { [$0] } ?? assessment.findings.filter { $0.rule == id }
    for finding in findings {
      blocks.page.blank()
      blocks.add(finding)
    }
    blocks.addIncompleteness(of: assessment)
    try Output.print(blocks.page.bytes)
    return Output.status(of: assessment)
  }
}
