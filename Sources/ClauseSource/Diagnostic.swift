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
/// one sentence with its values quoted, and `remedy` says how to mend it.
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
  public var message: Untrusted
  /// Where.
  public var place: DiagnosticPlace
  /// What to do about it; empty where the message already says it.
  public var remedy: Untrusted
  /// Other places that explain it, such as the first of two duplicate keys.
  public var related: [RelatedPlace]
  /// The language of its sentences: English, but for what the engine says of a run.
  public var language: Language

  /// A second place with what it has to do with the first.
  public struct RelatedPlace: Hashable, Sendable {
    /// What stands there.
    public let message: Untrusted
    /// Where it stands.
    public let place: DiagnosticPlace

    /// Makes a related place.
    public init(message: String, place: DiagnosticPlace) {
      self.message = Untrusted(message)
      self.place = place
    }
  }

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, code: String, message: String, place: DiagnosticPlace,
    remedy: String = "", related: [RelatedPlace] = [], language: Language = .english
  ) {
    self.severity = severity
    self.code = code
    self.message = Untrusted(message)
    self.place = place
    self.remedy = Untrusted(remedy)
    self.related = related
    self.language = language
  }
}
