internal import ClauseSource

/// Reads the text of one part of a Word file in a single pass, whatever its elements stand in:
/// controls, links and text boxes are seen through.
struct WordTextReader {
  private(set) var text = WordText()
  /// Whether the part has the body of a document.
  private(set) var hasBody = false

  private let styles: WordStyles
  private let context: PackageContext

  // Where the reading is.
  private var depth = 0
  /// The depth of the element whose inside is not looked at.
  private var skippedFrom: Int?
  /// The depth of the element whose texts are no text of the file.
  private var mutedFrom: Int?
  /// The depth of the properties of a paragraph.
  private var propertiesFrom: Int?
  private var paragraphs = 0
  private var tables = 0
  private var isInText = false
  private var isInInstruction = false
  private var isInList = false
  private var isPlaceholder = false

  // What is being read.
  private var fields: WordFields
  private var formField = WordFormField()
  private var run = Run()
  private var table: WordTableBuilder?
  private var cell: CellState?
  /// Where the text of the paragraph or cell begins.
  private var start = 0
  /// Whether a line break is due before the next text.
  private var needsBreak = false
  private var level: Int?
  private var number = 0
  private var tableNumber = 0
  /// Paragraphs, rows and cells so far.
  private var places = 0

  private struct Run {
    var isBold = false
    var isHidden = false
  }

  private struct CellState {
    var span = 1
    var merge = WordTableBuilder.Merge.none
  }

  /// - Parameter leavesOutChanging: whether results of fields that change by themselves are left
  ///   out.
  init(styles: WordStyles, leavesOutChanging: Bool, context: PackageContext) {
    self.styles = styles
    self.context = context
    fields = WordFields(leavesOutChanging: leavesOutChanging)
  }

