// ClausePatterns: regular expressions by RE2, behind CEL's pattern protocol. RE2 matches in time
// linear in the text, so patterns of strangers are safe to run.

public import CEL
internal import CRE2

/// Compiles RE2 patterns within bounds of length and memory.
public struct RE2Compiler: PatternCompiler {
  /// The longest accepted pattern, in code points.
  public let lengthLimit: Int
  /// The memory one compiled pattern may take, in bytes.
  public let memoryLimitBytes: Int64

  /// Makes a compiler.
  public init(lengthLimit: Int = 1_000, memoryLimitBytes: Int64 = 1 << 20) {
    self.lengthLimit = lengthLimit
    self.memoryLimitBytes = memoryLimitBytes
  }

  /// Compiles a pattern, or says why it is none.
  public func compile(_ pattern: String) throws(PatternError) -> any CompiledPattern {
    guard pattern.unicodeScalars.count <= lengthLimit else {
      throw PatternError("it is longer than \(lengthLimit) characters")
    }
    let bytes = Array(pattern.utf8)
    var message = [CChar](repeating: 0, count: 256)
    let handle = bytes.withUnsafeBufferPointer { buffer in
      cre2_compile(buffer.baseAddress, buffer.count, memoryLimitBytes, &message, message.count)
    }
    guard let handle else {
      let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw PatternError(String(decoding: text, as: UTF8.self))
    }
    return RE2Pattern(handle)
  }
}

/// Owns a compiled pattern of RE2, which any number of threads may search with.
private final class RE2Pattern: CompiledPattern, @unchecked Sendable {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { cre2_free(handle) }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    cre2_search(handle, text.baseAddress, text.count) == 1
  }
}
