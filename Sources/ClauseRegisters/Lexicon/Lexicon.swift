import ClauseBytes
public import ClauseRecords
internal import ClauseSource

/// What headings mean: built from the names and labels of the record types' fields.
///
/// A heading is looked up once for all types; the answer says for each type which field it may
/// mean, and how surely.
public struct Lexicon: Sendable {
  /// A field that a heading may mean.
  struct Hit: Sendable, Hashable {
    /// The type, as an index of the catalog.
    let type: Int
    /// The slots that lead to the field.
    let slots: [Int]
    /// How sure it is, from 1; a label as written is the surest.
    var quality: Int
    /// Whether the values have to say so, because the heading is a label of another field.
    let needsValues: Bool
    /// The language of the label; nil for names of fields.
    var language: Language?
    /// What a field of a record that the row carries is to the columns of the row's own; nil for a
    /// field of its own.
    var part: PartField?

    /// The same, less surely.
    func weakened(by loss: Int) -> Hit {
      var hit = self
      hit.quality = max(1, quality - loss)
      return hit
    }

    /// The same of the field after measures.
    func moved(toSlot slot: Int) -> Hit {
      Hit(
        type: type, slots: [slot], quality: quality, needsValues: needsValues, language: language)
    }

    /// Whether leaving out the name of one of these types leaves what it means: `de l'action` in a
    /// register of risks whose rows carry actions.
    func isAbout(_ types: [Int]) -> Bool {
      types.contains(type) || part.map { types.contains($0.type) } ?? false
    }
  }

  /// A field of a record that rows carry beside their own.
  struct PartField: Sendable, Hashable {
    /// The type of the part, as an index of the catalog.
    let type: Int
    /// Whether its headings, right of its text, mean it before the row's own record.
    let goesFirst: Bool
  }

  /// The catalog it was built from.
  let catalog: RecordTypeCatalog
  private var keys = ByteTable()
  private var hits: [[Hit]] = []
  private var names = ByteTable()
  private var namedTypes: [[Int]] = []
  private var nameWords: [[(words: [HeadingGrammar.Word], isShort: Bool)]] = []
  /// The words of the longest name of a type.
  private var longestName = 1
  /// The field of the same thing after measures, by type and slot.
  private var twins: [[Int]: Int] = [:]
  /// The types whose records describe files: a title block is read by their labels.
  let describing: [Int]

  static let labelQuality = 8

  /// The types whose headings it knows.
  public var types: RecordTypeCatalog { catalog }

  /// The lexicon of the types of a catalog.
  public init(_ catalog: RecordTypeCatalog) {
    self.catalog = catalog
    describing = catalog.types.indices.filter { catalog.types[$0].describesFiles }
    for type in catalog.types.indices { addNames(ofType: type) }
    for type in catalog.types.indices { addFields(ofType: type) }
    for type in catalog.parts.indices { addParts(ofType: type) }
  }

  // MARK: Building

  private mutating func addNames(ofType index: Int) {
    let type = catalog.types[index]
    let titles =
      [type.name, type.plural] + type.title.texts.values.sorted { $0.precedesByBytes($1) }
    let called = Language.allCases.flatMap { type.names[$0] ?? [] }
    var all: [(words: [HeadingGrammar.Word], isShort: Bool)] = []
    for name in titles + called {
      let words = HeadingGrammar.words(name.utf8)
      guard !words.isEmpty, !all.contains(where: { $0.words == words }) else { continue }
      all.append((words, words.count == 1))
      longestName = max(longestName, words.count)
      let key = HeadingGrammar.key(words)
      if let known = names.value(of: key) {
        namedTypes[Int(known)].append(index)
      } else {
        names.insert(key, Int32(namedTypes.count))
        namedTypes.append([index])
      }
    }
    nameWords.append(all)
  }

  private mutating func addFields(ofType index: Int) {
    let layout = catalog.layouts[index]
    // A type's own labels go before those it inherits, which stand before them.
    for slot in layout.fields.indices.reversed() {
      let field = layout.fields[slot]
      add(field, [slot], index, Self.labelQuality)
      if let name = catalog.types[index].twins[field.name], let twin = layout.slot(of: name) {
        twins[[index, slot]] = twin
      }
      guard case .structure = field.type, let inner = layout.nested[slot] else { continue }
      for (innerSlot, innerField) in catalog.layouts[inner].fields.enumerated() {
        add(innerField, [slot, innerSlot], index, Self.labelQuality - 2)
        addDotted(field.name + "." + innerField.name, [slot, innerSlot], index)
      }
    }
  }

