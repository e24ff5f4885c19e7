import ClauseBytes
import ClauseSource

/// Refuses labels under which a heading would mean two fields of one type.
///
/// A label of a type goes before an inherited one, so only labels of one declaration compete; and
/// the names of the fields go before all labels.
struct LabelCheck {
  private let declaration: RecordTypeDeclaration

  init(_ declaration: RecordTypeDeclaration) { self.declaration = declaration }

  /// Reports each label that means two fields.
  func run(fields: [Field], _ sink: inout DiagnosticSink) {
    // Labels of structures compete inside the structure.
    var tables: [String: ByteTable] = ["": Self.names(of: fields)]
    var paths: [RecordTypeDeclaration.Word] = []
    for entry in declaration.labels {
      let (parent, name) = Self.split(entry.path.text)
      // Taken out, so that it is not copied when it changes.
      var table = tables.removeValue(forKey: parent) ?? ByteTable()
      let number = Int32(paths.count)
      paths.append(entry.path)
      for language in Language.allCases {
        for label in entry.labels[language] ?? [] {
          let key = Fold.heading(Array(label.utf8)[...])
          guard !key.isEmpty, let other = table.insert(key, number), other != number else {
            continue
          }
          report(label, entry.path, name, fields, other, paths, &sink)
        }
      }
      tables[parent] = table
    }
  }

  private func report(
    _ label: String, _ path: RecordTypeDeclaration.Word, _ name: String, _ fields: [Field],
    _ other: Int32, _ paths: [RecordTypeDeclaration.Word], _ sink: inout DiagnosticSink
  ) {
    if other >= 0 {
      sink.error(
        "record-type-label",
        "'\(label)' is already a label of '\(paths[Int(other)].text)' in "
          + "'\(declaration.name.text)'",
        path.span, also: paths[Int(other)].span, "declared here")
      return
    }
    let field = fields[Int(-1 - other)].name
    if field.equalsByBytes(name) { return }
    sink.error(
      "record-type-label",
      "'\(label)' is the name of the field '\(field)' in '\(declaration.name.text)'", path.span)
  }

  /// Folded names, each with `-1 - its index`.
  private static func names(of fields: [Field]) -> ByteTable {
    var table = ByteTable()
    for (index, field) in fields.enumerated() {
      table.insert(Fold.heading(Array(field.name.utf8)[...]), Int32(-1 - index))
    }
    return table
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    let parts = path.split(separator: ".")
    return (parts.dropLast().joined(separator: "."), parts.last.map(String.init) ?? path)
  }
}
