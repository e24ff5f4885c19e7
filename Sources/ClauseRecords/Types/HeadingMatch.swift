import CEL
import ClauseSource

/// A heading of a record type that an unknown one is nearly.
public struct NearHeading: Sendable, Hashable {
  /// The field's name or label.
  public let heading: String
  /// The path of the field.
  public let field: String
}

/// How well the headings of a register fit a record type.
public struct TypeMatch: Sendable {
  /// The type, as an index of the catalog.
  public let typeIndex: Int
  /// The headings that are names or labels of its fields, with the paths of these.
  public let matched: [(heading: String, field: String)]
  /// The others, with the heading each is nearly.
  public let unmatched: [(heading: String, nearest: NearHeading?)]
  /// Whether the name of the file or sheet is that of the type.
  public let isNamed: Bool
  /// Headings weigh the more the fewer types have them; a name weighs like three rare ones.
  public let score: Double
}

/// What headings mean, for whoever proposes or explains a mapping.
extension RecordTypeCatalog {
  /// The path of the field that `slots` lead to.
  public func path(of slots: [Int], inType index: Int) -> String {
    var layout = index
    var names: [String] = []
    for slot in slots {
      names.append(layouts[layout].fields[slot].name)
      guard let inner = layouts[layout].nested[slot] else { break }
      layout = inner
    }
    return names.joined(separator: ".")
  }

