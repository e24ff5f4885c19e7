import ClauseSource
import Glibc

/// An organisation of a given number of records, the same bytes every time.
struct GeneratedRepository {
  /// The folder it was written to.
  let folder: String
  /// Records written.
  let records: Int
  /// Bytes of all files.
  private(set) var bytes = 0

  /// Records in one file, so that files stay well below the limits.
  private static let recordsPerFile = 500

  /// Writes about `records` records below `folder`, which must exist and be empty.
  init(records: Int, in folder: String) throws(DeveloperFailure) {
    self.folder = folder
    self.records = records
    try write(
      "organizations:\n  - { id: org, name: Org, legal_form: region, headcount: 10,"
        + " sites: [S-1], activities: [a] }\n"
        + "sites:\n  - { id: S-1, title: Site, address: Rue 1, kind: office }\n"
        + "processes:\n  - { id: PR-1, title: Pilotage, kind: management, purpose: p,"
        + " owner: P-0, inputs: [a], outputs: [b] }\n"
        + "kpis:\n  - { id: K-1, title: KPI, kind: process, definition: d, unit: \"%\","
        + " frequency: P1M, collector: P-0 }\n", to: "base.yaml")
    let shares: [(plural: String, percent: Int, record: (Int, Int) -> String)] = [
      ("persons", 10, Self.person), ("documents", 25, Self.document), ("risks", 20, Self.risk),
      ("actions", 25, Self.action), ("measurements", 20, Self.measurement),
    ]
    for share in shares {
      let count = records * share.percent / 100
      for start in stride(from: 0, to: count, by: Self.recordsPerFile) {
        let rows = (start..<min(count, start + Self.recordsPerFile)).map {
          share.record($0, records)
        }
        try write(
          "\(share.plural):\n" + rows.joined(),
          to: "\(share.plural)-\(start / Self.recordsPerFile).yaml")
      }
    }
  }

  private mutating func write(_ text: String, to name: String) throws(DeveloperFailure) {
    let content = Array(text.utf8)
    bytes += content.count
    do {
      try AtomicOutput.write(content, to: folder + "/" + name)
    } catch {
      throw DeveloperFailure("cannot write \(name) in \(folder)")
    }
  }

  private static func person(_ n: Int, _ records: Int) -> String {
    "  - id: P-\(n)\n    full_name: Agent \(n)\n    managerial: false\n    unit: Division \(n % 9)\n"
      + "    hired_on: 2019-0\(n % 9 + 1)-15\n    employment: civil_servant\n"
  }

  private static func document(_ n: Int, _ records: Int) -> String {
    "  - id: D-\(n)\n    code: D-\(n)\n    title: Procédure numéro \(n)\n    kind: procedure\n"
      + "    origin: internal\n    version: \"1.\(n % 7)\"\n    version_date: 2024-0\(n % 9 + 1)-10\n"
      + "    author: P-\(n % max(1, records / 10))\n    approved_by: P-\(n * 7 % max(1, records / 10))\n"
      + "    approved_on: 2024-1\(n % 3)-12\n    lifecycle: approved\n"
      + "    last_reviewed_on: 2025-1\(n % 3)-20\n    review_every: P1Y\n"
  }

  private static func risk(_ n: Int, _ records: Int) -> String {
    "  - id: R-\(n)\n    title: Retard du partenaire \(n)\n    source: process\n    process: PR-1\n"
      + "    effect: Retard de réalisation\n    likelihood: \(n % 4 + 1)\n    severity: \(n % 3 + 1)\n"
      + "    score: \((n % 4 + 1) * (n % 3 + 1))\n    level: medium\n    treatment: reduce\n"
      + "    actions: [A-\(n % max(1, records / 4))]\n    owner: P-\(n % max(1, records / 10))\n"
      + "    assessed_on: 2026-0\(n % 9 + 1)-05\n"
  }

  private static func action(_ n: Int, _ records: Int) -> String {
    "  - id: A-\(n)\n    origin: PR-1\n    kind: risk\n    description: Relancer le partenaire \(n)\n"
      + "    responsible: P-\(n * 3 % max(1, records / 10))\n    due_on: 2027-0\(n % 9 + 1)-28\n"
      + "    status: ongoing\n"
  }

  private static func measurement(_ n: Int, _ records: Int) -> String {
    let month = n % 9 + 1
    return "  - id: M-\(n)\n    kpi: K-1\n    period_start: 2026-0\(month)-01\n"
      + "    period_end: 2026-0\(month)-28\n    value: \(n % 100),5\n    measured_on: 2026-1\(n % 2)-02\n"
  }
}
