import ClauseAssessment
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// Files beside the registers: which are left alone, and what is said of them.
@Suite struct FileSelectionTests {
  private static let pack = """
    pack: own
    version: 0.1.0
    status: draft
    title: { en: Own, fr: Propre, ar: خاص }
    ---
    types:
      person:
        plural: persons
        title: { en: Person, fr: Personne, ar: شخص }
        fields: { full_name: string, managerial: bool }
      service:
        plural: services
        title: { en: Service, fr: Prestation, ar: خدمة }
        fields: { title: string, users: list<string>, channels: list<string> }
      action:
        plural: actions
        title: { en: Action, fr: Action, ar: إجراء }
        fields: { title: string, description: text, due_on: date }
      risk:
        plural: risks
        title: { en: Risk, fr: Risque, ar: خطر }
        fields: { title: string }
    """
  private static let persons = "persons:\n  amal: { full_name: Amal, managerial: true }\n"

  private func organization(_ files: [String: String]) throws -> Organization {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack, "persons.yaml": Self.persons,
    ])
    for (path, text) in files { try organization.write(text, to: path) }
    return organization
  }

  private func codes(_ assessment: Assessment) -> [String] { assessment.diagnostics.map(\.code) }

  // MARK: Foreign files

  /// Files of other programs, whatever is wrong with them.
  static let foreign: [(String, String)] = [
    ("mkdocs.yml", "site_name: x\nmarkdown_extensions:\n  - emoji: !!python/name:a.b\n"),
    ("docker-compose.yml", "x-b: &b { r: a }\nservices:\n  web:\n    <<: *b\n    image: nginx\n"),
    ("compose.yml", "services:\n  web: { image: nginx, ports: [\"80:80\"], user: root }\n"),
    (
      "charts/templates/dep.yaml",
      "metadata:\n  name: {{ .Release.Name }}\n{{- if .x }}\n{{- end }}\n"
    ),
    ("tsconfig.json", "{\n  // comment\n  \"compilerOptions\": { \"strict\": true, }\n}\n"),
    ("export.csv", "a,b,a\n1,2,3\n1,2\n"),
    ("nav.md", "---\n\nA page that begins with a rule: and a colon\nmore: text\nand\n---\n"),
    ("unclosed.md", "---\ntitle: x\n\nText.\n"),
    ("list.md", "---\n- a\n- b\n---\n"),
    ("privacy.json", "{\"title\": \"x\", \"sections\": [{\"id\": \"1\", \"title\": \"a\"}]}"),
    ("lib.json", "{\"functions\": [{\"h\": 1}], \"secvices\": {\"web\": {\"image\": \"x\"}}}"),
    ("schema.yaml", "type: riks_object\nproperties: { a: { type: string } }\n"),
    ("latin1.yaml", "name: \u{FF}\u{0}x"),
    ("empty.yaml", ""), ("empty.json", ""), ("empty.csv", ""),
    ("twice.yaml", "a: 1\na: 2\n"),
    ("names.md", "---\ntitle: Policy\nservices:\n- Audit\n- Buying\n---\n# Text\n"),
  ]

  @Test(arguments: foreign) func foreignFilesAreNobodysBusiness(
    _ path: String, _ text: String
  ) throws {
    let assessment = try organization([path: text]).assess()
    #expect(assessment.errors == [])
    #expect(assessment.recordCount == 1)
    #expect(assessment.files.first { $0.path.unescaped == path }?.fate == .passedOver)
  }

  /// What shows that it is ours stays an error when it cannot be read.
  static let ours: [(String, String)] = [
    ("persons.csv", "id,full_name\n1,2,3\n"),
    ("persons/x.yaml", "full_name: [\n"),
    ("a.yaml", "persons:\n  - { id: A, full_name: [ }\n"),
    ("a.json", "{\"persons\": [{\"id\": \"A\",}]}"),
    ("a.md", "---\ntype: person\nid: [\n---\n"),
    ("a.md", "---\ntype: person\nid: A\n\nText.\n"),
    ("a.yaml", "type: persn\nfull_name: Amal\n"),
    ("a.yaml", "type: persn\nid: A\n"),
    ("a.yaml", "persns:\n  - { id: A, full_name: Amal }\n"),
    ("a.yaml", "persons: [Amal, Rim]\n"),
    ("a.yaml", "persons:\n  - { id: A, full_name: B }\nfoo: [1]\n"),
    ("a.yaml", "tpye: person\nid: A\nfull_name: Amal\n"),
  ]

  @Test(arguments: ours) func whatIsOursIsAnError(_ path: String, _ text: String) throws {
    let assessment = try organization([path: text]).assess()
    #expect(!assessment.errors.isEmpty)
  }

  @Test(arguments: [".xlsx", ".docx"])
  func aClosedFileIsSaidAndFailsOnlyWhereItIsNamed(_ ending: String) throws {
    let organization = try organization(["numbers" + ending: "no archive"])
    let assessment = try organization.assess()
    #expect(assessment.errors == [])
    #expect(assessment.diagnostics.contains { $0.severity == .warning })
    try organization.write("no archive", to: "risks" + ending)
    #expect(try organization.assess().errors.count == 1)
    let named = try organization.assess { $0.paths = ["numbers" + ending] }
    #expect(named.errors.contains { $0.contains("path-not-assessed") })
  }

  // MARK: Left out

  @Test func excludedFilesAreCounted() throws {
    let organization = try organization([
      "clauselint.yaml": "exclude: [archive, \"drafts/*.yaml\", \"**/old.yaml\"]\n",
      "archive/2020/risks.yaml": "risks: [", "drafts/risks.yaml": "risks: [",
      "a/b/old.yaml": "risks: [",
    ])
    let assessment = try organization.assess()
    #expect(assessment.errors == [])
    let note = try #require(assessment.diagnostics.first { $0.code == "files-excluded" })
    #expect(note.message.unescaped == "exclude: left out 3 files")
    #expect(!assessment.files.contains { $0.path.unescaped.contains("risks") })
  }

  @Test func aPatternThatMatchesNothingIsAnError() throws {
    let organization = try organization([
      "clauselint.yaml": "exclude: [archiv, ../other]\n", "archive/a.yaml": "x: 1\n",
    ])
    #expect(
      try organization.assess().errors == [
        "clauselint.yaml:1:11 exclude-empty: the pattern `archiv` under exclude: matches no file",
        "clauselint.yaml:1:19 exclude-path: a pattern under exclude: leads outside the repository: "
          + "the path has a \"..\" part",
      ])
  }

  @Test func whatGitIgnoresAndLockFilesAreCounted() throws {
    let organization = try organization([
      ".gitignore": "build/\n*.tmp.yaml\n", "build/risks.yaml": "risks: [",
      "risks.tmp.yaml": "risks: [", "~$risks.xlsx": "x", ".~lock.risks.ods#": "x",
    ])
    let assessment = try organization.assess()
    #expect(assessment.errors == [])
    let said = assessment.diagnostics.map { "\($0.code): \($0.message.unescaped)" }
    #expect(
      said.contains("files-ignored: 2 files or folders that .gitignore names were passed over"))
    #expect(said.contains("files-locks: 2 lock files of an office program were passed over"))
  }

  @Test func anOrganisationBelowIsLeftToItsOwnRun() throws {
    let organization = try organization([
      "clauselint.yaml": "languages: [en]\n", "filiale/clauselint.yaml": "languages: [fr]\n",
      "filiale/persons.yaml": Self.persons,
    ])
    let assessment = try organization.assess()
    #expect(assessment.errors == [])
    #expect(assessment.recordCount == 1)
    let note = try #require(assessment.diagnostics.first { $0.code == "organization-below" })
    #expect(note.location?.path.unescaped == "filiale")
    #expect(note.remedy.unescaped == "Check it by itself: clauselint check filiale")
  }

  @Test func severalOrganisationsBelowAreEachCheckedByThemselves() throws {
    let organization = try Organization([
      "pack/pack.yaml": Self.pack, "commune/clauselint.yaml": "", "region/clauselint.yaml": "",
      "commune/persons.yaml": Self.persons, "region/persons.yaml": Self.persons,
    ])
    let assessment = try organization.assess()
    #expect(
      assessment.errors == [
        "nothing-to-check: no record was found here; 2 organisations of their own lie below"
      ])
    #expect(codes(assessment).filter { $0 == "organization-below" }.count == 2)
  }

  // MARK: Registers that nobody reads

  static let unread = [
    "actions.ods", "actions.numbers", "actions.gsheet", "persons.xls", "risks.txt", "risks.pdf",
    "registre des risques.rtf", "2026_liste-actions_v2.xlsb", "Plan d'actions.doc",
    "سجل الخدمة.odt",
  ]

  @Test func aRegisterThatNobodyReadsIsNamedWithWhatToDo() throws {
    let files = Dictionary(uniqueKeysWithValues: Self.unread.map { ($0, "x") })
    let organization = try organization(files)
    try organization.write("x", to: "note de service.docx")
    try organization.write("x", to: "photo.png")
    for language in Language.allCases {
      let assessment = try organization.assess(in: language)
      #expect(assessment.errors == [])
      let named = assessment.diagnostics.filter { $0.code == "register-format" }
      #expect(
        Set(named.compactMap { $0.location?.path.unescaped }) == Set(files.keys), "\(language)")
      #expect(named.allSatisfy { $0.severity == .warning && !$0.remedy.unescaped.isEmpty })
    }
    let named = try organization.assess().diagnostics.first {
      $0.location?.path.unescaped == "actions.ods"
    }
    #expect(
      named?.remedy.unescaped
        == "Convert it and keep the result: libreoffice --headless --convert-to xlsx 'actions.ods'")
    let text = try organization.assess().diagnostics.first {
      $0.location?.path.unescaped == "سجل الخدمة.odt"
    }
    #expect(text?.remedy.unescaped.hasSuffix("--convert-to docx 'سجل الخدمة.odt'") == true)
    // A quote would end the argument.
    let quoted = try organization.assess().diagnostics.first {
      $0.location?.path.unescaped == "Plan d'actions.doc"
    }
    #expect(quoted?.remedy.unescaped == "Save it as a Word file (.docx).")
  }

  @Test func anEmptyFileCalledLikeARegisterIsSaid() throws {
    let found = try organization(["risks.json": "", "notes.json": ""]).assess()
    let said = found.diagnostics.filter { $0.code == "register-empty" }
    #expect(said.map { $0.location?.path.unescaped } == ["risks.json"])
    #expect(found.errors == [])
  }

  // MARK: Named and not assessed

  static let named: [(String, String)] = [
    ("risks.xls", "no reader knows this kind of file"),
    ("README.md", "no records were found in it"),
    ("empty", "no file in it holds records"), ("build", ".gitignore names it too"),
    ("old.yaml", "exclude: in the configuration leaves it out"),
    ("clauselint.yaml", "clauselint uses it"), ("sub/persons.yaml", "the organisation in 'sub'"),
  ]

  @Test(arguments: named) func whatIsNamedAndNotAssessedIsAnError(
    _ path: String, _ reason: String
  ) throws {
    let organization = try organization([
      "clauselint.yaml": "exclude: [old.yaml]\n", "old.yaml": Self.persons, "risks.xls": "x",
      "README.md": "# Text\n", "empty/photo.png": "x", ".gitignore": "build\n",
      "build/persons.yaml": Self.persons, "sub/clauselint.yaml": "",
      "sub/persons.yaml": Self.persons,
    ])
    let errors = try organization.assess { $0.paths = [path] }.errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains("path-not-assessed") ?? false)
    #expect(errors.first?.contains(reason) ?? false, "\(errors)")
    #expect(try organization.assess { $0.paths = ["persons.yaml"] }.errors == [])
  }

  // MARK: What vanishes beside records

  @Test func whatVanishesBesideRecordsIsSaid() throws {
    let organization = try organization([
      "a.yaml": "type: person\nid: A\n---\ntyp: person\nid: B\n---\nfull_name: C\n---\nx: 1\n",
      "b.jsonl": "{\"type\":\"person\",\"id\":\"D\"}\n{\"typ\":\"person\",\"id\":\"E\"}\n",
      "c.yaml": "- type: person\n  id: F\n- type: risk\n  id: G\n- id: H\n- x\n",
    ])
    let assessment = try organization.assess()
    #expect(
      assessment.errors == [
        "a.yaml:4:1 record-type-key: “typ” is not a key of a record; did you mean `type`?",
        "a.yaml:7:1 record-type-missing: nothing says of which type this is; it has fields of the "
          + "register “Person”",
        "b.jsonl:2:2 record-type-key: “typ” is not a key of a record; did you mean `type`?",
      ])
    let notes = assessment.diagnostics.filter { $0.code == "document-passed-over" }
    #expect(notes.map { $0.location?.start.line } == [9, 5])
    #expect(notes[1].message.unescaped.contains("2 documents or list items"))
    #expect(assessment.recordCount == 5)
  }
}
