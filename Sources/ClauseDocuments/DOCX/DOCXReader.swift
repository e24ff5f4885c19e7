public import ClauseSource

/// Reads Word files (Office Open XML, ISO/IEC 29500): each table is a grid; where a source asks for
/// them, labels of the text are one record.
///
/// The text is what the file shows: results of fields, insertions but no deletions, no comments.
/// Macros, embedded files and links are never followed.
public struct DOCXReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "Word"
  /// The file name endings it reads.
  public let extensions = [".docx", ".docm"]

  /// Reads a whole file: its tables, those below the heading of the options, or its labels.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    let context = PackageContext(path: file.path, limits: limits, kind: .word)
    return file.bytes.withUnsafeBufferPointer { bytes in
      do throws(PackageFault) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
          throw context.fault(
            "encrypted",
            LocalizedText(
              en: "the file is protected by a password, or in the old form .doc",
              fr: "le fichier est protégé par un mot de passe, ou à l'ancien format .doc",
              ar: "الملف محمي بكلمة سر، أو بالصيغة القديمة \u{200E}.doc"),
            remedy: LocalizedText(
              en: "Save it as .docx without a password.",
              fr: "Enregistrez-le au format .docx, sans mot de passe.",
              ar: "احفظه بصيغة \u{200E}.docx بدون كلمة سر."))
        }
        let parts = try WordParts(bytes, context: context)
        var document = Self.document(parts, file, options, limits)
        document.diagnostics =
          parts.text.remarks.diagnostics(context, packed: parts.packed) + document.diagnostics
        document.facts.part = options.part
        return document
      } catch {
        return ReadDocument(tree: nil, diagnostics: [error.diagnostic])
      }
    }
  }

  private static func document(
    _ parts: WordParts, _ file: SourceFile, _ options: ReadingOptions, _ limits: Limits
  ) -> ReadDocument {
    switch options.part {
    case .frontMatter: return ReadDocument(tree: nil)
    case .metadata:
      return labels(parts.text, WordSections(parts.text).blocks(under: options.under), file, limits)
    case .table, nil:
      var document = ReadDocument(tree: nil)
      let grids = WordGrids(parts).grids(options)
      document.grids = grids.isEmpty ? nil : grids
      return document
    }
  }

  /// The record that labels make, with the whole text as its body.
  private static func labels(
    _ text: WordText, _ blocks: ArraySlice<WordText.Block>, _ file: SourceFile, _ limits: Limits
  ) -> ReadDocument {
    let source = SourceFile(
      id: file.id, path: file.path, bytes: text.bytes, cells: WordGrids.places(text))
    var labels = WordLabels(text, file: file, limits: limits)
    var document = labels.run(blocks)
    let faults = ByteScanner.scan(source, limits: limits)
    document.diagnostics += faults
    if !faults.isEmpty { document.tree = nil }
    document.source = source
    guard document.tree != nil else { return document }
    document.bodyStart = 0
    var outline = MarkdownOutline()
    outline.headings = text.blocks.compactMap(WordSections.heading).map { heading in
      MarkdownOutline.Heading(
        level: max(1, min(heading.level ?? 1, 6)),
        text: String(decoding: Grid.tidied(text.bytes[heading.text]), as: UTF8.self),
        span: Span(
          file: file.id, start: heading.text.lowerBound, end: heading.text.upperBound))
    }
    document.outline = outline
    return document
  }
}
