import ClauseBytes
import ClauseDocuments
import ClauseSource

/// What the conventions make of a document: which nodes are records, and of which type.
extension BindingRun {
  mutating func bindRoots() {
    if let name = plan.type, plannedType == nil {
      result.diagnostics.append(
        Diagnostic(
          .error, code: "source-type", message: ReadingWords.unknownType(name),
          place: .path(source.path),
          remedy: catalog.nearestType(to: name).map(LocalizedText.didYouMean) ?? LocalizedText()))
      return
    }
    if let plannedType { planFields(of: plannedType) }
    if isTemplate {
      passOver(
        "file-template",
        LocalizedText(
          en: "the file is a template: its name says so and nothing in it is filled in",
          fr: "le fichier est un modèle : son nom le dit et rien n'y est rempli",
          ar: "الملف نموذج: يدل عليه اسمه ولم يعبأ فيه شيء"),
        remedy: LocalizedText(
          en: "Copy it under another name and fill that in.",
          fr: "Copiez-le sous un autre nom et remplissez la copie.",
          ar: "انسخه باسم آخر واملأ النسخة."))
      return
    }
    if !plan.tables.isEmpty {
      bindTables()
      return
    }
    for root in tree.roots where !isNothing(root) {
      if !bindRoot(root) { strangers.append(root) }
    }
    reportStrangers()
    if result.records.isEmpty, !strangers.isEmpty,
      !result.diagnostics.contains(where: { $0.severity == .error })
    {
      passOver(
        "file-passed-over",
        LocalizedText(
          en: "no record type is named by this file, its name or its folder",
          fr: "ni ce fichier, ni son nom, ni son dossier ne disent de quel registre il s'agit",
          ar: "لا يدل هذا الملف ولا اسمه ولا مجلده على السجل المقصود"),
        remedy: LocalizedText(
          en: "Name its type in sources:, or put type: into the file.",
          fr: "Indiquez son type dans sources:, ou écrivez type: dans le fichier.",
          ar: "اذكر نوعه في sources:، أو اكتب type: في الملف."))
    }
    reportBlankRows()
    reportUnusedHeadings()
  }

  /// Says what vanished beside records: what was meant as a record is an error, anything else is
  /// counted. In a file without records only a misspelt `type:` is worth a word.
  private mutating func reportStrangers() {
    var others: [NodeID] = []
    let types = Set(result.records.map(\.typeIndex)).sorted()
    for node in strangers {
      if let (key, type) = misspeltType(in: node), !types.isEmpty || hasFields(node, of: type) {
        diagnose(
          .error, "record-type-key",
          LocalizedText(
            en: "“\(excerpt(tree.bytes(key)))” is not a key of a record; did you mean `type`?",
            fr: "« \(excerpt(tree.bytes(key))) » n'est pas une clé d'enregistrement ; "
              + "vouliez-vous dire `type` ?",
            ar: "«\(excerpt(tree.bytes(key)))» ليس مفتاحا لقيد؛ هل تقصد `type`؟"),
          tree.span(key), remedy: ReadingWords.writeType(catalog.types[type]))
      } else if let type = types.first(where: { isEvidently(node, of: $0, bySlip: false) }) {
        diagnose(
          .error, "record-type-missing",
          LocalizedText { language in
            let register = catalog.types[type].title(in: language)
            return switch language {
            case .english:
              "nothing says of which type this is; it has fields of the register “\(register)”"
            case .french:
              "rien ne dit de quel registre il s'agit ; on y trouve des champs du registre "
                + "« \(register) »"
            case .arabic: "لا شيء يدل على السجل المقصود؛ فيه حقول من سجل «\(register)»"
            }
          },
          tree.span(tree.entries(node).first?.key ?? node),
          remedy: ReadingWords.writeType(catalog.types[type]))
      } else {
        others.append(node)
      }
    }
    guard !types.isEmpty, let first = others.first else { return }
    diagnose(
      .note, "document-passed-over",
      ReadingWords.besideRecords(others.count),
      tree.span(first),
      remedy: LocalizedText(
        en: "Put `type:` into what is a record; keep the rest in a file of its own.",
        fr: "Écrivez `type:` dans ce qui est un enregistrement ; gardez le reste dans un autre "
          + "fichier.",
        ar: "اكتب `type:` في ما هو قيد، واحتفظ بالباقي في ملف آخر."))
  }

  private mutating func passOver(_ code: String, _ message: LocalizedText, remedy: LocalizedText) {
    result.isPassedOver = true
    result.diagnostics.append(
      Diagnostic(
        .note, code: code, message: message, place: .path(source.path), remedy: remedy))
  }

  // MARK: What says nothing

  /// Whether the file is a form to be copied: its name says so, and no value in it is more than a
  /// placeholder.
  private var isTemplate: Bool {
    guard TemplateText.isNamed(source.path) else { return false }
    var waiting = tree.roots
    var values = 0
    while let node = waiting.popLast() {
      switch tree.kind(node) {
      case .scalar:
        let text = ScalarText.trimmed(tree.bytes(node))
        if !isBlank(node), !TemplateText.isUnfilled(text) { return false }
        values += 1
      case .sequence: waiting += tree.children(node)
      case .mapping:
        for (key, value) in tree.entries(node) where !tree.bytes(key).elementsEqual("type".utf8) {
          waiting.append(value)
        }
      }
      if values > limits.nodesPerFile { return false }
    }
    return values > 0
  }

