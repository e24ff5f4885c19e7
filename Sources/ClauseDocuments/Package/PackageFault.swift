internal import ClauseSource

/// Why a package cannot be read; thrown by its parts, answered by the reader.
struct PackageFault: Error {
  /// What the user is told.
  let diagnostic: Diagnostic
}

/// What a package of parts (ECMA-376 part 2) holds: the words in which its faults are told.
struct PackageKind {
  /// What codes of faults begin with.
  let code: String
  /// What it is called: in English and French without an article, in Arabic with it.
  let noun: LocalizedText
  /// The ending under which it is to be saved again.
  let ending: String

  static let workbook = PackageKind(
    code: "workbook", noun: LocalizedText(en: "workbook", fr: "classeur", ar: "المصنف"),
    ending: ".xlsx")
  static let word = PackageKind(
    code: "word", noun: LocalizedText(en: "Word file", fr: "fichier Word", ar: "ملف Word"),
    ending: ".docx")
}

/// What the parts of a package's reader share.
struct PackageContext {
  /// The path of the file.
  let path: String
  let limits: Limits
  var kind = PackageKind.workbook

  /// What to do with a file that is damaged.
  var saveAgain: LocalizedText {
    LocalizedText(
      en: "Save it again as \(kind.ending).",
      fr: "Enregistrez-le à nouveau au format \(kind.ending).",
      ar: "احفظه من جديد بصيغة \u{200E}\(kind.ending).")
  }

  /// A fault of the file as a whole.
  ///
  /// - Parameter code: without the word for the kind of the file: `archive` is `workbook-archive`.
  func fault(_ code: String, _ message: LocalizedText, remedy: LocalizedText = LocalizedText())
    -> PackageFault
  {
    fault(whole: kind.code + "-" + code, message, remedy: remedy)
  }

  /// A fault of the file as a whole, with a code of its own.
  func fault(whole code: String, _ message: LocalizedText, remedy: LocalizedText = LocalizedText())
    -> PackageFault
  {
    PackageFault(
      diagnostic: Diagnostic(
        .error, code: code, message: message, place: .path(path), remedy: remedy))
  }

  /// The fault that a limit was reached.
  func limit(_ name: LimitName, met: Int, _ what: LocalizedText) -> PackageFault {
    PackageFault(
      diagnostic: .limitReached(name, met: met, limits: limits, what: what, place: .path(path)))
  }

  /// The name of a part or sheet in a message.
  func quoted(_ text: some Sequence<UInt8>) -> String { Excerpt.quoted(text, limits: limits) }
}