  /// The headings of records that rows of the type carry are those of their own registers.
  private mutating func addParts(ofType index: Int) {
    for (position, part) in catalog.parts[index].enumerated() {
      let first = catalog.layouts[index].slotCount + position
      for (fields, goesFirst) in [(part.own, true), (part.also, false)] {
        for slots in fields {
          guard let field = catalog.field(at: slots, inType: part.type) else { continue }
          let role = PartField(type: part.type, goesFirst: goesFirst)
          add(field, [first] + slots, index, Self.labelQuality - 2, role)
          addDotted(
            part.name + "." + catalog.path(of: slots, inType: part.type),
            [first] + slots, index)
        }
      }
    }
  }

  private mutating func add(
    _ field: Field, _ slots: [Int], _ type: Int, _ quality: Int, _ part: PartField? = nil
  ) {
    // The name of an inner field alone, such as `result`, is too little.
    if slots.count == 1 {
      add(field.name, slots, type, quality, needsValues: false)
    }
    for language in Language.allCases {
      for label in field.labels[language] ?? [] {
        add(label, slots, type, quality, needsValues: false, language, part)
      }
    }
    for language in Language.allCases {
      for label in field.otherLabels[language] ?? [] {
        add(label, slots, type, quality - 1, needsValues: true, language, part)
      }
    }
  }

  private mutating func addDotted(_ path: String, _ slots: [Int], _ type: Int) {
    add(path, slots, type, Self.labelQuality, needsValues: false)
  }

  private mutating func add(
    _ label: String, _ slots: [Int], _ type: Int, _ quality: Int, needsValues: Bool,
    _ language: Language? = nil, _ part: PartField? = nil
  ) {
    let hit = Hit(
      type: type, slots: slots, quality: quality, needsValues: needsValues, language: language,
      part: part)
    let bytes = Array(label.utf8)
    let bare = HeadingGrammar.brackets(bytes[...]).without
    for text in [bytes, bare] {
      let words = HeadingGrammar.words(text)
      if words.isEmpty { continue }
      add(hit, HeadingGrammar.key(words))
      // `Statut de l'action` is the status of an action under `Statut` too.
      for rest in withoutNames(words) where hit.isAbout(rest.types) {
        add(
          hit.weakened(by: 1),
          HeadingGrammar.key(rest.words))
      }
    }
  }

  private mutating func add(_ hit: Hit, _ key: [UInt8]) {
    guard let known = keys.value(of: key) else {
      keys.insert(key, Int32(hits.count))
      hits.append([hit])
      return
    }
    let list = hits[Int(known)]
    // Of one type the first field that has the label keeps it; others only where values decide.
    if let same = list.firstIndex(where: { $0.type == hit.type && $0.slots == hit.slots }) {
      if hit.quality > list[same].quality { hits[Int(known)][same] = hit }
    } else {
      hits[Int(known)].append(hit)
    }
  }

  // MARK: Looking up

  /// What the words may mean, straight or with the names of types left out.
  private func direct(_ words: [HeadingGrammar.Word], loss: Int) -> [Hit] {
    if words.isEmpty { return [] }
    var found: [Hit] = []
    func take(_ hit: Hit, _ loss: Int) {
      let hit = hit.weakened(by: loss)
      if let same = found.firstIndex(where: { $0.type == hit.type && $0.slots == hit.slots }) {
        if hit.quality > found[same].quality { found[same] = hit }
      } else {
        found.append(hit)
      }
    }
    if let known = keys.value(of: HeadingGrammar.key(words)) {
      for hit in hits[Int(known)] { take(hit, loss) }
    }
    for rest in withoutNames(words) {
      guard let known = keys.value(of: HeadingGrammar.key(rest.words)) else { continue }
      for hit in hits[Int(known)] where hit.isAbout(rest.types) { take(hit, loss + 1) }
    }
    return found
  }

  /// The words without a run of them that is the name of types, with these types.
  private func withoutNames(
    _ words: [HeadingGrammar.Word]
  ) -> [(words: [HeadingGrammar.Word], types: [Int])] {
    guard words.count > 1, words.count <= 12 else { return [] }
    var result: [(words: [HeadingGrammar.Word], types: [Int])] = []
    for first in words.indices {
      for count in 1...min(longestName, words.count - first) where count < words.count {
        guard
          let known = names.value(of: HeadingGrammar.key(words[first..<(first + count)]))
        else { continue }
        result.append(
          (Array(words[..<first] + words[(first + count)...]), namedTypes[Int(known)]))
      }
    }
    return result
  }

