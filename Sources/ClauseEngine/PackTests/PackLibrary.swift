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
  /// Ids of the packs that were asked for and could be read, all when none was named; the others
  /// were loaded because those need them.
  public var asked: [String]
  /// The number of the next file: the organisation's files follow those of the packs.
  let nextFile: Int32

  /// Those of `asked` whose rules have not one test.
  public var untested: [String] {
    asked.filter { id in
      !packs.rules.contains { $0.rule.pack.equalsByBytes(id) && !$0.rule.tests.isEmpty }
    }
  }

  /// What is wrong with them, located.
  public var locatedDiagnostics: [LocatedDiagnostic] {
    diagnostics.map { Locator(files: files).located($0, in: .english) }
  }

  /// Path, line and column of a span in one of the packs' files.
  public func location(_ span: Span) -> Location { Locator(files: files).location(span) }

  /// Loads the packs at `paths`, which then are those asked for, those at `context`, and the
  /// shipped ones that these require or cite; all shipped ones without a path.
  ///
  /// A pack at a path takes the place of the shipped one of its id; a word that is no folder is the
  /// id of a shipped one. At most `jobs` threads are used.
  public static func load(
    folders: [String], paths: [String] = [], context: [String] = [],
    limits: ClauseSource.Limits = .init(), jobs: Int = 1
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
    var asked = given.map(\.id)
    if paths.isEmpty {
      for id in loader.shippedIDs() { loader.findShipped(id, place: place) }
      given = loader.packs(jobs: jobs)
      asked = given.map(\.id)
    } else {
      for path in context { loader.findGiven(path) }
      for pack in loader.packs(jobs: jobs) where !given.contains(where: { $0.id == pack.id }) {
        given.append(pack)
      }
      addNeeded(to: &given, for: asked, &loader, jobs: jobs)
    }
    var files = SourceFiles()
    for file in loader.files { files.add(file) }
    var diagnostics = loader.diagnostics
    if given.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-none", english: "no rule pack was found", place: .run,
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

  /// Adds the shipped packs that `packs` require, and those that declare standards which the packs
  /// called `asked` cite.
  private static func addNeeded(
    to packs: inout [RulePack], for asked: [String], _ loader: inout PackLoader, jobs: Int
  ) {
    let place = Span(file: FileID(0), start: 0, end: 0)
    let shipped = loader.shippedIDs()
    var missing = declarers(of: cited(by: asked, in: packs), among: shipped, loader, jobs: jobs)
    while true {
      missing += packs.flatMap(\.requires).map(\.id)
      let ids = shipped.filter { id in
        missing.contains { $0.equalsByBytes(id) } && !packs.contains { $0.id.equalsByBytes(id) }
      }
      if ids.isEmpty { return }
      for id in ids { loader.findShipped(id, place: place) }
      let found = loader.packs(jobs: jobs)
      if found.isEmpty { return }
      packs += found
      missing = []
    }
  }

  /// Standards that the packs called `asked` or their rules cite and none of `packs` declares.
  private static func cited(by asked: [String], in packs: [RulePack]) -> [String] {
    let declared = packs.flatMap(\.standards).map(\.id)
    return packs.filter { asked.contains($0.id) }.flatMap { pack in
      pack.cites + pack.rules.flatMap(\.clauses).map(\.standard)
    }.filter { standard in !declared.contains { $0.equalsByBytes(standard) } }
  }

  /// The shipped packs that declare one of `standards`.
  private static func declarers(
    of standards: [String], among shipped: [String], _ loader: PackLoader, jobs: Int
  ) -> [String] {
    if standards.isEmpty { return [] }
    var search = PackLoader(folders: loader.folders, limits: loader.limits, nextFile: 1)
    let place = Span(file: FileID(0), start: 0, end: 0)
    for id in shipped { search.findShipped(id, place: place) }
    return search.packs(jobs: jobs).filter { pack in
      pack.standards.contains { standard in standards.contains { $0.equalsByBytes(standard.id) } }
    }.map(\.id)
  }
}
