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
  init(_ archive: inout ZipArchive, context: PackageContext) throws(PackageFault) {
    let main = try Self.mainPart(&archive, context)
    let links = try archive.links(of: main)
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

  // MARK: The workbook

  private static func mainPart(
    _ archive: inout ZipArchive, _ context: PackageContext
  ) throws(PackageFault) -> String {
    let links = try archive.links(of: "")
    let main = links.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    if main.utf8.suffix(4).elementsEqual(".bin".utf8) {
      throw context.fault(
        "binary",
        LocalizedText(
          en: "the workbook is in the binary form .xlsb",
          fr: "le classeur est au format binaire .xlsb", ar: "المصنف بالصيغة الثنائية ‎.xlsb"),
        remedy: LocalizedText(
          en: "Save it as .xlsx.", fr: "Enregistrez-le au format .xlsx.", ar: "احفظه بصيغة ‎.xlsx.")
      )
    }
    guard archive.has(main) else {
      throw context.fault(
        "parts",
        LocalizedText(
          en: "the archive holds no workbook", fr: "l'archive ne contient pas de classeur",
          ar: "لا يتضمن الأرشيف أي مصنف"),
        remedy: context.saveAgain)
    }
    return main
  }

  private mutating func readWorkbook(
    _ part: String, _ links: [PackageLink], _ archive: inout ZipArchive, _ context: PackageContext
  ) throws(PackageFault) {
    guard let bytes = try archive.read(part) else { return }
    var sheets: [Sheet] = []
    var isFrom1904 = false
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(PackageFault) in
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
