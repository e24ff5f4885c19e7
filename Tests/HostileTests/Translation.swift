import Foundation

/// The mechanical translation of the hostile corpus to this product's formats.
///
/// The corpus was written before the formats were final. What a case attacks stays; only what the
/// product spells otherwise is rewritten, by these rules and no others:
///
/// | corpus | here |
/// |---|---|
/// | a record with a bare `type:` in YAML, JSON, JSON Lines, front matter | as it is: a convention |
/// | rows with a column `type` | as they are, named in `sources` as processes |
/// | the record type `process` | declared by the probe pack with every key of the corpus as a field: text, but dates, periods, paths, references, and a whole number where the attack is one on integers |
/// | arithmetic the notes speak of | two rules: a date and the period, or the days, beside it |
/// | an empty file that is "ok" | with `--allow-empty`, for no record at all is an error |
/// | a pack: `version: 1`, one document | `version: 1.0.0`, `status: draft`, a document for the rules |
/// | a rule: `severity: error`, no title, no basis | `severity: major`, a title, `basis: own` |
/// | `record`, `records` in expressions | `process`, `processes` |
/// | `{{record.title}}` in messages | `{process.title}` |
/// | ids of rules in capitals | in small letters |
/// | `suppressions:` of a configuration | records of type `derogation`, `id` as `record`, `expires` as `expires_on` |
/// | `records: [GLOB]` of a configuration | a source of processes |
/// | `"version":1` of a baseline | `"schema": "clauselint/baseline/2"`, given by `--baseline` |
/// | 30,000 findings and more | with the limits on size raised, for the defaults refuse the file |
/// | no right to read | as an ordinary user, when the tests run as root |
/// | an expired, wrong or endless suppression as exit 2 | exit 1 or 2: it is a value in a well-formed record |
enum Translation {
  /// An organisation's folder with a probe pack, and how to run the product over it.
  struct Setting {
    var folder: String
    var arguments: [String]
  }

  /// The types of the corpus's keys that are not text.
  private static let types = [
    "review_due": "date", "last_review": "date", "due": "date", "period": "period",
    "period_days": "int", "evidence": "file", "refs": "list<ref<process>>", "kpi": "map",
    "contacts": "map", "backup": "map", "a": "map",
  ]
  private static let texts = [
    "note", "cible", "b", "c", "x", "s", "k", "l", "d", "e", "n", "pays", "actif", "version",
    "code", "zip", "heure", "ratio", "budget", "seuil", "taux", "preuve", "valideur",
    "date_revue", "audit_at", "tz",
  ]

  /// What the rule of a probe asks where a case is not about rules: every record meets it.
  static let harmlessRequirement = "require: process.id != \"no such id\""

  /// The pack that declares the corpus's record type and has one rule.
  ///
  /// - Parameters:
  ///   - attack: the case's attack.
  ///   - echoes: whether the rule fails every process and quotes it.
  ///   - isStrict: whether title and owner are required, so that expressions may read them unguarded.
  static func probe(for attack: String, echoes: Bool, isStrict: Bool = true) -> [String: String] {
    var fields = types.merging(texts.map { ($0, "string") }) { kept, _ in kept }
    if attack == "integer-overflow" { fields["cible"] = "int" }
    let list = fields.sorted { $0.key < $1.key }.map { "\($0.key): \"\($0.value)\"" }
      .joined(separator: ", ")
    let mark = isStrict ? "!" : ""
    let rule =
      echoes
      ? """
        - id: probe-001
          title: Echo
          for: process
          severity: major
          basis: own
          message: "title is {process.title}, owner is {process.owner}"
          require: process.id == ""
      """
      : """
        - id: probe-000
          title: Nothing
          for: process
          severity: major
          basis: own
          message: must hold
          \(harmlessRequirement)
      """
    return [
      "types.yaml": """
      types:
        process:
          plural: processes
          title: Process
          fields: { title: string\(mark), owner: string\(mark), \(list) }
        derogation:
          plural: derogations
          title: Derogation
          fields: { fingerprint: string, rule: string, record: ref<any>, reason: text!,
            approved_by: string, approved_on: date!, expires_on: date! }
      """,
      "pack.yaml": """
      pack: \(echoes ? "probe" : "hostile")
      version: 1.0.0
      status: draft
      ---
      rules:
      \(rule)
        - id: probe-period
          title: Period
          for: process
          where: has(process.last_review) && has(process.period)
          severity: major
          basis: own
          message: "{process.id} has no term"
          require: process.last_review + process.period > process.last_review
        - id: probe-days
          title: Days
          for: process
          where: has(process.last_review) && has(process.period_days)
          severity: major
          basis: own
          message: "{process.id} has no term"
          require: process.last_review + period("P" + string(process.period_days) + "D") > process.last_review
      """,
    ]
  }

