import ClauseBytes
import ClauseDocuments
import ClauseSource

/// What the conventions make of a document: which nodes are records, and of which type.
extension BindingRun {
  mutating func bindRoots() {
    if let name = plan.type, plannedType == nil {
      let near = catalog.nearestType(to: name).map { "; did you mean '\($0)'?" } ?? ""
      result.diagnostics.append(
        Diagnostic(
          .error, code: "source-type", message: "there is no record type '\(name)'\(near)",
          place: .path(source.path)))
      return
    }
    if let plannedType { planFields(of: plannedType) }
    if isTemplate {
      passOver(
        "file-template", "the file is a template: its name says so and nothing in it is filled in",
        remedy: "Copy it under another name and fill that in.")
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
        "file-passed-over", "no record type is named by this file, its name or its folder",
        remedy: "Name its type in sources:, or put type: into the file.")
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
          "'\(excerpt(tree.bytes(key)))' is not a key of a record; did you mean 'type'?",
          tree.span(key), remedy: "Write `type: \(catalog.types[type].name)`.")
      } else if let type = types.first(where: { isEvidently(node, of: $0, bySlip: false) }) {
        diagnose(
          .error, "record-type-missing",
          "nothing says of which type this is; it has fields of '\(catalog.types[type].name)'",
          tree.span(tree.entries(node).first?.key ?? node),
          remedy: "Write `type: \(catalog.types[type].name)` into it, if it is one.")
      } else {
        others.append(node)
      }
    }
    guard !types.isEmpty, let first = others.first else { return }
    diagnose(
      .note, "document-passed-over",
      others.count == 1
        ? "beside records, this names no record type and was passed over"
        : "beside records, \(others.count) documents or list items, the first of them here, name no "
          + "record type and were passed over", tree.span(first),
      remedy: "Put `type:` into what is a record; keep the rest in a file of its own.")
  }

  private mutating func passOver(_ code: String, _ message: String, remedy: String) {
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
      blankRows.count == 1
        ? "one blank row was passed over" : "\(blankRows.count) blank rows were passed over", first)
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
        "the document is of type '\(catalog.types[type].name)', its source says "
          + "'\(catalog.types[plannedType].name)'", tree.span(node))
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
    let suggestion = near.map { "; did you mean '\($0)'?" } ?? ""
    diagnose(
      .error, "record-type-unknown", "there is no record type '\(text)'\(suggestion)",
      tree.span(node))
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
        let near = nearest.map { "; did you mean '\($0)'?" } ?? ""
        diagnose(
          .error, "key-unknown", "'\(text)' is no plural of a record type\(near)", tree.span(key))
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
            .error, "record-shape", "a list of records is needed here", tree.span(value))
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
          .error, "record-shape", "a record is a mapping of fields to values", tree.span(child))
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
          "below '\(excerpt(tree.bytes(key)))' a record, a mapping of fields to values, is needed",
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
        "'\(text)' is no plural of a record type; did you mean '\(near)'?", tree.span(key))
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
