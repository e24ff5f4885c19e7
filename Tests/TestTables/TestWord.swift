public import ClauseDocuments
public import ClauseSource

/// Makes Word files of given parts, so that a test can say exactly what stands in them.
public struct TestWord: Sendable {
  /// The parts by name.
  public var parts: [(name: String, text: [UInt8])] = []

  private static let space =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// A file with the XML of its body, and of its page headers, footers and styles.
  public init(
    _ body: String, headers: [String] = [], footers: [String] = [], styles: String = Self.styles,
    properties: String = ""
  ) {
    add(
      "_rels/.rels",
      """
      <Relationships xmlns="\(Self.package)">\
      <Relationship Id="a" Type="\(Self.office)/officeDocument" Target="word/document.xml"/>\
      <Relationship Id="b" Target="docProps/core.xml" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>\
      </Relationships>
      """)
    add("word/document.xml", "<w:document \(Self.space)><w:body>\(body)</w:body></w:document>")
    var links = #"<Relationship Id="s" Type="\#(Self.office)/styles" Target="styles.xml"/>"#
    for (kind, root, texts) in [("header", "hdr", headers), ("footer", "ftr", footers)] {
      for (number, text) in texts.enumerated() {
        add("word/\(kind)\(number).xml", "<w:\(root) \(Self.space)>\(text)</w:\(root)>")
        links += """
          <Relationship Id="\(kind)\(number)" Type="\(Self.office)/\(kind)" \
          Target="\(kind)\(number).xml"/>
          """
      }
    }
    add(
      "word/_rels/document.xml.rels",
      "<Relationships xmlns=\"\(Self.package)\">\(links)</Relationships>")
    add("word/styles.xml", "<w:styles \(Self.space)>\(styles)</w:styles>")
    if !properties.isEmpty {
      add(
        "docProps/core.xml", "<cp:coreProperties xmlns:cp=\"c\">\(properties)</cp:coreProperties>")
    }
  }

  /// Headings as a French program names them, one built on another, and a bold kind of text.
  public static let styles = """
    <w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>\
    <w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>\
    <w:style w:styleId="Titre2"><w:name w:val="Titre 2"/></w:style>\
    <w:style w:styleId="Annexe"><w:name w:val="Annexe"/><w:basedOn w:val="Titre1"/></w:style>\
    <w:style w:styleId="Niveau"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>\
    <w:style w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    """

  /// Adds a part.
  public mutating func add(_ name: String, _ text: String) {
    parts.append((name, Array(text.utf8)))
  }

  // MARK: XML

  /// A run of text; `*` at its beginning makes it bold, a line break and a tab are elements.
  public static func run(_ text: String) -> String {
    let isBold = text.hasPrefix("*")
    var xml = ""
    for (number, line) in text.drop(while: { $0 == "*" }).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if number > 0 { xml += "<w:br/>" }
      xml += line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { #"<w:t xml:space="preserve">\#(escaped($0))</w:t>"# }.joined(separator: "<w:tab/>")
    }
    return "<w:r>" + (isBold ? "<w:rPr><w:b/></w:rPr>" : "") + xml + "</w:r>"
  }

  /// A paragraph of runs.
  public static func paragraph(_ runs: String..., style: String = "") -> String {
    "<w:p>" + (style.isEmpty ? "" : #"<w:pPr><w:pStyle w:val="\#(style)"/></w:pPr>"#)
      + runs.map(run).joined() + "</w:p>"
  }

  /// A cell; XML stays as it is.
  public static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc>" + (properties.isEmpty ? "" : "<w:tcPr>" + properties + "</w:tcPr>")
      + (text.hasPrefix("<") ? text : paragraph(text)) + "</w:tc>"
  }

  /// A table of texts.
  public static func table(_ rows: [[String]]) -> String {
    table(rows.map { $0.map { cell($0) }.joined() })
  }

  /// A table of rows given as XML of their cells.
  public static func table(_ rows: [String]) -> String {
    "<w:tbl>" + rows.map { "<w:tr>" + $0 + "</w:tr>" }.joined() + "</w:tbl>"
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  // MARK: Files

  /// The archive, its parts stored as they are.
  public var bytes: [UInt8] { TestArchive.bytes(parts) }

  /// The Word file as a file.
  public var file: SourceFile { SourceFile(id: FileID(0), path: "a.docx", bytes: bytes) }

  /// What the reader makes of it.
  public func read(
    _ options: ReadingOptions = .conventions, _ limits: Limits = Limits()
  ) -> ReadDocument {
    DOCXReader().read(file, options: options, limits: limits)
  }
}
