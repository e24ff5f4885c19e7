import CEL
import ClauseAssessment
import ClauseCalendar
import ClauseRecords
import ClauseSource

/// What sample is asked for.
public struct SampleRequest: Sendable {
  /// Records per register; nil for the square root of each register, rounded up.
  public var size: Int?
  /// The seed, printed with the list.
  public var seed: String

  /// Asks for `size` records per register.
  public init(size: Int?, seed: String) {
    self.size = size
    self.seed = seed
  }
}

/// Draws records per register: stratified by site, process and year, beside all records with a
/// major finding and those with a value close to its threshold.
struct Sampling {
  let facts: RecordFacts
  let request: SampleRequest

  /// A record with its stratum and its lot.
  private struct Candidate {
    var index: Int
    var stratum: [Untrusted]
    var lot: String
  }

  /// The list.
  func draw(_ findings: [Finding]) -> SampleList {
    var major = Set<Int>()
    for finding in findings where finding.severity == .major && finding.state == .new {
      if let index = finding.record.flatMap(facts.record)?.index { major.insert(index) }
    }
    let registers = facts.store.catalog.types.enumerated().compactMap { index, type in
      register(type, of: facts.own.indices(ofType: index), major)
    }
    return SampleList(seed: Untrusted(request.seed), size: request.size, registers: registers)
  }

  private func register(
    _ type: RecordType, of indices: Range<Int>, _ major: Set<Int>
  ) -> SampleList.Register? {
    guard !indices.isEmpty else { return nil }
    let candidates = indices.map { candidate($0, type) }
    let strata = Dictionary(grouping: candidates) { $0.stratum }
    let size = min(request.size ?? Self.ceilingOfRoot(indices.count), indices.count)
    var drawn = Set<Int>()
    var items: [SampleList.Item] = []
    for candidate in Self.allocate(size, among: strata) {
      drawn.insert(candidate.index)
      items.append(item(candidate, .drawn))
    }
    for candidate in candidates where !drawn.contains(candidate.index) {
      if major.contains(candidate.index) {
        items.append(item(candidate, .major))
      } else if isNearThreshold(candidate.index) {
        items.append(item(candidate, .nearThreshold))
      }
    }
    return SampleList.Register(
      type: type.name, title: type.title, population: indices.count, strata: strata.count,
      items: items)
  }

  private func item(_ candidate: Candidate, _ reason: SampleList.Reason) -> SampleList.Item {
    SampleList.Item(
      record: facts.label(ofRecord: candidate.index), reason: reason, stratum: candidate.stratum)
  }

  private func candidate(_ index: Int, _ type: RecordType) -> Candidate {
    let fields = facts.fields(ofRecord: index)
    var stratum: [Untrusted] = []
    if let site = fields.label(ReportViews.site) { stratum.append(site.reference.id) }
    if let process = facts.process(of: fields)?.label { stratum.append(process.reference.id) }
    // The first date a register asks for says which period a record is of.
    let dated = type.fields.first { $0.type == .date && $0.isRequired }
    if let year = dated.flatMap({ fields.date($0.name) })?.year {
      stratum.append(Untrusted(String(year)))
    }
    let id = facts.store.records[index].id.unescaped
    let lot = [request.seed, type.name, id].joined(separator: "\0")
    return Candidate(
      index: index, stratum: stratum, lot: SHA256.hexadecimal(of: Array(lot.utf8)))
  }

  /// The smallest number whose square is at least `count`.
  static func ceilingOfRoot(_ count: Int) -> Int {
    var root = 0
    while root * root < count { root += 1 }
    return root
  }

  /// Shares `size` draws among strata in proportion to their records, the largest remainders
  /// first, and takes the lowest lots of each.
  private static func allocate(
    _ size: Int, among strata: [[Untrusted]: [Candidate]]
  ) -> [Candidate] {
    let total = strata.values.reduce(0) { $0 + $1.count }
    guard total > 0 else { return [] }
    // Among equal remainders the stratum with the lowest lot comes first: no order but the seed's.
    let ordered = strata.values.map { $0.sorted { $0.lot < $1.lot } }
      .sorted { ($0.first?.lot ?? "") < ($1.first?.lot ?? "") }
    var shares = ordered.map { $0.count * size / total }
    let byRemainder = ordered.indices.sorted { a, b in
      let x = ordered[a].count * size % total
      let y = ordered[b].count * size % total
      return x != y ? x > y : a < b
    }
    var left = size - shares.reduce(0, +)
    for index in byRemainder where left > 0 && shares[index] < ordered[index].count {
      shares[index] += 1
      left -= 1
    }
    return zip(ordered, shares).flatMap { $0.prefix($1) }.sorted { $0.index < $1.index }
  }

  /// Whether a value lies within a twentieth of its threshold, on either side.
  private func isNearThreshold(_ index: Int) -> Bool {
    let fields = facts.fields(ofRecord: index)
    return ReportViews.thresholds.contains { value, threshold in
      guard let value = fields.number(value), let threshold = fields.number(threshold) else {
        return false
      }
      return abs(value - threshold) <= abs(threshold) / 20
    }
  }
}
