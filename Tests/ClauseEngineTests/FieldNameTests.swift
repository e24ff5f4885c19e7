import ClauseAssessment
import ClauseEngine
import ClauseSource
import Testing

/// Reasons and data problems call fields as the reader does: by the heading of the reader's own
/// register, else by the label in the language.
@Suite struct FieldNameTests {
  private static let pack = """
    pack: shop
    version: 1.0.0
    status: draft
    ---
    standard: iso9001:2015
    name: ISO 9001
    discipline: quality
    exclusions: forbidden
    clauses:
      "1": { title: All }
    ---
    types:
      tool:
        plural: tools
        title: { en: Tool, fr: Outil, ar: أداة }
        fields:
          held_by: string
          weight_kg: int!
          state: enum{in_use, put_away}!
          proofs: list<file>
          parts: list<ref<part>>
        labels:
          held_by: { en: [Keeper, Held by whom], fr: [Détenteur, Gardien], ar: [الماسك] }
          weight_kg: { en: [Weight], fr: [Poids], ar: [الوزن] }
          state: { en: [State], fr: [État], ar: [الحالة] }
          proofs: { en: [Proofs], fr: [Preuves], ar: [الإثباتات] }
        synonyms:
          state:
            in_use: { fr: [En service], ar: [مستعملة] }
            put_away: { fr: [Rangé], ar: [مخزنة] }
      part:
        plural: parts
        title: { en: Part, fr: Pièce, ar: قطعة }
        fields: { tool: ref<tool> }
    ---
    rules:
      - { id: held, title: T, for: tool, severity: minor, basis: practice, message: m,
          require: { present: [held_by] } }
      - { id: light, title: T, for: tool, severity: minor, basis: practice, message: m,
          require: "tool.weight_kg + 1 < 5" }
      - { id: used, title: T, for: tool, severity: minor, basis: practice, message: m,
          require: "tool.state == 'in_use'" }
      - { id: every, title: T, for: organization, severity: minor, basis: practice, message: m,
          require: "['in_use', 'put_away'].all(s, tools.exists(t, t.state == s))" }
      - { id: stocked, title: T, for: organization, severity: minor, basis: practice, message: m,
          require: "parts.size() > 0 || tools.size() > 9" }

    """

  private func assess(
    _ path: String, _ text: String, in language: Language
  ) throws -> Assessment {
    try Organization([
      "pack/pack.yaml": Self.pack, path: text, "clauselint.yaml": "complete: true\n",
    ]).assess(in: language)
  }

  private func because(_ rule: String, _ assessment: Assessment) -> [String] {
    assessment.findings(of: rule).first?.because.map(\.plain) ?? []
  }

  @Test func ofATableTheHeadingIsShown() throws {
    let text = "id;Gardien;Poids;État\nT-1;;9;Rangé\n"
    for language in Language.allCases {
      let found = try assess("tools.csv", text, in: language)
      #expect(found.errors == [])
      #expect(because("held", found).joined().contains("Gardien"), "\(because("held", found))")
      #expect(because("light", found).joined().contains("Poids"), "\(because("light", found))")
    }
    let french = try assess("tools.csv", text, in: .french)
    #expect(because("held", french) == ["« Gardien » : absent"])
    #expect(because("light", french) == ["« Poids » : 9 (ligne 2)"])
    #expect(because("used", french) == ["« État » : \"Rangé\" (ligne 2)"])
  }

  @Test func ofARecordTheLabelIsShown() throws {
    let text = "tools: [{ id: T-1, weight_kg: 9, state: put_away }]\n"
    let names = [
      "en": "“Keeper”: absent",
      "fr": "« Détenteur » : absent", "ar": "«الماسك»: غير موجود",
    ]
    for language in Language.allCases {
      let found = try assess("tools.yaml", text, in: language)
      #expect(because("held", found) == [names[language.rawValue] ?? ""])
    }
  }

  /// A word of the rule is told by what it means, and of a register how many records it has.
  @Test func expressionsAreNotShown() throws {
    let text = "tools: [{ id: T-1, weight_kg: 9, state: put_away }]\n"
    let found = try assess("tools.yaml", text, in: .french)
    #expect(because("every", found) == ["« En service » : rien n'y correspond"])
    for finding in found.findings {
      for reason in finding.because.map(\.plain) {
        #expect(!reason.contains("_") && !reason.contains(".size"), "\(reason)")
        #expect(!reason.contains("tools") && !reason.contains("parts"), "\(reason)")
      }
    }
  }

  @Test func dataProblemsNameFieldsAndRegisters() throws {
    let found = try assess(
      "tools.csv", "id;Poids;État;Preuves;parts\nT-1;lourd;perdu;rap.pdf;P-9\nT-1;1;;;\n",
      in: .french)
    let texts = found.findings.map(\.message.plain)
    for words in [
      "« Poids » contient lourd, illisible comme nombre entier",
      "« État » contient perdu, qui n'est pas parmi En service, Rangé",
      "« Preuves » n° 1 cite rap.pdf, fichier introuvable ou vide",
      "T-1 est déjà l'identifiant d'un autre enregistrement du registre « Outil »",
    ] {
      #expect(texts.contains { $0.contains(words) }, "\(words): \(texts)")
    }
  }

  /// The gate recognises the value that fails the run, whatever it is called.
  @Test func aFieldWithAHeadingShutsTheGateOnce() throws {
    var found = try assess(
      "tools.csv", "id;Gardien;Poids;État\nT-1;Ali;lourd;En service\n", in: .french)
    #expect(found.notices.first?.field?.unescaped == "weight_kg")
    #expect(found.notices.first?.reason.plain == "la valeur de « Poids » est illisible")
    found.refuseUndecided(at: .minor)
    #expect(!found.diagnostics.contains { $0.code == "rule-undecided" })
  }
}
