// ClauseRules: packs as YAML declares them: standards with their clauses, rules, checks, tests.
// Everything a pack author mistypes becomes an error with its place and the nearest known word.

import CEL
public import ClauseDocuments
public import ClauseSource

/// Reads one mapping of a pack or configuration: known keys only, each with its expected form.
public struct MappingReader {
  /// The tree the mapping lies in.
  public let tree: DocumentTree
  /// The mapping.
  public let node: NodeID
  /// What the mapping is, for messages: `a rule`.
  public let what: WordKind

  /// Takes `node` as a mapping with `keys`; reports another form and every unknown key.
  public init?(
    tree: DocumentTree, node: NodeID, what: WordKind, keys: [String],
    diagnostics: inout [Diagnostic]
  ) {
    guard tree.kind(node) == .mapping else {
      diagnostics.append(
        Diagnostic(
          .error, code: "pack-form", message: what.notMapping, place: .span(tree.span(node)),
          remedy: what.isForAuthors
            ? LocalizedText(english: WordKind.asLines[.english]) : WordKind.asLines))
      return nil
    }
    self.tree = tree
    self.node = node
    self.what = what
    for entry in tree.entries(node) {
      if !keys.contains(where: { tree.isText(entry.key, $0) }) {
        diagnostics.append(
          Self.unknown(
            tree.string(entry.key), kind: .key(of: what), among: keys, code: "unknown-key",
            place: tree.span(entry.key)))
      }
    }
  }

  /// The error for a word that is none of `known`, with the nearest one.
  public static func unknown(
    _ word: String, kind: WordKind, among known: [String], code: String, place: Span
  ) -> Diagnostic {
    let remedy =
      Spelling.nearest(to: word, among: known).map(LocalizedText.didYouMean)
      ?? WordKind.known(known.sorted { $0.precedesByBytes($1) })
    return Diagnostic(
      .error, code: code, message: kind.refusal(of: word), place: .span(place),
      remedy: kind.isForAuthors ? LocalizedText(english: remedy[.english]) : remedy)
  }

  /// The value under `key`, or nil when it is absent or says nothing.
  public func value(_ key: String) -> NodeID? {
    guard let value = tree.value(node, key), !tree.isNull(value) else { return nil }
    return value
  }

  /// The span of the value under `key`, else of the whole mapping.
  public func span(_ key: String) -> Span { tree.span(value(key) ?? node) }

  /// The text under `key`; reports any other form.
  public func text(_ key: String, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let value = value(key) else { return nil }
    guard tree.kind(value) == .scalar else {
      diagnostics.append(
        wrongForm(
          key,
          LocalizedText(
            en: "one text",
            fr: "un texte "
              + "simple", ar: "نص مفرد"), value))
      return nil
    }
    return tree.string(value)
  }

  /// The text under `key`, reporting its absence.
  public func requiredText(_ key: String, _ diagnostics: inout [Diagnostic]) -> String? {
    if value(key) == nil {
      diagnostics.append(missing(key))
      return nil
    }
    return text(key, &diagnostics)
  }

  /// `true` or `false` under `key`.
  public func flag(_ key: String, _ diagnostics: inout [Diagnostic]) -> Bool? {
    guard let value = value(key) else { return nil }
    switch tree.string(value) {
    case "true": return true
    case "false": return false
    default:
      diagnostics.append(
        wrongForm(
          key,
          LocalizedText(
            en: "`true` or "
              + "`false`", fr: "`true` ou `false`", ar: "`true` أو `false`"), value))
      return nil
    }
  }

  /// One of `choices` under `key`.
  public func choice(
    _ key: String, _ choices: [String], _ diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let value = value(key), let word = text(key, &diagnostics) else { return nil }
    if choices.contains(where: { $0.equalsByBytes(word) }) { return word }
    diagnostics.append(
      Self.unknown(
        word, kind: .value(of: key, in: what), among: choices, code: "unknown-\(key)",
        place: tree.span(value)))
    return nil
  }

  /// The nodes of the list under `key`; a single value counts as a list of one.
  public func list(_ key: String) -> [NodeID] {
    guard let value = value(key) else { return [] }
    return tree.kind(value) == .sequence ? Array(tree.children(value)) : [value]
  }

  /// The texts of the list under `key` with their nodes.
  public func texts(
    _ key: String, _ diagnostics: inout [Diagnostic]
  ) -> [(text: String, node: NodeID)] {
    list(key).compactMap { element in
      guard tree.kind(element) == .scalar else {
        diagnostics.append(
          wrongForm(
            key,
            LocalizedText(
              en: "a list of texts",
              fr: "une liste de "
                + "textes", ar: "لائحة نصوص"), element))
        return nil
      }
      return (tree.string(element), element)
    }
  }

  /// Texts by language under `key`: a mapping of `en`, `fr`, `ar`, or one English text.
  public func localized(_ key: String, _ diagnostics: inout [Diagnostic]) -> LocalizedText {
    var texts: [Language: String] = [:]
    for (language, node) in localizedNodes(key, &diagnostics) {
      texts[language] = tree.string(node)
    }
    return LocalizedText(texts)
  }

  /// The scalar nodes by language under `key`.
  public func localizedNodes(
    _ key: String, _ diagnostics: inout [Diagnostic]
  ) -> [(language: Language, node: NodeID)] {
    guard let value = value(key) else { return [] }
    if tree.kind(value) == .scalar { return [(.english, value)] }
    guard
      let reader = MappingReader(
        tree: tree, node: value, what: .texts(key), keys: Language.allCases.map(\.rawValue),
        diagnostics: &diagnostics)
    else { return [] }
    return Language.allCases.compactMap { language in
      guard let text = reader.value(language.rawValue) else { return nil }
      guard tree.kind(text) == .scalar else {
        diagnostics.append(
          reader.wrongForm(
            language.rawValue, LocalizedText(en: "one text", fr: "un texte simple", ar: "نص مفرد"),
            text))
        return nil
      }
      return (language, text)
    }
  }

  /// The error for a missing key.
  public func missing(_ key: String) -> Diagnostic {
    Diagnostic(
      .error, code: "missing-key",
      message: said(
        LocalizedText(
          en: "\(what.name[.english]) needs `\(key)`",
          fr: "\(what.name[.french]) : il manque `\(key)`",
          ar: "\(what.name[.arabic]): ينقص `\(key)`")),
      place: .span(tree.span(node)),
      remedy: said(
        LocalizedText(
          en: "Add `\(key):` to it.", fr: "Ajoutez-y `\(key):`.", ar: "أضف إليه `\(key):`.")))
  }

  /// The error for a value of another form than expected.
  public func wrongForm(_ key: String, _ expected: LocalizedText, _ value: NodeID) -> Diagnostic {
    Diagnostic(
      .error, code: "pack-form",
      message: said(
        LocalizedText(
          en: "`\(key)` of \(what.name[.english]) is \(expected[.english])",
          fr: "`\(key)` (\(what.name[.french])) : la valeur attendue est \(expected[.french])",
          ar: "`\(key)` (\(what.name[.arabic])): القيمة المطلوبة \(expected[.arabic])")),
      place: .span(tree.span(value)))
  }

  /// The text, in English alone where only authors of packs read it.
  private func said(_ text: LocalizedText) -> LocalizedText {
    what.isForAuthors ? LocalizedText(english: text[.english]) : text
  }
}
