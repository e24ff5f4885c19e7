import ClauseAssessment
import ClauseReports
import ClauseSource
import Glibc

/// Writes what a command made: results to standard output or files, the rest to standard error.
enum Output {
  /// Writes results to standard output. A reader that went away is its own choice, not an error.
  static func print(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try CheckedOutput.standardOutput.write(bytes)
    } catch {
      guard case .failed(let step, let path, let reason) = error else { return }
      throw lost(step, path, reason)
    }
  }

  /// Writes what is wrong to standard error; that it cannot be said changes no exit status.
  static func printErrors(_ bytes: [UInt8]) {
    try? CheckedOutput.standardError.write(bytes)
  }

  /// Writes `bytes` to the file at `path`, whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do {
      try AtomicOutput.write(bytes, to: path)
    } catch {
      guard case .failed(let step, let path, let reason) = error else { return }
      throw lost(
        step, path, reason,
        remedy: LocalizedText(
          en: "Name a file in a folder that can be written.",
          fr: "Indiquez un fichier dans un dossier où l'on peut écrire.",
          ar: "اذكر ملفا في مجلد يمكن الكتابة فيه."))
    }
  }

  private static func lost(
    _ step: String, _ path: String, _ reason: LocalizedText,
    remedy: LocalizedText = LocalizedText()
  ) -> CommandFailure {
    CommandFailure(
      message: reason.following(
        en: "the output is lost: cannot \(step) \(path): ",
        fr: "le résultat n'a pas pu être écrit (\(path)) : "
          + "", ar: "تعذرت كتابة النتيجة (\(path)): "),
      remedy: remedy)
  }

  /// What a report that needs room for temporary files made.
  static func made(
    _ bytes: () throws(OutputTrouble) -> [UInt8]
  ) throws(CommandFailure) -> [UInt8] {
    do {
      return try bytes()
    } catch {
      guard case .failed(let step, let path, let reason) = error else { return [] }
      throw CommandFailure(
        message: reason.following(
          en: "the report cannot be made: cannot \(step) \(path): ",
          fr: "le rapport ne peut être produit (\(path)) : ",
          ar: "تعذر إنجاز التقرير (\(path)): "),
        remedy: LocalizedText(
          en: "Make room in /tmp, or take a format that needs none.",
          fr: "Faites de la place dans /tmp, ou choisissez un format qui n'en demande pas.",
          ar: "وفر مكانا في ‎/tmp، أو اختر صيغة لا تحتاجه."))
    }
  }

  /// Says why a command could not do its work.
  static func complain(_ failure: CommandFailure, in language: Language) {
    let own = failure.message.texts[language] == nil ? .english : language
    try? CheckedOutput.standardError.write(
      Complaint.text(failure.message[own], remedy: failure.remedy[own], in: own))
  }

  /// How reports on standard output may look.
  static func options() -> ReportOptions {
    ReportOptions(colour: HostEnvironment.isColourful(STDOUT_FILENO))
  }
}
