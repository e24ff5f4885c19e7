import CEL
import ClauseBytes
import ClauseSource

/// Ids and the references to them.
extension StoreBuilder {
  /// Enters a record's id; reports one that another record of the type has already.
  mutating func indexIdentifier(_ index: Int) {
    let record = records[index]
    if record.hasMadeUpID { return }
    let id = Array(record.id.unescaped.utf8)[...]
    identifiers[record.typeIndex].insert(id, Int32(index))
    guard
      let first = foldedIdentifiers[record.typeIndex].insert(
        Fold.identifier(id), Int32(index))
    else {
      indexLookalike(index, id)
      return
    }
    let other = records[Int(first)]
    let isSame = other.id.unescaped.equalsByBytes(record.id.unescaped)
    var arguments: [RecordProblem.Argument] = [
      .init("id", record.id.unescaped), .init("type", catalog.types[record.typeIndex].name),
    ]
    if !isSame { arguments.append(.init("nearest", other.id.unescaped)) }
    add(
      .idDuplicate, index, "id", record.anchor, arguments,
      detail: isSame ? nil : .equalAfterFolding,
      related: [.init(other.anchor, .firstRecord)])
  }

  /// Enters the form in which ids look alike; reports an id that looks like another one.
  private mutating func indexLookalike(_ index: Int, _ id: ArraySlice<UInt8>) {
    let record = records[index]
    guard
      let first = lookalikeIdentifiers[record.typeIndex].insert(Fold.lookalike(id), Int32(index))
    else { return }
    let other = records[Int(first)]
    add(
      .idLookalike, index, "id", record.anchor,
      [
        .init("id", record.id.unescaped), .init("type", catalog.types[record.typeIndex].name),
        .init("nearest", other.id.unescaped),
      ], detail: .lookalike, related: [.init(other.anchor, .firstRecord)])
  }

  /// What a reference leads to: a record's object, or a malformed value and a problem.
  mutating func reference(_ id: ArraySlice<UInt8>, _ site: Site) -> Value {
    let layout = catalog.layouts[site.layout]
    guard case .reference(let names) = layout.fields[site.slot].type.elementType else {
      return .absent
    }
    let targets = names.isEmpty ? Array(catalog.types.indices) : layout.targets[site.slot]
    let found = targets.compactMap { identifiers[$0].value(of: id) }
    if found.count == 1 { return .object(records[Int(found[0])].object) }
    if let record = qualified(id, targets) { return .object(records[record].object) }
    if found.isEmpty, files[site.file].refersByTitle, case .record(let record) = titled(id, targets)
    {
      return .object(records[record].object)
    }
    if found.isEmpty, let named = namedOnly(id, targets, site) { return named }
    var failure = Failure()
    if found.count > 1 {
      failure.detail = .severalTypes
      failure.others = found.map { typeName(Int($0)) }
    } else if files[site.file].refersByTitle {
      switch titled(id, targets) {
      case .record(let record): return .object(records[record].object)
      case .several: failure.detail = .severalTitles
      case .none:
        if let record = called(id, targets) { return .object(records[record].object) }
        explain(id, targets, &failure)
      }
    } else {
      explain(id, targets, &failure)
    }
    let path = path(site)
    var arguments: [RecordProblem.Argument] = [
      .init("field", path), .init("value", String(decoding: id, as: UTF8.self)),
      .init("type", names.isEmpty ? "record" : names.joined(separator: " | ")),
    ]
    if let record = failure.near {
      arguments.append(.init("nearest", records[record].id.unescaped))
    }
    if !failure.others.isEmpty {
      arguments.append(.init("other", failure.others.joined(separator: ", ")))
    }
    add(
      .refUnresolved, site.record, path, site.span, arguments, detail: failure.detail,
      related: failure.near.map { [.init(records[$0].anchor, .nearRecord)] } ?? [])
    return malformed(site.record, path, site.span)
  }

  /// Why a reference leads nowhere, as far as it can be told.
  private struct Failure {
    var detail: ProblemDetail?
    var near: Int?
    var others: [String] = []
  }

  private func typeName(_ record: Int) -> String { catalog.types[records[record].typeIndex].name }

  /// The record of a reference written `type:id`.
  private func qualified(_ text: ArraySlice<UInt8>, _ targets: [Int]) -> Int? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let type = catalog.index(ofType: ScalarText.trimmed(text[..<colon])), targets.contains(type)
    else { return nil }
    return identifiers[type].value(of: ScalarText.trimmed(text[(colon + 1)...])).map(Int.init)
  }

  private mutating func explain(
    _ id: ArraySlice<UInt8>, _ targets: [Int], _ failure: inout Failure
  ) {
    let folded = Fold.identifier(id)
    for type in targets {
      if let record = foldedIdentifiers[type].value(of: folded) {
        failure.detail = .equalAfterFolding
        failure.near = Int(record)
        return
      }
    }
    let alike = Fold.lookalike(id)
    for type in targets {
      if let record = lookalikeIdentifiers[type].value(of: alike) {
        failure.detail = .lookalike
        failure.near = Int(record)
        return
      }
    }
    for type in catalog.types.indices where !targets.contains(type) {
      if let record = identifiers[type].value(of: id) {
        failure.detail = .otherType
        failure.others = [typeName(Int(record))]
        return
      }
    }
    let candidates = targets.reduce(0) { $0 + typeStarts[$1 + 1] - typeStarts[$1] }
    guard candidates <= nearSearchBudget, id.count <= 64 else { return }
    nearSearchBudget -= candidates
    let numbers = targets.flatMap { typeStarts[$0]..<typeStarts[$0 + 1] }
      .filter { !records[$0].hasMadeUpID }
      // Of equally near ids the least counts, whatever the order of the records.
      .sorted { records[$0].id.unescaped.precedesByBytes(records[$1].id.unescaped) }
    let ids = numbers.map { records[$0].id.unescaped }
    guard let near = NearName.nearest(to: String(decoding: id, as: UTF8.self), among: ids),
      let position = ids.firstIndex(where: { $0.equalsByBytes(near) })
    else { return }
    failure.detail = .nearest
    failure.near = numbers[position]
  }

  // MARK: Titles

  private enum Titled {
    case record(Int)
    case several
    case none
  }

  /// The record whose title or name is this text.
  private mutating func titled(_ text: ArraySlice<UInt8>, _ targets: [Int]) -> Titled {
    let key = Fold.heading(text)
    if key.isEmpty { return .none }
    var result = Titled.none
    for type in targets {
      guard let found = titleTable(of: type).value(of: key) else { continue }
      if found == Self.severalRecords { return .several }
      if case .record = result { return .several }
      result = .record(Int(found))
    }
    return result
  }

  private mutating func titleTable(of type: Int) -> ByteTable {
    if let table = titles[type] { return table }
    var table = ByteTable()
    let layout = catalog.layouts[type]
    let slots = Self.titleFields.compactMap { layout.slot(of: $0) }
      .filter { $0 < layout.fields.count && layout.fields[$0].type == .string }
    for index in typeStarts[type]..<typeStarts[type + 1] {
      for slot in slots {
        guard let text = boundText(record: index, slot: slot) else { continue }
        let key = Fold.heading(text)
        if key.isEmpty { continue }
        if let other = table.insert(key, Int32(index)), other != Int32(index) {
          table.set(key, Self.severalRecords)
        }
      }
    }
    titles[type] = table
    return table
  }

  /// Fields that say what a record is called.
  static let titleFields = [
    "title", "title_fr", "title_ar", "name", "name_fr", "name_ar", "full_name", "full_name_fr",
    "full_name_ar", "code", "reference",
  ]
}
