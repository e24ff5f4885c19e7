public import CEL
public import ClauseDocuments
public import ClauseRecords
public import ClauseSource

/// A declarative check: reads its arguments from a rule and becomes CEL.
///
/// One file per check; `Checks.all` is the registry.
public protocol Check: Sendable {
  /// The key under `require`.
  var name: String { get }
  /// The expressions the arguments stand for; nil when they are wrong (then diagnosed).
  func expressions(_ request: inout CheckRequest) -> CheckExpressions?
}

/// What a check becomes.
public struct CheckExpressions: Sendable {
  /// Conditions that must all be true, each with the field it blames when it is not.
  public var conditions: [(field: String?, text: String)]
  /// Values for messages: names and CEL texts, which need no guards.
  public var bindings: [(name: String, text: String)]
  /// CEL that is true where a parameter stands in for the organisation's own interval.
  public var practiceWhen: String?
  /// Whether each condition asks something of its own; false where they share one thing.
  public var blamesEachField: Bool

  /// Makes the expressions of a check.
  public init(
    _ conditions: [(field: String?, text: String)], bindings: [(name: String, text: String)] = [],
    practiceWhen: String? = nil, blamesEachField: Bool = true
  ) {
    self.conditions = conditions
    self.bindings = bindings
    self.practiceWhen = practiceWhen
    self.blamesEachField = blamesEachField
  }

  /// All conditions as one expression.
  public var requirement: String {
    conditions.isEmpty ? "true" : conditions.map { "(\($0.text))" }.joined(separator: " && ")
  }
}

/// A field named by a check, with the CEL that reads it.
public struct FieldPath: Sendable {
  /// Path from the record, `effectiveness.checked_on`.
  public var path: String
  /// Its declared type.
  public var type: FieldType
  /// CEL that is true when it has a value.
  public var presence: String
  /// CEL that reads it.
  public var access: String
  /// CEL that reads the day of a date or an instant.
  var day: String { type == .instant ? "date(\(access))" : access }
}

/// What a check may ask while it reads its arguments.
public struct CheckRequest {
  /// The tree of the arguments.
  public let tree: DocumentTree
  /// The arguments.
  public let node: NodeID
  /// Name of the check.
  public let check: String
  /// The type of the rule's records; nil for rules over the organisation when it has no type.
  public let recordType: RecordType?
  /// All types.
  public let catalog: RecordTypeCatalog
  /// Declared parameters.
  public let parameters: [String: Parameter]
  /// Compiles an expression written inside the arguments with further variables in scope;
  /// false when it is wrong (then diagnosed).
  let validate: (ExpressionSource, [Variable], CELType?, inout [Diagnostic]) -> Bool
  /// What was wrong.
  public var diagnostics: [Diagnostic] = []

  /// The name of the record in expressions.
  public var variable: String { recordType?.name ?? "organization" }

  /// The arguments as a mapping with known keys.
  public mutating func mapping(keys: [String]) -> MappingReader? {
    MappingReader(
      tree: tree, node: node, what: .pack("`\(check)`"), keys: keys, diagnostics: &diagnostics)
  }

  /// The fields listed in the arguments.
  public mutating func fields() -> [FieldPath]? {
    let nodes = tree.kind(node) == .sequence ? Array(tree.children(node)) : [node]
    let paths = nodes.compactMap { field($0) }
    return paths.count == nodes.count && !paths.isEmpty ? paths : nil
  }

  /// The fields listed under `key`.
  public mutating func fields(_ reader: MappingReader, _ key: String) -> [FieldPath]? {
    let nodes = reader.list(key)
    guard !nodes.isEmpty else {
      diagnostics.append(reader.missing(key))
      return nil
    }
    let paths = nodes.compactMap { field($0) }
    return paths.count == nodes.count ? paths : nil
  }

  /// The field a scalar names; diagnoses an unknown one with the nearest.
  public mutating func field(_ node: NodeID) -> FieldPath? {
    guard let recordType else {
      report("`\(check)` needs a record type that has fields", at: node)
      return nil
    }
    guard tree.kind(node) == .scalar else {
      report("`\(check)` names fields", at: node)
      return nil
    }
    return resolve(tree.string(node), in: recordType, at: node)
  }

  private mutating func resolve(
    _ path: String, in recordType: RecordType, at node: NodeID
  ) -> FieldPath? {
    var access = recordType.name
    var presence: [String] = []
    var level = recordType.fields
    var found: Field?
    for part in path.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      if let found, found.type.structureFields == nil || found.type.isCollection {
        report("`\(found.name)` has no fields of its own", at: node)
        return nil
      }
      if found == nil, let derived = recordType.derived.first(where: { $0.name == part }) {
        let access = "\(access).\(part)"
        return FieldPath(
          path: derived.ownEnd ?? path, type: derived.type,
          presence: derived.type.isCollection ? "size(\(access)) > 0" : "true", access: access)
      }
      guard let field = level.first(where: { $0.name.equalsByBytes(part) }) else {
        diagnostics.append(
          MappingReader.unknown(
            part, kind: .pack("field of \(recordType.name)"),
            among: level.map(\.name) + (found == nil ? recordType.derived.map(\.name) : []),
            code: "unknown-field", place: tree.span(node)))
        return nil
      }
      access += "." + part
      presence.append(field.type.isCollection ? "size(\(access)) > 0" : "has(\(access))")
      found = field
      level = field.type.structureFields ?? []
    }
    guard let found else { return nil }
    return FieldPath(
      path: path, type: found.type, presence: presence.joined(separator: " && "), access: access)
  }

  /// The fields, each of which must be of a type that `accepts` it.
  public mutating func require(
    _ fields: [FieldPath], _ wanted: String, _ accepts: (FieldType) -> Bool
  ) -> Bool {
    for field in fields where !accepts(field.type) {
      report("`\(check)` needs \(wanted); `\(field.path)` is \(field.type.spelling)", at: node)
      return false
    }
    return true
  }

  /// Reports an error at `node`.
  public mutating func report(_ message: String, at node: NodeID, remedy: String = "") {
    diagnostics.append(
      Diagnostic(
        .error, code: "check-arguments", english: message, place: .span(tree.span(node)),
        remedy: remedy))
  }

  /// The CEL under `key` once it compiles with `variables` in scope.
  public mutating func expression(
    _ reader: MappingReader, _ key: String, variables: [Variable], expecting type: CELType?
  ) -> String? {
    guard let value = reader.value(key) else { return nil }
    let source = ExpressionSource(tree: tree, node: value)
    return validate(source, variables, type, &diagnostics) ? source.text : nil
  }

  /// `text` as a CEL string literal.
  public static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension FieldType {
  /// Whether values are civil dates or instants.
  var isDate: Bool { self == .date || self == .instant }
}
