// ClauseReports: an Assessment in, bytes out. One file per reporter under Reporters/; the encoders
// under Writers/ are the only place where Untrusted text becomes output.

public import ClauseAssessment

/// A way to write an assessment down.
public protocol Reporter: Sendable {
  /// The name `--format` knows it by.
  var name: String { get }
  /// The endings of files that hold such a report, the usual one first; of several reporters with
  /// one ending the first in the list is the usual one.
  var endings: [String] { get }
  /// Whether people read it where they stand: then paths lead from there. All others have paths
  /// from the root of the organisation.
  var isForTerminal: Bool { get }
  /// The report as the bytes of a whole file, ending with a line break where it is not empty.
  func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8]
}

extension Reporter {
  /// What is for the terminal alone has no files of its own.
  public var endings: [String] { [] }
  /// Most are read by programs, or elsewhere.
  public var isForTerminal: Bool { false }
}

/// What the command line decides about a report.
public struct ReportOptions: Sendable {
  /// Whether to colour (only on a terminal, never with NO_COLOR).
  public var colour: Bool
  /// Whether the text report shows all that it has, where else it counts what is more of the same.
  public var showsAll: Bool
  /// Whether the text report counts findings by rule and problems of the data by kind.
  public var hasStatistics: Bool

  /// Makes options.
  public init(colour: Bool = false, showsAll: Bool = false, hasStatistics: Bool = false) {
    self.colour = colour
    self.showsAll = showsAll
    self.hasStatistics = hasStatistics
  }
}
