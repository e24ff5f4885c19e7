import ClauseSource

/// A record that rows of a register may carry beside the one they are about: the action in the row
/// of a risk, the measurement in the row of an indicator.
///
/// People keep one register for both, so that its columns *Pilote* and *Échéance* are the action's.
/// What such columns hold becomes a record of its own, which every rule finds as if it stood alone.
public struct RecordPart: Sendable {
  /// What leads to its fields in paths: `actions` in `actions.due_on`.
  public let name: String
  /// The type of the part, as an index of the catalog.
  public let type: Int
  /// The field of the row's record that refers to its parts, a slot; nil where only the part
  /// refers to the record.
  public let link: Int?
  /// The field of the part that refers to the row's record, a slot.
  public let back: Int?
  /// The field, a slot of the part, that a free text in the place of a reference is: without a text
  /// a row carries no part.
  public let text: Int
  /// Fields of the part whose headings, right of its text, mean the part and not the row's record.
  public let own: [[Int]]
  /// Fields of the part whose headings mean it where they mean nothing of the row's record.
  public let also: [[Int]]
  /// Fields of the row's record that a column of the part fills too where they have none, by slots
  /// of the part.
  public let shared: [(own: Int, part: [Int])]
  /// Fields of the part, by slots, that the cell of a field of the row's record fills where the
  /// part has none of its own, if it says something there: the status of a nonconformity.
  public let fromRow: [(part: [Int], own: Int)]
  /// Values that all such parts have, by slots of the part.
  public let constants: [(slots: [Int], text: String)]
  /// Whether such rows are the whole register of the part's type.
  public let isWholeRegister: Bool
  /// The fields, slots of the part, of the first and last day, where each column that is headed by
  /// a month, quarter or year holds a part of its own; nil for other parts.
  public let period: (start: Int, end: Int)?
}

/// A part as a pack writes it.
struct RecordPartDeclaration: Sendable {
  typealias Word = RecordTypeDeclaration.Word

  var name: Word
  var type: Word?
  var back: Word?
  var text: Word?
  var own: [Word] = []
  var also: [Word] = []
  var shared: [(own: Word, part: Word)] = []
  var fromRow: [(part: Word, own: Word)] = []
  var constants: [(field: Word, value: Word)] = []
  var isWholeRegister = false
  var period: (start: Word, end: Word)?
}

/// Finds the types and fields that the parts of record types name.
struct PartResolver {
  let catalog: RecordTypeCatalog
  private(set) var sink = DiagnosticSink()

  init(_ catalog: RecordTypeCatalog) { self.catalog = catalog }

  /// The parts of each type of the catalog.
  mutating func resolve(_ declarations: [RecordTypeDeclaration]) -> [[RecordPart]] {
    var parts: [[RecordPart]] = Array(repeating: [], count: catalog.types.count)
    for declaration in declarations {
      guard let type = catalog.index(ofType: declaration.name.text) else { continue }
      parts[type] = declaration.parts.compactMap { part($0, of: type) }
    }
    return parts
  }

  private mutating func part(_ declared: RecordPartDeclaration, of carrier: Int) -> RecordPart? {
    guard let name = declared.type else {
      sink.error("record-type-part", "a part needs type:", declared.name.span)
      return nil
    }
    guard let type = catalog.index(ofType: name.text) else {
      let near = NearName.suggestion(for: name.text, among: catalog.types.map(\.name))
      sink.error("record-type-part", "there is no record type '\(name.text)'\(near)", name.span)
      return nil
    }
    let layout = catalog.layouts[carrier]
    let link = layout.fields.firstIndex { $0.name.equalsByBytes(declared.name.text) }
    if let link, !layout.targets[link].contains(type) {
      sink.error(
        "record-type-part",
        "'\(declared.name.text)' is \(layout.fields[link].type.spelling), which refers to no "
          + "'\(name.text)'", declared.name.span)
      return nil
    }
    let back = declared.back.flatMap { word in
      slots(word, type)?.first.flatMap { slot -> Int? in
        let field = catalog.layouts[type].fields[slot]
        let targets = catalog.layouts[type].targets[slot]
        if case .reference = field.type.elementType, targets.isEmpty || targets.contains(carrier) {
          return slot
        }
        sink.error(
          "record-type-part",
          "'\(word.text)' is \(field.type.spelling), which refers to no "
            + "'\(catalog.types[carrier].name)'", word.span)
        return nil
      }
    }
    if link == nil, back == nil {
      sink.error(
        "record-type-part", "nothing joins the part '\(declared.name.text)' to its record",
        declared.name.span,
        remedy: "Call it like the field that refers to it, or name the field of the part in back:.")
      return nil
    }
    guard let text = declared.text.flatMap({ slots($0, type)?.first }) else {
      if declared.text == nil {
        sink.error("record-type-part", "a part needs text:", declared.name.span)
      }
      return nil
    }
    return RecordPart(
      name: declared.name.text, type: type, link: link, back: back, text: text,
      own: declared.own.compactMap { slots($0, type) },
      also: declared.also.compactMap { slots($0, type) },
      shared: declared.shared.compactMap { own, part in
        guard let own = slots(own, carrier)?.first, let part = slots(part, type) else { return nil }
        return (own, part)
      },
      fromRow: declared.fromRow.compactMap { part, own in
        guard let part = slots(part, type), let own = slots(own, carrier)?.first else { return nil }
        return (part, own)
      },
      constants: declared.constants.compactMap { field, value in
        slots(field, type).map { ($0, value.text) }
      }, isWholeRegister: declared.isWholeRegister,
      period: declared.period.flatMap { start, end in
        guard let start = day(start, type), let end = day(end, type) else { return nil }
        return (start, end)
      })
  }

  /// The slot of a field of a day.
  private mutating func day(_ word: RecordTypeDeclaration.Word, _ type: Int) -> Int? {
    guard let slot = slots(word, type)?.first else { return nil }
    if catalog.layouts[type].fields[slot].type == .date { return slot }
    sink.error(
      "record-type-part",
      "'\(word.text)' is \(catalog.layouts[type].fields[slot].type.spelling), not a date", word.span
    )
    return nil
  }

  private mutating func slots(_ path: RecordTypeDeclaration.Word, _ type: Int) -> [Int]? {
    if let slots = catalog.slotPath(of: path.text, inType: type) { return slots }
    let near =
      catalog.nearestField(to: path.text, inLayout: type).map { "; did you mean '\($0)'?" } ?? ""
    sink.error(
      "record-type-part", "'\(catalog.types[type].name)' has no field '\(path.text)'\(near)",
      path.span)
    return nil
  }
}
