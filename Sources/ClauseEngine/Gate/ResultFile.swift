public import ClauseAssessment
import ClauseCalendar
import ClauseDocuments
import ClauseRules
public import ClauseSource

/// A file that `check --format json` wrote, read for a comparison.
public struct ResultFile: Sendable {
  /// The schema that is understood.
  public static let schema = "clauselint/results/1"

  /// The run; nil when the file could not be understood.
  public var run: ComparedRun?
  /// What is wrong with the file; never empty without a run.
  public var diagnostics: [LocatedDiagnostic]

  /// Reads the results at `path`.
  public static func load(
    _ path: String, limits: Limits, language: Language = .english
  ) -> ResultFile {
    let id = FileID(0)
    switch GivenFile.load(path, id: id, limits: limits, limit: .recordFileBytes) {
    case .failure(let refusal):
      var diagnostic = refusal.diagnostic
      diagnostic.place = .path(path)
      return ResultFile(
        run: nil, diagnostics: [Locator(files: SourceFiles()).located(diagnostic, in: language)])
    case .success(let loaded):
      return of(
        SourceFile(id: id, path: path, bytes: loaded.bytes), limits: limits, language: language)
    }
  }

  /// The results that the text of `file` holds.
  public static func of(
    _ file: SourceFile, limits: Limits, language: Language = .english
  ) -> ResultFile {
    let document = JSONReader().read(file, limits: limits)
    var reader = ResultFileReader(file: file, diagnostics: document.diagnostics)
    let run = reader.read(document.tree)
    let locator = Locator(files: SourceFiles([file]))
    let errors = reader.diagnostics.contains { $0.severity == .error }
    return ResultFile(
      run: errors ? nil : run,
      diagnostics: reader.diagnostics.map { locator.located($0, in: language) })
  }
}

/// Reads the tree of a results file. Keys it does not know are passed over.
private struct ResultFileReader {
  let file: SourceFile
  var diagnostics: [Diagnostic]

  mutating func read(_ tree: DocumentTree?) -> ComparedRun? {
    guard let tree, let root = tree.roots.first, tree.kind(root) == .mapping else {
      if diagnostics.isEmpty {
        refuse(
          LocalizedText(
            en: "it holds no results of clauselint",
            fr: "il ne contient pas de résultats de clauselint", ar: "لا يتضمن نتائج clauselint"),
          nil, nil)
      }
      return nil
    }
    guard let schema = tree.value(root, "schema") else {
      refuse(
        LocalizedText(
          en: "it holds no results of clauselint: there is no `schema`",
          fr: "il ne contient pas de résultats de clauselint : `schema` manque",
          ar: "لا يتضمن نتائج clauselint: ينقص `schema`"), tree, root)
      return nil
    }
    guard tree.string(schema).equalsByBytes(ResultFile.schema) else {
      let found = Excerpt.quoted(tree.string(schema), limits: Limits())
      refuse(
        LocalizedText(
          en: "the results are of the schema \(found); this version reads \(ResultFile.schema)",
          fr: "les résultats suivent le schéma \(found) ; cette version lit \(ResultFile.schema)",
          ar: "النتائج على المخطط \(found)؛ وهذه النسخة تقرأ \(ResultFile.schema)"), tree,
        schema, code: "results-schema",
        remedy: LocalizedText(
          en: "Make both results with the same version of clauselint.",
          fr: "Produisez les deux résultats avec la même version de clauselint.",
          ar: "أنجز النتيجتين بنفس نسخة clauselint."))
      return nil
    }
    guard let asOfNode = tree.value(root, "as_of"), let asOf = CivilDate(iso: tree.string(asOfNode))
    else {
      refuse(
        LocalizedText(
          en: "`as_of` is no date",
          fr: "`as_of` n'est pas une "
            + "date", ar: "`as_of` ليس تاريخا"), tree, tree.value(root, "as_of") ?? root)
      return nil
    }
    for key in ["findings", "data_problems", "standards", "diagnostics"]
    where !isList(tree, root, key) {
      refuse(
        LocalizedText(
          en: "it has no list `\(key)`, so nothing can be said of what is gone",
          fr: "la liste `\(key)` y manque : on ne peut rien dire de ce qui a disparu",
          ar: "تنقصه اللائحة `\(key)`: لا يمكن القول بما اختفى"), tree, root)
      return nil
    }
    guard let limits = tree.value(root, "restriction"), tree.kind(limits) == .mapping,
      ["standards", "clauses", "rules", "paths"].allSatisfy({ isList(tree, limits, $0) })
    else {
      refuse(
        LocalizedText(
          en: "it does not say what the run was restricted to",
          fr: "il ne dit pas à "
            + "quoi la vérification était limitée", ar: "لا يذكر نطاق الفحص"), tree,
        tree.value(root, "restriction") ?? root)
      return nil
    }
    let packs = list(tree, root, "packs").map { node in
      ComparedRun.Pack(
        id: text(tree, node, "id"), version: text(tree, node, "version"),
        sha256: text(tree, node, "sha256"))
    }
    let findings =
      list(tree, root, "findings").compactMap { finding(tree, $0, severity: nil) }
      + list(tree, root, "data_problems").compactMap { finding(tree, $0, severity: .data) }
    var clauses: [(id: Untrusted, state: ClauseState)] = []
    for node in list(tree, root, "clauses") {
      guard let state = ClauseState(rawValue: text(tree, node, "state").unescaped) else {
        refuse(
          LocalizedText(
            en: "a clause has a state that is not "
              + "known", fr: "une exigence a un état inconnu", ar: "لأحد البنود حالة غير معروفة"),
          tree, node)
        continue
      }
      clauses.append((text(tree, node, "id"), state))
    }
    let errors = list(tree, root, "diagnostics").count {
      text(tree, $0, "severity") == Untrusted("error")
    }
    return ComparedRun(
      file: Untrusted(file.path), asOf: asOf, packs: packs, errors: errors, findings: findings,
      clauses: clauses, standards: texts(tree, root, "standards").map { Untrusted($0) },
      restriction: RunRestriction(
        standards: texts(tree, limits, "standards"), clauses: texts(tree, limits, "clauses"),
        rules: texts(tree, limits, "rules"), paths: texts(tree, limits, "paths")),
      registers: registers(tree, root),
      files: files(tree, root))
  }

