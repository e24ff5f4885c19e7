/// A small pack whose rules show each path from a record to a clause's state.
enum Workshop {
  static let pack = """
    pack: workshop
    version: 1.0.0
    status: released
    parameters:
      review: { type: period, default: P1Y, title: Review interval }
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: allowed
    clauses:
      "7": { title: Support }
      "7.1": { title: Machines }
      "7.2": { title: Owners }
      "7.3": { title: Reviews }
      "7.4": { title: Culture, only: attestation }
      "7.5": { title: Nothing cites it }
      "8": { title: Tools }
    ---
    standard: iso14001:2015
    name: ISO 14001
    discipline: environment
    exclusions: forbidden
    clauses:
      "4": { title: Tools }
    ---
    types:
      machine:
        plural: machines
        title: Machine
        fields:
          owner: string
          reviewed_on: date
          review_every: period
          state: enum{running, stopped}
          power: int
      tool:
        plural: tools
        title: Tool
        fields: { kind: string }
      attestation:
        plural: attestations
        title: Attestation
        fields: { clauses: list<string>, "on": date, valid_until: date }
      exclusion:
        plural: exclusions
        title: Exclusion
        fields: { clause: string }
    ---
    rules:
      - id: machine-owned
        title: A machine has an owner
        for: machine
        require: { present: [owner] }
        severity: major
        basis: normative
        clauses: [iso9001:2015/7.2]
        message: { en: "{machine.id} has no owner", fr: "{machine.id} sans pilote" }
        tests:
          - { given: { machine: {} }, finds: [owner] }
          - { given: { machine: { owner: Sara } }, finds: nothing }
      - id: machine-review-due
        title: A machine is reviewed
        for: machine
        require: { within: { since: reviewed_on, every: review_every, or: review } }
        severity: minor
        basis: own
        clauses: [iso9001:2015/7.3]
        message: "{machine.id} was due on {due}"
        tests:
          - { given: { machine: { reviewed_on: 2024-01-01, review_every: P1M } }, finds: finding }
          - { given: { machine: { reviewed_on: 2026-01-01, review_every: P1M } }, finds: nothing }
      - id: machine-strong
        title: A machine in use is strong
        for: machine
        where: has(machine.state) && machine.state == "running"
        require: machine.?power.orValue(0) >= 10
        field: power
        severity: major
        basis: normative
        critical: true
        clauses: [iso9001:2015/7.1]
        message: "{machine.id} is weak"
        tests:
          - { given: { machine: { state: running, power: 9 } }, finds: finding }
          - { given: { machine: { state: running, power: 10 } }, finds: nothing }
      - id: tool-kind
        title: A tool has a kind
        for: tool
        require: { present: [kind] }
        severity: minor
        basis: normative
        clauses: [iso9001:2015/8, iso14001:2015/4]
        message: "{tool.id} has no kind"
        tests:
          - { given: { tool: {} }, finds: [kind] }
          - { given: { tool: { kind: saw } }, finds: nothing }
      - id: tools-counted
        title: There are tools of every kind
        for: organization
        require: tools.all(t, t.?kind.orValue("") != "none")
        severity: minor
        basis: normative
        clauses: [iso9001:2015/8]
        message: "a tool is of no kind"
        tests:
          - { given: { tools: [{ kind: none }] }, finds: finding }
          - { given: { tools: [{ kind: saw }] }, finds: nothing }
    """

  /// `count` machines, of which the first `unowned` have no owner.
  static func machines(_ count: Int, unowned: Int) -> String {
    "machines:\n"
      + (1...count).map { number in
        "  - { id: M-\(number)" + (number <= unowned ? "" : ", owner: Sara") + " }"
      }.joined(separator: "\n") + "\n"
  }
}
