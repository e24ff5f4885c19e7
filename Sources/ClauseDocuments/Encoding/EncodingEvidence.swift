internal import ClauseSource

/// Which code page a text is in, proved from its bytes.
///
/// Most small letters of French stand at the same places in both pages, so only the bytes that
/// differ decide. Between or beside ASCII letters such a byte is a letter of Latin script: Arabic
/// letters never touch them. Words of two and more bytes that are all Arabic letters are Arabic.
struct EncodingEvidence {
  /// Bytes that differ, in words with ASCII letters.
  private(set) var latin = 0
  /// Bytes that differ, in words of Arabic letters alone.
  private(set) var arabic = 0
  /// Bytes that differ and prove nothing.
  private(set) var unclear = 0

  init(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x80 else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count, bytes[offset] >= 0x80 { offset += 1 }
      weigh(bytes, start..<offset)
    }
  }

  private mutating func weigh(_ bytes: [UInt8], _ run: Range<Int>) {
    let differing = run.count {
      CodePage.windows1252.scalar(bytes[$0]) != CodePage.windows1256.scalar(bytes[$0])
    }
    guard differing > 0 else { return }
    let touchesASCII =
      (run.lowerBound > 0 && Self.isLetter(bytes[run.lowerBound - 1]))
      || (run.upperBound < bytes.count && Self.isLetter(bytes[run.upperBound]))
    let letters = run.count { CodePage.windows1256.isArabic(bytes[$0]) }
    if touchesASCII {
      latin += differing
    } else if run.count >= 2, letters >= 2, run.count - letters <= run.count / 4 {
      arabic += differing
    } else if run.count == 1, Self.isWordOfItsOwn(bytes[run.lowerBound]) {
      latin += 1
    } else {
      unclear += differing
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// `À`, a word of French; in the other page a letter no Arabic word consists of.
  private static func isWordOfItsOwn(_ byte: UInt8) -> Bool { byte == 0xC0 }

  /// The encoding proved, or nil. Nothing that differs is proof enough: both give the same text.
  var encoding: ReadingOptions.TextEncoding? {
    if arabic >= 3, latin * 8 <= arabic { return .windows1256 }
    if arabic == 0, unclear * 8 <= latin { return .windows1252 }
    return nil
  }
}
