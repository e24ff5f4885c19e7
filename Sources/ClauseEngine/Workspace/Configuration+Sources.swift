import ClauseDocuments
import ClauseRecords
import ClauseRules
import ClauseSource

/// The entries of `sources`.
extension Configuration {
  static let sourceKeys = [
    "files", "type", "sheet", "under", "table", "header_row", "skip_rows", "delimiter", "encoding",
    "read",
    "fields", "values", "constants", "default", "dates", "split_cells", "refer_by_title",
  ]

  /// What `read` may say.
  static let readings = ["rows"] + ReadingOptions.MarkdownPart.allCases.map(\.rawValue)

  static func source(
    _ node: NodeID, _ tree: DocumentTree, _ diagnostics: inout [Diagnostic]
  ) -> SourceEntry? {
    guard
      let reader = MappingReader(
        tree: tree, node: node, what: .source, keys: sourceKeys, diagnostics: &diagnostics),
      let files = reader.requiredText("files", &diagnostics),
      let type = reader.requiredText("type", &diagnostics)
    else { return nil }
    // A wildcard stands for letters of a name; without them a part would be empty or hidden.
    let likeness = String(files.map { $0 == "*" || $0 == "?" ? "x" : $0 })
    if let refusal = RelativePath.refusal(of: likeness) {
      diagnostics.append(
        Diagnostic(
          .error, code: "source-path",
          message: refusal.following(
            en: "`files` leads outside the "
              + "repository: ", fr: "`files` mène hors du dépôt : ",
            ar: "`files` يخرج عن المستودع: "),
          place: .span(reader.span("files")),
          remedy: LocalizedText(
            en: "Write a path from the repository's root.",
            fr: "Écrivez un chemin depuis la racine du dépôt.",
            ar: "اكتب مسارا انطلاقا من جذر المستودع.")))
      return nil
    }
    let read = reader.choice("read", readings, &diagnostics)
    let form = form(reader, read, &diagnostics)
    var plan = BindingPlan(type: type)
    if form.part == .frontMatter || form.part == .metadata { plan.shape = .oneRecord }
    plan.isTable = form.part == .table
    if reader.value("dates") != nil {
      plan.dates = reader.choice("dates", DateOrder.allCases.map(\.rawValue), &diagnostics)
        .flatMap(DateOrder.init(rawValue:))
    }
    plan.splitsCells = reader.flag("split_cells", &diagnostics)
    plan.refersByTitle = reader.flag("refer_by_title", &diagnostics) ?? false
    plan.fields = texts(reader, "fields", &plan.places, &diagnostics)
    plan.values = words(reader, &diagnostics)
    plan.constants = texts(reader, "constants", &plan.places, &diagnostics)
    plan.defaults = texts(reader, "default", &plan.places, &diagnostics)
    return SourceEntry(
      files: Word(text: files, span: reader.span("files")), plan: plan, form: form,
      span: tree.span(node))
  }

  /// What the entry says about the form of its files.
  private static func form(
    _ reader: MappingReader, _ read: String?, _ diagnostics: inout [Diagnostic]
  ) -> ReadingOptions {
    var form = ReadingOptions()
    form.sheet = reader.text("sheet", &diagnostics)
    form.under = reader.text("under", &diagnostics)
    form.part = read.flatMap(ReadingOptions.MarkdownPart.init(rawValue:))
    form.table = number(reader, "table", from: 1, &diagnostics)
    // A heading is that of tables; front matter and labels have none.
    if form.under != nil || form.table != nil, read == nil { form.part = .table }
    form.headerRow = number(reader, "header_row", from: 1, &diagnostics)
    form.skipRows = number(reader, "skip_rows", from: 0, &diagnostics) ?? 0
    form.delimiter = delimiter(reader, &diagnostics)
    form.encoding = reader.choice(
      "encoding", ReadingOptions.TextEncoding.allCases.map(\.rawValue), &diagnostics
    ).flatMap(ReadingOptions.TextEncoding.init(rawValue:))
    return form
  }

