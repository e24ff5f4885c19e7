import CEL
import ClauseCalendar
import ClauseRecords
import ClauseRules
import ClauseSource
import Testing

/// Packs with one mistake each: the place, the code, the words.
@Suite struct PackReaderTests {
  @Test func theHeaderItselfIsSound() {
    #expect(
      PackText(PackText.header + "  []\n").complaints == [
        "38:3 rules-empty: `rules` holds no rule | List the rules, or remove the key."
      ])
    #expect(PackText.rule("require: has(sheet.owner)").complaints == [])
  }

  static let whole: [(String, [String])] = [
    (
      "rules: []\n",
      [
        "packs pack-missing: no file of the folder declares a pack | A pack needs a document with "
          + "`pack: ID`, `version:` and `status:`."
      ]
    ),
    (
      "pack: a\nstatus: draft\n",
      ["1:1 missing-key: a pack needs `version` | Add `version:` to it."]
    ),
    (
      "pack: a\nversion: 1\nstatus: relesed\n",
      ["3:9 unknown-status: `relesed` is no status of a pack | Did you mean `released`?"]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\nrequries: []\n",
      ["4:1 unknown-key: `requries` is no key of a pack | Did you mean `requires`?"]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\nzzz: []\n",
      [
        "4:1 unknown-key: `zzz` is no key of a pack | Known here: cites, description, pack, "
          + "parameters, requires, status, title, version."
      ]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\nrequires: [base]\n",
      [
        "4:12 pack-required: the pack `a` requires `base`, which is not loaded | "
          + "Add `base` to the packs of clauselint.yaml."
      ]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\ntitle: { en: A, de: B }\n",
      ["4:17 unknown-key: `de` is not a key of `title` | Known here: ar, en, fr."]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\n- x\n",
      [
        "5:1 pack-form: a document of a pack is a mapping | Begin it with one of: pack, standard, "
          + "crosswalk, types, rules, holidays, mutants, documented_information, or a plural of a "
          + "record type."
      ]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\npack: b\nversion: 1\nstatus: draft\n",
      ["5:1 pack-duplicate: a folder holds one pack"]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\nholidays: [2026-01-11]\ntipes: {}\n",
      ["6:1 unknown-key: `tipes` is no key of a pack document | Did you mean `types`?"]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\nholidays: [2026-01-01, 2026-02-30]\n",
      ["5:24 holiday: `2026-02-30` is no date | Write YYYY-MM-DD."]
    ),
    // Parameters.
    (
      "pack: a\nversion: 1\nstatus: draft\nparameters: { p: { type: perod, default: P1Y } }\n",
      ["4:26 unknown-type: `perod` is no type of the parameter `p` | Did you mean `period`?"]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\nparameters: { p: { type: period, default: 1 year } }\n",
      [
        "4:43 parameter-value: `1 year` is no period | "
          + "Write an ISO 8601 period such as P1Y, P6M or P90D."
      ]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\nparameters: { p: { type: int } }\n",
      ["4:18 missing-key: the parameter `p` needs `default` | Add `default:` to it."]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\nparameters: [p]\n",
      ["4:13 pack-form: `parameters` of a pack is a mapping of names"]
    ),
    // Standards.
    (
      "pack: a\nversion: 1\nstatus: draft\n---\nstandard: s:1\nname: S\ndiscipline: qualty\n"
        + "clauses: { \"4\": { title: T } }\n",
      ["7:13 unknown-discipline: `qualty` is no discipline of a standard | Did you mean `quality`?"]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\nstandard: s:1\nname: S\ndiscipline: quality\n",
      ["5:1 missing-key: a standard needs `clauses` | Add `clauses:` to it."]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\nstandard: s:1\nname: S\ndiscipline: quality\n"
        + "clauses: { \"4.x\": { title: T } }\n",
      [
        "8:12 clause-number: `4.x` is no clause number | "
          + "Write numbers joined with dots, such as \"7.5.2\"."
      ]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\nstandard: s:1\nname: S\ndiscipline: quality\n"
        + "clauses: { \"4\": { titel: T } }\n",
      [
        "8:19 unknown-key: `titel` is no key of the clause 4 | Did you mean `title`?",
        "8:17 missing-key: the clause 4 needs `title` | Add `title:` to it.",
      ]
    ),
    (
      "pack: a\nversion: 1\nstatus: draft\n---\nstandard: s:1\nname: S\ndiscipline: quality\n"
        + "exclusions: alowed\nclauses: { \"4\": { title: T, only: attestation } }\n",
      ["8:13 unknown-exclusions: `alowed` is no exclusions of a standard | Did you mean `allowed`?"]
    ),
  ]

  @Test(arguments: whole) func mistakesInAPackAreLocated(_ text: String, _ expected: [String]) {
    #expect(PackText(text).complaints == expected)
  }

  /// Mistakes in one rule; lines count from the first of these.
  static let rules: [(String, [String])] = [
    (
      "where: has(sheet.owner)",
      ["-5:5 missing-key: a rule needs `require` | Add `require:` to it."]
    ),
    (
      "requires: has(sheet.owner)\nrequire: has(sheet.owner)",
      ["1:5 unknown-key: `requires` is no key of a rule | Did you mean `require`?"]
    ),
    (
      "require: has(sheet.owner)\ncritical: yes",
      ["2:15 pack-form: `critical` of a rule is `true` or `false`"]
    ),
    (
      "require: has(sheet.ownr)",
      ["1:24 expression-unknown-field: sheet has no field 'ownr' | Did you mean `owner`?"]
    ),
    (
      "require: sheet.weight > 3",
      [
        "1:14 expression-may-be-absent: 'sheet.weight' may be absent | "
          + "guard it with has(sheet.weight) && ..."
      ]
    ),
    (
      "require: has(sheet.owner)\nfield: ownr",
      ["2:12 unknown-field: `ownr` is no field of sheet | Did you mean `owner`?"]
    ),
    (
      "require: has(sheet.owner)\nclauses: [7.1]",
      [
        "2:15 clause-citation: `7.1` does not name a clause | "
          + "Write standard:edition/number, such as iso9001:2015/7.5.2."
      ]
    ),
    (
      "require: has(sheet.owner)\nclauses: [iso9001:2015/7.2]",
      ["2:15 unknown-clause: `7.2` is no clause of iso9001:2015 | Did you mean `7.1`?"]
    ),
    (
      "require: has(sheet.owner)\nclauses: [iso9001:2016/7.1]",
      ["2:15 unknown-standard: `iso9001:2016` is no standard | Did you mean `iso9001:2015`?"]
    ),
    (
      "require: has(sheet.owner)\nclauses: [iso9001:2015/7]",
      [
        "2:15 clause-not-leaf: clause 7 of iso9001:2015 has clauses of its own | "
          + "Cite the clause below it that is meant."
      ]
    ),
    (
      "require: has(sheet.owner)\nper: discipline",
      ["2:10 rule-per: `per: discipline` goes with `for: organization`"]
    ),
    (
      "require: has(sheet.owner)\ntests: [{ given: { sheet: { id: a } }, finds: nothin }]",
      ["2:51 unknown-finds: `nothin` is no finds of a test | Did you mean `nothing`?"]
    ),
    (
      "require: has(sheet.owner)\ntests: [{ finds: nothing }]",
      ["2:13 missing-key: a test needs `given` | Add `given:` to it."]
    ),
    (
      "require: has(sheet.owner)\ntests: [{ given: { sheet: { id: a } } }]",
      ["2:13 missing-key: a test needs `finds` | Add `finds:` to it."]
    ),
    (
      "require: has(sheet.owner)\ntests: [{ give: 1, given: { sheet: {} }, finds: nothing }]",
      ["2:15 unknown-key: `give` is no key of a test | Did you mean `given`?"]
    ),
  ]

  @Test(arguments: rules) func mistakesInARuleAreLocated(_ lines: String, _ expected: [String]) {
    #expect(PackText.rule(lines).relative == expected)
  }

  @Test func aRuleForAnUnknownTypeIsLocatedAtItsWord() {
    let pack = PackText.rule("require: has(sheet.owner)", for: "shet")
    #expect(
      pack.relative == [
        "-3:10 unknown-record-type: `shet` is no record type | Did you mean `sheet`?"
      ])
  }

  @Test func everyKeyARuleNeedsIsAskedFor() {
    func without(_ key: String) -> [String] {
      let keys = [
        "id": "r", "title": "T", "for": "sheet", "severity": "minor", "basis": "own",
        "message": "M", "require": "has(sheet.owner)",
      ]
      let lines = keys.filter { $0.key != key }.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value)" }
      return PackText(PackText.header + "  - " + lines.joined(separator: "\n    ") + "\n")
        .complaints
    }
    let line = PackText.firstRuleLine
    for key in ["id", "title", "for", "severity", "basis", "message", "require"] {
      #expect(
        without(key) == ["\(line):5 missing-key: a rule needs `\(key)` | Add `\(key):` to it."])
    }
  }

  @Test func aReleasedPackNeedsTestsBothWays() {
    let header = PackText.header.replacingOccurrences("status: draft", "status: released")
    func complaints(_ tests: String) -> [String] {
      PackText(
        header + """
            - id: r
              title: T
              for: sheet
              severity: minor
              basis: own
              message: M
              require: has(sheet.owner)
              tests: [\(tests)]

          """
      ).complaints.map { String($0.drop { $0 != " " }) }
    }
    let finds = "{ given: { sheet: {} }, finds: [owner] }"
    let passes = "{ given: { sheet: {} }, finds: nothing }"
    let remedy = " | Add an example under `tests`, or set the pack's status to draft."
    let says = " rule-untested: the rule `r` of a released pack has no test that finds "
    #expect(complaints(finds + ", " + passes) == [])
    #expect(complaints(finds) == [says + "nothing" + remedy])
    #expect(complaints(passes) == [says + "something" + remedy])
    #expect(complaints("") == [says + "something" + remedy])
  }

  @Test func idsOfRulesAreUniqueOverAllPacks() {
    let other = """
      pack: other
      version: 1.0.0
      status: draft
      requires: [own]
      ---
      rules:
        - { id: r, title: T, for: sheet, severity: minor, basis: own, message: M, require: has(sheet.owner) }

      """
    let own =
      PackText.header
      + "  - { id: r, title: T, for: sheet, severity: minor, basis: own, message: M, "
      + "require: has(sheet.owner) }\n"
    let pack = PackText([other, own])
    #expect(
      pack.complaints == [
        "pack-1.yaml:7:11 rule-duplicate: the rule id `r` is taken | Give it another id."
      ])
    // The pack that is required comes first, whatever the order in which they are named.
    #expect(pack.set.packs.map(\.id) == ["own", "other"])
  }

  @Test func packsThatRequireEachOtherAreRefused() {
    func pack(_ id: String, _ other: String) -> String {
      "pack: \(id)\nversion: 1\nstatus: draft\nrequires: [\(other)]\n"
    }
    let pair = PackText([pack("a", "b"), pack("b", "a")])
    #expect(
      pair.complaints.first
        == "pack-1.yaml:1:7 pack-cycle: the pack `a` requires itself in a circle")
    let twins = PackText([
      "pack: a\nversion: 1\nstatus: draft\n", "pack: a\nversion: 2\nstatus: draft\n",
    ])
    #expect(twins.complaints == ["pack-2.yaml:1:7 pack-duplicate: the pack `a` is loaded twice"])
    #expect(twins.set.packs.map(\.version) == ["1"])
  }

  // MARK: Standards and citations

  @Test func clausesStandInTheOrderOfTheirNumbers() throws {
    let pack = PackText(
      """
      pack: a
      version: 1
      status: draft
      ---
      standard: s:1
      name: S
      discipline: ohs
      exclusions: forbidden
      clauses:
        "10": { title: Ten }
        "7.10": { title: { en: Seven ten, fr: Sept dix } }
        "7.2": { title: Seven two, intent: Say so, only: attestation }
        "7": { title: Seven }
      """)
    #expect(pack.complaints == [])
    let standard = try #require(pack.set.standards.first)
    #expect(standard.clauses.map(\.number) == ["7", "7.2", "7.10", "10"])
    #expect(standard.clauses.map(\.isLeaf) == [false, true, true, true])
    #expect(standard.clauses.map(\.isAttestationOnly) == [false, true, false, false])
    #expect(!standard.allowsExclusions)
    #expect(standard.discipline == "ohs")
    #expect(standard.clause("7.10")?.title[.french] == "Sept dix")
    #expect(standard.clause("7.10")?.title[.arabic] == "Seven ten")
    #expect(standard.clause("7.1") == nil)
  }

  @Test(
    arguments: [
      ("iso9001:2015/7.5.2", "iso9001:2015", "7.5.2", nil),
      ("iso14001:2015/6.1.2#a", "iso14001:2015", "6.1.2", "a"),
    ] as [(String, String, String, String?)])
  func citationsAreRead(_ text: String, _ standard: String, _ number: String, _ item: String?)
    throws
  {
    let citation = try #require(
      ClauseCitation(text, span: Span(file: FileID(0), start: 0, end: 0)))
    #expect(citation.standard == standard)
    #expect(citation.number == number)
    #expect(citation.item == item)
    #expect(citation.clauseID == "\(standard)/\(number)")
  }

  @Test(arguments: [
    "7.5", "iso9001/7.5", "iso9001:2015", "iso9001:2015/", "iso9001:2015/a", "/7.5",
  ])
  func wrongCitationsAreRefused(_ text: String) {
    #expect(ClauseCitation(text, span: Span(file: FileID(0), start: 0, end: 0)) == nil)
  }

  @Test func aCitedStandardNeedNotBeLoaded() {
    let cites = PackText.header.replacingOccurrences(
      "status: draft\n", "status: draft\ncites: [iso45001:2018]\n")
    let rule = """
        - { id: r, title: T, for: sheet, severity: minor, basis: own, message: M, require: has(sheet.owner),
            clauses: [iso45001:2018/99.9] }

      """
    #expect(PackText(cites + rule).complaints == [])
  }

  // MARK: Parameters

  @Test(arguments: [
    ("P6M", "period", true), ("6 months", "period", false), ("12", "int", true),
    ("1.5", "int", false), ("1.5", "double", true), ("inf", "double", false),
    ("nan", "double", false), ("true", "bool", true), ("True", "bool", false),
    ("9223372036854775808", "int", false), ("", "string", true), ("x", "word", false),
  ])
  func parameterValuesAreRead(_ text: String, _ type: String, _ isOne: Bool) {
    #expect((ParameterValue(text, type: type) != nil) == isOne)
  }

  @Test func overridesReplaceDefaults() throws {
    let year = try #require(Period(iso: "P1Y"))
    let half = try #require(Period(iso: "P6M"))
    let text = PackText.ruleText("require: has(sheet.owner)")
    let set = PackText(text, overrides: [("review", "P6M"), ("limit", "5")])
    #expect(set.complaints == [])
    #expect(set.set.parameters.map(\.value) == [.period(half), .int(5)])
    let wrong = PackText(text, overrides: [("reviw", "P6M"), ("limit", "many")])
    #expect(
      wrong.complaints == [
        "1:1 unknown-parameter: `reviw` is not a parameter of the loaded packs | "
          + "Did you mean `review`?",
        "1:1 parameter-value: `many` cannot be read as int | The default is written 3.",
      ])
    #expect(wrong.set.parameters.map(\.value) == [.period(year), .int(3)])
  }

  // MARK: Texts of the built-in checks

  @Test func builtInChecksSpeakThreeLanguages() {
    for kind in IntegrityKind.allCases {
      for (what, text) in [
        ("title", kind.title), ("message", kind.message), ("remedy", kind.remedy),
      ] {
        for language in Language.allCases {
          #expect(
            text.texts[language]?.isEmpty == false, "\(kind.rawValue) has no \(language) \(what)")
        }
        let values = Language.allCases.map { language in
          Set(MessageTemplate.placeholders(of: text[language]))
        }
        #expect(Set(values).count == 1, "the \(what) of \(kind.rawValue) uses other values")
      }
    }
  }
}

extension String {
  /// The text with each `old` replaced.
  func replacingOccurrences(_ old: String, _ new: String) -> String {
    components(separatedBy: old).joined(separator: new)
  }

  private func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
