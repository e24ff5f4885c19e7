import ClauseSource

/// The rules for names that packs declare, because they become names in expressions.
enum DeclaredName {
  /// What is wrong with `name` as the name of a field, type or plural; nil when nothing is.
  static func trouble(with name: String) -> String? {
    if name.isEmpty { return "a name is missing" }
    guard let first = name.utf8.first, isLower(first),
      name.utf8.allSatisfy({ isLower($0) || isDigit($0) || $0 == UInt8(ascii: "_") })
    else {
      return "'\(name)' is no name: names are lower-case letters, digits and '_', a letter first"
    }
    if contains(expressionWords, name) {
      return "'\(name)' is a word of the expression language"
    }
    return nil
  }

  /// What is wrong with `name` as the name of a field.
  static func troubleAsField(_ name: String) -> String? {
    if name.equalsByBytes("type") {
      return "'type' cannot be a field: it names the record type in files"
    }
    return trouble(with: name)
  }

  /// What is wrong with `name` as the name of a record type.
  static func troubleAsType(_ name: String) -> String? {
    if contains(expressionNames, name) || name.equalsByBytes("any") {
      return "'\(name)' has another meaning in rules"
    }
    return trouble(with: name)
  }

  /// What is wrong with `name` as a plural.
  static func troubleAsPlural(_ name: String) -> String? {
    if contains(expressionNames, name) || contains(documentKeys, name)
      || name.equalsByBytes("organization")
    {
      return "'\(name)' has another meaning in rules or packs"
    }
    return trouble(with: name)
  }

  private static func contains(_ list: [String], _ name: String) -> Bool {
    list.contains { $0.equalsByBytes(name) }
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Names that expressions already have.
  private static let expressionNames = [
    "as_of", "params", "standards", "disciplines", "discipline", "other", "count", "due",
    "missing", "date", "period", "days", "fold",
  ]
  /// Keys of pack documents, which a plural would hide.
  private static let documentKeys = [
    "pack", "version", "status", "requires", "title", "parameters", "standard", "name",
    "clauses", "types", "rules", "holidays", "mutants", "crosswalk", "map",
    "documented_information", "type", "tests",
  ]
  /// Reserved by the CEL grammar.
  private static let expressionWords = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function",
    "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
  ]
}