  private func registers(_ tree: DocumentTree, _ root: NodeID) -> [RegisterResult] {
    list(tree, root, "registers").map { node in
      RegisterResult(
        type: text(tree, node, "type").unescaped, file: text(tree, node, "file").unescaped,
        records: Int(text(tree, node, "records").unescaped) ?? 1)
    }
  }

  private func files(_ tree: DocumentTree, _ root: NodeID) -> [FileResult] {
    list(tree, root, "files").compactMap { node in
      FileResult.Fate(rawValue: text(tree, node, "fate").unescaped).map { fate in
        FileResult(
          path: text(tree, node, "path").unescaped, fate: fate,
          records: Int(text(tree, node, "records").unescaped) ?? 0)
      }
    }
  }

  /// A state as results write it: an updated finding counts.
  private static func state(_ text: String) -> FindingState? {
    FindingMatching.State(rawValue: text) == .updated ? .new : FindingState(rawValue: text)
  }

  private mutating func finding(
    _ tree: DocumentTree, _ node: NodeID, severity known: Severity?
  ) -> ComparedFinding? {
    let fingerprint = text(tree, node, "fingerprint").unescaped
    guard let severity = known ?? Severity(rawValue: text(tree, node, "severity").unescaped),
      let state = Self.state(text(tree, node, "state").unescaped),
      !fingerprint.isEmpty, fingerprint.utf8.count <= 64,
      fingerprint.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      }),
      let place = tree.value(node, "location"), let location = location(tree, place)
    else {
      refuse(
        LocalizedText(
          en: "a finding lacks its severity, state, fingerprint or location",
          fr: "il manque à un constat sa gravité, son état, son empreinte ou son emplacement",
          ar: "تنقص معاينة درجتها أو حالتها أو بصمتها أو موضعها"), tree, node)
      return nil
    }
    var record: RecordReference?
    if let value = tree.value(node, "record"), tree.kind(value) == .mapping {
      record =
        RecordReference(
          type: text(tree, value, "type").unescaped, id: text(tree, value, "id").unescaped,
          content: RecordContent(text(tree, value, "content").unescaped)
        ).lasting
    }
    return ComparedFinding(
      identity: FindingIdentity(
        rule: text(tree, node, "rule"), record: record, fingerprint: fingerprint),
      severity: severity, state: state, message: text(tree, node, "message"),
      clauses: list(tree, node, "clauses").map { Untrusted(tree.string($0)) }, location: location,
      extent: Extent(list(tree, node, "extent").map { tree.string($0) }))
  }

  private func location(_ tree: DocumentTree, _ node: NodeID) -> Location? {
    func number(_ key: String) -> Int? {
      tree.value(node, key).flatMap { Int(tree.string($0)) }.flatMap { $0 >= 1 ? $0 : nil }
    }
    guard let line = number("line"), let column = number("column"),
      let endLine = number("end_line"), let endColumn = number("end_column")
    else { return nil }
    return Location(
      path: text(tree, node, "file"), start: Position(line: line, column: column),
      end: Position(line: endLine, column: endColumn),
      cell: tree.value(node, "cell").map {
        CellAddress(text: Untrusted(tree.string($0)), sheet: 0)
      })
  }

  private func text(_ tree: DocumentTree, _ node: NodeID, _ key: String) -> Untrusted {
    Untrusted(tree.value(node, key).map { tree.string($0) } ?? "")
  }

  private func isList(_ tree: DocumentTree, _ node: NodeID, _ key: String) -> Bool {
    tree.value(node, key).map { tree.kind($0) == .sequence } ?? false
  }

  private func texts(_ tree: DocumentTree, _ node: NodeID, _ key: String) -> [String] {
    list(tree, node, key).map { tree.string($0) }
  }

  private func list(_ tree: DocumentTree, _ node: NodeID, _ key: String) -> [NodeID] {
    guard let value = tree.value(node, key), tree.kind(value) == .sequence else { return [] }
    return Array(tree.children(value))
  }

  private mutating func refuse(
    _ message: LocalizedText, _ tree: DocumentTree?, _ node: NodeID?, code: String = "results-form",
    remedy: LocalizedText = LocalizedText(
      en: "Write it with: clauselint check --format json --output FILE",
      fr: "Pour le produire : clauselint check --format json --output FICHIER",
      ar: "لإنجازه: clauselint check --format json --output FILE")
  ) {
    let span = node.flatMap { node in tree.map { $0.span(node) } }
    diagnostics.append(
      Diagnostic(
        .error, code: code, message: message,
        place: .span(span ?? Span(file: file.id, start: 0, end: 0)), remedy: remedy))
  }
}