  /// Rules whose corpus form has no counterpart of the same shape; what they attack is written out.
  private static let rewrittenPacks = [
    "packs/types-regex.yaml": """
    rules:
      - id: t-001
        title: t
        for: process
        severity: major
        basis: own
        message: m
        require: { matches: { title: '^(([a-z])+.)+[A-Z]([a-z])+$|^Achats$' } }
    """,
    "packs/self-test-lies.yaml": """
    rules:
      - id: t-001
        title: t
        for: process
        severity: major
        basis: own
        message: m
        require: process.id != "no such id"
        tests: [{ given: { process: { id: X, title: a, owner: b } }, finds: finding }]
    """,
  ]

  /// The text of a pack's file in our form.
  static func pack(_ bytes: Data, path: String) -> Data {
    if let written = rewrittenPacks[path] {
      return Data(("pack: hostile\nversion: 1.0.0\nstatus: draft\n---\n" + written).utf8)
    }
    var text = String(decoding: bytes, as: UTF8.self)
    for (pattern, replacement) in [
      (#"(?m)^version: 1$"#, "version: 1.0.0\nstatus: draft\n---"),
      (#"severity: error"#, "severity: major"),
      (#"\{\{(.*?)\}\}"#, "{$1}"),
      (#"\brecord\b"#, "process"), (#"\brecords\b"#, "processes"),
    ] {
      text = text.replacingOccurrences(
        of: pattern, with: replacement, options: .regularExpression)
    }
    return Data(
      text.split(separator: "\n", omittingEmptySubsequences: false).map(completed)
        .joined(separator: "\n").utf8)
  }

  /// A rule's first line with what every rule needs.
  private static func completed(_ line: Substring) -> String {
    let block = try? Regex(#"^  - id: ([A-Z]+-\d+)$"#).wholeMatch(in: line)
    if let id = block?.output[1].substring {
      return "  - id: \(id.lowercased())\n    title: t\n    basis: own"
    }
    guard let rule = try? Regex(#"^(  - (?:&r )?)\{id: ([^,}]+)(.*)\}$"#).wholeMatch(in: line),
      let start = rule.output[1].substring, let id = rule.output[2].substring,
      let rest = rule.output[3].substring
    else { return String(line) }
    let isOrdinary = id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    var more = ", title: t, basis: own"
    if !rest.contains("severity:") { more += ", severity: major" }
    if !rest.contains("message:") { more += ", message: m" }
    return "\(start){id: \(isOrdinary ? id.lowercased() : String(id))\(more)\(rest)}"
  }

  /// The configuration without its suppressions, and these as records; the paths of the probe
  /// packs become those here.
  static func configuration(_ text: String) -> (configuration: String, records: String?) {
    let packs = text.replacingOccurrences(
      of: #"packs/_probe/(\w+)\.yaml"#, with: "./$1", options: .regularExpression)
    let sources = packs.replacingOccurrences(
      of: #"(?m)^records: \[(.*)\]$"#, with: "sources: [{ files: $1, type: process }]",
      options: .regularExpression)
    guard packs.hasPrefix("suppressions:\n") else { return (sources, nil) }
    var records = "derogations:\n"
    for (number, line) in packs.split(separator: "\n").dropFirst().enumerated() {
      var entry = line.replacingOccurrences(of: "  - {", with: "")
      if entry.hasSuffix("}") { entry.removeLast() }
      for (old, new) in [
        ("rule: PROBE-001", "rule: probe-001"), (" id: ", " record: "),
        ("expires: ", "expires_on: "),
      ] { entry = entry.replacingOccurrences(of: old, with: new) }
      records += "  - {id: D-\(number), approved_on: 2024-01-01, \(entry)}\n"
    }
    return ("packs: [./echo]\n", records)
  }

  /// Lays a case out in `scratch` and says how to run it.
  ///
  /// - Parameter source: the case's file or folder.
  static func lay(_ entry: HostileCase, from source: String, in scratch: Scratch) throws -> Setting
  {
    let organization = "org"
    func place(_ pack: [String: String], _ folder: String) throws {
      for (name, text) in pack { try scratch.write(text, to: folder + "/" + name) }
    }
    let echoes = entry.pack?.hasSuffix("echo.yaml") == true || entry.kind == .config
    var setting = Setting(
      folder: scratch.path + "/" + organization,
      arguments: ["check", ".", "--as-of", "2024-06-01"])
    switch entry.kind {
    case .record:
      try place(probe(for: entry.attack, echoes: echoes, isStrict: false), "probe")
      setting.arguments += ["--pack", "../probe"]
      if entry.gen == "fs" {
        // Traps of the file system are used where they were built.
        setting.folder = source
        setting.arguments = [
          "check", ".", "--as-of", "2024-06-01", "--pack", scratch.path + "/probe",
        ]
      } else {
        try copy(source, to: scratch, organization, name: entry.name)
        if entry.name.hasSuffix(".csv") {
          try scratch.write(
            "sources: [{ files: \"*.csv\", type: process }]\n",
            to: organization + "/clauselint.yaml")
        }
      }
      if entry.attack == "huge-output" {
        for (name, bound) in [
          ("record-file-bytes", 20 << 20), ("nodes-per-file", 1_000_000),
          ("expanded-bytes", 32 << 20),
        ] { setting.arguments += ["--limit", "\(name)=\(bound)"] }
      }
      if entry.expect == "ok", entry.attack == "empty-file" || entry.gen == "fs" {
        setting.arguments.append("--allow-empty")
      }
    case .pack:
      try scratch.write(control, to: organization + "/ok.yaml")
      try place(
        ["types.yaml": probe(for: entry.attack, echoes: false)["types.yaml"] ?? ""], "probe")
      for name in Spawn.isFolder(source)
        ? try FileManager.default.contentsOfDirectory(atPath: source) : [""]
      {
        let file = name.isEmpty ? source : source + "/" + name
        let bytes = FileManager.default.contents(atPath: file) ?? Data()
        try scratch.write(
          pack(bytes, path: entry.path), to: "probe/" + (name.isEmpty ? entry.name : name))
      }
      if entry.path.hasSuffix("override-core-rule.yaml") {
        try place(probe(for: entry.attack, echoes: true), "other")
        setting.arguments += ["--pack", "../other"]
      }
      setting.arguments =
        entry.path.hasSuffix("self-test-lies.yaml")
        ? ["test", "../probe"] : setting.arguments + ["--pack", "../probe"]
    case .config:
      try scratch.write(control, to: organization + "/ok.yaml")
      try place(probe(for: entry.attack, echoes: echoes), organization + "/echo")
      try place(probe(for: entry.attack, echoes: false), organization + "/none")
      let file = Spawn.isFolder(source) ? source + "/a.yaml" : source
      let bytes = FileManager.default.contents(atPath: file) ?? Data()
      if entry.attack == "baseline" {
        let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(
          of: "\"version\":1", with: "\"schema\": \"clauselint/baseline/2\"")
        try scratch.write("packs: [./none]\n", to: organization + "/clauselint.yaml")
        try scratch.write(text, to: "given/" + entry.name)
        setting.arguments += ["--baseline", "../given/" + entry.name]
        return setting
      }
      let (text, records) = configuration(String(decoding: bytes, as: UTF8.self))
      try scratch.write(text, to: organization + "/clauselint.yaml")
      if let records { try scratch.write(records, to: organization + "/\(entry.name)") }
    }
    return setting
  }

  /// An ordinary record, so that nothing else fails.
  private static let control = """
    type: process
    id: PROC-01
    title: Achats
    owner: Responsable QSE
    review_due: 2024-05-01
    """ + "\n"

  private static func copy(
    _ source: String, to scratch: Scratch, _ folder: String, name: String
  ) throws {
    let target = scratch.path + "/" + folder
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: source, toPath: target + "/" + (Spawn.isFolder(source) ? "records" : name))
  }
}
