internal import ClauseSource

/// Why a workbook cannot be read; thrown by its parts, answered by the reader.
struct WorkbookFault: Error {
  /// What the user is told.
  let diagnostic: Diagnostic
}

/// What the parts of a workbook's reader share.
struct WorkbookContext {
  /// The path of the workbook.
  let path: String
  let limits: Limits

  /// A fault of the file as a whole.
  func fault(_ code: String, _ message: String, remedy: String = "") -> WorkbookFault {
    WorkbookFault(
      diagnostic: Diagnostic(
        .error, code: code, message: message, place: .path(path), remedy: remedy))
  }

  /// The fault that a limit was reached.
  func limit(_ name: LimitName, met: Int, _ what: String) -> WorkbookFault {
    WorkbookFault(
      diagnostic: .limitReached(name, met: met, limits: limits, what: what, place: .path(path)))
  }

  /// The name of a part or sheet in a message.
  func quoted(_ text: some Sequence<UInt8>) -> String { Excerpt.quoted(text, limits: limits) }
}