  /// Whether every value of a row is blank.
  private func isBlankRow(_ node: NodeID) -> Bool {
    isTable && tree.entries(node).allSatisfy { isBlank($0.value) }
  }

  mutating func reportBlankRows() {
    guard let first = blankRows.first else { return }
    diagnose(
      .note, "blank-rows",
      .counted(
        blankRows.count,
        en: ("one blank row was passed over", "\(blankRows.count) blank rows were passed over"),
        fr: (
          "une ligne vide a été laissée de côté",
          "\(blankRows.count) lignes vides ont été laissées de côté"
        ), ar: "أسطر فارغة: لم يقرأ \(ArabicNoun.row.counted(blankRows.count))"), first)
  }

  /// Whether the node holds nothing at all.
  private func isNothing(_ node: NodeID) -> Bool {
    tree.isNull(node) || (tree.kind(node) == .scalar && tree.bytes(node).isEmpty)
  }

  /// Binds the records of one document; false when nothing in it concerns us.
  private mutating func bindRoot(_ root: NodeID) -> Bool {
    switch tree.kind(root) {
    case .scalar: return false
    case .sequence:
      guard let type = plannedType ?? typeOfPath else { return bindTypedItems(root) }
      bindList(root, type)
      return true
    case .mapping: return bindMapping(root)
    }
  }

  /// Binds the items of a list that name their types; false when none does.
  private mutating func bindTypedItems(_ root: NodeID) -> Bool {
    // The cells of a table are for whoever recognises tables.
    if isTable { return false }
    var others: [NodeID] = []
    var found = false
    for item in tree.children(root) where !isNothing(item) {
      if tree.kind(item) == .mapping, let node = tree.value(item, "type"),
        tree.kind(node) == .scalar,
        let type = catalog.index(ofType: ScalarText.trimmed(tree.bytes(node)))
      {
        bindRecord(item, type, fallback: .row)
        found = true
      } else {
        others.append(item)
      }
    }
    if found || others.contains(where: { misspeltType(in: $0) != nil }) {
      strangers += others
      return true
    }
    return false
  }

  private mutating func bindMapping(_ root: NodeID) -> Bool {
    if let node = tree.value(root, "type"), tree.kind(node) == .scalar {
      let name = ScalarText.trimmed(tree.bytes(node))
      if let type = catalog.index(ofType: name) {
        return bindDeclared(root, type, node)
      }
      if !name.isEmpty, plannedType == nil { return unknownType(root, node, name) }
    }
    if plan.shape == .oneRecord, let plannedType {
      bindRecord(root, plannedType, fallback: .path)
      return true
    }
    let entries = tree.entries(root)
    let type = plannedType ?? typeOfPath
    let isSections = entries.contains { entry in
      guard let plural = catalog.index(ofPlural: tree.bytes(entry.key)) else { return false }
      // Names in front matter refer to records; they are none.
      if bodyStart != nil, case .names = contents(of: entry.value, plural) { return false }
      // A field of a planned type goes before a section that has its name. A mere label does not:
      // plurals are exact, and "sites" also heads the site of a hazard in tables.
      guard let type else { return true }
      return plural == type || catalog.layouts[type].names.value(of: tree.bytes(entry.key)) == nil
    }
    if isSections, type != nil || areRegisters(entries) {
      bindSections(entries)
      return true
    }
    if let type {
      if isRegister(entries, type) {
        bindRegister(entries, type)
      } else {
        bindRecord(root, type, fallback: .path)
      }
      return true
    }
    return reportNearPlurals(entries)
  }

  /// A record that names its own type.
  private mutating func bindDeclared(_ root: NodeID, _ type: Int, _ node: NodeID) -> Bool {
    if let plannedType, plannedType != type {
      diagnose(
        .error, "source-type",
        LocalizedText { language in
          let (own, planned) = (
            catalog.types[type].title(in: language), catalog.types[plannedType].title(in: language)
          )
          return switch language {
          case .english:
            "the document belongs to the register “\(own)”, its source says “\(planned)”"
          case .french:
            "le document relève du registre « \(own) », sa source dit « \(planned) »"
          case .arabic: "الوثيقة تابعة لسجل «\(own)»، ومصدرها يقول «\(planned)»"
          }
        }, tree.span(node))
      return true
    }
    bindRecord(root, type, fallback: .path)
    return true
  }

