// ClauseReports: an Assessment in, bytes out. One file per reporter under Reporters/; the encoders
// under Writers/ are the only place where Untrusted text becomes output.

public import ClauseAssessment
public import ClauseSource

/// A way to write an assessment down.
public protocol Reporter: Sendable {
  /// The name `--format` knows it by.
  var name: String { get }
  /// The endings of files that hold such a report, the usual one first; of several reporters with
  /// one ending the first in the list is the usual one.
  var endings: [String] { get }
  /// The report as the bytes of a whole file, ending with a line break where it is not empty.
  func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8]
}

extension Reporter {
  /// What is for the terminal alone has no files of its own.
  public var endings: [String] { [] }
}

/// What the command line decides about a report.
public struct ReportOptions: Sendable {
  /// Whether to colour (only on a terminal, never with NO_COLOR).
  public var colour: Bool
  /// Width of the terminal in columns; nil where the text goes to a file or pipe.
  public var width: Int?
  /// Findings of one rule that are shown, and cases in which it could not decide; the others are
  /// counted.
  public var findingsPerRule: Int

  /// Makes options.
  public init(
    colour: Bool = false, width: Int? = nil, findingsPerRule: Int = Limits().findingsPerRule
  ) {
    self.colour = colour
    self.width = width
    self.findingsPerRule = findingsPerRule
  }
}
