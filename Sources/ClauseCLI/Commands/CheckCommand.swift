import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint check`: findings.
struct CheckCommand: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check an organisation's records and report findings.")

  @OptionGroup var run: RunArguments

  @Option(
    help: """
      Format of the report; repeatable, each with an --output of its own (default: that of the \
      ending of --output, else text).
      """,
    completion: .list(Reporters.all.map(\.name)))
  var format: [String] = []

  @Option(
    help: "File for the report (default: standard output); goes with --format in order.",
    completion: .files)
  var output: [String] = []

  @Flag(help: "Show all in the text report, where else more of the same is counted.")
  var all = false

  @Flag(help: "Count findings by rule and data problems by kind in the text report.")
  var statistics = false

  @Option(
    name: .customLong("fail-on"),
    help: "Severity from which findings fail the run: major, minor, observation, never.",
    completion: .gates)
  var failOn: String = "minor"

  @Option(
    name: .customLong("fail-on-data"),
    help: """
      Whether what cannot be read or told apart (a value, a reference, equal ids) fails the run: \
      error, never (default: error, but never with --fail-on never).
      """,
    completion: .list(["error", "never"]))
  var failOnData: String?

  @Option(
    name: .customLong("path-prefix"),
    help: "Folder to put before every path of the reports, for services that count from above.",
    completion: .directory)
  var pathPrefix: String?

  @Flag(name: .customLong("exit-zero"), help: "Exit with 0 in spite of findings; never hides 2.")
  var exitZero = false

  @Option(
    help: "Baseline whose findings do not count, such as clauselint-baseline.yaml.",
    completion: .yaml)
  var baseline: String?

  @Flag(
    name: .customLong("baseline-strict"),
    help: "Exit with 1 when entries of the baseline are fixed, absent or of unknown rules.")
  var isStrict = false

  @Flag(
    name: .customLong("forget-absent"),
    help: "Registers that are not read any more were taken away on purpose.")
  var forgetsAbsent = false

  @Option(help: "Report only what this git revision has not, such as origin/main.")
  var diff: String?

  func execute() throws(CommandFailure) -> ExitStatus {
    let failOn = try gate()
    let failsOnData = try dataGate() ?? (failOn != nil)
    let reports = try reports()
    let prefix = try prefix()
    try checkTextOptions(reports)
    let root = try Target(paths: run.paths).root
    var assessment = try assess()
    assessment.refuseUndecided(at: failOn, failsOnData: failsOnData)
    if let prefix { assessment = assessment.prefixingPaths(with: prefix) }
    var status = ExitStatus.of(
      assessment, failOn: failOn, failsOnData: failsOnData, exitZero: exitZero)
    if isStrict, status == .clean, !exitZero, let result = assessment.baseline,
      result.count(.fixed) + result.count(.absent) + result.count(.unknown) > 0
    {
      status = .findings
    }
    // Who names a prefix has said from where paths lead.
    let near =
      prefix != nil
      ? assessment
      : HostEnvironment.workingDirectory.map {
        StandingPaths(root: root, folder: $0).shown(assessment)
      } ?? assessment
    for (reporter, path) in reports {
      do throws(CommandFailure) {
        var options = path == nil ? Output.options() : ReportOptions()
        options.showsAll = all
        options.hasStatistics = statistics
        // A file may be read anywhere.
        let shown = reporter.isForTerminal && path == nil ? near : assessment
        let bytes = reporter.report(shown, options: options)
        if let path { try Output.write(bytes, to: path) } else { try Output.print(bytes) }
      } catch {
        Output.complain(error, in: assessment.language)
        status = .notAssessed
      }
    }
    return Output.status(near.diagnostics, in: near.language, otherwise: status)
  }

  /// Refuses options of the text report where none is written.
  private func checkTextOptions(_ reports: [(any Reporter, String?)]) throws(CommandFailure) {
    guard let option = all ? "--all" : statistics ? "--statistics" : nil,
      !reports.contains(where: { $0.0 is TextReporter })
    else { return }
    throw CommandFailure(
      message: LocalizedText(
        en: "\(option) is about the text report, and none is written",
        fr: "\(option) concerne le rapport texte, et aucun n'est demandé",
        ar: "الخيار \u{200E}\(option) يخص التقرير النصي، ولم يطلب أي تقرير نصي"),
      remedy: LocalizedText(
        en: "Add --format text; the other formats leave nothing out by themselves.",
        fr: "Ajoutez --format text ; les autres formats n'omettent rien d'eux-mêmes.",
        ar: "أضف \u{200E}--format text؛ فالصيغ الأخرى لا تغفل شيئا من تلقاء نفسها."))
  }

  /// The folder for the paths without a `/` at its end; nil for none.
  private func prefix() throws(CommandFailure) -> String? {
    guard var text = pathPrefix else { return nil }
    while text.utf8.last == UInt8(ascii: "/") {
      text = String(decoding: text.utf8.dropLast(), as: UTF8.self)
    }
    if text.isEmpty || text == "." { return nil }
    if let refusal = RelativePath.refusal(of: text) {
      throw CommandFailure(
        message: refusal.following(
          en: "--path-prefix: '\(text)' is not a folder of a repository: ",
          fr: "--path-prefix : '\(text)' n'est pas un dossier du dépôt : ",
          ar: "--path-prefix: ‏'\(text)' ليس مجلدا من المستودع: "),
        remedy: LocalizedText(
          en: "Write the path from the repository's root to the organisation's folder.",
          fr: "Écrivez le chemin de la racine du dépôt au dossier de l'organisation.",
          ar: "اكتب المسار من جذر المستودع إلى مجلد المنظمة."))
    }
    return text
  }

  /// The assessment, with what the baseline and the revision know.
  private func assess() throws(CommandFailure) -> Assessment {
    guard baseline != nil || !isStrict else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--baseline-strict says nothing without a baseline",
          fr: "--baseline-strict ne sert à rien sans état de référence",
          ar: "--baseline-strict لا معنى لها دون حالة مرجعية"),
        remedy: LocalizedText(
          en: "Add --baseline FILE.", fr: "Ajoutez --baseline FICHIER.", ar: "أضف ‎--baseline FILE."
        ))
    }
    var options = try run.options()
    guard !forgetsAbsent || baseline != nil || diff != nil else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--forget-absent says nothing without a baseline or a revision",
          fr: "--forget-absent ne sert à rien sans état de référence ni révision",
          ar: "--forget-absent لا معنى لها دون حالة مرجعية أو نسخة"),
        remedy: LocalizedText(
          en: "Add --baseline FILE or --diff REF.",
          fr: "Ajoutez --baseline FICHIER ou --diff RÉVISION.",
          ar: "أضف ‎--baseline FILE أو ‎--diff REF."))
    }
    var known = Gate(forgetsAbsent: forgetsAbsent)
    if let baseline {
      let file = BaselineFile(given: baseline, root: options.root)
      if let path = file.inRoot { options.passedOver.append(path) }
      known.baseline = file.load(options)
    }
    if let diff {
      known.revision = try RevisionAssessment.findings(of: diff, for: options)
    }
    return try RunArguments.assess(options, known)
  }

  private func gate() throws(CommandFailure) -> Severity? {
    if failOn == "never" { return nil }
    guard let severity = Severity.allCases.first(where: { $0.rawValue == failOn }) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "--fail-on: '\(failOn)' is no severity",
          fr: "--fail-on : '\(failOn)' n'est pas une gravité",
          ar: "--fail-on: ‏'\(failOn)' ليست درجة"),
        remedy: LocalizedText(
          en: "Use major, minor, observation or never.",
          fr: "Utilisez major, minor, observation ou never.",
          ar: "استعمل major أو minor أو observation أو never."))
    }
    return severity
  }

  /// What `--fail-on-data` says; nil where it is not given.
  private func dataGate() throws(CommandFailure) -> Bool? {
    switch failOnData {
    case nil: return nil
    case "error": return true
    case "never": return false
    case let other?:
      throw CommandFailure(
        message: LocalizedText(
          en: "--fail-on-data: '\(other)' is not a gate",
          fr: "--fail-on-data : '\(other)' n'est pas un seuil",
          ar: "--fail-on-data: ‏'\(other)' ليس عتبة"),
        remedy: LocalizedText(
          en: "Use error or never.", fr: "Utilisez error ou never.", ar: "استعمل error أو never."))
    }
  }

  /// Reporters with their files: in pairs; a last format without a file goes to standard output.
  private func reports() throws(CommandFailure) -> [(any Reporter, String?)] {
    let known = Reporters.all.map { ($0.name, $0.endings) }
    // Without a format each file gets that of its ending; several files must all have one.
    let isSaid =
      output.count == 1
      || output.allSatisfy { path in
        known.contains { $0.1.contains { $0.equalsByBytes(UnreadFile.ending(of: path)) } }
      }
    let names =
      format.isEmpty && !output.isEmpty && isSaid
      ? try output.map { path throws(CommandFailure) in
        try OutputFormat.choose(nil, for: path, among: known, usual: "text")
      } : format.isEmpty ? ["text"] : format
    guard names.count - output.count <= 1, output.count <= names.count else {
      throw CommandFailure(
        message: LocalizedText(
          en: "\(names.count) formats and \(output.count) outputs do not go in pairs",
          fr: "\(names.count) formats et \(output.count) sorties ne vont pas par paires",
          ar: "\(names.count) صيغ و \(output.count) مخرجات لا تتقابل"),
        remedy: LocalizedText(
          en: "Give each --format an --output; one may go to standard output, the last.",
          fr: "Donnez une sortie --output à chaque --format ; seul le dernier peut s'en passer.",
          ar: "أعط كل ‎--format مخرجا ‎--output؛ ويمكن للأخير وحده الاستغناء عنه."))
    }
    var result: [(any Reporter, String?)] = []
    for (index, name) in names.enumerated() {
      guard let reporter = Reporters.named(name) else {
        throw CommandFailure(
          message: LocalizedText(
            en: "--format: '\(name)' is not a format",
            fr: "--format : '\(name)' n'est pas un format",
            ar: "--format: ‏'\(name)' ليس صيغة معروفة"),
          remedy: LocalizedText(
            en: "Use \(Reporters.all.map(\.name).joined(separator: ", ")).",
            fr: "Utilisez \(Reporters.all.map(\.name).joined(separator: ", ")).",
            ar: "استعمل \(Reporters.all.map(\.name).joined(separator: "، "))."))
      }
      let path = index < output.count ? output[index] : nil
      _ = try OutputFormat.choose(name, for: path, among: known, usual: "text")
      result.append((reporter, path))
    }
    return result
  }
}
