import CEL
import ClauseBytes
import ClauseCalendar
import ClauseSource

/// Values of the heap from bound values.
extension StoreBuilder {
  /// What is being converted, for problems.
  struct Site {
    /// Index of the file.
    let file: Int
    let record: Int
    let object: ObjectRef
    let layout: Int
    let slot: Int
    var element: Int?
    var span: Span
  }

  /// Fills the slots of an object from a run of bound slots.
  ///
  /// Recursion follows the declared structures, whose nesting is bounded.
  mutating func fill(_ object: ObjectRef, from first: Int, ofFile file: Int, record: Int) {
    let layout = Int(object.typeID)
    let width = catalog.layouts[layout].fields.count
    let row = Int(object.row) * width
    for slot in 0..<width {
      var place = files[file].places[first + slot]
      if let number = place.value.elsewhere {
        place.value = TextPlace(elsewhere: elsewhere.count)
        elsewhere.append(files[file].elsewhere[number])
      }
      places[layout][row + slot] = place
      let site = Site(
        file: file, record: record, object: object, layout: layout, slot: slot,
        span: place.value.elsewhere.map { elsewhere[$0] }
          ?? place.value.span(in: files[file].file) ?? records[record].anchor)
      let value: Value
      if case .list(let start, let count) = files[file].values[first + slot] {
        value = list(Int(start), Int(count), site)
      } else {
        value = self.value(files[file].values[first + slot], site)
      }
      heap.set(value, slot: slot, of: object)
    }
  }

  /// The path of a site.
  func path(_ site: Site) -> String {
    var path = objectPath(site.object)
    if !path.isEmpty { path += "." }
    path += catalog.layouts[site.layout].fields[site.slot].name
    return site.element.map { "\(path)[\($0)]" } ?? path
  }

  private func objectPath(_ object: ObjectRef) -> String {
    let origin = origins[Int(object.typeID)][Int(object.row)]
    if origin.slot < 0 { return "" }
    var path = objectPath(origin.parent)
    if !path.isEmpty { path += "." }
    path += catalog.layouts[Int(origin.parent.typeID)].fields[Int(origin.slot)].name
    return origin.element < 0 ? path : "\(path)[\(origin.element)]"
  }

  /// A list; as a whole malformed when one of its elements is, because nothing true can be said
  /// about such a list.
  private mutating func list(_ start: Int, _ count: Int, _ site: Site) -> Value {
    let index = Int(site.object.row) * catalog.layouts[site.layout].fields.count + site.slot
    elementStarts[site.layout][index] = Int32(elementPlaces.count)
    let range = start..<(start + count)
    elementPlaces.append(contentsOf: files[site.file].elementPlaces[range])
    var values: [Value] = []
    values.reserveCapacity(count)
    var firstMalformed: Value?
    for position in range {
      var element = site
      element.element = position - start
      element.span =
        files[site.file].elementPlaces[position].span(in: files[site.file].file) ?? site.span
      let value = self.value(files[site.file].elements[position], element)
      if case .malformed = value { firstMalformed = firstMalformed ?? value }
      values.append(value)
    }
    return firstMalformed ?? heap.list(values)
  }

  private mutating func value(_ bound: BoundValue, _ site: Site) -> Value {
    switch bound {
    case .absent: return .absent
    case .malformed, .undecidedDate: return malformed(site.record, path(site), site.span)
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .double(let value): return .double(value)
    case .period(let value): return .period(value)
    case .date(let value):
      checkPlausible(value, site)
      return .date(value)
    case .instant(let time):
      if let day = time.day { checkPlausible(day, site) }
      return .timestamp(time)
    case .text(let range): return heap.string(utf8: files[site.file].text[range.range])
    case .literal(let number):
      let literals = catalog.layouts[site.layout].words[site.slot]?.literals ?? []
      return Int(number) < literals.count ? heap.string(literals[Int(number)]) : .absent
    case .file(let range):
      let bytes = files[site.file].text[range.range]
      checkEvidence(bytes, site)
      return heap.string(utf8: bytes)
    case .record(let number):
      return .object(records[record(Int(number), ofFile: site.file)].object)
    case .reference(let range): return reference(files[site.file].text[range.range], site)
    case .structure(let first):
      guard let inner = catalog.layouts[site.layout].nested[site.slot] else { return .absent }
      let object = newObject(
        ofLayout: inner,
        RecordStore.ObjectOrigin(
          record: Int32(site.record), slot: Int32(site.slot), element: Int32(site.element ?? -1),
          parent: site.object))
      fill(object, from: Int(first), ofFile: site.file, record: site.record)
      return .object(object)
    case .list(let start, let count):
      // Only maps hold lists that are no field; their places are of no interest.
      return freeList(Int(start), Int(count), site)
    case .map(let start, let count): return freeMap(Int(start), Int(count), site)
    }
  }

