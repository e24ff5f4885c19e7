import ClauseAssessment
import ClauseCalendar
import ClauseEngine
import ClauseSource
import Foundation
import Testing

/// What reading and the configuration say stands in every language, in the words of whoever keeps
/// the registers.
@Suite struct DiagnosticLanguageTests {
  /// The shipped packs, read once.
  static let library = PackLibrary.load(folders: [Folders.rules], paths: [])

  // MARK: Reading

  private func folder() throws -> Organization {
    let organization = try Organization([
      "clauselint.yaml": "exclude: [old/**]\n",
      "risks.csv": """
      Réf;Risque;Probabilité;Gravité;Pilote;Responsable
      R-1;Panne;3;4;Sara;Ali

      R-2;Vol;2;2;Sara;Ali;en trop;encore
      Réf;Risque;Probabilité;Gravité;Pilote;Responsable
      Total;;;;;

      """,
      "actions.csv": """
      Réf,Action,Pilote,Échéance,Statut
      # une note
      A-1,Réparer,Sara,03/02/2026,planned
      A-2,Former,Ali,T4 2026,planned

      """,
      "objectives.csv": "", "registre des risques.pdf": "x", "old/x.csv": "a,b\n1,2\n",
      "hazards.xlsx": "no archive", "incidents.csv": Self.pointer,
      "audits.md": "---\nid: A-1\n", "kpis.md": "----\nid: A-1\n---\n",
      "objectives.md": "---\n- a\n---\n", "foreign.yaml": "a: 1\n",
      "permits.yaml": "permits: [{ id: P-1, id: P-2 }]\n", "drills.yaml": "drills: [\n",
      "suppliers.yaml": "suppliers:\n\t- id: S-1\n", "changes.json": "{\"changes\": [01,]}",
      "issues.yaml": "issues: [{ id: I-1, title: x }]\nisues: []\n",
      "complaints.csv": "\"Réf,Objet\n", "processes.yaml": "processes: 3\n",
      "below/clauselint.yaml": "{}\n", ".gitignore": "secret.csv\n", "secret.csv": "a\n",
      "~$risks.xlsx": "x",
    ])
    // "é" of Windows-1252 is no UTF-8.
    let latin = Array("R\u{e9}f;Intitul\u{e9};Propri\u{e9}taire\n".unicodeScalars).map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    try Data(latin).write(to: URL(fileURLWithPath: organization.root + "/documents.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: organization.root + "/link.csv", withDestinationPath: "/etc/hostname")
    return organization
  }

  private static let pointer =
    "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12345\n"

  private func read(_ organization: Organization, _ language: Language) throws -> Assessment {
    var options = RunOptions(
      root: organization.root, packFolders: [Folders.rules],
      asOf: try #require(CivilDate(iso: "2026-06-15")), jobs: 1, toolVersion: "test")
    options.language = language
    return Assessor(try Workspace.load(options, packs: Self.library)).assess()
  }

  @Test func whatReadingSaysIsInTheReadersLanguage() throws {
    let organization = try folder()
    let english = try read(organization, .english).diagnostics
    let codes = Set(english.map(\.code))
    for code in [
      "column-missing", "column-needed", "heading-twice", "table-damaged-rows",
      "table-heading-rows", "table-total-rows", "table-blank-rows", "csv-comment-rows",
      "date-order-implied", "date-imprecise", "names-only", "register-empty", "register-format",
      "files-excluded", "files-ignored", "files-locks", "organization-below", "workbook-archive",
      "file-lfs-pointer", "file-symbolic-link", "front-matter-unterminated",
      "front-matter-marker", "front-matter-shape", "duplicate-key", "yaml-tab", "yaml-bracket",
      "json-syntax", "csv-quote", "record-shape", "encoding-detected",
    ] {
      #expect(codes.contains(code), "\(code) is not reached: \(codes.sorted())")
    }
    for language in [Language.french, .arabic] {
      expectWords(try read(organization, language).diagnostics, in: language, beside: english)
    }
  }

  // MARK: Configuration

  static let configurations =
    ConfigurationTests.mistakes.map(\.0) + [
      "organization: nobody\n", "time_zone: Africa/Casablncaa\n", "complete: perhaps\n",
      "standards: [iso9001:2099]\n", "packs: [qse-cor]\n", "packs: [../elsewhere]\n",
      "exclude: [nothing/**]\n", "exclude: [../x]\n", "--- {}\n---\n{}\n", "parameters: 3\n",
      "parameters: { review_interval: [1] }\n",
      "sources: [{ files: risks.csv, type: risk, fields: { ownr: Pilote } }]\n",
      "sources: [{ files: risks.csv, type: risk, fields: { owner: Chef } }]\n",
      "sources: [{ files: risks.csv, type: risk, fields: x, values: x, header_row: x }]\n",
      "sources: [{ files: risks.csv, type: risk, delimiter: xx, encoding: latin }]\n",
      "sources: [{ files: risks.csv, type: risk, default: { owner: Sara } }]\n",
    ]

  @Test(arguments: configurations)
  func mistakesOfTheConfigurationAreInTheReadersLanguage(_ text: String) throws {
    let organization = try Organization([
      "clauselint.yaml": text,
      "risks.csv": "Réf;Risque;Probabilité;Gravité\nR-1;Panne;3;4\n",
    ])
    func load(_ language: Language) throws -> [LocatedDiagnostic] {
      var options = RunOptions(
        root: organization.root, packFolders: [Folders.rules],
        asOf: try #require(CivilDate(iso: "2026-06-15")), jobs: 2, toolVersion: "test")
      options.language = language
      let loaded =
        text.hasPrefix("packs:")
        ? try Workspace.load(options) : try Workspace.load(options, packs: Self.library)
      return loaded.locatedDiagnostics
    }
    let english = try load(.english)
    #expect(english.contains { $0.severity == .error }, "\(text) is accepted")
    for language in [Language.french, .arabic] {
      expectWords(try load(language), in: language, beside: english)
    }
  }

  // MARK: What is expected

  private func expectWords(
    _ said: [LocatedDiagnostic], in language: Language, beside english: [LocatedDiagnostic]
  ) {
    #expect(said.map(\.code) == english.map(\.code), "another order in \(language)")
    for (own, other) in zip(said, english) {
      let text = own.message.unescaped
      #expect(own.language == language, "\(own.code): \(text)")
      #expect(text != other.message.unescaped, "\(own.code): \(text)")
      if !other.remedy.unescaped.isEmpty {
        #expect(own.remedy.unescaped != other.remedy.unescaped, "\(own.code)")
      }
      #expect(own.remedy.unescaped.isEmpty == other.remedy.unescaped.isEmpty, "\(own.code)")
      for sentence in [text, own.remedy.unescaped] {
        #expect(Self.identifiers(in: sentence) == [], "\(own.code): \(sentence)")
      }
      if language == .arabic {
        #expect(text.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }, "\(text)")
      }
    }
  }

  /// Words like `due_on` that are neither what the reader wrote nor what the reader is to write,
  /// which stands in backticks, in the braces of a line or before a colon.
  private static func identifiers(in sentence: String) -> [String] {
    var shown = ""
    var isWritten = false
    for character in sentence {
      if character == "`" { isWritten.toggle() }
      if character == "{" { isWritten = true }
      if character == "}" { isWritten = false }
      if !isWritten { shown.append(character) }
    }
    return shown.split { !$0.isASCII || !($0.isLetter || $0 == "_" || $0 == ":") }
      .map(String.init).filter { $0.dropFirst().dropLast().contains("_") && !$0.hasSuffix(":") }
      .filter { $0 != "skip_rows" }
  }
}
