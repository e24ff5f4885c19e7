import ClauseDocuments
import ClauseSource

/// Workbooks of several sheets: a mapping of the sheets' names to their tables.
extension BindingRun {
  /// Binds the sheets that hold records; false when none concerns us.
  ///
  /// Where the records are of one type, by the source or by the file's name, one sheet holds them:
  /// the one called like the type, or the only one with a table. Which of several is never guessed.
  mutating func bindSheets(_ root: NodeID) -> Bool {
    let entries = tree.entries(root)
    guard let type = plannedType ?? typeOfPath else {
      var found = false
      for (name, table) in entries {
        guard let type = catalog.index(ofPluralInPath: tree.bytes(name)) else { continue }
        bindList(table, type)
        found = true
      }
      if found { noteUnreadSheets(entries) }
      return found
    }
    let named = entries.filter { catalog.index(ofPluralInPath: tree.bytes($0.key)) == type }
    let fitting = entries.count == 1 ? entries : named
    guard fitting.count == 1, let sheet = fitting.first else {
      let names = entries.map { "'\(excerpt(tree.bytes($0.key)))'" }.joined(separator: ", ")
      diagnose(
        .error, "sheet-choice", "the workbook has several sheets with tables: \(names)",
        tree.span(entries.first?.key ?? root),
        remedy: "Name the one that holds the records with sheet: in its source.")
      return true
    }
    bindList(sheet.value, type)
    return true
  }

  /// Says which sheets of a workbook were passed over beside those that were read.
  private mutating func noteUnreadSheets(_ entries: [(key: NodeID, value: NodeID)]) {
    for (name, _) in entries where catalog.index(ofPluralInPath: tree.bytes(name)) == nil {
      diagnose(
        .note, "sheet-passed-over",
        "the name of the sheet '\(excerpt(tree.bytes(name)))' is no record type's", tree.span(name),
        remedy: "Name it with sheet: in a source, as well as the others of this workbook.")
    }
  }
}
