internal import ClauseSource

/// The parts of a Word file: its text, and what its pages and properties say of it.
struct WordParts {
  let text: WordText
  let preface: WordPreface
  /// What the archive holds besides and nobody reads.
  let packed: [LocalizedText]

  /// Reads a file.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, context: PackageContext
  ) throws(PackageFault) {
    var archive = try ZipArchive(bytes, context: context)
    let main =
      try archive.links(of: "").first { $0.kind == "officeDocument" }?.target
      ?? "word/document.xml"
    guard let document = try archive.read(main) else {
      throw context.fault(
        "parts",
        LocalizedText(
          en: "the archive holds no Word document",
          fr: "l'archive ne contient pas de document Word",
          ar: "لا يتضمن الأرشيف أي وثيقة Word"),
        remedy: context.saveAgain)
    }
    let links = try archive.links(of: main)
    var styles = WordStyles()
    if let part = links.first(where: { $0.kind == "styles" })?.target,
      let bytes = try archive.read(part)
    {
      styles = try WordStyles(bytes, part: part, context: context)
    }
    var reader = WordTextReader(styles: styles, leavesOutChanging: false, context: context)
    try reader.read(document, part: main)
    guard reader.hasBody else {
      throw context.fault(
        "parts",
        LocalizedText(
          en: "the part \(context.quoted(main.utf8)) is not a Word document",
          fr: "la partie \(context.quoted(main.utf8)) n'est pas un document Word",
          ar: "الجزء \(context.quoted(main.utf8)) ليس وثيقة Word"),
        remedy: context.saveAgain)
    }
    text = reader.text
    preface = WordPreface(
      headers: try Self.texts("header", links, &archive, context),
      footers: try Self.texts("footer", links, &archive, context),
      properties: try Self.properties(&archive, context))
    let kinds = [
      ("word/vbaproject", LocalizedText(en: "macros", fr: "macros", ar: "وحدات الماكرو")),
      (
        "word/embeddings/",
        LocalizedText(en: "embedded files", fr: "fichiers incorporés", ar: "ملفات مضمنة")
      ),
    ]
    var packed: [LocalizedText] = []
    for (prefix, name) in kinds where archive.hasPart(below: prefix) { packed.append(name) }
    self.packed = packed
  }

  /// Headers or footers that are read: first, odd and even pages of some sections.
  private static let mostPages = 12

  private static func texts(
    _ kind: String, _ links: [PackageLink], _ archive: inout ZipArchive, _ context: PackageContext
  ) throws(PackageFault) -> [WordText] {
    var texts: [WordText] = []
    for link in links where link.kind == kind && texts.count < mostPages {
      guard let bytes = try archive.read(link.target) else { continue }
      var reader = WordTextReader(
        styles: WordStyles(), leavesOutChanging: true, context: context)
      try reader.read(bytes, part: link.target)
      texts.append(reader.text)
    }
    return texts
  }

  private static func properties(
    _ archive: inout ZipArchive, _ context: PackageContext
  ) throws(PackageFault) -> CoreProperties {
    guard
      let part = try archive.links(of: "").first(where: { $0.kind == "core-properties" })?.target,
      let bytes = try archive.read(part)
    else { return CoreProperties() }
    return try CoreProperties(bytes, part: part, context: context)
  }
}
