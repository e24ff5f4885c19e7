import ClauseSource

/// What the builders of trees share: they collect faults, and stop at a limit or at too many.
protocol FaultReporting {
  /// The bounds of the file.
  var limits: Limits { get }
  /// The faults so far.
  var found: [Diagnostic] { get set }
  /// Whether nothing more is read.
  var isStopped: Bool { get set }
}

/// Faults of one file that are reported; a file with more is better mended and read again.
let maximumReports = 20

extension FaultReporting {
  /// Reports that a limit was reached, and stops.
  mutating func stop(_ limit: LimitName, met: Int, _ what: LocalizedText, _ place: Span) {
    found.append(
      .limitReached(limit, met: met, limits: limits, what: what, place: .span(place)))
    isStopped = true
  }

  /// Reports a fault.
  mutating func add(
    _ code: String, _ message: LocalizedText, _ place: Span,
    remedy: LocalizedText = LocalizedText(),
    related: [Diagnostic.RelatedPlace] = []
  ) {
    found.append(
      Diagnostic(
        .error, code: code, message: message, place: .span(place), remedy: remedy,
        related: related))
    if found.count >= maximumReports { isStopped = true }
  }
}

extension LocalizedText {
  /// The same fault in a character that is written as an escape.
  var writtenAsEscape: LocalizedText {
    self
      + LocalizedText(
        en: " (written as an escape)", fr: " (écrit par une séquence d'échappement)",
        ar: " (مكتوب برمز بعد الشرطة المائلة)")
  }
}
