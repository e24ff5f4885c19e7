import ClauseAssessment
import ClauseSource

/// A line of the list of files that were not read: one file, or several of one ending.
struct UnreadLine {
  /// The file; nil for several.
  var path: Untrusted?
  /// How many files.
  var count: Int
  /// Their common ending; of input.
  var ending: String
  /// Why they were not read.
  var reason: UnreadFile.Reason

  /// More files than these of one kind and ending share a line. What may be a register is always
  /// named by itself.
  private static let mostAlone = 3

  /// The lines in the order of the files.
  static func all(_ files: [UnreadFile]) -> [UnreadLine] {
    var counts: [Kind: Int] = [:]
    for file in files { counts[Kind(file), default: 0] += 1 }
    var lines: [UnreadLine] = []
    var said: Set<Kind> = []
    for file in files {
      let kind = Kind(file)
      let count = counts[kind, default: 1]
      if file.reason < .document || count <= mostAlone {
        lines.append(
          UnreadLine(path: file.path, count: 1, ending: file.ending, reason: file.reason))
      } else if said.insert(kind).inserted {
        lines.append(
          UnreadLine(path: nil, count: count, ending: file.ending, reason: file.reason))
      }
    }
    return lines
  }

  /// Files that can share a line.
  private struct Kind: Hashable {
    var reason: UnreadFile.Reason
    var ending: [UInt8]

    init(_ file: UnreadFile) {
      reason = file.reason
      ending = Array(file.ending.utf8)
    }
  }

  /// The file or files, as plain text that is still untrusted.
  func subject(in language: Language) -> Untrusted {
    path ?? Untrusted(Term.files(count, ending)[language].plain)
  }

  /// Why, as plain text.
  func why(in language: Language) -> String { Term.unread(reason)[language].plain }

  /// What to do, as plain text.
  func remedy(in language: Language) -> String { Term.toRead(reason)[language].plain }

  /// All of it in one line.
  func sentence(in language: Language) -> Untrusted {
    Untrusted("\(subject(in: language).unescaped): \(why(in: language)). \(remedy(in: language))")
  }
}
