import ClauseAssessment
import ClauseSource

/// Which format a file gets: what its ending says, and what --format says where they agree.
enum OutputFormat {
  /// The format for the file at `path`.
  ///
  /// An ending that several formats share says no more than that one of them is meant; the first
  /// is written when none is named. An ending that no format has says nothing.
  ///
  /// - Parameters:
  ///   - format: the format that was asked for; nil for none.
  ///   - path: the file; nil for standard output.
  ///   - known: formats with the endings of their files, the usual one of an ending first.
  ///   - usual: the format where nothing says another.
  static func choose(
    _ format: String?, for path: String?, among known: [(name: String, endings: [String])],
    usual: String
  ) throws(CommandFailure) -> String {
    guard let path else { return format ?? usual }
    let ending = UnreadFile.ending(of: path)
    let fitting = known.filter { $0.endings.contains { $0.equalsByBytes(ending) } }.map(\.name)
    guard let format else {
      if let first = fitting.first { return first }
      guard ending.isEmpty || isNeutral(ending) else {
        throw CommandFailure(
          message: LocalizedText(
            en: "--output: no format is written to files with the ending '\(ending)'",
            fr: "--output : aucun format ne correspond à l'extension '\(ending)'",
            ar: "--output: لا صيغة تقابل الامتداد '\(ending)'"),
          remedy: LocalizedText { language in
            let endings = Array(Set(known.flatMap(\.endings))).sorted().joined(separator: ", ")
            return switch language {
            case .english: "Name a format with --format, or use an ending such as \(endings)."
            case .french:
              "Indiquez un format avec --format, ou une extension comme \(endings)."
            case .arabic: "اذكر صيغة بواسطة ‎--format، أو امتدادا مثل \(endings)."
            }
          })
      }
      return usual
    }
    if fitting.isEmpty || fitting.contains(where: { $0.equalsByBytes(format) }) { return format }
    // A format that is not known is refused where it is looked up.
    guard known.contains(where: { $0.name.equalsByBytes(format) }) else { return format }
    throw CommandFailure(
      message: LocalizedText(
        en: "--format \(format) and the ending '\(ending)' of --output contradict each other",
        fr: "--format \(format) et l'extension '\(ending)' de --output se contredisent",
        ar: "--format \(format) والامتداد '\(ending)' في ‎--output متناقضان"),
      remedy: LocalizedText { language in
        let formats = fitting.joined(separator: ", ")
        return switch language {
        case .english:
          "Leave --format out, or change the ending; '\(ending)' is for \(formats)."
        case .french:
          "Retirez --format, ou changez l'extension ; '\(ending)' correspond à \(formats)."
        case .arabic: "احذف ‎--format، أو غير الامتداد؛ '\(ending)' يقابل \(formats)."
        }
      })
  }

  /// Endings of files that hold whatever is written to them.
  private static func isNeutral(_ ending: String) -> Bool {
    [".out", ".log", ".tmp"].contains { $0.equalsByBytes(ending) }
  }
}