  private mutating func freeList(_ start: Int, _ count: Int, _ site: Site) -> Value {
    var values: [Value] = []
    for position in start..<(start + count) { values.append(free(position, site)) }
    return heap.list(values)
  }

  private mutating func freeMap(_ start: Int, _ count: Int, _ site: Site) -> Value {
    var entries: [(Value, Value)] = []
    for entry in 0..<count {
      entries.append((free(start + 2 * entry, site), free(start + 2 * entry + 1, site)))
    }
    return heap.map(entries)
  }

  /// A value inside a map. Nothing there is absent: an empty value is null.
  private mutating func free(_ position: Int, _ site: Site) -> Value {
    let value = value(files[site.file].elements[position], site)
    if case .absent = value { return .null }
    return value
  }

  // MARK: Dates and evidence

  private mutating func checkPlausible(_ date: CivilDate, _ site: Site) {
    let earliest = catalog.layouts[site.layout].isHistoric[site.slot] ? 1 : 1990
    let isOutOfRange = !(earliest...2100).contains(date.year)
    let isEarly = catalog.layouts[site.layout].isPast[site.slot] && date > asOf
    guard isOutOfRange || isEarly else { return }
    var arguments: [RecordProblem.Argument] = [
      .init("field", path(site)), .init("value", date.iso),
    ]
    if isEarly { arguments.append(.init("as_of", asOf.iso)) }
    add(
      .dateImplausible, site.record, path(site), site.span, arguments,
      detail: isEarly ? .afterAsOf : .yearOutOfRange)
  }

  /// What is at a path; asked once for each path.
  mutating func state(ofPath path: ArraySlice<UInt8>) -> EvidenceState {
    if EvidencePath.leadsOutside(path) { return .outside }
    if let known = evidence.value(of: path) { return Self.states[Int(known)] }
    let state = fileFacts(String(decoding: path, as: UTF8.self))
    evidence.insert(path, Int32(Self.states.firstIndex(of: state) ?? 0))
    return state
  }

  private mutating func checkEvidence(_ path: ArraySlice<UInt8>, _ site: Site) {
    let detail: ProblemDetail
    switch state(ofPath: path) {
    case .present: return
    case .empty: detail = .fileEmpty
    case .pointer: detail = .filePointer
    case .shortcut: detail = .fileShortcut
    case .missing, .folder: detail = .fileMissing
    case .outside: detail = .fileOutside
    }
    add(
      .evidenceMissing, site.record, self.path(site), site.span,
      [
        .init("field", self.path(site)),
        .init("value", String(decoding: path.prefix(Self.longestShownPath), as: UTF8.self)),
      ], detail: detail)
  }

  private static let states: [EvidenceState] = [
    .present, .empty, .pointer, .shortcut, .missing, .folder, .outside,
  ]
  /// Bytes of a path in a message.
  private static let longestShownPath = 400
}

/// Paths given as evidence, judged by their text alone.
enum EvidencePath {
  /// Whether the last part of the text ends like the name of a file.
  static func looksLikeFile(_ path: ArraySlice<UInt8>) -> Bool {
    let name = path.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last ?? path
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return false
    }
    let ending = name[(dot + 1)...]
    return (1...5).contains(ending.count)
      && ending.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
      && ending.contains { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// Whether the path is absolute, an address, or climbs out of the folder it starts in.
  static func leadsOutside(_ path: ArraySlice<UInt8>) -> Bool {
    guard let first = path.first else { return true }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") || first == UInt8(ascii: "~") {
      return true
    }
    if path.contains(0) { return true }
    // A scheme or a drive: a colon before any separator.
    if let colon = path.firstIndex(of: UInt8(ascii: ":")),
      !path[..<colon].contains(UInt8(ascii: "/"))
    {
      return true
    }
    var depth = 0
    for part in path.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
    {
      if part.elementsEqual("..".utf8) {
        depth -= 1
        if depth < 0 { return true }
      } else if !part.elementsEqual(".".utf8) {
        depth += 1
      }
    }
    return false
  }
}
