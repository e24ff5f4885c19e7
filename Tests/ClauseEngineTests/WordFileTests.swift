import ClauseAssessment
import ClauseCalendar
import ClauseDocuments
import ClauseEngine
import ClauseSource
import Foundation
import TestTables
import Testing

/// Word files in a run: what they are read as, what is proposed for them, what becomes of the others.
@Suite struct WordFileTests {
  private static let pack = """
    pack: test
    version: 0.1.0
    status: draft
    title: { en: Test }
    ---
    types:
      action:
        plural: actions
        title: { en: Action }
        names: { fr: [plan d'actions] }
        fields: { title: string!, owner: string, due: date }
        labels:
          id: { fr: [N°] }
          title: { fr: [Action, Intitulé] }
          owner: { fr: [Pilote, Responsable] }
          due: { fr: [Délai, Échéance] }
      document:
        plural: documents
        title: { en: Document }
        describes_files: true
        fields:
          code: string
          title: string
          version: string!
          dated: date!
          author: string
          text: text
          sections: list<string>
        labels:
          code: { fr: [Code] }
          title: { fr: [Titre], en: [Title] }
          version: { fr: [Version] }
          dated: { fr: [Date] }
          author: { fr: [Auteur] }
    ---
    rules:
      - { id: owned, title: { en: T }, for: action, require: "has(action.owner)", severity: minor, basis: own, message: { en: M } }
      - { id: has-object, title: { en: T }, for: document, require: "document.sections.exists(s, s == 'Objet')", severity: minor, basis: own, message: { en: M } }
    """

  private static let head = ["N°", "Action", "Pilote", "Délai"]
  private static let actions = TestWord.table([
    head, ["A-1", "Former", "Sara", "31/12/2026"], ["A-2", "Acheter", "", "30/06/2026"],
  ])
  private static let more = TestWord.table([head, ["B-1", "Trier", "", "31/12/2026"]])
  private static let history = TestWord.table([
    ["Version", "Date", "Auteur"], ["1", "01/02/2025", "Sara"],
  ])

  private static func organization(
    _ files: [String: TestWord], _ configuration: String? = nil
  ) throws -> Organization {
    let organization = try Organization(["pack/pack.yaml": pack])
    for (name, word) in files {
      try Data(word.bytes).write(to: URL(fileURLWithPath: organization.root + "/" + name))
    }
    if let configuration { try organization.write(configuration, to: "clauselint.yaml") }
    return organization
  }

  private static func findings(_ assessment: Assessment) -> [String] {
    assessment.findings.filter { $0.rule == "owned" || $0.rule == "has-object" }.map {
      "\($0.location.path.unescaped)!\($0.location.cell?.text.unescaped ?? "-") "
        + ($0.record?.id.unescaped ?? "-")
    }
  }

  // MARK: Tables

  /// A register that is called so is read without configuration, a history of versions is none.
  @Test func aRegisterIsRead() throws {
    let word = TestWord(
      Self.history + TestWord.paragraph("Plan d'actions", style: "Titre1") + Self.actions)
    let assessment = try Self.organization(["suivi.docx": word]).assess()
    #expect(assessment.errors == [])
    #expect(assessment.recordCount == 2)
    #expect(Self.findings(assessment) == ["suivi.docx!T2:C3 A-2"])
    #expect(!assessment.diagnostics.contains { $0.code == "register-unread" })
  }

  /// In prose a table that nothing calls a register is named and not read.
  @Test func aTableWithoutANameIsNamed() throws {
    let assessment = try Self.organization(["note.docx": TestWord(Self.actions)]).assess()
    let said = try #require(assessment.diagnostics.first { $0.code == "register-unread" })
    #expect(said.location?.cell?.text.unescaped == "T1:A1")
    #expect(assessment.unread.map(\.reason) == [.unrecognised])
  }

  @Test func aTextWithoutARegisterIsPassedOver() throws {
    let word = TestWord(TestWord.paragraph("Texte") + TestWord.table([["x", "y"], ["1", "2"]]))
    let assessment = try Self.organization(["note.docx": word]).assess()
    #expect(assessment.unread.map { "\($0.reason) \($0.path.unescaped)" } == ["prose note.docx"])
    #expect(assessment.errors.allSatisfy { $0.contains("nothing-to-check") })
  }

