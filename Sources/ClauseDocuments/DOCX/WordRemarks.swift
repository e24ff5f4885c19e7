internal import ClauseSource

/// What of a Word file is not read, or read with reservations: counts, to be said in one note.
struct WordRemarks {
  var changes = 0
  var comments = 0
  var notes = 0
  var nestedTables = 0
  var hiddenRuns = 0
  var otherFiles = 0
  /// Whether a field that never ends keeps the text behind it from being read.
  var isCutOff = false

  /// The notes, worst first.
  func diagnostics(_ context: PackageContext, packed: [String]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func say(_ severity: Diagnostic.Severity, _ code: String, _ message: String, _ remedy: String) {
      found.append(
        Diagnostic(
          severity, code: code, message: message, place: .path(context.path), remedy: remedy))
    }
    if isCutOff {
      say(
        .warning, "word-field", "a field never ends; the text behind it was not read",
        context.saveAgain)
    }
    let open =
      Self.list([
        (changes, "one tracked change", "tracked changes"), (comments, "one comment", "comments"),
      ])
    if !open.isEmpty {
      say(
        .note, "word-changes",
        "the file holds \(open) not accepted or resolved; insertions are read, deletions are not",
        "Accept or reject the changes, and delete the comments that are settled.")
    }
    let left =
      Self.list([
        (hiddenRuns, "one hidden text", "hidden texts"),
        (notes, "one footnote or endnote", "footnotes and endnotes"),
        (otherFiles, "one other file put in", "other files put in"),
      ])
    let ignored = (left.isEmpty ? [] : [left]) + packed
    if !ignored.isEmpty {
      say(
        .note, "word-ignored", "not read in this Word file: \(ignored.joined(separator: ", "))", "")
    }
    if nestedTables > 0 {
      say(
        .note, "word-nested-tables",
        Self.list([
          (nestedTables, "one table within another", "tables within others")
        ]) + (nestedTables == 1 ? " was" : " were") + " read as text of the outer cell", "")
    }
    return found
  }

  private static func list(_ counts: [(count: Int, one: String, more: String)]) -> String {
    counts.filter { $0.count > 0 }.map { $0.count == 1 ? $0.one : "\($0.count) \($0.more)" }
      .joined(separator: " and ")
  }
}
