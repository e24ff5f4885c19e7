// ClauseRegisters: recognises registers. A grid of cells and the lexicon give registers: which type
// of records, which rows are headings, which field each column holds, which rows are records.

internal import CEL

/// How people write headings, in the three languages: what of a heading says nothing about which
/// field it means. This is grammar; what headings mean is said by the record types of the packs.
enum HeadingGrammar {
  /// A word of a heading in the form in which its spellings and inflections are equal.
  typealias Word = [UInt8]

  /// The word that `N°`, `Nº`, `No` and `#` are.
  static let number: Word = Array("no".utf8)

  /// The words of a text: folded, without articles and small words, without endings of plural and
  /// gender. A text of nothing but small words keeps them.
  static func words(_ text: some Collection<UInt8>) -> [Word] {
    let all = rawWords(text)
    // At the end a small word tells: `Approuvé le` is a date, `Approuvé par` a person.
    let telling = all.enumerated().filter { index, word in
      !smallWords.contains(word) || (index == all.count - 1 && tellingAtEnd.contains(word))
    }.map(\.element)
    return (telling.isEmpty ? all : telling).map(stem)
  }

  /// The key under which words are looked up. Without blanks between: `non-conformité` and
  /// `nonconformité` are one.
  static func key(_ words: some Sequence<Word>) -> [UInt8] { Array(words.joined()) }

  /// Words that say no more about a heading than that it belongs to the row.
  static func withoutWeakWords(_ words: [Word]) -> [Word] {
    let strong = words.filter { !weakWords.contains($0) }
    return strong.isEmpty ? words : strong
  }

  // MARK: Parts

  /// A heading without what stands in brackets, and what does.
  static func brackets(_ text: ArraySlice<UInt8>) -> (without: [UInt8], inside: [UInt8]) {
    var without: [UInt8] = []
    var inside: [UInt8] = []
    var depth = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth == 1 { without.append(0x20) }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default:
        if depth > 0 { inside.append(byte) } else { without.append(byte) }
      }
    }
    return (without, inside)
  }

  /// The sides of a heading that says a thing twice or names two things: at slashes, bars, line
  /// breaks, dashes between blanks, colons and semicolons; one side for all others.
  static func sides(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var sides: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let length = separatorLength(text, index)
      if length > 0 {
        if index > start { sides.append(text[start..<index]) }
        index += length
        start = index
      } else {
        index += 1
      }
    }
    if start < text.count { sides.append(text[start...]) }
    return sides
  }

  private static func separatorLength(_ text: [UInt8], _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: ";"),
      UInt8(ascii: ":"), 0x0A, 0x0D:
      return 1
    case UInt8(ascii: "-"):
      let isApart =
        index > 0 && text[index - 1] == 0x20 && index + 1 < text.count && text[index + 1] == 0x20
      return isApart ? 1 : 0
    case 0xE2:
      // U+2013 and U+2014 dashes, U+2022 bullet.
      guard index + 2 < text.count, text[index + 1] == 0x80 else { return 0 }
      return [0x93, 0x94, 0xA2].contains(text[index + 2]) ? 3 : 0
    case 0xC2:
      // U+00B7 middle dot.
      return index + 1 < text.count && text[index + 1] == 0xB7 ? 2 : 0
    default: return 0
    }
  }

  // MARK: Words

  private static func rawWords(_ text: some Collection<UInt8>) -> [Word] {
    var words: [Word] = []
    var word = ""
    var isAfterApostrophe = false
    func finish() {
      defer {
        word = ""
        isAfterApostrophe = false
      }
      if word.isEmpty || (isAfterApostrophe && word == "s") { return }
      let folded = Folding.fold(word.utf8).filter { $0 != 0x20 }
      if !folded.isEmpty { words.append(folded) }
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "°", "º":
        if word == "n" || word == "N" { word = "no" }
        finish()
      case "'", "’", "ʼ", "`", "´":
        // Elided articles: `d'action`, `l'audit`.
        if ["d", "D", "l", "L", "n", "N", "s", "S", "qu", "Qu"].contains(word) { word = "" }
        finish()
        isAfterApostrophe = true
      case "#":
        finish()
        words.append(number)
      case "№":
        finish()
        words.append(number)
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.canonicalCombiningClass != .notReordered
          || scalar.value == 0x0640
        {
          word.unicodeScalars.append(scalar)
        } else {
          finish()
        }
      }
    }
    finish()
    return words
  }

  /// A folded word without the endings of plural and gender, and without the Arabic article.
  private static func stem(_ word: Word) -> Word {
    var stem = word
    if stem.first ?? 0 >= 0xD8 {
      for article in articles where stem.count > article.count + 3 && stem.starts(with: article) {
        stem.removeFirst(article.count)
        break
      }
      return stem
    }
    guard stem.count > 3 else { return stem }
    if stem.count > 4, stem.suffix(3).elementsEqual("aux".utf8) {
      stem.removeLast(2)
      stem.append(UInt8(ascii: "l"))
      return stem
    }
    if stem.last == UInt8(ascii: "s") || stem.last == UInt8(ascii: "x") { stem.removeLast() }
    while stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
    if stem.count > 3, stem.last == UInt8(ascii: "y") {
      stem[stem.count - 1] = UInt8(ascii: "i")
    }
    return stem
  }

  private static func folded(_ words: [String]) -> Set<Word> {
    Set(words.map { Folding.fold($0.utf8) })
  }

  private static func stems(_ words: [String]) -> Set<Word> {
    Set(words.map { stem(Folding.fold($0.utf8)) })
  }

  /// `لل` is the article behind a preposition.
  private static let articles: [Word] = ["وال", "بال", "ال", "لل"].map {
    Folding.fold($0.utf8)
  }

  private static let smallWords = folded([
    "de", "du", "des", "la", "le", "les", "un", "une", "à", "au", "aux", "en", "par",
    "pour", "sur", "et", "ou", "of", "the", "to", "a", "an", "and", "or", "for", "by", "in", "on",
    "من", "في", "على", "عن", "إلى", "و", "أو",
  ])

  private static let tellingAtEnd = folded([
    "le", "par", "by", "on", "à", "au", "to", "for", "في", "من",
  ])

  private static let weakWords = stems([
    "concerné", "concernés", "concerned", "associé", "associated", "lié", "liées", "related",
    "éventuel", "correspondant", "corresponding", "actuel", "current", "identifié", "identified",
    "effectif", "effective", "mis", "place", "détaillé", "détail", "global", "general", "général",
    "المعني",
    "المعنية", "المرتبطة", "المرتبط",
  ])

  // MARK: Groups

  /// Which of two twins the heading of a group names, such as the risk before and after measures.
  enum Twin {
    case before
    case after
  }

  /// The twin that a group is about; nil when it says neither.
  static func twin(_ words: [Word]) -> Twin? {
    if words.contains(where: afterWords.contains) { return .after }
    if words.contains(where: beforeWords.contains) { return .before }
    return nil
  }

  private static let afterWords = stems([
    "résiduel", "résiduelle", "résiduels", "residual", "net", "nette", "après", "after", "final",
    "finale", "cible", "target", "réévaluation", "réévalué", "المتبقي", "المتبقية", "الصافي", "بعد",
    "النهائي",
  ])

  private static let beforeWords = stems([
    "brut", "brute", "bruts", "gross", "inherent", "inhérent", "initial", "initiale", "initiaux",
    "avant", "before", "potentiel", "potentielle", "prior", "الخام", "الأولي", "الأولية", "قبل",
    "الأصلي",
  ])
}