  @Test func sourcesNameTables() throws {
    let word = TestWord(Self.actions + TestWord.paragraph("Suite de texte.") + Self.more)
    for (keys, wanted) in [
      ("table: 2", ["a.docx!T2:C2 B-1"]), ("table: 1", ["a.docx!T1:C3 A-2"]),
      ("read: table", ["a.docx!T1:C3 A-2", "a.docx!T2:C2 B-1"]),
    ] {
      let assessment = try Self.organization(
        ["a.docx": word], "sources: [{ files: a.docx, type: action, dates: day-first, \(keys) }]\n"
      ).assess()
      #expect(assessment.errors == [], "\(keys)")
      #expect(Self.findings(assessment) == wanted, "\(keys)")
    }
    let both = try Self.organization(
      ["a.docx": word],
      """
      sources:
        - { files: a.docx, type: action, table: 1 }
        - { files: a.docx, type: action, table: 2 }
      """
    ).assess()
    #expect(Self.findings(both) == ["a.docx!T1:C3 A-2", "a.docx!T2:C2 B-1"])
    let none = try Self.organization(
      ["a.docx": word], "sources: [{ files: a.docx, type: action, table: 9 }]\n"
    ).assess()
    #expect(none.errors.contains { $0.contains("table-missing") })
  }

  // MARK: Labels

  private static let procedure = TestWord(
    TestWord.paragraph("*Code :", " PR-1") + TestWord.paragraph("*Version :", " 2")
      + TestWord.paragraph("*Date :", " 12/01/2026")
      + TestWord.paragraph("Objet", style: "Titre1") + TestWord.paragraph("Du texte.")
      + Self.history)

  @Test func aTextOfLabelsIsOneRecord() throws {
    let assessment = try Self.organization(
      ["a.docx": Self.procedure],
      "sources: [{ files: a.docx, type: document, read: metadata, dates: day-first }]\n"
    ).assess()
    #expect(assessment.errors == [])
    #expect(assessment.recordCount == 1)
    #expect(Self.findings(assessment) == [])
  }

  @Test func whatASourceNamesMustBeThere() throws {
    let word = TestWord(TestWord.paragraph("Du texte."))
    for (keys, code) in [
      ("", "table-missing"), (", read: metadata", "metadata-missing"),
      (", read: front-matter", "front-matter-missing"), (", under: Rien", "table-missing"),
    ] {
      let assessment = try Self.organization(
        ["a.docx": word], "sources: [{ files: a.docx, type: document\(keys) }]\n"
      ).assess()
      #expect(assessment.errors.contains { $0.contains(code) }, "\(keys)")
    }
  }

  // MARK: Proposals

  private static func proposed(_ word: TestWord) throws -> String {
    let organization = try organization(["a.docx": word])
    var options = RunOptions(
      root: organization.root, packFolders: [], asOf: .earliest, jobs: 1, toolVersion: "test")
    options.packs = [organization.root + "/pack"]
    return try Onboarding.propose(options).files[0].text
  }

  /// What init writes is what the tables and labels are read by.
  @Test func initProposesTablesAndLabels() throws {
    #expect(try Self.proposed(Self.procedure).contains("type: document\n    read: metadata"))
    let titled = TestWord(TestWord.paragraph("*Plan d'actions") + Self.actions + Self.more)
    let text = try Self.proposed(titled)
    for number in 1...2 {
      #expect(text.contains("table: \(number)\n    type: action\n    read: table"), "\(text)")
    }
    #expect(!text.contains("under:"))
    let one = TestWord(TestWord.paragraph("*Plan d'actions") + Self.actions)
    #expect(try Self.proposed(one).contains("under: Plan d'actions\n    type: action"))
  }

  @Test func sourcesShowTheTitleBlock() throws {
    let word = TestWord(
      TestWord.paragraph("Plan d'actions", style: "Titre1") + Self.actions,
      headers: [
        TestWord.table([["Code", "Version", "Date"], ["EN-01", "3", "12/01/2026"]])
      ], properties: "<dc:title xmlns:dc=\"d\">Modèle</dc:title>")
    let organization = try Self.organization(["a.docx": word])
    var options = RunOptions(
      root: organization.root, packFolders: [], asOf: .earliest, jobs: 1, toolVersion: "test")
    options.packs = [organization.root + "/pack"]
    let report = try ReadingReporter(try Workspace.load(options)).report()
    let part = try #require(report.files.first { $0.path.unescaped == "a.docx" }?.parts.first)
    #expect(part.table == 1 && part.headerRow == 1)
    #expect(
      part.titleBlock.map { "\($0.field) \($0.value.unescaped)" } == [
        "code EN-01", "version 3", "dated 12/01/2026", "title Modèle",
      ])
  }
}

