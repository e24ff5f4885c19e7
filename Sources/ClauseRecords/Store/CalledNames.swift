import ClauseBytes

/// The records of a type whose records are persons, by what people call them: the name in either
/// order, with initials, the family name alone, or the office that one of them holds.
///
/// Only what means exactly one of them is an answer; nothing is guessed among several.
struct CalledNames {
  /// The words of each record's name, in parallel to `records`.
  private var words: [[[UInt8]]] = []
  private var records: [Int] = []
  /// Sorted words of a name to a position in `records`; `several` where two have them.
  private var byName = ByteTable()
  /// A word to the positions of the records that have it.
  private var byWord = ByteTable()
  private var lists: [[Int32]] = []
  /// An office to a position in `records`.
  private var byOffice = ByteTable()
  /// Answers given before, by the text.
  private var answers = ByteTable()

  private static let several: Int32 = -1
  private static let none: Int32 = -2
  /// Persons looked at for one name.
  private static let mostCandidates = 200
  /// Words of one name or office.
  private static let mostWords = 8

  // MARK: Building

  /// Takes a record with what is written in the fields of its name and of its office.
  mutating func add(_ record: Int, name: [UInt8], offices: [ArraySlice<UInt8>]) {
    let position = Int32(records.count)
    let words = Self.words(name[...])
    records.append(record)
    self.words.append(words)
    if !words.isEmpty { Self.enter(Self.key(words), position, &byName) }
    for word in Set(words) {
      if let known = byWord.value(of: word) {
        lists[Int(known)].append(position)
      } else {
        byWord.insert(word, Int32(lists.count))
        lists.append([position])
      }
    }
    for office in offices {
      for key in Self.officeKeys(office) { Self.enter(key, position, &byOffice) }
    }
  }

  private static func enter(_ key: [UInt8], _ position: Int32, _ table: inout ByteTable) {
    if let other = table.insert(key, position), other != position { table.set(key, several) }
  }

  // MARK: Looking up

  /// The record that a text means; nil where it means none, or several.
  mutating func record(called text: ArraySlice<UInt8>) -> Int? {
    let answer: Int32
    if let known = answers.value(of: text) {
      answer = known
    } else {
      answer = find(text) ?? Self.none
      answers.insert(text, answer)
    }
    return answer < 0 ? nil : records[Int(answer)]
  }

  private func find(_ text: ArraySlice<UInt8>) -> Int32? {
    let words = Self.words(text)
    guard !words.isEmpty, words.count <= Self.mostWords else { return nil }
    if let position = find(words) { return position }
    // `M. Benali`
    if words.count > 1, words[0] == [UInt8(ascii: "m")],
      let position = find(Array(words.dropFirst()))
    {
      return position
    }
    for key in Self.officeKeys(text) {
      if let holder = byOffice.value(of: key) { return holder }
    }
    return nil
  }

  private func find(_ words: [[UInt8]]) -> Int32? {
    if let whole = byName.value(of: Self.key(words)) { return whole }
    let full = words.filter { $0.count > 1 }
    let initials = words.filter { $0.count == 1 }
    if let first = full.first, let list = byWord.value(of: first).map({ lists[Int($0)] }),
      list.count <= Self.mostCandidates
    {
      let found = list.filter { isName(self.words[Int($0)], full, initials) }
      if found.count == 1 { return found[0] }
      if found.count > 1 { return Self.several }
    }
    return nil
  }

  /// Whether a name has all these words, and other words that begin with these letters.
  private func isName(_ name: [[UInt8]], _ full: [[UInt8]], _ initials: [[UInt8]]) -> Bool {
    var rest = name
    for word in full {
      guard let index = rest.firstIndex(of: word) else { return false }
      rest.remove(at: index)
    }
    for letter in initials {
      guard let index = rest.firstIndex(where: { $0.first == letter.first }) else { return false }
      rest.remove(at: index)
    }
    return true
  }

  // MARK: Words

  /// The words of a name in any order, folded, as one key.
  static func key(ofName text: ArraySlice<UInt8>) -> [UInt8] { key(words(text)) }

  private static func key(_ words: [[UInt8]]) -> [UInt8] {
    Array(words.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [0x20]))
  }

  private static func words(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    split(text).map { Fold.heading($0) }.filter { !$0.isEmpty && !courtesies.contains($0) }
  }

  private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { byte in
      byte <= 0x20 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
    }
  }

  /// `M` is not among them: it may be an initial.
  private static let courtesies = Set(
    ["Mr", "Mme", "Mlle", "Melle", "Dr", "Pr", "Mrs", "Ms", "السيد", "السيدة", "الدكتور"]
      .map { Fold.heading(Array($0.utf8)[...]) })

  /// What an office is known by: its words without the small ones and with their abbreviations
  /// written out, and the letters that they begin with: `RQSE` for *Responsable QSE*.
  private static func officeKeys(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    let pieces = split(text)
    let words = pieces.map { Fold.heading($0) }.filter { !$0.isEmpty && !small.contains($0) }
    guard !words.isEmpty, words.count <= mostWords else { return [] }
    let whole = words.map { written[$0] ?? $0 }.joined(separator: [0x20])
    var keys = [Array(whole)]
    let isAcronym =
      pieces.count == 1
      && pieces[0].allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "&") }
    if isAcronym {
      keys.append([0x23] + words[0])
    } else if words.count > 1 {
      // Words in capitals are acronyms already and stay whole.
      let letters = pieces.filter { !small.contains(Fold.heading($0)) }.flatMap { piece in
        piece.count > 1 && piece.allSatisfy { (0x41...0x5A).contains($0) }
          ? Fold.heading(piece) : Array(Fold.heading(piece).prefix(1))
      }
      keys.append([0x23] + letters)
    }
    return keys
  }

  private static let small = Set(
    ["de", "du", "des", "la", "le", "les", "d", "l", "et", "of", "the", "and", "en"]
      .map { Array($0.utf8) })

  private static let written: [[UInt8]: [UInt8]] = {
    let pairs = [
      ("resp", "responsable"), ("dir", "directeur"), ("direction", "directeur"),
      ("directrice", "directeur"), ("tech", "technicien"), ("technicienne", "technicien"),
      ("ass", "assistant"), ("assistante", "assistant"), ("ing", "ingenieur"), ("mgr", "manager"),
      ("prod", "production"), ("maint", "maintenance"), ("qual", "qualite"), ("log", "logistique"),
    ]
    return Dictionary(pairs.map { (Array($0.utf8), Array($1.utf8)) }) { first, _ in first }
  }()
}

/// Records by what people call them.
extension StoreBuilder {
  /// The record of one of these types that a text calls by name or office.
  mutating func called(_ text: ArraySlice<UInt8>, _ targets: [Int]) -> Int? {
    var found: Int?
    for type in targets where !catalog.types[type].called.isEmpty {
      if called[type] == nil { called[type] = names(ofType: type) }
      guard let record = called[type]?.record(called: text) else { continue }
      if found != nil { return nil }
      found = record
    }
    return found
  }

  private func names(ofType type: Int) -> CalledNames {
    let layout = catalog.layouts[type]
    let names = catalog.types[type].called.compactMap { layout.slot(of: $0) }
    let offices = catalog.types[type].office.compactMap { layout.slot(of: $0) }
    var result = CalledNames()
    for index in typeStarts[type]..<typeStarts[type + 1] {
      let name = names.compactMap { boundText(record: index, slot: $0).map(Array.init) }
      result.add(
        index, name: Array(name.joined(separator: [0x20])),
        offices: offices.compactMap { boundText(record: index, slot: $0) })
    }
    return result
  }
}
