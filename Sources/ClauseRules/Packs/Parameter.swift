public import ClauseCalendar
import ClauseDocuments
public import ClauseSource

/// The value of a pack parameter.
public enum ParameterValue: Hashable, Sendable {
  case period(Period)
  case int(Int64)
  case double(Double)
  case bool(Bool)
  case string(String)

  /// Reads `text` as the parameter type called `type`, or nil.
  public init?(_ text: String, type: String) {
    switch type {
    case "period":
      guard let period = Period(iso: text) else { return nil }
      self = .period(period)
    case "int":
      guard let value = Int64(text) else { return nil }
      self = .int(value)
    case "double":
      guard let value = Double(text), value.isFinite else { return nil }
      self = .double(value)
    case "bool":
      guard text == "true" || text == "false" else { return nil }
      self = .bool(text == "true")
    case "string": self = .string(text)
    default: return nil
    }
  }

  /// The value as packs and configurations write it.
  public var text: String {
    switch self {
    case .period(let period): period.iso
    case .int(let number): String(number)
    case .double(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .string(let text): text
    }
  }

  /// The names of the parameter types.
  public static let typeNames = ["period", "int", "double", "bool", "string"]
}

/// A named value that the organisation may set in its configuration.
public struct Parameter: Sendable {
  /// Name; read in expressions as `params.NAME`.
  public var name: String
  /// Name of its type, one of `ParameterValue.typeNames`.
  public var type: String
  /// Its value: the default of the pack, or what the organisation set.
  public var value: ParameterValue
  /// The default of the pack, whatever the organisation set.
  public var original: ParameterValue
  /// What it means.
  public var title: LocalizedText
  /// The pack that declares it.
  public var pack: String
  /// Where it is declared.
  public var span: Span

  /// Reads the `parameters` mapping of a pack.
  static func read(
    _ owner: MappingReader, pack: String, _ diagnostics: inout [Diagnostic]
  ) -> [Parameter] {
    guard let mapping = owner.value("parameters") else { return [] }
    guard owner.tree.kind(mapping) == .mapping else {
      diagnostics.append(
        owner.wrongForm(
          "parameters",
          LocalizedText(
            english: "a mapping of "
              + "names"), mapping))
      return []
    }
    return owner.tree.entries(mapping).compactMap { entry in
      let name = owner.tree.string(entry.key)
      guard
        let reader = MappingReader(
          tree: owner.tree, node: entry.value, what: .pack("the parameter `\(name)`"),
          keys: ["type", "default", "title"], diagnostics: &diagnostics),
        reader.requiredText("type", &diagnostics) != nil,
        let type = reader.choice("type", ParameterValue.typeNames, &diagnostics),
        let text = reader.requiredText("default", &diagnostics)
      else { return nil }
      guard let value = ParameterValue(text, type: type) else {
        diagnostics.append(
          Diagnostic(
            .error, code: "parameter-value", english: "`\(text)` is no \(type)",
            place: .span(reader.span("default")),
            remedy: type == "period" ? "Write an ISO 8601 period such as P1Y, P6M or P90D." : ""))
        return nil
      }
      return Parameter(
        name: name, type: type, value: value, original: value,
        title: reader.localized("title", &diagnostics), pack: pack, span: owner.tree.span(entry.key)
      )
    }
  }
}
