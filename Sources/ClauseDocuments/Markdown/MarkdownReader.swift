public import ClauseSource

/// Reads Markdown: the front matter, which is the convention, or what a source says: labels in the
/// text, or its tables. The rest of the file is the record's body.
///
/// Front matter is YAML between a first line `---` and a line `---` or `...`. A file without it is
/// ordinary text: no tree, no error, and the body begins at 0.
public struct MarkdownReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "Markdown"
  /// The file name endings it reads.
  public let extensions = [".md", ".markdown", ".html.md", ".md.erb", ".html.md.erb"]

  /// Reads a whole file.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    switch options.encoding.map({ TextDecoding.decode(file, declared: $0) }) ?? .asItIs {
    case .asItIs: return read(text: file, options, limits)
    case .refused(let diagnostic): return ReadDocument(tree: nil, diagnostics: [diagnostic])
    case .decoded(let text, _, let said):
      var document = read(text: text, options, limits)
      document.diagnostics = said + document.diagnostics
      document.source = text
      return document
    }
  }

  private func read(
    text file: SourceFile, _ options: ReadingOptions, _ limits: Limits
  ) -> ReadDocument {
    let faults = ByteScanner.scan(file, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    let matter = FrontMatter(file)
    var bodyStart = file.bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    if case .closed(_, let line) = matter.extent { bodyStart = matter.start(ofLine: line) }
    var document: ReadDocument
    switch options.part {
    case nil, .frontMatter: document = readMatter(file, matter, limits)
    case .metadata:
      var labels = MarkdownLabels(file: file, limits: limits)
      document = labels.run(from: bodyStart, under: options.under)
    case .table: document = ReadDocument(tree: nil, bodyStart: bodyStart)
    }
    if options.part == nil || options.part == .table {
      var tables = MarkdownTables(file: file, limits: limits)
      let grids = tables.run(from: bodyStart, under: options.under)
      document.diagnostics += tables.found
      // Whoever asked for tables says that there are none.
      document.grids = grids.isEmpty ? nil : grids
    }
    // Only the text of records is of interest.
    guard document.tree != nil || document.grids != nil else { return document }
    document.facts.part = options.part ?? (document.tree == nil ? nil : .frontMatter)
    document.outline = OutlineReader(file: file, bodyStart: bodyStart).read()
    if document.outline == nil {
      document.diagnostics.append(
        Diagnostic(
          .note, code: "markdown-outline",
          message: LocalizedText(
            en: "the text has too many marks in one paragraph; its links were not checked",
            fr: "le texte a trop de marques dans un paragraphe ; ses liens n'ont pas été vérifiés",
            ar: "في فقرة من النص علامات كثيرة؛ لم يتم التحقق من روابطه"),
          place: .span(Span(file: file.id, start: bodyStart, end: bodyStart))))
    }
    return document
  }

  private func readMatter(
    _ file: SourceFile, _ matter: FrontMatter, _ limits: Limits
  ) -> ReadDocument {
    switch matter.extent {
    case .none:
      return ReadDocument(tree: nil, diagnostics: matter.nearMiss.map { [$0] } ?? [], bodyStart: 0)
    case .unterminated:
      return ReadDocument(
        tree: nil,
        diagnostics: [
          Diagnostic(
            .error, code: "front-matter-unterminated",
            message: LocalizedText(
              en: "the front matter that begins here is never closed",
              fr: "l'en-tête de fiche (entre ---) qui commence ici n'est jamais fermé",
              ar: "ترويسة الملف (بين ---) التي تبدأ هنا لم تغلق"),
            place: .span(matter.lineSpan(0)),
            remedy: LocalizedText(
              en: "Close it with --- on a line of its own.",
              fr: "Fermez-le par --- seul sur une ligne.", ar: "أغلقها بعلامة --- وحدها في سطر."))
        ])
    case .closed(let yaml, let bodyLine):
      return read(file, matter, yaml: yaml, bodyLine: bodyLine, limits)
    }
  }

  private func read(
    _ file: SourceFile, _ matter: FrontMatter, yaml: Range<Int>, bodyLine: Int, _ limits: Limits
  ) -> ReadDocument {
    let faults = ByteScanner.scanYAML(in: file, range: yaml, limits: limits)
    guard faults.isEmpty else { return ReadDocument(tree: nil, diagnostics: faults) }
    var result = YAMLReader.parse(file, range: yaml, limits: limits)
    result.bodyStart = matter.start(ofLine: bodyLine)
    guard let tree = result.tree else { return result }
    guard let root = tree.roots.first else {
      return refused(
        result, "front-matter-empty",
        LocalizedText(
          en: "the front matter is empty", fr: "l'en-tête de fiche (entre ---) est vide",
          ar: "ترويسة الملف (بين ---) فارغة"), matter.lineSpan(0),
        remedy: LocalizedText(
          en: "Write the record's fields between the two lines, or delete them.",
          fr: "Écrivez les champs de la fiche entre les deux lignes, ou supprimez-les.",
          ar: "اكتب حقول البطاقة بين السطرين، أو احذفهما."))
    }
    guard tree.kind(root) == .mapping else {
      return refused(
        result, "front-matter-shape",
        LocalizedText(
          en: "the front matter is not a mapping of fields",
          fr: "l'en-tête de fiche (entre ---) n'est pas une suite de champs",
          ar: "ترويسة الملف (بين ---) ليست مجموعة حقول"),
        tree.span(root),
        remedy: LocalizedText(
          en: "Write one \"field: value\" a line.", fr: "Écrivez « champ: valeur », un par ligne.",
          ar: "اكتب «الحقل: القيمة» في كل سطر."))
    }
    if tree.roots.count > 1 {
      return refused(
        result, "front-matter-documents",
        LocalizedText(
          en: "the front matter holds a second document, from here on",
          fr: "l'en-tête de fiche (entre ---) contient ici un second document",
          ar: "ترويسة الملف (بين ---) تتضمن وثيقة ثانية ابتداء من هنا"),
        tree.span(tree.roots[1]),
        remedy: LocalizedText(
          en: "Write one record a file, without --- between its fields.",
          fr: "Écrivez une fiche par fichier, sans --- entre ses champs.",
          ar: "اكتب بطاقة واحدة في كل ملف، بدون --- بين حقولها.")
      )
    }
    if let second = matter.secondBlock(after: bodyLine) {
      result.diagnostics.append(
        Diagnostic(
          .note, code: "front-matter-second",
          message: LocalizedText(
            en: "a second block of front matter follows; only the first is read",
            fr: "un second en-tête de fiche (entre ---) suit ; seul le premier est lu",
            ar: "تتبعها ترويسة ثانية (بين ---)؛ ولا تقرأ إلا الأولى"),
          place: .span(matter.lineSpan(second))))
    }
    return result
  }

  private func refused(
    _ result: ReadDocument, _ code: String, _ message: LocalizedText, _ place: Span,
    remedy: LocalizedText
  ) -> ReadDocument {
    ReadDocument(
      tree: nil,
      diagnostics: result.diagnostics + [
        Diagnostic(.error, code: code, message: message, place: .span(place), remedy: remedy)
      ], bodyStart: result.bodyStart)
  }
}
