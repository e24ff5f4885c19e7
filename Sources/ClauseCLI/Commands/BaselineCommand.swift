import ArgumentParser
import ClauseAssessment
import ClauseEngine
import ClauseReports
import ClauseSource

/// `clauselint baseline`: the findings accepted at adoption, a list that may only shrink.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Write, prune or check the list of accepted findings.",
    subcommands: [BaselineWrite.self, BaselinePrune.self, BaselineCheck.self])
}

/// The options of the three: always the whole organisation, because what is not looked at would
/// seem fixed.
struct BaselineArguments: ParsableArguments {
  @OptionGroup var run: RunArguments

  @Option(
    help: "The baseline (default: clauselint-baseline.yaml in the organisation's folder).",
    completion: .yaml)
  var baseline: String?

  /// The assessment with the baseline applied, the baseline read, and where it lies. A baseline
  /// that cannot be read is an error of the run, or none at all if it `isReplaced`.
  func assess(
    reading: Bool, forgetsAbsent: Bool = false, isReplaced: Bool = false
  ) throws(CommandFailure) -> Run {
    var options = try run.options()
    guard options.paths.isEmpty, options.standards.isEmpty, options.clauses.isEmpty,
      options.rules.isEmpty
    else {
      throw CommandFailure(
        message: LocalizedText(
          en: "a baseline is about the whole organisation",
          fr: "un état de référence porte sur toute l'organisation",
          ar: "الحالة المرجعية تخص المنظمة كلها"),
        remedy: LocalizedText(
          en: "Leave out --standard, --clause and --rule, and name the organisation's folder.",
          fr: "Retirez --standard, --clause et --rule, et indiquez le dossier de l'organisation.",
          ar: "احذف ‎--standard و ‎--clause و ‎--rule، واذكر مجلد المنظمة."))
    }
    let file = BaselineFile(given: baseline, root: options.root)
    if let path = file.inRoot { options.passedOver.append(path) }
    var known = reading ? file.load(options) : nil
    if isReplaced, known?.isSound == false { known = nil }
    let assessment = try RunArguments.assess(
      options, Gate(baseline: known, forgetsAbsent: forgetsAbsent))
    return Run(assessment: assessment, file: file, baseline: known)
  }

  struct Run {
    var assessment: Assessment
    var file: BaselineFile
    var baseline: Baseline?

    /// Refuses to change a baseline by a run that did not see everything.
    func refuseIncomplete() throws(CommandFailure) {
      let errors = assessment.diagnostics.filter { $0.severity == .error }
      if let error = errors.first(where: { $0.location != nil }) ?? errors.first {
        let place = error.location.map { "\($0.path.unescaped):\($0.start.line): " } ?? ""
        throw CommandFailure(
          message: LocalizedText(english: place + error.message.unescaped).following(
            en: "the baseline is left as it is, because something could not be assessed: ",
            fr: "l'état de référence reste tel quel, car une partie n'a pas pu être évaluée : ",
            ar: "تركت الحالة المرجعية كما هي، لأن جزءا لم يتم تقييمه: "),
          remedy: LocalizedText(
            en: "Fix what `clauselint check` calls an error first.",
            fr: "Corrigez d'abord ce que `clauselint check` appelle une erreur.",
            ar: "أصلح أولا ما يسميه `clauselint check` خطأ."))
      }
    }
  }
}

