public import ClauseSource

/// What a command says that cannot do its work.
public enum Complaint {
  /// The complaint and, where there is one, what to do, in `language`.
  public static func text(_ message: String, remedy: String, in language: Language) -> [UInt8] {
    var page = TerminalPage(colour: false)
    page.line(.own("clauselint: "), .words(Untrusted(message), in: language))
    if !remedy.isEmpty {
      let label = ReporterStrings.of(language).remedy
      page.line(.own("    \(label)   "), .words(Untrusted(remedy), in: language))
    }
    return page.bytes
  }
}