  /// Reads a part.
  mutating func read(_ bytes: [UInt8], part: String) throws(PackageFault) {
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(PackageFault) in
      while let event = try xml.next() {
        switch event {
        case .start(let isEmpty):
          if skippedFrom == nil { try begin(&xml, isEmpty: isEmpty) }
          if !isEmpty { depth += 1 }
        case .end:
          depth -= 1
          if let from = skippedFrom {
            if from == depth { skippedFrom = nil }
          } else {
            try end(&xml)
          }
        case .text: take(&xml)
        }
      }
    }
    text.remarks.isCutOff = fields.isOpen && isCutOff
  }

  /// Whether a text was kept back by a field.
  private var isCutOff = false

  private mutating func count() throws(PackageFault) {
    places += 1
    if places > context.limits.nodesPerFile {
      throw context.limit(
        .nodesPerFile, met: places,
        LocalizedText(
          en: "paragraphs, rows and cells of one file",
          fr: "paragraphes, lignes et cellules d'un fichier",
          ar: "فقرات وأسطر وخلايا ملف واحد"))
    }
  }

  // MARK: Elements

  private mutating func begin(
    _ xml: inout XMLPart, isEmpty: Bool
  ) throws(PackageFault) {
    guard let element = xml.wordElement else {
      if !isEmpty, xml.isFallback { skippedFrom = depth }
      return
    }
    switch element {
    case .body: hasBody = true
    case .p: try beginParagraph(isEmpty: isEmpty)
    case .tbl, .tr, .tc, .gridSpan, .gridBefore, .vMerge:
      try beginTablePart(element, &xml, isEmpty: isEmpty)
    case .pPr: if !isEmpty, propertiesFrom == nil { propertiesFrom = depth }
    case .pStyle, .outlineLvl: heading(element, &xml)
    case .r: run = Run()
    case .b, .vanish, .rStyle: if propertiesFrom == nil { format(element, &xml) }
    case .t: isInText = !isEmpty
    case .tab, .br, .cr, .noBreakHyphen, .sym: if propertiesFrom == nil { sign(element, &xml) }
    case .ins, .cellIns, .cellDel: text.remarks.changes += 1
    case .del, .moveFrom, .moveTo:
      text.remarks.changes += 1
      if element != .moveTo, !isEmpty { mute() }
    case .fldChar, .instrText, .fldSimple, .checkBox, .checked, .default, .ddList, .listEntry,
      .result:
      try beginField(element, &xml, isEmpty: isEmpty)
    case .sdtPr: isPlaceholder = false
    case .showingPlcHdr: isPlaceholder = xml.isOn()
    case .sdtContent:
      // What a control asks for is no answer.
      if isPlaceholder, !isEmpty { mute() }
      isPlaceholder = false
    case .commentReference: text.remarks.comments += 1
    case .footnoteReference, .endnoteReference: text.remarks.notes += 1
    case .altChunk, .subDoc: text.remarks.otherFiles += 1
    case .rt, .pPrChange, .rPrChange, .tblPrChange, .tblPrExChange, .tblGridChange, .tcPrChange,
      .trPrChange, .sectPrChange, .numberingChange:
      if !isEmpty { skippedFrom = depth }
    case .rPr, .trPr, .tcPr: break
    }
  }

  private mutating func end(_ xml: inout XMLPart) throws(PackageFault) {
    if mutedFrom == depth { mutedFrom = nil }
    if propertiesFrom == depth { propertiesFrom = nil }
    switch xml.wordElement {
    case .p: endParagraph()
    case .tbl, .tc: try endTablePart(xml.wordElement)
    case .t: isInText = false
    case .instrText: isInInstruction = false
    case .checkBox: put(formField.box, isShown: true)
    case .ddList:
      isInList = false
      put(formField.choice, isShown: true)
    default: break
    }
  }

  private mutating func mute() { if mutedFrom == nil { mutedFrom = depth } }

  // MARK: Texts

  private mutating func take(_ xml: inout XMLPart) {
    if isInInstruction, skippedFrom == nil {
      var instruction: [UInt8] = []
      xml.appendText(to: &instruction)
      fields.instruct(instruction)
    }
    guard isInText, skippedFrom == nil else { return }
    var bytes: [UInt8] = []
    xml.appendText(to: &bytes)
    put(bytes)
  }

  /// Adds a text to the paragraph or cell.
  ///
  /// - Parameter isShown: whether it shows though it stands before the result of a field.
  private mutating func put(_ bytes: [UInt8], isShown: Bool = false) {
    guard !bytes.isEmpty, mutedFrom == nil, paragraphs > 0 || cell != nil else { return }
    guard fields.letsThrough || isShown else {
      isCutOff = true
      return
    }
    if run.isHidden {
      text.remarks.hiddenRuns += 1
      return
    }
    if needsBreak, text.bytes.count > start, text.bytes.last != 0x0A { text.bytes.append(0x0A) }
    needsBreak = false
    let first = text.bytes.count
    text.bytes += bytes
    guard run.isBold else { return }
    if let last = text.bold.last, last.upperBound == first {
      text.bold[text.bold.count - 1] = last.lowerBound..<text.bytes.count
    } else {
      text.bold.append(first..<text.bytes.count)
    }
  }

  private mutating func sign(_ element: WordElement, _ xml: inout XMLPart) {
    switch element {
    case .tab: put([0x09])
    case .br, .cr: put([0x0A])
    case .noBreakHyphen: put([UInt8(ascii: "-")])
    default: put(Self.symbol(xml.wordAttribute("char") ?? []))
    }
  }

  /// The boxes and ticks of the symbol fonts; the others are ornaments.
  private static func symbol(_ code: [UInt8]) -> [UInt8] {
    switch String(decoding: code, as: UTF8.self).uppercased() {
    case "F0FE", "00FE", "F052", "F054": Array("☒".utf8)
    case "F0A8", "00A8", "F06F", "006F", "F0A3", "00A3": Array("☐".utf8)
    case "F0FC", "00FC", "F050": Array("✓".utf8)
    default: []
    }
  }

  private mutating func format(_ element: WordElement, _ xml: inout XMLPart) {
    switch element {
    case .b: run.isBold = xml.isOn()
    case .vanish: run.isHidden = xml.isOn()
    default: run.isBold = run.isBold || styles.isBold(xml.wordAttribute("val") ?? [])
    }
  }

  // MARK: Paragraphs

  private mutating func beginParagraph(isEmpty: Bool) throws(PackageFault) {
    if paragraphs == 0, tables == 0 {
      try count()
      number += 1
      start = text.bytes.count
      level = nil
      needsBreak = false
    } else {
      needsBreak = true
    }
    if !isEmpty { paragraphs += 1 }
  }

  private mutating func endParagraph() {
    paragraphs -= 1
    needsBreak = true
    guard paragraphs == 0, tables == 0 else { return }
    let range = text.trimmed(start..<text.bytes.count)
    text.bytes.append(0x0A)
    if range.isEmpty { return }
    text.blocks.append(.paragraph(.init(number: number, text: range, level: level)))
  }

  private mutating func heading(_ element: WordElement, _ xml: inout XMLPart) {
    guard paragraphs == 1, tables == 0 else { return }
    if element == .outlineLvl {
      level = xml.wordNumber().flatMap { WordStyles.level(outline: $0) }
    } else {
      level = level ?? styles.level(xml.wordAttribute("val") ?? [])
    }
  }

  // MARK: Tables

  private mutating func beginTablePart(
    _ element: WordElement, _ xml: inout XMLPart, isEmpty: Bool
  ) throws(PackageFault) {
    if element == .tbl {
      if isEmpty { return }
      if tables == 0, paragraphs == 0 {
        try count()
        tableNumber += 1
        table = WordTableBuilder(number: tableNumber, context: context)
      } else {
        text.remarks.nestedTables += 1
      }
      tables += 1
      return
    }
    guard tables == 1, table != nil else { return }
    switch element {
    case .tr:
      try count()
      try table?.beginRow()
    case .tc:
      try count()
      start = text.bytes.count
      needsBreak = false
      cell = CellState()
      if isEmpty { try endCell() }
    case .gridSpan: cell?.span = xml.wordNumber() ?? 1
    case .gridBefore: try table?.indent(xml.wordNumber() ?? 0)
    default:
      let isFirst = xml.wordAttribute("val")?.elementsEqual("restart".utf8) == true
      cell?.merge = isFirst ? .first : .further
    }
  }

  private mutating func endTablePart(_ element: WordElement?) throws(PackageFault) {
    if element == .tc {
      if tables == 1, table != nil { try endCell() }
      return
    }
    tables -= 1
    guard tables == 0, let table else { return }
    text.blocks.append(.table(table.finished()))
    self.table = nil
  }

  private mutating func endCell() throws(PackageFault) {
    guard let state = cell else { return }
    let range = text.trimmed(start..<text.bytes.count)
    text.bytes.append(0x0A)
    guard range.count <= context.limits.scalarBytes else {
      throw context.limit(
        .scalarBytes, met: range.count,
        LocalizedText(en: "bytes of one cell", fr: "octets d'une cellule", ar: "بايتات خلية واحدة"))
    }
    try table?.add(range, span: state.span, merge: state.merge)
    cell = nil
  }

  // MARK: Fields

  private mutating func beginField(
    _ element: WordElement, _ xml: inout XMLPart, isEmpty: Bool
  ) throws(PackageFault) {
    switch element {
    case .fldChar:
      fields.mark(xml.wordAttribute("fldCharType") ?? [])
      guard fields.depth <= context.limits.nestingDepth else {
        throw context.limit(
          .nestingDepth, met: fields.depth,
          LocalizedText(
            en: "fields within one another", fr: "champs imbriqués", ar: "حقول متداخلة"))
      }
    case .instrText: isInInstruction = !isEmpty
    case .fldSimple:
      let instruction = xml.wordAttribute("instr") ?? []
      if fields.leavesOutChanging, !isEmpty, WordFields.changes(instruction) { mute() }
    case .checkBox: formField = WordFormField()
    case .checked: formField.tick(xml.isOn())
    case .default: if !isInList { formField.tickByDefault(xml.isOn()) }
    case .ddList:
      formField = WordFormField()
      isInList = !isEmpty
    case .listEntry: if isInList { formField.add(xml.wordAttribute("val") ?? []) }
    default: if isInList { formField.choose(xml.wordNumber() ?? 0) }
    }
  }
}
