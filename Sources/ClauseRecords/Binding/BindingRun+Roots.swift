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
    var passedOver = 0
    for root in tree.roots where !isNothing(root) {
      if !bindRoot(root) { passedOver += 1 }
    }
    if result.records.isEmpty, passedOver > 0,
      !result.diagnostics.contains(where: { $0.severity == .error })
    {
      passOver(
        "file-passed-over", "no record type is named by this file, its name or its folder",
        remedy: "Name its type in sources:, or put type: into the file.")
    }
    reportBlankRows()
    reportUnusedHeadings()
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

  private mutating func reportBlankRows() {
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
      guard let type = plannedType ?? typeOfPath else { return false }
      bindList(root, type)
      return true
    case .mapping: return tree.notation == .cells ? bindSheets(root) : bindMapping(root)
    }
  }

  private mutating func bindMapping(_ root: NodeID) -> Bool {
    if let node = tree.value(root, "type"), tree.kind(node) == .scalar {
      let name = ScalarText.trimmed(tree.bytes(node))
      if let type = catalog.index(ofType: name) {
        return bindDeclared(root, type, node)
      }
      if !name.isEmpty, plannedType == nil { return unknownType(node, name) }
    }
    if plan.shape == .oneRecord, let plannedType {
      bindRecord(root, plannedType, fallback: .path)
      return true
    }
    let entries = tree.entries(root)
    let type = plannedType ?? typeOfPath
    let isSections = entries.contains { entry in
      guard let plural = catalog.index(ofPlural: tree.bytes(entry.key)) else { return false }
      // A field of a planned type goes before a section that has its name. A mere label does not:
      // plurals are exact, and "sites" also heads the site of a hazard in tables.
      guard let type else { return true }
      return plural == type || catalog.layouts[type].names.value(of: tree.bytes(entry.key)) == nil
    }
    if isSections {
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
  private mutating func unknownType(_ node: NodeID, _ name: ArraySlice<UInt8>) -> Bool {
    let text = excerpt(name)
    guard let near = catalog.nearestType(to: text) ?? catalog.nearestPlural(to: text) else {
      return typeOfPath != nil ? misnamed(node, text, nil) : false
    }
    return misnamed(node, text, near)
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
      case .sequence: bindList(value, type)
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
      guard let near = catalog.nearestPlural(to: text) else { continue }
      found = true
      diagnose(
        .error, "key-unknown",
        "'\(text)' is no plural of a record type; did you mean '\(near)'?", tree.span(key))
    }
    return found
  }

  // MARK: Names of files

  /// The type whose plural is the name of the file, else of its folder.
  var typeOfPath: Int? {
    let parts = source.path.utf8.split(separator: UInt8(ascii: "/"))
    guard let name = parts.last else { return nil }
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    if let type = catalog.index(ofPluralInPath: Array(stem)[...]) { return type }
    guard parts.count > 1 else { return nil }
    return catalog.index(ofPluralInPath: Array(parts[parts.count - 2])[...])
  }

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
