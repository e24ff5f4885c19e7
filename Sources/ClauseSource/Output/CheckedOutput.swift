internal import Glibc

/// Why output was lost.
public enum OutputTrouble: Error, Hashable, Sendable {
  /// The reader of a pipe went away; the computed exit status stands and nothing need be said.
  case closedPipe
  /// The system refused: which step, on which path, and its own sentence.
  case failed(step: String, path: String, reason: LocalizedText)

  init(errno code: Int32, step: String, path: String) {
    self =
      code == EPIPE
      ? .closedPipe : .failed(step: step, path: path, reason: FileTrouble.reason(code))
  }
}

/// Writes to an open descriptor and checks every call.
///
/// The process must ignore SIGPIPE for `closedPipe` to be seen.
public struct CheckedOutput: Sendable {
  /// The descriptor; it stays the caller's.
  public let descriptor: Int32
  /// Its name in messages.
  public let name: String

  /// Output to a descriptor.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Standard output.
  public static let standardOutput = CheckedOutput(descriptor: 1, name: "standard output")
  /// Standard error.
  public static let standardError = CheckedOutput(descriptor: 2, name: "standard error")

  /// Writes all bytes.
  public func write(_ bytes: [UInt8]) throws(OutputTrouble) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 {
        written += count
        continue
      }
      let code = errno
      if code == EINTR { continue }
      if code == EAGAIN {
        try waitUntilWritable()
        continue
      }
      throw OutputTrouble(errno: code, step: "write", path: name)
    }
  }

  /// Waits for a pipe somebody set to non-blocking.
  private func waitUntilWritable() throws(OutputTrouble) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    guard poll(&request, 1, -1) < 0 else { return }
    let code = errno
    if code != EINTR { throw OutputTrouble(errno: code, step: "wait", path: name) }
  }
}
