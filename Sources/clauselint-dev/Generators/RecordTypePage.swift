import ClauseEngine
import ClauseRecords
import ClauseRules
import ClauseSource

/// All record types of the shipped packs: fields, types, labels, words.
enum RecordTypePage {
  static func text(_ library: PackLibrary) -> String {
    var page = ReferencePage(
      title: "Record types",
      introduction: """
        The record types of the shipped packs. A field is written under its name or under any of \
        its labels; letter case, accents, blanks and punctuation of a label do not matter. `!` \
        marks a required field. How each type of value is read is said in \
        [configuration.md](../configuration.md#values-that-are-understood).
        """)
    let types = library.packs.catalog.types
    let common = commonFields(types)
    page.list(types.map { "[\($0.name)](#\($0.name)): \($0.title[.english])" })
    page.heading(2, "Fields of every record")
    page.paragraph(
      "Every type has these, but where a type below has a field of the same name, that one counts.")
    page.table(heads, common.map(row))
    words(of: common, on: &page)
    for type in types { add(type, common: common, to: &page) }
    return page.text
  }

  private static let heads = ["field", "type", "English", "French", "Arabic"]

  /// The fields that all types have from the same declaration.
  private static func commonFields(_ types: [RecordType]) -> [Field] {
    guard let first = types.first else { return [] }
    return first.fields.filter { field in
      types.allSatisfy { $0.fields.contains { $0.name == field.name && $0.span == field.span } }
    }
  }

  private static func add(_ type: RecordType, common: [Field], to page: inout ReferencePage) {
    page.heading(2, type.name)
    page.paragraph(
      "\(ReferencePage.threeLanguages(type.title)). Lists of them are called "
        + "\(ReferencePage.code(type.plural)); declared by the pack "
        + "\(ReferencePage.code(type.pack)).")
    let own = type.fields.filter { field in !common.contains { $0.name == field.name } }
    page.table(heads, own.map(row))
    words(of: own, on: &page)
    page.table(
      ["computed", "type", "expression"],
      type.derived.map {
        [
          ReferencePage.code($0.name), ReferencePage.code($0.type.spelling), definition($0),
        ]
      })
    page.list(promises(type))
  }

  private static func row(_ field: Field) -> [String] {
    [
      ReferencePage.code(field.name),
      ReferencePage.code(field.type.spelling + (field.isRequired ? "!" : "")),
    ]
      + [Language.english, .french, .arabic].map {
        (field.labels[$0] ?? []).joined(separator: ", ")
      }
  }

  /// The words of registers that fields are read from, one line a field.
  private static func words(of fields: [Field], on page: inout ReferencePage) {
    page.list(
      fields.filter { !$0.synonyms.isEmpty }.map { field in
        let words = field.synonyms.sorted { $0.key.precedesByBytes($1.key) }.map {
          "\(ReferencePage.code($0.key)) = \($0.value.joined(separator: ", "))"
        }
        return "Words for \(ReferencePage.code(field.name)): \(words.joined(separator: "; "))"
      })
  }

  /// What is checked of every record of the type without a rule.
  private static func promises(_ type: RecordType) -> [String] {
    [
      ("Never in circles", type.acyclic), ("Never in the future", type.past),
      ("May lie before 1990", type.historic),
      ("Persons who must still be there", type.accountable),
    ].filter { !$0.1.isEmpty }.map { title, fields in
      "\(title): \(fields.map(ReferencePage.code).joined(separator: ", "))"
    }
  }

  private static func definition(_ field: DerivedField) -> String {
    switch field.definition {
    case .expression(let source): ReferencePage.code(oneLine(source.text))
    case .ends(let ends):
      "written as " + ends.map { ReferencePage.code($0.spelling) }.joined(separator: " or ")
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