/// `clauselint baseline write`.
struct BaselineWrite: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Accept today's findings; an existing list only shrinks.")

  @OptionGroup var arguments: BaselineArguments

  var run: RunArguments { arguments.run }

  @Flag(
    name: .customLong("accept-new"),
    help: "Add findings to an existing baseline, which otherwise only shrinks.")
  var acceptsNew = false

  @Flag(
    name: .customLong("forget-absent"),
    help: "Take out entries about registers that are not read any more.")
  var forgetsAbsent = false

  func execute() throws(CommandFailure) -> ExitStatus {
    let root = try Target(paths: arguments.run.paths).root
    let file = BaselineFile(given: arguments.baseline, root: root)
    let run = try arguments.assess(
      reading: Target.exists(file.path), forgetsAbsent: forgetsAbsent, isReplaced: acceptsNew)
    try run.refuseIncomplete()
    var contents = Baseline.acceptable(in: run.assessment)
    if let baseline = run.baseline {
      let new = run.assessment.findings.count {
        $0.state == .new && FindingIdentity($0).isLasting
      }
      guard new == 0 || acceptsNew else {
        throw CommandFailure(
          message: LocalizedText(
            en: "'\(run.file.name)' would grow by \(new) findings, and a baseline only shrinks",
            fr:
              "'\(run.file.name)' gagnerait \(new) constats, or un état de référence ne peut que "
              + "diminuer",
            ar: "ستزيد معاينات '\(run.file.name)' بعدد \(new)، والحالة المرجعية لا يمكن إلا أن تنقص"
          ),
          remedy: LocalizedText(
            en: "Fix them, have them accepted by derogations, or say --accept-new.",
            fr: "Corrigez-les, faites-les accepter temporairement, ou ajoutez --accept-new.",
            ar: "عالجها، أو اطلب قبولها مؤقتا، أو أضف ‎--accept-new."))
      }
      contents = baseline.rewritten(
        for: run.assessment, grows: acceptsNew, forgetsAbsent: forgetsAbsent)
    }
    try Output.write(Baseline.document(contents), to: run.file.path)
    try Output.print(
      BaselineText.written(
        contents.findings.count, leftOut: contents.leftOut, to: run.file.name,
        language: run.assessment.language))
    return .clean
  }
}

/// `clauselint baseline prune`.
struct BaselinePrune: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Take out what is fixed.")

  @OptionGroup var arguments: BaselineArguments

  var run: RunArguments { arguments.run }

  @Flag(help: "Also take out entries of rules that no loaded pack has.")
  var unknown = false

  @Flag(
    name: .customLong("forget-absent"),
    help: "Also take out entries about registers that are not read any more.")
  var forgetsAbsent = false

  func execute() throws(CommandFailure) -> ExitStatus {
    let run = try arguments.assess(reading: true, forgetsAbsent: forgetsAbsent)
    try run.refuseIncomplete()
    guard let baseline = run.baseline else { return .clean }
    let left = baseline.pruned(
      for: run.assessment, unknown: unknown, forgetsAbsent: forgetsAbsent)
    let gone = baseline.entries.count - left.findings.count
    if gone > 0 { try Output.write(Baseline.document(left), to: run.file.path) }
    try Output.print(
      BaselineText.pruned(
        gone, left: left.findings.count, from: run.file.name,
        language: run.assessment.language))
    return .clean
  }
}

/// `clauselint baseline check`.
struct BaselineCheck: RunCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say which entries are fixed, absent or unknown; 1 if there are any.")

  @OptionGroup var arguments: BaselineArguments

  var run: RunArguments { arguments.run }

  func execute() throws(CommandFailure) -> ExitStatus {
    let run = try arguments.assess(reading: true)
    let language = run.assessment.language
    var blocks = TextBlocks(language: language, colour: Output.options().colour)
    for diagnostic in run.assessment.diagnostics where diagnostic.severity == .error {
      blocks.add(diagnostic)
    }
    try Output.print(blocks.page.bytes)
    guard let result = run.assessment.baseline else {
      throw CommandFailure(
        message: LocalizedText(
          en: "there is no baseline to check", fr: "il n'y a pas d'état de référence à vérifier",
          ar: "لا توجد حالة مرجعية للتحقق منها"),
        remedy: LocalizedText(
          en: "Name it with --baseline FILE.", fr: "Indiquez-le avec --baseline FICHIER.",
          ar: "اذكرها بواسطة ‎--baseline FILE."))
    }
    try Output.print(
      BaselineText.check(
        result, new: run.assessment.count(.new), language: language, options: Output.options()))
    let gone = result.count(.fixed) + result.count(.absent) + result.count(.unknown)
    return Output.status(
      run.assessment.diagnostics, in: language, otherwise: gone > 0 ? .findings : .clean)
  }
}
