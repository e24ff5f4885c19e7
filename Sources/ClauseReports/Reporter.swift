// ClauseReports: an Assessment in, bytes out. One file per reporter under Reporters/; the encoders
// under Writers/ are the only place where Untrusted text becomes output.

public import ClauseAssessment

/// A way to write an assessment down.
public protocol Reporter: Sendable {
  /// The name `--format` knows it by.
  var name: String { get }
  /// The report as the bytes of a whole file, ending with a line break where it is not empty.
  func report(_ assessment: Assessment, options: ReportOptions) -> [UInt8]
}

/// What the command line decides about a report.
public struct ReportOptions: Sendable {
  /// Whether to colour (only on a terminal, never with NO_COLOR).
  public var colour: Bool
  /// Width of the terminal in columns; nil where the text goes to a file or pipe.
  public var width: Int?

  /// Makes options.
  public init(colour: Bool = false, width: Int? = nil) {
    self.colour = colour
    self.width = width
  }
}
