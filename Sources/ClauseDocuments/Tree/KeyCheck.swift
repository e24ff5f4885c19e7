internal import ClauseBytes
internal import ClauseSource

/// Finds mapping keys that occur twice, in linear time whatever the keys are.
enum KeyCheck {
  /// Two keys of one mapping that must not both stand there.
  struct Clash {
    /// The index in the given keys of the earlier one.
    let first: Int
    /// The index of the later one.
    let second: Int
    /// Whether the bytes are equal; otherwise only the characters look and mean the same
    /// (canonical equivalence, such as a precomposed and a decomposed accent).
    let isExact: Bool
  }

  /// The clashes among the keys of one mapping: every second of `entries` from `first` on.
  static func clashes(
    in entries: [NodeID], from first: Int, step: Int = 2, of tree: borrowing DocumentTree
  ) -> [Clash] {
    let count = (entries.count - first + step - 1) / step
    guard count > 1 else { return [] }
    let keys = Keys(entries: entries, first: first, step: step, count: count)
    let exact = count <= 16 ? comparingAll(keys, tree) : hashing(keys, tree)
    guard keys.contains(where: { tree.mayHaveEquivalents($0) }) else { return exact }
    let similar = canonicalClashes(keys, tree, besides: exact)
    return similar.isEmpty ? exact : (exact + similar).sorted { $0.second < $1.second }
  }

  /// The keys among the entries, without a copy.
  private struct Keys: RandomAccessCollection {
    let entries: [NodeID]
    let first: Int
    let step: Int
    let count: Int
    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(index: Int) -> NodeID { entries[first + index * step] }
  }

  private static func comparingAll(_ keys: Keys, _ tree: borrowing DocumentTree) -> [Clash] {
    var found: [Clash] = []
    for second in 1..<keys.count {
      for first in 0..<second where tree.hasSameText(keys[first], keys[second]) {
        found.append(Clash(first: first, second: second, isExact: true))
        break
      }
    }
    return found
  }

  /// By the table of byte strings, whose hash nobody can aim at.
  private static func hashing(_ keys: Keys, _ tree: borrowing DocumentTree) -> [Clash] {
    var found: [Clash] = []
    var slots = ByteSlots()
    // The index of each number of the table: of a repeated key only the first is in it.
    var firsts: [Int] = []
    for (index, key) in keys.enumerated() {
      let hash = tree.textHash(key)
      let known = slots.number(hash: hash) { tree.hasSameText(keys[firsts[$0]], key) }
      if let known {
        found.append(Clash(first: firsts[known], second: index, isExact: true))
      } else {
        slots.append(hash: hash)
        firsts.append(index)
      }
    }
    return found
  }

  /// Keys equal by canonical equivalence, which is what `==` of String compares.
  private static func canonicalClashes(
    _ keys: Keys, _ tree: borrowing DocumentTree, besides exact: [Clash]
  ) -> [Clash] {
    let known = Set(exact.map(\.second))
    var firsts: [String: Int] = [:]
    firsts.reserveCapacity(keys.count)
    var found: [Clash] = []
    for (index, key) in keys.enumerated() where !known.contains(index) {
      let text = tree.string(key)
      if let first = firsts[text] {
        found.append(Clash(first: first, second: index, isExact: false))
      } else {
        firsts[text] = index
      }
    }
    return found
  }
}

extension KeyCheck.Clash {
  /// The error for this clash. `spans` are the places of the keys as written.
  func diagnostic(
    what: LocalizedText, key: ArraySlice<UInt8>, first: Span, second: Span, limits: Limits
  ) -> Diagnostic {
    let quoted = Excerpt.quoted(key, limits: limits)
    return Diagnostic(
      .error, code: "duplicate-key",
      message: isExact
        ? LocalizedText(
          en: "\(what[.english]) \(quoted) occurs twice",
          fr: "\(what[.french]) \(quoted) figure "
            + "deux fois",
          ar: "\(what[.arabic]) \(quoted): مكرر")
        : LocalizedText(
          en: "\(what[.english]) \(quoted) occurs twice, the second time written with other code "
            + "points for the same characters",
          fr: "\(what[.french]) \(quoted) figure deux fois, la seconde avec d'autres codes pour "
            + "les mêmes caractères",
          ar: "\(what[.arabic]) \(quoted): مكرر، كتب في المرة الثانية برموز أخرى للمحارف نفسها"),
      place: .span(second),
      remedy: LocalizedText(
        en: "Keep one of the two; neither is chosen for you.",
        fr: "Gardez l'un des deux ; le choix vous revient.",
        ar: "احتفظ بأحدهما؛ فلن يختار أي منهما نيابة عنك."),
      related: [
        .init(
          message: LocalizedText(en: "the first one", fr: "le premier", ar: "الأول"),
          place: .span(first))
      ])
  }
}