  private static func number(
    _ reader: MappingReader, _ key: String, from least: Int, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let value = reader.value(key), let text = reader.text(key, &diagnostics) else {
      return nil
    }
    if let number = Int(text), (least...10_000_000).contains(number) { return number }
    diagnostics.append(
      reader.wrongForm(
        key,
        LocalizedText(
          en: "a whole number from \(least) on", fr: "un nombre entier à partir de \(least)",
          ar: "عدد صحيح ابتداء من \(least)"), value))
    return nil
  }

  private static func delimiter(
    _ reader: MappingReader, _ diagnostics: inout [Diagnostic]
  ) -> UInt8? {
    guard let value = reader.value("delimiter"), let text = reader.text("delimiter", &diagnostics)
    else { return nil }
    if text == "tab" { return 0x09 }
    if let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, byte != 0x0A, byte != 0x0D,
      byte != UInt8(ascii: "\"")
    {
      return byte
    }
    diagnostics.append(
      reader.wrongForm(
        "delimiter",
        LocalizedText(
          en: "one character such as `;`, or the word "
            + "`tab`", fr: "un caractère comme `;`, ou le mot `tab`",
          ar: "محرف واحد مثل `;` أو الكلمة `tab`"), value))
    return nil
  }

  /// What words stand for, by field: `{ status: { À faire: planned } }`.
  private static func words(
    _ reader: MappingReader, _ diagnostics: inout [Diagnostic]
  ) -> [String: [String: String]] {
    guard let value = reader.value("values") else { return [:] }
    guard reader.tree.kind(value) == .mapping else {
      diagnostics.append(
        reader.wrongForm(
          "values",
          LocalizedText(
            en: "a mapping",
            fr: "une "
              + "suite de clés avec leurs valeurs", ar: "مفاتيح مع قيمها"), value))
      return [:]
    }
    var result: [String: [String: String]] = [:]
    for (field, words) in reader.tree.entries(value) {
      for (word, meaning) in reader.tree.entries(words) {
        if reader.tree.kind(meaning) == .scalar {
          result[reader.tree.string(field), default: [:]][reader.tree.string(word)] =
            reader.tree.isNull(meaning) ? "" : reader.tree.string(meaning)
        }
      }
      if reader.tree.kind(words) != .mapping
        || reader.tree.entries(words).contains(where: { reader.tree.kind($0.value) != .scalar })
      {
        diagnostics.append(
          reader.wrongForm(
            "values",
            LocalizedText(
              en: "a mapping of fields to words and what they mean",
              fr: "une suite de champs, avec leurs mots et ce qu'ils veulent dire",
              ar: "حقول مع كلماتها ومعانيها"), words))
      }
    }
    return result
  }

  private static func texts(
    _ reader: MappingReader, _ key: String, _ places: inout [String: Span],
    _ diagnostics: inout [Diagnostic]
  ) -> [String: String] {
    guard let value = reader.value(key) else { return [:] }
    guard reader.tree.kind(value) == .mapping else {
      diagnostics.append(
        reader.wrongForm(
          key,
          LocalizedText(
            en: "a mapping",
            fr: "une suite de "
              + "clés avec leurs valeurs", ar: "مفاتيح مع قيمها"), value))
      return [:]
    }
    var result: [String: String] = [:]
    for (field, text) in reader.tree.entries(value) {
      guard reader.tree.kind(text) == .scalar else {
        diagnostics.append(
          reader.wrongForm(
            key,
            LocalizedText(
              en: "a mapping of fields to texts", fr: "une suite de champs avec leurs textes",
              ar: "حقول مع نصوصها"), text))
        continue
      }
      let name = reader.tree.string(field)
      result[name] = reader.tree.string(text)
      places[name] = reader.tree.span(field)
    }
    return result
  }
}