/// Word files written by python-docx, which is not ours.
@Suite struct WordCorpusTests {
  static var isWanted: Bool {
    ProcessInfo.processInfo.environment["CI"] != nil
      || (try? Workbooks.run("import docx, openpyxl", [])).map { $0 == 0 } == true
  }

  /// Each table as a Word file and as a workbook, some cells merged in both.
  private static let script = """
    import random, sys, docx, openpyxl
    folder, count = sys.argv[1], int(sys.argv[2])
    words = ["Risque", "é à ç", "سجل", "12", "2026-01-31", "x & <y>", "ligne\\nsuite", "T\\tab", "", ""]
    for number in range(count):
        pick = random.Random(number)
        rows, columns = pick.randint(1, 8), pick.randint(1, 7)
        cells = [[pick.choice(words) for _ in range(columns)] for _ in range(rows)]
        merged = []
        if number % 2 and rows > 1 and columns > 1:
            top, left = pick.randrange(rows - 1), pick.randrange(columns - 1)
            bottom, right = pick.randint(top, rows - 1), pick.randint(left, columns - 1)
            if (bottom, right) != (top, left):
                merged.append((top, left, bottom, right))
                for row in range(top, bottom + 1):
                    for column in range(left, right + 1):
                        if (row, column) != (top, left):
                            cells[row][column] = ""
        document = docx.Document()
        document.add_heading("Titre", 1)
        table = document.add_table(rows, columns, style="Table Grid" if number % 3 else None)
        for row in range(rows):
            for column in range(columns):
                if cells[row][column]:
                    table.cell(row, column).text = cells[row][column]
        book = openpyxl.Workbook()
        for row in range(rows):
            for column in range(columns):
                if cells[row][column]:
                    book.active.cell(row + 1, column + 1).value = cells[row][column]
        for top, left, bottom, right in merged:
            table.cell(top, left).merge(table.cell(bottom, right))
            book.active.merge_cells(start_row=top + 1, start_column=left + 1,
                                    end_row=bottom + 1, end_column=right + 1)
        document.save(f"{folder}/{number}.docx")
        book.save(f"{folder}/{number}.xlsx")
    """

  @Test(.enabled(if: isWanted, "needs python3 with python-docx and openpyxl"))
  func wordFilesHoldWhatWorkbooksHold() throws {
    let organization = try Organization([:])
    let count = 200
    #expect(try Workbooks.run(Self.script, [organization.root, String(count)]) == 0)
    var merged = 0
    for number in 0..<count {
      func grids(_ ending: String, _ reader: any DocumentReader) throws -> [Grid] {
        let path = "\(number)\(ending)"
        let data = try #require(
          FileManager.default.contents(atPath: organization.root + "/" + path))
        let file = SourceFile(id: FileID(0), path: path, bytes: Array(data))
        let document = reader.read(file, limits: Limits())
        #expect(document.diagnostics.isEmpty, "\(path)")
        return document.grids ?? []
      }
      let word = try grids(".docx", DOCXReader())
      let book = try grids(".xlsx", XLSXReader()).filter { !$0.rows.isEmpty }
      #expect(word.map(Self.cells) == book.map(Self.cells), "\(number)")
      #expect(word.map(Self.merged) == book.map(Self.merged), "\(number)")
      #expect(word.allSatisfy { $0.section == "Titre" })
      merged += word.first?.merged.count ?? 0
    }
    #expect(merged > 40)
  }

  private static func cells(_ grid: Grid) -> [String] {
    grid.cells.map { "\($0.row) \($0.column) " + String(decoding: grid.text($0), as: UTF8.self) }
  }

  private static func merged(_ grid: Grid) -> [String] {
    grid.merged.map { "\($0.rows) \($0.columns)" }.sorted()
  }
}
