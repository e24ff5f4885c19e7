public import ClauseAssessment
import ClauseBytes
import ClauseCalendar
import ClauseSource

/// JUnit XML, for the test view of any build server: a suite a standard, a class a clause, a case
/// a rule on a record.
///
/// A rule that passed on all its records is one case; one that met no record, a clause that is not
/// applicable, attested or not assessed, and an accepted finding are skipped cases with the reason.
public struct JUnitReporter: Reporter {
  /// `junit`.
  public let name = "junit"
  /// `.xml`.
  public let endings = [".xml"]

  /// Makes the reporter.
  public init() {}

  /// The suites.
  public func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8] {
    let suites = JUnitSuites(assessment).suites
    var writer = XMLWriter()
    let total: (KeyPath<JUnitSuite, Int>) -> String = { path in
      String(suites.reduce(0) { $0 + $1[keyPath: path] })
    }
    let attributes: [(StaticString, String)] = [
      ("name", "clauselint"), ("tests", total(\.tests)), ("failures", total(\.failures)),
      ("errors", total(\.errors)),
    ]
    var properties = [("as_of", assessment.asOf.iso), ("version", assessment.toolVersion)]
    properties += RunStatement(assessment).lines.map { ("run", $0) }
    properties.append(("limits", ReporterStrings.of(assessment.language).limits))
    writer.element("testsuites", attributes) { writer in
      for suite in suites { suite.write(to: &writer, properties: properties) }
    }
    return writer.bytes
  }
}

/// One suite under construction.
private struct JUnitSuite {
  enum Outcome {
    case passed
    case skipped(String)
    case failed(type: String, message: String, lines: [String])
    case error(type: String, message: String, lines: [String])
  }

  struct Case {
    var className: String
    var name: String
    var outcome: Outcome
  }

  var name: String
  var cases: [Case] = []

  var tests: Int { cases.count }
  var failures: Int {
    cases.count { if case .failed = $0.outcome { true } else { false } }
  }
  var errors: Int {
    cases.count { if case .error = $0.outcome { true } else { false } }
  }
  var skipped: Int {
    cases.count { if case .skipped = $0.outcome { true } else { false } }
  }

  func write(to writer: inout XMLWriter, properties: [(String, String)]) {
    let attributes: [(StaticString, String)] = [
      ("name", name), ("tests", String(tests)), ("failures", String(failures)),
      ("errors", String(errors)), ("skipped", String(skipped)),
    ]
    writer.element("testsuite", attributes) { writer in
      writer.element("properties") { writer in
        for (key, value) in properties {
          writer.element("property", [("name", key), ("value", value)])
        }
      }
      for entry in cases { Self.write(entry, to: &writer) }
    }
  }

  private static func write(_ entry: Case, to writer: inout XMLWriter) {
    let attributes: [(StaticString, String)] = [
      ("classname", entry.className), ("name", entry.name),
    ]
    switch entry.outcome {
    case .passed: writer.element("testcase", attributes)
    case .skipped(let reason):
      writer.element("testcase", attributes) { $0.element("skipped", [("message", reason)]) }
    case .failed(let type, let message, let lines):
      writer.element("testcase", attributes) {
        $0.element("failure", [("type", type), ("message", message)], lines: lines)
      }
    case .error(let type, let message, let lines):
      writer.element("testcase", attributes) {
        $0.element("error", [("type", type), ("message", message)], lines: lines)
      }
    }
  }
}

/// Sorts everything a result holds into suites.
private struct JUnitSuites {
  private(set) var suites: [JUnitSuite]
  private var numbers: [ByteKey: Int] = [:]
  private var names: [ByteKey: Int] = [:]
  private let standards: [String]

  /// The suite of what belongs to no standard of the run.
  private static let own = "clauselint"

