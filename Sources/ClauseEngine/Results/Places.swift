import ClauseAssessment
import ClauseRecords
import ClauseRules
import ClauseSource

/// Turns spans and paths into locations.
struct Locator {
  let files: SourceFiles

  /// Path, line and column of `span`.
  func location(_ span: Span) -> Location {
    files[span.file].map { $0.location(of: span) } ?? location(path: Configuration.fileName)
  }

  private func location(path: String) -> Location {
    let start = Position(line: 1, column: 1)
    return Location(path: Untrusted(path), start: start, end: start)
  }

  /// A diagnostic with its place found, in `language` as far as it has it.
  func located(_ diagnostic: Diagnostic, in language: Language) -> LocatedDiagnostic {
    let own = diagnostic.language(for: language)
    return LocatedDiagnostic(
      severity: diagnostic.severity, code: diagnostic.code,
      message: Untrusted(diagnostic.message[own]), remedy: Untrusted(diagnostic.remedy[own]),
      location: location(diagnostic.place),
      related: diagnostic.related.compactMap { related in
        location(related.place).map {
          RelatedLocation(
            message: Message([.text(Untrusted(related.message[own]))]), location: $0)
        }
      }, language: own)
  }

  private func location(_ place: DiagnosticPlace) -> Location? {
    switch place {
    case .span(let span): files[span.file].map { $0.location(of: span) }
    case .path(let path): location(path: path.isEmpty ? "." : path)
    case .run: nil
    }
  }
}

/// Finds a place for what is absent.
struct Places {
  let workspace: Workspace
  let own: OwnRecords

  /// Where something absent should have come from: the source that names the register, else the
  /// file of a register that the rule reads, else the organisation's record, else the
  /// configuration, else the first file read.
  func span(ofRuleReading names: Set<String>) -> Span {
    let store = workspace.store
    let types = store.catalog.types.filter { names.contains($0.plural) }
    for type in types {
      if let source = workspace.configuration.sources.first(where: { $0.plan.type == type.name }) {
        return source.span
      }
    }
    // A record of a pack is no place where the organisation could mend anything.
    for type in types {
      guard let index = store.catalog.index(ofType: type.name),
        let first = own.indices(ofType: index).first
      else { continue }
      return Self.beginning(of: store.records[first].span.file)
    }
    if let index = store.catalog.index(ofType: "organization"),
      let record = store.records(ofType: index).first
    {
      return record.anchor
    }
    if let span = workspace.configuration.organization?.span ?? workspace.configuration.span {
      return span
    }
    // The file, and not a record that merely happens to be its first.
    let files = store.records.lazy.map(\.span.file).filter { $0 >= workspace.firstRecordFile }
    return Self.beginning(of: files.min() ?? FileID(0))
  }

  private static func beginning(of file: FileID) -> Span { Span(file: file, start: 0, end: 0) }
}