  /// A `type:` that is no record type: an error when it is nearly one, else not our document.
  private mutating func unknownType(
    _ root: NodeID, _ node: NodeID, _ written: ArraySlice<UInt8>
  ) -> Bool {
    let text = excerpt(written)
    let near = catalog.nearestType(to: text)
    let nearPlural = near == nil ? catalog.nearestPlural(to: text) : nil
    let name = near ?? nearPlural
    let type =
      near.flatMap { catalog.index(ofType: $0) }
      ?? nearPlural.flatMap { catalog.index(ofPlural: $0) }
    // `type: object` of a foreign file is nearly one of our types too.
    guard
      typeOfPath != nil || !result.records.isEmpty && type != nil
        || type.map({
          isEvidently(root, of: $0, bySlip: Self.isSlip(text, of: name ?? ""))
        }) ?? false
    else { return false }
    return misnamed(node, text, name)
  }

  private mutating func misnamed(_ node: NodeID, _ text: String, _ near: String?) -> Bool {
    diagnose(
      .error, "record-type-unknown", ReadingWords.unknownType(text), tree.span(node),
      remedy: near.map(LocalizedText.didYouMean) ?? LocalizedText())
    return true
  }

  // MARK: Lists of records

  private mutating func bindSections(_ entries: [(key: NodeID, value: NodeID)]) {
    for (key, value) in entries {
      let name = tree.bytes(key)
      guard let type = catalog.index(ofPlural: name) else {
        let text = excerpt(name)
        let nearest = catalog.nearestPlural(to: text)
        // A file of others that a source names may say things of itself beside its records.
        if plannedType != nil, nearest == nil, tree.kind(value) == .scalar { continue }
        diagnose(
          .error, "key-unknown", ReadingWords.notPlural(text), tree.span(key),
          remedy: nearest.map(LocalizedText.didYouMean) ?? LocalizedText())
        continue
      }
      switch tree.kind(value) {
      case .sequence:
        if tree.children(value).isEmpty { result.emptyLists.insert(type) }
        bindList(value, type)
      case .mapping: bindRegister(tree.entries(value), type)
      case .scalar:
        if !isNothing(value) {
          diagnose(
            .error, "record-shape",
            LocalizedText(
              en: "a list of records is needed here",
              fr: "une liste d'enregistrements est attendue ici",
              ar: "المطلوب هنا لائحة قيود"), tree.span(value))
        }
      }
    }
  }

  mutating func bindList(_ node: NodeID, _ type: Int) {
    for child in tree.children(node) where !isNothing(child) {
      if tree.kind(child) == .mapping, isBlankRow(child) {
        blankRows = (blankRows.count + 1, blankRows.first ?? tree.span(child))
      } else if tree.kind(child) == .mapping {
        bindRecord(child, type, fallback: .row)
      } else {
        diagnose(
          .error, "record-shape",
          LocalizedText(
            en: "a record is a mapping of fields to values",
            fr: "un enregistrement est une suite de champs avec leurs valeurs",
            ar: "القيد مجموعة حقول مع قيمها"), tree.span(child))
      }
    }
  }

  /// Whether a mapping holds records under their ids rather than the fields of one record.
  private func isRegister(_ entries: [(key: NodeID, value: NodeID)], _ type: Int) -> Bool {
    !entries.isEmpty
      && entries.allSatisfy { entry in
        tree.kind(entry.value) == .mapping
          && catalog.layouts[type].slot(ofKey: tree.bytes(entry.key)) == nil
      }
  }

  private mutating func bindRegister(_ entries: [(key: NodeID, value: NodeID)], _ type: Int) {
    for (key, value) in entries {
      if tree.kind(value) == .mapping {
        bindRecord(value, type, fallback: .key(key))
      } else {
        diagnose(
          .error, "record-shape",
          LocalizedText(
            en: "below “\(excerpt(tree.bytes(key)))” a record, a mapping of fields to values, is "
              + "needed",
            fr: "sous « \(excerpt(tree.bytes(key))) » est attendu un enregistrement : des champs "
              + "avec leurs valeurs",
            ar: "تحت «\(excerpt(tree.bytes(key)))» المطلوب قيد: حقول مع قيمها"),
          tree.span(isNothing(value) ? key : value))
      }
    }
  }

  /// Reports keys that are nearly plurals; false when there are none.
  private mutating func reportNearPlurals(_ entries: [(key: NodeID, value: NodeID)]) -> Bool {
    var found = false
    for (key, value) in entries where tree.kind(value) != .scalar {
      let text = excerpt(tree.bytes(key))
      guard let near = catalog.nearestPlural(to: text), let type = catalog.index(ofPlural: near),
        isEvidentlyRegister(value, of: type, bySlip: Self.isSlip(text, of: near))
      else { continue }
      found = true
      diagnose(
        .error, "key-unknown",
        ReadingWords.notPlural(text), tree.span(key), remedy: LocalizedText.didYouMean(near))
    }
    return found
  }

  // MARK: Names of files

  /// The type whose plural is the name of the file, else of its folder.
  var typeOfPath: Int? { catalog.type(ofPath: source.path) }

  /// The path of the file without the ending of its name: the id of a record without one.
  var pathAsID: String {
    let bytes = Array(source.path.utf8)
    let nameStart = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > nameStart else {
      return source.path
    }
    return String(decoding: bytes[..<dot], as: UTF8.self)
  }
}