  init(_ assessment: Assessment) {
    standards = assessment.standards.map(\.id)
    suites = standards.map { JUnitSuite(name: $0) } + [JUnitSuite(name: Self.own)]
    for (number, suite) in suites.enumerated() { numbers[ByteKey(suite.name)] = number }
    addErrors(assessment)
    addFindings(assessment)
    addRules(assessment)
    addClauses(assessment)
    suites.removeAll { $0.cases.isEmpty }
  }

  private mutating func add(_ clauses: [String], _ name: String, _ outcome: JUnitSuite.Outcome) {
    let clause = clauses.first { clause in
      standards.contains { clause.utf8.starts(with: ($0 + "/").utf8) }
    }
    let standard = clause.flatMap { clause in
      standards.first { clause.utf8.starts(with: ($0 + "/").utf8) }
    }
    let className = clause ?? Self.own
    let key = ByteKey(className + "\n" + name)
    names[key, default: 0] += 1
    let number = names[key, default: 1]
    guard let suite = numbers[ByteKey(standard ?? Self.own)] else { return }
    suites[suite].cases.append(
      JUnitSuite.Case(
        className: className, name: number == 1 ? name : "\(name) #\(number)", outcome: outcome))
  }

  private mutating func addErrors(_ assessment: Assessment) {
    for entry in FailureEntry.all(assessment)
    where entry.severity == ClauseState.notAssessed.rawValue {
      add(
        [], "\(entry.code) \(entry.path.unescaped)",
        .error(
          type: entry.code, message: entry.message,
          lines: [entry.location?.reference ?? entry.path.unescaped] + entry.explanation))
    }
  }

  private mutating func addFindings(_ assessment: Assessment) {
    let words = ReporterStrings.of(assessment.language)
    var entries = FailureEntry.all(assessment)
      .filter { $0.severity != ClauseState.notAssessed.rawValue }[...]
    for finding in assessment.findings {
      let name = Self.name(finding)
      switch finding.state {
      case .new:
        guard let entry = entries.popFirst() else { return }
        add(
          finding.clauses, name,
          .failed(
            type: entry.severity, message: entry.message,
            lines: [finding.location.reference] + entry.explanation))
      case .baseline: add(finding.clauses, name, .skipped(words.inBaseline))
      case .derogated:
        add(
          finding.clauses, name,
          .skipped(finding.acceptedUntil.map { words.acceptedUntil($0.iso) } ?? words.accepted))
      }
    }
  }

  private static func name(_ finding: Finding) -> String {
    var name = finding.rule
    if let record = finding.record {
      name += " \(record.type.unescaped)/\(record.id.unescaped)"
    }
    if let field = finding.field { name += " \(field.unescaped)" }
    return name
  }

  private mutating func addRules(_ assessment: Assessment) {
    let words = PipelineStrings.of(assessment.language)
    for rule in assessment.rules {
      if rule.isVacuous {
        add(rule.clauses, rule.id, .skipped(words.metNoRecord))
      } else if rule.failed == 0, rule.evaluated > 0 {
        add(rule.clauses, rule.id, .passed)
      }
    }
    for notice in assessment.notices {
      let rule = assessment.rules.first { $0.id.equalsByBytes(notice.rule) }
      let record = notice.record.map { " \($0.type.unescaped)/\($0.id.unescaped)" } ?? ""
      add(
        rule?.clauses ?? [], notice.rule + record, .skipped(FailureEntry.line(notice.reason)))
    }
  }

  private mutating func addClauses(_ assessment: Assessment) {
    let words = PipelineStrings.of(assessment.language)
    for clause in assessment.standards.flatMap(\.clauses) where clause.isLeaf {
      let reason: String
      switch clause.state {
      case .conform, .nonconform, .derogated: continue
      case .attested: reason = words.attested
      case .notApplicable: reason = words.notApplicable
      case .notAssessed: reason = words.notAssessed
      }
      add([clause.id], clause.state.rawValue, .skipped(reason))
    }
  }
}
