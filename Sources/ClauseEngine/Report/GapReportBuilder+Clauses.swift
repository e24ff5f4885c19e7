import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

extension GapReportBuilder {
  /// The clauses of the standards in scope by number, merged where their titles agree.
  func clauseRows(_ report: GapReport) -> [ClauseRow] {
    let cells = ClauseCells(self, report)
    let standards = assessor.standards
    var order: [String] = []
    var byNumber: [String: [(standard: Int, clause: Clause)]] = [:]
    for (index, standard) in standards.enumerated() {
      for clause in standard.clauses {
        if byNumber[clause.number] == nil { order.append(clause.number) }
        byNumber[clause.number, default: []].append((index, clause))
      }
    }
    order.sort { Self.orderKey($0).lexicographicallyPrecedes(Self.orderKey($1)) }
    return order.flatMap { number in
      var rows: [ClauseRow] = []
      for (standard, clause) in byNumber[number] ?? [] {
        let isCommon = Self.harmonised.contains(number)
        let index = rows.firstIndex { isCommon || $0.title == clause.title } ?? rows.count
        if index == rows.count {
          rows.append(
            ClauseRow(
              number: number, title: clause.title, intent: clause.intent,
              cells: standards.map { _ in nil }))
        }
        if rows[index].intent.isEmpty { rows[index].intent = clause.intent }
        rows[index].cells[standard] = cells.cell(standards[standard].id + "/" + number)
      }
      return rows
    }
  }

  /// The numbers that mean the same in every management system standard (the harmonised structure
  /// of the ISO/IEC Directives, part 1), whatever a standard adds to the title.
  private static let harmonised: Set<String> = [
    "4", "4.1", "4.2", "4.3", "4.4", "5", "5.1", "5.2", "5.3", "6", "6.1", "6.2", "7", "7.1", "7.2",
    "7.3", "7.4", "7.5", "7.5.1", "7.5.2", "7.5.3", "8", "8.1", "9", "9.1", "9.2", "9.3", "10",
    "10.1", "10.2",
  ]

  private static func orderKey(_ number: String) -> [Int] {
    number.split(separator: ".").map { Int($0) ?? 0 }
  }
}

/// What the state of each clause rests on, by clause id.
private struct ClauseCells {
  private var results: [String: ClauseResult] = [:]
  private var rules: [String: [RuleResult]] = [:]
  private var findings: [String: [Int]] = [:]
  private var attestations: [String: [Int]] = [:]
  private var exclusions: [String: [Int]] = [:]
  /// Record types an organisation-wide rule reads, by rule.
  private var registers: [String: [String]] = [:]

  init(_ builder: GapReportBuilder, _ report: GapReport) {
    for standard in report.assessment.standards {
      for clause in standard.clauses { results[clause.id] = clause }
    }
    for rule in report.assessment.rules {
      for clause in Set(rule.clauses) { rules[clause, default: []].append(rule) }
    }
    for (index, finding) in report.assessment.findings.enumerated() {
      for clause in Set(finding.clauses) { findings[clause, default: []].append(index) }
    }
    for (index, row) in report.attestations.enumerated() where row.status == .inForce {
      for clause in row.clauses { attestations[clause.unescaped, default: []].append(index) }
    }
    for (index, row) in report.exclusions.enumerated() {
      exclusions[row.clause.unescaped, default: []].append(index)
    }
    let types = builder.workspace.store.catalog.types.enumerated().filter { index, _ in
      !builder.assessor.own.indices(ofType: index).isEmpty
    }.map(\.element)
    for compiled in builder.assessor.rules {
      registers[compiled.rule.id] = types.filter { compiled.globalsRead.contains($0.plural) }
        .map(\.name)
    }
  }

  func cell(_ id: String) -> ClauseCell? {
    guard let result = results[id] else { return nil }
    let citing = rules[id] ?? []
    let ran = citing.filter { $0.evaluated > 0 }
    var types = Set<String>()
    for rule in ran {
      switch rule.recordType {
      case "organization", "any": types.formUnion(registers[rule.id] ?? [])
      default: types.insert(rule.recordType)
      }
    }
    return ClauseCell(
      result: result, rules: ran.map(\.id), idleRules: citing.filter(\.isVacuous).map(\.id),
      recordTypes: types.sorted { $0.precedesByBytes($1) }, findings: findings[id] ?? [],
      attestations: attestations[id] ?? [], exclusions: exclusions[id] ?? [])
  }
}
