public import ClauseDocuments
public import ClauseSource

/// Makes workbooks of given parts, so that a test can say exactly what stands in them.
public struct TestWorkbook {
  /// The parts by name.
  public var parts: [(name: String, text: [UInt8])] = []

  /// A workbook of sheets: name, state, and the XML below `worksheet`.
  public init(
    _ sheets: [(name: String, state: String, xml: String)], styles: String = "",
    shared: String = "", properties: String = ""
  ) {
    let space = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let rels = #"xmlns="http://schemas.openxmlformats.org/package/2006/relationships""#
    add(
      "_rels/.rels",
      """
      <Relationships \(rels)><Relationship Id="r" Type="\(office)/officeDocument" \
      Target="xl/workbook.xml"/></Relationships>
      """)
    let list = sheets.enumerated().map {
      #"<sheet name="\#($1.name)" sheetId="\#($0 + 1)" state="\#($1.state)" r:id="s\#($0)"/>"#
    }
    add(
      "xl/workbook.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <workbook \(space) xmlns:r="\(office)">\(properties)<sheets>\(list.joined())</sheets>\
      </workbook>
      """)
    let links = sheets.indices.map {
      #"<Relationship Id="s\#($0)" Type="\#(office)/worksheet" Target="sheets/s\#($0).xml"/>"#
    }
    add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships \(rels)>\(links.joined())\
      <Relationship Id="t" Type="\(office)/styles" Target="/xl/styles.xml"/>\
      <Relationship Id="u" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
      </Relationships>
      """)
    for (index, sheet) in sheets.enumerated() {
      add("xl/sheets/s\(index).xml", "<worksheet \(space)>\(sheet.xml)</worksheet>")
    }
    if !styles.isEmpty { add("xl/styles.xml", "<styleSheet \(space)>\(styles)</styleSheet>") }
    if !shared.isEmpty { add("xl/sharedStrings.xml", "<sst \(space)>\(shared)</sst>") }
  }

  /// A workbook of one sheet whose rows are given as cells: `t:` text, `f:` formula, `=` formula
  /// with value, otherwise a number.
  public init(rows: [[String]], after: String = "", styles: String = "", properties: String = "") {
    var xml = "<sheetData>"
    for (row, cells) in rows.enumerated() {
      xml += #"<row r="\#(row + 1)">"#
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let place = CellTable.letters(ofColumn: column + 1) + String(row + 1)
        xml += Self.cell(place, cell)
      }
      xml += "</row>"
    }
    self.init(
      [("Feuil1", "visible", xml + "</sheetData>" + after)], styles: styles, properties: properties)
  }

  private static func cell(_ place: String, _ text: String) -> String {
    if text.hasPrefix("<") { return text.replacing("@", with: place) }
    if text.hasPrefix("#") {
      // `#3 45289` is the number 45289 in style 3.
      let parts = text.dropFirst().split(separator: " ")
      return #"<c r="\#(place)" s="\#(parts[0])"><v>\#(parts[1])</v></c>"#
    }
    if text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) {
      return #"<c r="\#(place)"><v>\#(text)</v></c>"#
    }
    return #"<c r="\#(place)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
  }

  /// Adds a part.
  public mutating func add(_ name: String, _ text: String) {
    parts.append((name, Array(text.utf8)))
  }

  /// The archive, its parts stored as they are.
  public var bytes: [UInt8] { TestArchive.bytes(parts) }

  /// The workbook as a file.
  public var file: SourceFile { SourceFile(id: FileID(0), path: "a.xlsx", bytes: bytes) }

  /// What the reader makes of it.
  public func read(_ options: ReadingOptions = .conventions, _ limits: Limits = Limits())
    -> ReadDocument
  {
    XLSXReader().read(file, options: options, limits: limits)
  }
}
