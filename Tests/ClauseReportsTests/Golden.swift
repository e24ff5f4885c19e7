import Foundation
import Testing

/// Compares output with the file of that name under Goldens/.
///
/// With `RECORD_GOLDENS=1` the file is rewritten and the test fails all the same: a recording is
/// to be read, not trusted.
func expectGolden(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = goldenFolder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record(
      "recorded \(name): read it, then run without RECORD_GOLDENS", sourceLocation: sourceLocation)
    return
  }
  let golden = try [UInt8](Data(contentsOf: file))
  guard bytes != golden else { return }
  let ours = lines(bytes)
  let theirs = lines(golden)
  let first = zip(ours, theirs).firstIndex { $0 != $1 } ?? min(ours.count, theirs.count)
  Issue.record(
    """
    \(name) differs at line \(first + 1)
    expected: \(first < theirs.count ? theirs[first] : "(end)")
    found:    \(first < ours.count ? ours[first] : "(end)")
    """, sourceLocation: sourceLocation)
}

/// The folder of the goldens, beside this file.
let goldenFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Goldens")

/// The lines of UTF-8 text, split at LF alone.
func lines(_ bytes: [UInt8]) -> [String] {
  bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
}

extension Sequence {
  fileprivate func firstIndex(where matches: (Element) -> Bool) -> Int? {
    for (index, element) in enumerated() where matches(element) { return index }
    return nil
  }
}
