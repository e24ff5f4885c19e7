import ClauseBytes
import ClauseDocuments
import ClauseSource

/// The headings that a plan maps to fields.
struct PlannedFields {
  /// Exact heading to an index in `paths`.
  var exact = ByteTable()
  /// Folded heading to an index in `paths`.
  var folded = ByteTable()
  /// The slots of the mapped fields.
  var paths: [[Int]] = []
  /// The headings as the plan writes them, in parallel.
  var headings: [String] = []
  /// The paths of the fields, in parallel.
  var names: [String] = []
  /// Which headings a record of the file had.
  var isUsed: [Bool] = []

  /// The entries for a heading, which may hold several fields; those written exactly so go before
  /// those that only look alike.
  func indices(of key: ArraySlice<UInt8>) -> [Int] {
    if paths.isEmpty { return [] }
    if exact.value(of: key) != nil {
      return headings.indices.filter { headings[$0].utf8.elementsEqual(key) }
    }
    let form = Fold.heading(key)
    guard !form.isEmpty, folded.value(of: form) != nil else { return [] }
    return headings.indices.filter { Fold.heading(Array(headings[$0].utf8)[...]) == form }
  }
}

/// What the keys of records mean.
extension BindingRun {
  /// Takes the plan's headings; reports field paths that the type does not have.
  mutating func planFields(of type: Int) {
    for (path, heading) in plan.fields.sorted(by: { $0.key.precedesByBytes($1.key) }) {
      guard let slots = catalog.slotPath(of: path, inType: type),
        !plan.tables.isEmpty || !isOfPart(slots, type)
      else {
        reportUnknownPath(path, type)
        continue
      }
      let index = Int32(planned.paths.count)
      planned.exact.insert(heading.utf8, index)
      planned.folded.insert(Fold.heading(Array(heading.utf8)[...]), index)
      planned.paths.append(slots)
      planned.headings.append(heading)
      planned.names.append(path)
      planned.isUsed.append(false)
    }
    for path in (Array(plan.constants.keys) + plan.defaults.keys).sorted(by: {
      $0.precedesByBytes($1)
    }) where ownPath(path, type) == nil { reportUnknownPath(path, type) }
  }

  /// Whether slots lead to a field of a record that rows of the type carry: only columns of a table
  /// hold such.
  private func isOfPart(_ slots: [Int], _ type: Int) -> Bool {
    catalog.part(at: slots, inType: type) != nil
  }

  /// The slots of a field of the type itself; nil where it has none at the path.
  func ownPath(_ path: String, _ type: Int) -> [Int]? {
    catalog.slotPath(of: path, inType: type).flatMap { isOfPart($0, type) ? nil : $0 }
  }

  private mutating func reportUnknownPath(_ path: String, _ type: Int) {
    let near = catalog.nearestField(to: path, inLayout: type)
    result.diagnostics.append(
      Diagnostic(
        .error, code: "source-field",
        message: ReadingWords.unknownField(path, of: catalog.types[type]),
        place: place(ofPlanned: path), remedy: near.map(LocalizedText.didYouMean) ?? LocalizedText()
      ))
  }

  /// Where the configuration says something of a field; the file, when that is not known.
  private func place(ofPlanned path: String) -> DiagnosticPlace {
    plan.places[path].map { .span($0) } ?? .path(source.path)
  }