  /// The names and labels of a layout's fields and of the structures in it, with the fields' paths.
  private func headings(ofLayout index: Int) -> [NearHeading] {
    var result: [NearHeading] = []
    for (slot, field) in layouts[index].fields.enumerated() {
      let names = [field.name] + field.labels.sorted { $0.key < $1.key }.flatMap(\.value)
      result += names.map { NearHeading(heading: $0, field: field.name) }
      guard case .structure = field.type, let inner = layouts[index].nested[slot] else { continue }
      for field in layouts[inner].fields {
        for name in field.labels.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
          result.append(
            NearHeading(heading: name, field: path(of: [slot], inType: index) + "." + field.name))
        }
      }
    }
    return result
  }

  /// The heading of a type or structure that `text` is nearly: spelt nearly so without regard to
  /// accents and case, else one whose words it holds, or that holds its words.
  public func nearestHeading(to text: String, inType index: Int) -> NearHeading? {
    let all = headings(ofLayout: index)
    let folded = all.map { Self.folded($0.heading) }
    let wanted = Self.folded(text)
    if let near = NearName.nearest(to: wanted, among: folded),
      let position = folded.firstIndex(where: { $0.equalsByBytes(near) })
    {
      return all[position]
    }
    let words = Self.words(of: text)
    guard !words.isEmpty else { return nil }
    var best: (heading: NearHeading, shared: Int)?
    for heading in all {
      let others = Self.words(of: heading.heading)
      let shared = words.intersection(others)
      let length = shared.reduce(0) { $0 + $1.unicodeScalars.count }
      guard length >= 4, shared.count == others.count || shared.count == words.count,
        length > best?.shared ?? 0
      else { continue }
      best = (heading, length)
    }
    return best?.heading
  }

  /// The path of the field that a heading of a table means by its name or label, or nil.
  public func field(ofHeading heading: String, inType index: Int) -> String? {
    let key = ScalarText.trimmed(Array(heading.utf8)[...])
    if let slot = layouts[index].slot(ofKey: key) { return layouts[index].fields[slot].name }
    if let slots = slotPath(of: String(decoding: key, as: UTF8.self), inType: index) {
      return path(of: slots, inType: index)
    }
    var found: String?
    for (slot, field) in layouts[index].fields.enumerated() {
      guard case .structure = field.type, let inner = layouts[index].nested[slot],
        let innerSlot = layouts[inner].slot(ofKey: key)
      else { continue }
      if found != nil { return nil }
      found = path(of: [slot, innerSlot], inType: index)
    }
    return found
  }

  /// The types that a register with these headings may hold, the best first.
  ///
  /// - Parameter names: what the register is called: the sheet, the file, its folder.
  public func matches(headings: [String], names: [String]) -> [TypeMatch] {
    let fields = types.indices.map { type in headings.map { field(ofHeading: $0, inType: type) } }
    var rarity: [Double] = []
    for column in headings.indices {
      let count = types.indices.count { fields[$0][column] != nil }
      // From 1 for a heading of one type down to nearly 0 for one of all types.
      rarity.append(count == 0 ? 0 : 1.0 / Double(count) + 0.02)
    }
    var matches: [TypeMatch] = []
    for type in types.indices {
      let isNamed = names.contains { self.isName($0, ofType: type) }
      var taken: Set<String> = []
      var matched: [(heading: String, field: String)] = []
      var unmatched: [(heading: String, nearest: NearHeading?)] = []
      var score = isNamed ? 3.0 : names.contains { isKind($0, ofType: type) } ? 1.0 : 0
      for (column, heading) in headings.enumerated() {
        if let field = fields[type][column], taken.insert(field).inserted {
          matched.append((heading, field))
          score += rarity[column]
        } else {
          unmatched.append((heading, nil))
        }
      }
      if matched.isEmpty { continue }
      // Of types that know the same headings the one that asks for fewer others fits better.
      let required = types[type].fields.filter(\.isRequired)
      let met = required.count { field in taken.contains { $0.equalsByBytes(field.name) } }
      score += 0.5 * Double(met) / Double(max(1, required.count))
      matches.append(
        TypeMatch(
          typeIndex: type, matched: matched, unmatched: unmatched, isNamed: isNamed, score: score))
    }
    matches.sort { $0.score != $1.score ? $0.score > $1.score : $0.typeIndex < $1.typeIndex }
    return matches.prefix(3).map { match in
      TypeMatch(
        typeIndex: match.typeIndex, matched: match.matched,
        unmatched: match.unmatched.map {
          ($0.heading, nearestHeading(to: $0.heading, inType: match.typeIndex))
        }, isNamed: match.isNamed, score: match.score)
    }
  }

  /// Whether a file or sheet of this name says that it holds records of a type: all words of the
  /// type's name, plural or title stand in it, French and English endings aside.
  private func isName(_ name: String, ofType index: Int) -> Bool {
    let type = types[index]
    let said = Self.words(of: name)
    let titles = [type.name, type.plural] + type.title.texts.values
    return titles.contains { title in
      let words = Self.words(of: title)
      return !words.isEmpty && words.isSubset(of: said)
    }
  }

  /// Whether a file or sheet is named after a kind of record that a type knows, as procedures are
  /// documents.
  private func isKind(_ name: String, ofType index: Int) -> Bool {
    let said = Self.words(of: name)
    guard let kind = types[index].fields.first(where: { $0.name.equalsByBytes("kind") }),
      case .enumeration(let literals) = kind.type.elementType
    else { return false }
    return (literals + kind.synonyms.values.joined()).contains { word in
      let words = Self.words(of: word)
      return !words.isEmpty && words.isSubset(of: said)
    }
  }

  private static func folded(_ text: String) -> String {
    String(decoding: Fold.heading(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The folded words of a text, without articles and without the ending of a plural.
  private static func words(of text: String) -> Set<String> {
    let folded = Folding.fold(text)
    var words: Set<String> = []
    for part in folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      var word = part
      if word.hasPrefix("ال"), word.count > 4 { word = word.dropFirst(2) }
      if word.count > 3, word.hasSuffix("s") { word = word.dropLast() }
      if word.count > 2 || (word.count == 2 && word.utf8.count > 2) { words.insert(String(word)) }
    }
    return words.subtracting(["des", "les", "aux", "sur", "the", "and", "for", "par", "une", "de"])
  }
}
