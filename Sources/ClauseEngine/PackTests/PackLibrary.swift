import CEL
public import ClauseAssessment
import ClauseCalendar
import ClausePatterns
import ClauseRecords
public import ClauseRules
public import ClauseSource

/// Packs loaded on their own, without an organisation: for tests, listings and documentation.
public struct PackLibrary: Sendable {
  /// The packs, checked.
  public var packs: PackSet
  /// Their files.
  public var files: SourceFiles
  /// What is wrong with them.
  public var diagnostics: [Diagnostic]
  /// Ids of the packs that were asked for; the others were loaded because rules cite them.
  public var asked: [String]
  /// The number of the next file: the organisation's files follow those of the packs.
  let nextFile: Int32

  /// What is wrong with them, located.
  public var locatedDiagnostics: [LocatedDiagnostic] {
    diagnostics.map { Locator(files: files).located($0) }
  }

  /// Path, line and column of a span in one of the packs' files.
  public func location(_ span: Span) -> Location { Locator(files: files).location(span) }

  /// Loads the shipped packs in `folders` and the packs at `paths`, which then are those asked
  /// for. A pack at a path takes the place of the shipped one of its id; a word that is no folder
  /// is the id of a shipped one. At most `jobs` threads are used.
  public static func load(
    folders: [String], paths: [String] = [], limits: ClauseSource.Limits = .init(), jobs: Int = 1
  ) -> PackLibrary {
    var loader = PackLoader(folders: folders, limits: limits, nextFile: 1)
    let place = Span(file: FileID(0), start: 0, end: 0)
    for path in paths {
      if path.contains("/") || (try? SourceRoot(path: path)) != nil {
        loader.findGiven(path)
      } else {
        loader.findShipped(path, place: place)
      }
    }
    var given = loader.packs(jobs: jobs)
    let taken = Set(given.map(\.id))
    let asked = given.map(\.id)
    for id in loader.shippedIDs() where !taken.contains(id) {
      loader.findShipped(id, place: place)
    }
    given += loader.packs(jobs: jobs)
    var files = SourceFiles()
    for file in loader.files { files.add(file) }
    var diagnostics = loader.diagnostics
    if given.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-none", message: "no rule pack was found", place: .run,
          remedy: "Name one by its path, or set CLAUSELINT_PACKS."))
    }
    let set = PackSet.join(
      given,
      language: .init(
        libraries: EngineFunctions.libraries,
        patterns: RE2Compiler(), limits: limits),
      files: files, spreading: Threads(jobs: jobs), diagnostics: &diagnostics)
    return PackLibrary(
      packs: set, files: files, diagnostics: diagnostics, asked: asked,
      nextFile: loader.nextFile)
  }
}