  /// Reports mapped headings that a table does not have: the field would silently stay empty.
  mutating func reportUnusedHeadings() {
    guard isTable, let type = plannedType, !result.records.isEmpty else { return }
    for (index, heading) in planned.headings.enumerated() where !planned.isUsed[index] {
      result.diagnostics.append(
        Diagnostic(
          .error, code: "source-heading",
          message: LocalizedText(
            en: "there is no heading “\(heading)”",
            fr: "il n'y a pas d'en-tête « \(heading) »", ar: "لا يوجد رأس عمود «\(heading)»"),
          place: place(ofPlanned: planned.names[index]),
          remedy: LocalizedText(
            en: "Correct the heading under fields: in the configuration.",
            fr: "Corrigez l'en-tête sous fields: dans la configuration.",
            ar: "صحح رأس العمود تحت fields: في الإعدادات."),
          related: relatedFile))
    }
    for path in plan.defaults.keys.sorted(by: { $0.precedesByBytes($1) }) {
      guard let slots = catalog.slotPath(of: path, inType: type), headingOf[[type] + slots] == nil
      else { continue }
      result.diagnostics.append(
        Diagnostic(
          .error, code: "source-default",
          message: LocalizedText(
            en: "no heading of \(source.path) holds `\(path)`, so no cell of it can be empty",
            fr: "aucun en-tête de \(source.path) ne porte `\(path)` : aucune de ses cellules ne "
              + "peut être vide",
            ar: "لا يوجد في \(source.path) رأس عمود لـ `\(path)`، فلا يمكن أن تكون له خلية فارغة"),
          place: place(ofPlanned: path),
          remedy: LocalizedText(
            en: "Write it under constants: to give all records the value.",
            fr: "Écrivez-le sous constants: pour donner la valeur à tous les enregistrements.",
            ar: "اكتبه تحت constants: لإعطاء القيمة لكل القيود.")))
    }
  }

  /// The file, beside a place in the configuration.
  private var relatedFile: [Diagnostic.RelatedPlace] {
    plan.places.isEmpty
      ? []
      : [
        .init(
          message: LocalizedText(en: "the file", fr: "le fichier", ar: "الملف"),
          place: .path(source.path))
      ]
  }

  /// What a key of a record of `type` means.
  mutating func meaning(ofKey key: NodeID, inType type: Int) -> KeyMeaning {
    if let known = columnMeanings[key.index] { return known }
    let bytes = tree.bytes(key)
    if let known = keys[type]?.value(of: bytes) { return meanings[Int(known)] }
    let meaning = findMeaning(ofKey: ScalarText.trimmed(bytes), inType: type)
    keys[type, default: ByteTable()].insert(bytes, Int32(meanings.count))
    meanings.append(meaning)
    note(key, meaning, inType: type)
    return meaning
  }

  /// Keeps what a key was taken for, and reports a second heading for one field.
  mutating func note(_ key: NodeID, _ meaning: KeyMeaning, inType type: Int) {
    let span = tree.span(key)
    var use = BoundKey(
      key: excerpt(tree.bytes(key)), span: span, typeIndex: type, field: nil, isIgnored: false,
      nearest: nil)
    switch meaning {
    case .ignored: use.isIgnored = true
    case .fields(let paths):
      use.field = paths.first.map { catalog.path(of: $0, inType: type) }
      for slots in paths { headingOf[[type] + slots] = span }
    case .unknown: use.nearest = catalog.nearestHeading(to: use.key.unescaped, inType: type)
    case .field(let slots):
      use.field = catalog.path(of: slots, inType: type)
      if isTable, let first = headingOf[[type] + slots] {
        use.isSecond = true
        result.diagnostics.append(
          Diagnostic(
            .warning, code: "heading-twice",
            message: ReadingWords.headingTwice(
              use.key.unescaped, catalog.layouts[type].fields[slots[0]]),
            place: .span(span),
            remedy: ReadingWords.mapOne(use.field ?? "", use.key.unescaped),
            related: [
              .init(
                message: LocalizedText(
                  en: "the first heading", fr: "le premier en-tête", ar: "رأس العمود الأول"),
                place: .span(first))
            ]))
      } else {
        headingOf[[type] + slots] = span
      }
    }
    result.keys.append(use)
  }

  /// Keeps that a column is one of several that hold records of a time each.
  mutating func notePeriod(_ key: NodeID, _ slots: [Int], inType type: Int) {
    result.keys.append(
      BoundKey(
        key: excerpt(tree.bytes(key)), span: tree.span(key), typeIndex: type,
        field: catalog.path(of: slots, inType: type), isIgnored: false, nearest: nil))
  }

