internal import ClauseSource

/// The skeleton of a workbook: which sheets it has, where their parts are, how cells are shown.
struct WorkbookParts {
  /// One sheet.
  struct Sheet {
    let name: String
    /// The part that holds its cells; nil for a chart or a part that is missing.
    let part: String?
    let isVisible: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as old programs on the Macintosh did.
  private(set) var isFrom1904 = false
  private(set) var formats: [CellFormat] = []
  /// The texts that cells refer to by number.
  private(set) var sharedTexts = SharedTexts()

  /// Reads the skeleton.
  init(_ archive: inout ZipArchive, context: WorkbookContext) throws(WorkbookFault) {
    let main = try Self.mainPart(&archive, context)
    let links = try Self.relationships(of: main, &archive, context)
    try readWorkbook(main, links, &archive, context)
    if let part = links.first(where: { $0.kind == "styles" })?.target,
      let bytes = try archive.read(part)
    {
      formats = try CellFormat.read(bytes, part: part, context: context)
    }
    if let part = links.first(where: { $0.kind == "sharedStrings" })?.target,
      let bytes = try archive.read(part)
    {
      sharedTexts = try SharedTexts(bytes, part: part, context: context)
    }
  }

  // MARK: Relationships

  /// A relationship: its id, the last word of its type, and the part it leads to.
  private struct Link {
    let id: [UInt8]
    let kind: String
    let target: String
  }

  private static func mainPart(
    _ archive: inout ZipArchive, _ context: WorkbookContext
  ) throws(WorkbookFault) -> String {
    let links = try relationships(of: "", &archive, context)
    let main = links.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    if main.utf8.suffix(4).elementsEqual(".bin".utf8) {
      throw context.fault(
        "workbook-binary", "the workbook is in the binary form .xlsb",
        remedy: "Save it as .xlsx.")
    }
    guard archive.has(main) else {
      throw context.fault(
        "workbook-parts", "the archive holds no workbook", remedy: "Save it again as .xlsx.")
    }
    return main
  }

  /// The relationships of a part, from the file `_rels/NAME.rels` beside it.
  private static func relationships(
    of part: String, _ archive: inout ZipArchive, _ context: WorkbookContext
  ) throws(WorkbookFault) -> [Link] {
    let (folder, name) = split(part)
    let rels = folder + "_rels/" + name + ".rels"
    guard let bytes = try archive.read(rels) else { return [] }
    var links: [Link] = []
    try bytes.withXML(named: rels, context) { (xml: inout XMLPart) throws(WorkbookFault) in
      while let event = try xml.next() {
        guard case .start = event, xml.isNamed("Relationship"),
          let id = xml.attribute("Id"), let type = xml.attribute("Type"),
          let target = xml.attribute("Target")
        else { continue }
        let mode = xml.attribute("TargetMode") ?? []
        if mode.elementsEqual("External".utf8) { continue }
        let kind = type.split(separator: UInt8(ascii: "/")).last ?? []
        links.append(
          Link(
            id: id, kind: String(decoding: kind, as: UTF8.self),
            target: resolve(String(decoding: target, as: UTF8.self), from: folder)))
      }
    }
    return links
  }

  private static func split(_ part: String) -> (folder: String, name: String) {
    (PathText.folder(of: part).map { $0 + "/" } ?? "", PathText.name(of: part))
  }

  /// A target, which may be absolute within the archive or relative to its part's folder.
  private static func resolve(_ target: String, from folder: String) -> String {
    let path = target.utf8.first == UInt8(ascii: "/") ? target : folder + target
    var steps: [String] = []
    for step in PathText.parts(path) {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  // MARK: The workbook

  private mutating func readWorkbook(
    _ part: String, _ links: [Link], _ archive: inout ZipArchive, _ context: WorkbookContext
  ) throws(WorkbookFault) {
    guard let bytes = try archive.read(part) else { return }
    var sheets: [Sheet] = []
    var isFrom1904 = false
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(WorkbookFault) in
      while let event = try xml.next() {
        guard case .start = event else { continue }
        if xml.isNamed("workbookPr") {
          isFrom1904 = xml.flag("date1904")
        } else if xml.isNamed("sheet") {
          let id = xml.relationshipID()
          let link = links.first { $0.id == id }
          let state = xml.attribute("state") ?? []
          sheets.append(
            Sheet(
              name: String(decoding: xml.attribute("name") ?? [], as: UTF8.self),
              part: link.flatMap { $0.kind == "worksheet" ? $0.target : nil },
              isVisible: state.isEmpty || state.elementsEqual("visible".utf8)))
        }
      }
    }
    self.sheets = sheets
    self.isFrom1904 = isFrom1904
  }
}

extension [UInt8] {
  /// Calls `body` with these bytes as an XML part.
  func withXML<R>(
    named name: String, _ context: WorkbookContext,
    _ body: (inout XMLPart) throws(WorkbookFault) -> R
  ) throws(WorkbookFault) -> R {
    try withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) -> R in
      var xml = try XMLPart(bytes, named: name, context: context)
      return try body(&xml)
    }
  }
}
