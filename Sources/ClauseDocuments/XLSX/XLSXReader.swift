public import ClauseSource

/// Reads workbooks (Office Open XML, ISO/IEC 29500): each sheet is a grid.
///
/// Cells become the texts they show: dates in ISO form, numbers with all their digits. Macros,
/// links to other workbooks and embedded files are never followed, only named.
public struct XLSXReader: DocumentReader {
  /// Makes the reader.
  public init() {}

  /// The format's name.
  public let name = "XLSX"
  /// A sheet or text of cells is a table.
  public let isTabular = true
  /// The file name endings it reads.
  public let extensions = [".xlsx", ".xlsm"]

  /// Reads a whole workbook: the sheet of the options, or all visible ones but those left out. A
  /// sheet that cannot be read costs the sheet.
  public func read(_ file: SourceFile, options: ReadingOptions, limits: Limits) -> ReadDocument {
    let context = PackageContext(path: file.path, limits: limits)
    return file.bytes.withUnsafeBufferPointer { bytes in
      do throws(PackageFault) {
        var run = WorkbookRun(file: file, context: context, options: options)
        return try run.read(bytes)
      } catch {
        return ReadDocument(tree: nil, diagnostics: [error.diagnostic])
      }
    }
  }
}

/// The reading of one workbook.
private struct WorkbookRun {
  let file: SourceFile
  let context: PackageContext
  let options: ReadingOptions
  var diagnostics: [Diagnostic] = []

  init(file: SourceFile, context: PackageContext, options: ReadingOptions) {
    self.file = file
    self.context = context
    self.options = options
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageFault) -> ReadDocument {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw context.fault(
        "encrypted",
        LocalizedText(
          en: "the workbook is protected by a password, or in the old form .xls",
          fr: "le classeur est protégé par un mot de passe, ou à l'ancien format .xls",
          ar: "المصنف محمي بكلمة سر، أو بالصيغة القديمة ‎.xls"),
        remedy: LocalizedText(
          en: "Save it as .xlsx without a password.",
          fr: "Enregistrez-le au format .xlsx, sans mot de passe.",
          ar: "احفظه بصيغة ‎.xlsx بدون كلمة سر."))
    }
    var archive = try ZipArchive(bytes, context: context)
    let parts = try WorkbookParts(&archive, context: context)
    noteWhatIsIgnored(archive, parts)
    let chosen = try choose(parts.sheets)
    var grids: [Grid] = []
    for sheet in chosen {
      do throws(PackageFault) {
        grids.append(try read(sheet, parts, &archive))
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    var document = ReadDocument(tree: nil, diagnostics: diagnostics)
    document.grids = grids
    if options.sheet != nil, let sheet = grids.first?.sheet {
      document.facts = DocumentFacts(sheet: sheet)
    }
    return document
  }

  // MARK: Sheets

  private func choose(
    _ sheets: [WorkbookParts.Sheet]
  ) throws(PackageFault) -> [WorkbookParts.Sheet] {
    let names = sheets.map { context.quoted($0.name.utf8) }.joined(separator: ", ")
    guard let wanted = options.sheet else {
      let visible = sheets.filter { $0.isVisible && $0.part != nil }
      if visible.isEmpty, options.exceptSheets.isEmpty {
        throw context.fault(
          whole: "sheet-unknown",
          LocalizedText(
            en: "the workbook has no visible sheet of cells",
            fr: "le classeur n'a aucune feuille visible avec des cellules",
            ar: "لا توجد في المصنف ورقة ظاهرة فيها خلايا"),
          remedy: LocalizedText(en: "Show one.", fr: "Affichez-en une.", ar: "أظهر إحداها."))
      }
      let others = Set(options.exceptSheets.map { Grid.tidied(Array($0.utf8)[...]) })
      return visible.filter { !others.contains(Grid.tidied(Array($0.name.utf8)[...])) }
    }
    let named = sheets.filter { $0.name.equalsByBytes(wanted) }
    let tidy = Grid.tidied(Array(wanted.utf8)[...])
    let near = sheets.filter {
      $0.name.isSameName(as: wanted) || Grid.tidied(Array($0.name.utf8)[...]) == tidy
    }
    guard let sheet = named.first ?? (near.count == 1 ? near.first : nil), sheet.part != nil else {
      throw context.fault(
        whole: "sheet-unknown",
        LocalizedText(
          en: "there is no sheet \(context.quoted(wanted.utf8)); there are \(names)",
          fr:
            "il n'y a pas de feuille \(context.quoted(wanted.utf8)) ; le classeur contient "
            + "\(names)",
          ar: "لا توجد ورقة باسم \(context.quoted(wanted.utf8))؛ أوراق المصنف: \(names)"),
        remedy: LocalizedText(
          en: "Name one of them with sheet: in the source.",
          fr: "Indiquez l'une d'elles avec sheet: dans la source.",
          ar: "اذكر إحداها بواسطة sheet: في المصدر."))
    }
    return [sheet]
  }

  private func read(
    _ sheet: WorkbookParts.Sheet, _ parts: WorkbookParts, _ archive: inout ZipArchive
  ) throws(PackageFault) -> Grid {
    guard let part = sheet.part, let bytes = try archive.read(part) else {
      throw context.fault(
        "parts",
        LocalizedText(
          en: "the sheet \(context.quoted(sheet.name.utf8)) is missing in the workbook",
          fr: "la feuille \(context.quoted(sheet.name.utf8)) manque dans le classeur",
          ar: "الورقة \(context.quoted(sheet.name.utf8)) غير موجودة في المصنف"),
        remedy: context.saveAgain)
    }
    let cells = try SheetCells(bytes, part: part, of: parts, context: context)
    return cells.grid(named: sheet.name)
  }

  // MARK: What is not read

  private mutating func noteWhatIsIgnored(
    _ archive: borrowing ZipArchive, _ parts: WorkbookParts
  ) {
    let kinds = [
      ("xl/vbaproject", LocalizedText(en: "macros", fr: "macros", ar: "الماكرو")),
      (
        "xl/externallinks/",
        LocalizedText(
          en: "links to other workbooks", fr: "liens vers d'autres classeurs",
          ar: "روابط إلى مصنفات أخرى")
      ),
      (
        "xl/embeddings/",
        LocalizedText(en: "embedded files", fr: "fichiers incorporés", ar: "ملفات مضمنة")
      ),
      (
        "xl/macrosheets/",
        LocalizedText(en: "sheets of macros", fr: "feuilles de macros", ar: "أوراق الماكرو")
      ),
    ]
    var ignored = kinds.filter { archive.hasPart(below: $0.0) }.map(\.1)
    let hidden = parts.sheets.count { !$0.isVisible }
    if hidden > 0, options.sheet == nil {
      ignored.append(
        .counted(
          hidden, en: ("one hidden sheet", "\(hidden) hidden sheets"),
          fr: ("une feuille masquée", "\(hidden) feuilles masquées"),
          ar: "الأوراق المخفية (\(hidden))"))
    }
    guard !ignored.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .note, code: "workbook-ignored",
        message: LocalizedText { language in
          ignored.map { $0[language] }.joined(separator: language == .arabic ? "، " : ", ")
        }.following(
          en: "not read in this workbook: ", fr: "non lu dans ce classeur : ",
          ar: "لم يقرأ في هذا المصنف: "),
        place: .path(file.path)))
  }
}