  private mutating func findMeaning(ofKey key: ArraySlice<UInt8>, inType type: Int) -> KeyMeaning {
    if type == plannedType {
      let indices = planned.indices(of: key)
      for index in indices { planned.isUsed[index] = true }
      var paths = indices.map { planned.paths[$0] }
      // A field keeps the heading of its own name, whatever else the configuration reads from it.
      if !paths.isEmpty, let slot = catalog.layouts[type].names.value(of: key),
        !planned.paths.contains([Int(slot)])
      {
        paths.append([Int(slot)])
      }
      if paths.count > 1 { return .fields(paths) }
      if let path = paths.first { return .field(path) }
    }
    if key.elementsEqual("type".utf8) { return .ignored }
    let path: [Int]
    if let slot = catalog.layouts[type].slot(ofKey: key) {
      path = [slot]
    } else if let slots = dottedPath(key, type) ?? headingInStructure(key, type) {
      path = slots
    } else {
      return .unknown
    }
    // The plan says under which heading this field stands; another one is not it.
    if type == plannedType, planned.paths.contains(path) { return .unknown }
    return .field(path)
  }

  /// The slots of a heading like `effectiveness.checked_on`, which is how tables hold structures.
  private func dottedPath(_ key: ArraySlice<UInt8>, _ type: Int) -> [Int]? {
    let parts = key.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    var layout = type
    var slots: [Int] = []
    for (position, part) in parts.enumerated() {
      guard let slot = catalog.layouts[layout].slot(ofKey: part) else { return nil }
      slots.append(slot)
      if position + 1 == parts.count { break }
      guard case .structure = catalog.layouts[layout].fields[slot].type,
        let inner = catalog.layouts[layout].nested[slot]
      else { return nil }
      layout = inner
    }
    return slots
  }

  /// The slots of a table's heading that is a label of exactly one structure's field.
  private func headingInStructure(_ key: ArraySlice<UInt8>, _ type: Int) -> [Int]? {
    guard isTable else { return nil }
    var found: [Int]?
    for (slot, field) in catalog.layouts[type].fields.enumerated() {
      guard case .structure = field.type, let inner = catalog.layouts[type].nested[slot],
        let innerSlot = catalog.layouts[inner].slot(ofKey: key)
      else { continue }
      if found != nil { return nil }
      found = [slot, innerSlot]
    }
    return found
  }

  /// Reports a key that is no field of a layout.
  mutating func unknownKey(_ key: NodeID, layout: Int) {
    // A heading of a table is one node for all rows: one report is enough.
    let span = tree.span(key)
    if !reportedKeys.insert(span.start).inserted { return }
    let text = excerpt(tree.bytes(key))
    let entry = catalog.layouts[layout]
    let near = nearest(to: text, of: key, layout: layout)
    var arguments: [RecordProblem.Argument] = [.init("key", text), .init("type", entry.name)]
    if let near { arguments.append(.init("nearest", near)) }
    problem(.unknownKey, span, arguments, detail: near == nil ? nil : .nearest)
  }

  /// The key or heading that is meant. The same key stands in many records, and is sought once; a
  /// file of nothing but different unknown keys gets no more than the first answers.
  private mutating func nearest(to text: String, of key: NodeID, layout: Int) -> String? {
    let unknown = UnknownKey(bytes: Array(tree.bytes(key)), layout: layout)
    if let known = nearestKeys[unknown] { return known }
    guard nearestKeys.count < 200 else { return nil }
    let near =
      catalog.nearestField(to: text, inLayout: layout)
      ?? catalog.nearestHeading(to: text, inType: layout)?.heading
    nearestKeys[unknown] = .some(near)
    return near
  }

  /// Reports a key for a field that already has a value.
  mutating func twice(_ key: NodeID, _ field: String) {
    let span = tree.span(key)
    if !reportedKeys.insert(span.start).inserted { return }
    diagnose(
      .error, "field-twice",
      LocalizedText(
        en: "“\(excerpt(tree.bytes(key)))” is read as `\(field)`, which already has a value",
        fr: "« \(excerpt(tree.bytes(key))) » est lu comme `\(field)`, qui a déjà une valeur",
        ar: "«\(excerpt(tree.bytes(key)))» يقرأ على أنه `\(field)`، وله قيمة من قبل"), span,
      remedy: LocalizedText(
        en: "Keep one of them, or map one heading under fields: in the configuration.",
        fr: "Gardez l'un des deux, ou associez un seul en-tête sous fields: dans la configuration.",
        ar: "احتفظ بأحدهما، أو اربط رأس عمود واحدا تحت fields: في الإعدادات."))
  }
}

/// A key that is no field of a layout, by its bytes.
struct UnknownKey: Hashable {
  var bytes: [UInt8]
  var layout: Int
}
