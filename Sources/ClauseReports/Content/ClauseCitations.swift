import ClauseAssessment
import ClauseSource

/// How clauses are cited to people: `iso9001:2015/7.5.2` is `ISO 9001 7.5.2`.
struct ClauseCitations: Sendable {
  private let standards: [(prefix: String, name: String)]

  /// Citations by the short names of `standards`.
  init(_ standards: [StandardResult]) {
    self.standards = standards.map { ($0.id + "/", $0.name) }
  }

  /// The short citation, or the id itself when its standard is not of the run.
  func short(_ id: String) -> Untrusted {
    for standard in standards where id.utf8.starts(with: standard.prefix.utf8) {
      return Untrusted(standard.name + " " + Self.number(of: id))
    }
    return Untrusted(id)
  }

  /// The clause number of an id: what follows the first `/`.
  static func number(of id: String) -> String {
    let utf8 = id.utf8
    guard let slash = utf8.firstIndex(of: UInt8(ascii: "/")) else { return id }
    return String(id[utf8.index(after: slash)...])
  }

  /// The edition of a standard's id: what follows the first `:`, or nil.
  static func edition(of standard: String) -> String? {
    let utf8 = standard.utf8
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let edition = String(standard[utf8.index(after: colon)...])
    return edition.isEmpty ? nil : edition
  }
}