  /// What a heading may mean, all types together.
  func hits(ofHeading text: [UInt8]) -> [Hit] {
    var all: [Hit] = []
    func take(_ more: [Hit]) {
      for hit in more {
        if let same = all.firstIndex(where: { $0.type == hit.type && $0.slots == hit.slots }) {
          if hit.quality > all[same].quality { all[same] = hit }
        } else {
          all.append(hit)
        }
      }
    }
    take(direct(HeadingGrammar.words(text), loss: 0))
    let (without, inside) = HeadingGrammar.brackets(text[...])
    let words = HeadingGrammar.words(without)
    if !inside.isEmpty { take(direct(words, loss: 0)) }
    let strong = HeadingGrammar.withoutWeakWords(words)
    if strong != words { take(direct(strong, loss: 2)) }
    let sides = HeadingGrammar.sides(without)
    if sides.count > 1 {
      for (index, side) in sides.enumerated() {
        take(direct(HeadingGrammar.words(side), loss: index == 0 ? 2 : 3))
      }
    }
    if !inside.isEmpty { take(direct(HeadingGrammar.words(inside), loss: 4)) }
    return all
  }

  /// What a heading below a group may mean for a type: `G` below `Risque résiduel`.
  func hits(ofHeading text: [UInt8], below group: [UInt8], type: Int, own: [Hit]) -> [Hit] {
    let groupWords = HeadingGrammar.words(HeadingGrammar.brackets(group[...]).without)
    let ownWords = HeadingGrammar.words(HeadingGrammar.brackets(text[...]).without)
    let twin = HeadingGrammar.twin(groupWords)
    var found: [Hit] = []
    func take(_ more: [Hit]) {
      for hit in more where hit.type == type {
        if let same = found.firstIndex(where: { $0.slots == hit.slots }) {
          if hit.quality > found[same].quality { found[same] = hit }
        } else {
          found.append(hit)
        }
      }
    }
    for hit in own where hit.type == type {
      guard twin == .after, hit.slots.count == 1 else {
        take([hit])
        continue
      }
      if let slot = twins[[type, hit.slots[0]]] {
        take([hit.moved(toSlot: slot)])
      } else if twins.contains(where: { $0.key[0] == type && $0.value == hit.slots[0] }) {
        take([hit])
      }
    }
    take(direct(ownWords + groupWords, loss: 0))
    take(direct(groupWords + ownWords, loss: 0))
    take(inStructure(groupWords, ownWords, type))
    return found
  }

  /// The inner field of a structure whose label the group is.
  private func inStructure(
    _ group: [HeadingGrammar.Word], _ own: [HeadingGrammar.Word], _ type: Int
  ) -> [Hit] {
    var found: [Hit] = []
    for outer in direct(group, loss: 0) where outer.type == type && outer.slots.count == 1 {
      guard let inner = catalog.layouts[type].nested[outer.slots[0]],
        case .structure = catalog.layouts[type].fields[outer.slots[0]].type
      else { continue }
      let wanted = HeadingGrammar.key(own)
      for (slot, field) in catalog.layouts[inner].fields.enumerated() {
        let labels = [field.name] + field.labels.values.joined()
        if labels.contains(where: { HeadingGrammar.key(HeadingGrammar.words($0.utf8)) == wanted }) {
          found.append(
            Hit(
              type: type, slots: outer.slots + [slot], quality: Self.labelQuality,
              needsValues: false))
        }
      }
    }
    return found
  }

  /// The field of the same thing after measures; nil where a type has none.
  func twin(ofSlot slot: Int, type: Int) -> Int? { twins[[type, slot]] }

  /// The path of the field that a heading means in registers of a type, or nil.
  public func field(ofHeading heading: String, type: Int) -> String? {
    let hits = hits(ofHeading: Array(heading.utf8)).filter { $0.type == type && !$0.needsValues }
    let most = hits.map(\.quality).max() ?? 0
    return hits.first { $0.quality == most }.map { catalog.path(of: $0.slots, inType: type) }
  }

  /// The paths of all fields that a heading may mean in registers of a type, those included for
  /// which the values have to speak.
  public func fields(ofHeading heading: String, type: Int) -> [String] {
    hits(ofHeading: Array(heading.utf8)).filter { $0.type == type }
      .map { catalog.path(of: $0.slots, inType: type) }
  }

  /// Whether two headings are the same but for what does not matter in headings.
  public func isSameHeading(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    HeadingGrammar.words(a) == HeadingGrammar.words(b)
  }

  // MARK: Names of registers

  /// Whether a file, sheet, section or title of these words says that it is about records of a
  /// type: all words of one of the type's names stand in it. The number of words, so that longer
  /// names go before shorter ones; nil when it does not.
  func naming(_ words: [HeadingGrammar.Word], type: Int) -> Int? {
    var best: Int?
    for name in nameWords[type] {
      let joined = HeadingGrammar.key(name.words)
      let isThere =
        name.words.allSatisfy { word in words.contains(word) }
        || words.contains(joined)
      if isThere { best = max(best ?? 0, name.words.count) }
    }
    return best
  }
}
