/// Where a diagnostic points.
public enum DiagnosticPlace: Hashable, Sendable {
  /// A range of bytes in a file of the run.
  case span(Span)
  /// A file or folder as a whole, by path from the root, where there are no bytes to point at.
  case path(String)
  /// The command line or the run as a whole.
  case run
}

/// Trouble of the tool with its input: something could not be read or understood.
///
/// Diagnostics of severity `error` make the exit status 2; they are never findings. A message is
/// one sentence with its values quoted, and `remedy` says how to fix it. Both are carried in every
/// language, because what reads a file does not know who will read the report: the language of the
/// run chooses when places become lines and columns.
public struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic weighs.
  public enum Severity: String, Sendable, Hashable {
    /// Something was not assessed: exit status 2.
    case error
    /// Said, without effect on the exit status.
    case warning
    /// For information: a file passed over, a choice made.
    case note
  }

  /// How much it weighs.
  public var severity: Severity
  /// A stable kebab-case word for the kind of trouble, such as `yaml-syntax`.
  public var code: String
  /// What is wrong, in one sentence.
  public var message: LocalizedText
  /// Where.
  public var place: DiagnosticPlace
  /// What to do about it; empty where the message already says it.
  public var remedy: LocalizedText
  /// Other places that explain it, such as the first of two duplicate keys.
  public var related: [RelatedPlace]

  /// A second place with what it has to do with the first.
  public struct RelatedPlace: Hashable, Sendable {
    /// What stands there.
    public let message: LocalizedText
    /// Where it stands.
    public let place: DiagnosticPlace

    /// Makes a related place.
    public init(message: LocalizedText, place: DiagnosticPlace) {
      self.message = message
      self.place = place
    }

    /// Makes a related place of a diagnostic that only authors of packs meet.
    public init(english: String, place: DiagnosticPlace) {
      self.init(message: LocalizedText(english: english), place: place)
    }
  }

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, code: String, message: LocalizedText, place: DiagnosticPlace,
    remedy: LocalizedText = LocalizedText(), related: [RelatedPlace] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.remedy = remedy
    self.related = related
  }

  /// Makes a diagnostic that only authors of packs meet, who write in the English of expressions
  /// and keys.
  public init(
    _ severity: Severity, code: String, english: String, place: DiagnosticPlace,
    remedy: String = "", related: [RelatedPlace] = []
  ) {
    self.init(
      severity, code: code, message: LocalizedText(english: english), place: place,
      remedy: LocalizedText(english: remedy), related: related)
  }

  /// The language in which its sentences are read by somebody who asked for `language`.
  public func language(for language: Language) -> Language {
    message.texts[language] == nil ? .english : language
  }
}
