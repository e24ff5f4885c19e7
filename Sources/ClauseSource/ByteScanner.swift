/// The first look at a file's bytes, before any reader: is this text that may be read at all?
///
/// One pass checks strict UTF-8, control characters, noncharacters, byte order marks, runs of
/// combining marks and, for YAML, the line breaks only libyaml sees and the number of directives.
/// A reader may rely on it: bytes that pass are well-formed UTF-8 without NUL.
public enum ByteScanner {
  /// What the bytes are for.
  public enum Purpose: Sendable {
    /// Text of any format.
    case text
    /// YAML, where U+0085, U+2028 and U+2029 would end lines that no editor shows as ended.
    case yaml
  }

  /// Faults reported for one file; the rest would only bury the first ones.
  static let maximumReports = 10
  /// Larger input cannot be addressed by a `Span`.
  static let largestFile = 1 << 30

  /// Checks the whole file. Every diagnostic is an error; none means that the bytes may be read.
  public static func scan(
    _ file: SourceFile, purpose: Purpose = .text, limits: Limits
  ) -> [Diagnostic] {
    guard file.bytes.count <= largestFile else {
      return [
        Diagnostic(
          .error, code: "file-too-large",
          message:
            LocalizedText(
              en: "the file has \(file.bytes.count) bytes; more than \(largestFile) cannot be read",
              fr:
                "le fichier compte \(file.bytes.count) octets ; au-delà de \(largestFile), il ne "
                + "peut être lu",
              ar: "حجم الملف \(file.bytes.count) بايت؛ ولا يمكن قراءة ما يتجاوز \(largestFile)"),
          place: .path(file.path))
      ]
    }
    if let encoding = EncodingGuess.byMark(file.bytes) {
      return [EncodingGuess.refusal(of: encoding, in: file, at: 0)]
    }
    var scan = Scan(file: file, purpose: purpose, limits: limits)
    let start = file.bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    file.bytes.withUnsafeBufferPointer { scan.run($0, start..<$0.count) }
    return scan.found
  }

  /// What YAML asks beyond plain text, in a part of a file that is YAML: no line breaks that only
  /// libyaml sees, and few directives. The file has passed `scan` as text.
  public static func scanYAML(
    in file: SourceFile, range: Range<Int>, limits: Limits
  ) -> [Diagnostic] {
    file.bytes.withUnsafeBufferPointer { bytes in
      var scan = Scan(file: file, purpose: .yaml, limits: limits)
      scan.run(bytes, range)
      return scan.found
    }
  }

  /// Checks text that a reader decoded from escapes. Answers the first fault, as an offset into
  /// `bytes`: broken UTF-8 or too many combining marks.
  ///
  /// Control characters pass when they are written as escapes: they hide nothing in the file,
  /// output shows them inert, names for the system are checked where they are used, and the
  /// checks on field text report them.
  public static func faultInDecodedText(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: Limits
  ) -> (offset: Int, code: String, message: LocalizedText)? {
    var offset = 0
    var marks = CombiningRun()
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        marks.reset()
        offset += 1
        continue
      }
      guard let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: offset) else {
        return (
          offset, "encoding",
          LocalizedText(
            en: "the text is not valid UTF-8", fr: "le texte n'est pas en UTF-8 valide",
            ar: "النص ليس بترميز UTF-8 سليم")
        )
      }
      if marks.add(scalar) > limits.combiningRun {
        return (
          offset, "limit-" + LimitName.combiningRun.rawValue,
          LocalizedText(
            en: "combining marks in a row: \(marks.length) met, the limit "
              + "\(LimitName.combiningRun.rawValue) is \(limits.combiningRun)",
            fr: "signes diacritiques à la suite : \(marks.length), pour une limite "
              + "\(LimitName.combiningRun.rawValue) de \(limits.combiningRun)",
            ar: "علامات التشكيل المتتالية: \(marks.length)، والحد "
              + "\(LimitName.combiningRun.rawValue) هو \(limits.combiningRun)")
        )
      }
      offset += length
    }
    return nil
  }

  @inline(__always)
  static func isForbiddenControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  static func controlMessage(_ scalar: UInt32) -> LocalizedText {
    scalar == 0
      ? LocalizedText(
        en: "a NUL character (U+0000) is not allowed",
        fr: "le caractère nul (U+0000) n'est pas admis", ar: "المحرف الفارغ (U+0000) غير مقبول")
      : LocalizedText(
        en: "the control character \(Excerpt.codePoint(scalar)) is not allowed",
        fr: "le caractère de commande \(Excerpt.codePoint(scalar)) n'est pas admis",
        ar: "محرف التحكم \(Excerpt.codePoint(scalar)) غير مقبول")
  }

  /// What is wrong with a code point above ASCII, whatever stands around it.
  static func faultOfScalar(
    _ scalar: UInt32, purpose: Purpose
  ) -> (code: String, message: LocalizedText)? {
    if purpose == .yaml, scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029 {
      return (
        "hidden-line-break",
        LocalizedText(
          en: "\(Excerpt.codePoint(scalar)) ends a line for YAML but not for git or an editor",
          fr:
            "\(Excerpt.codePoint(scalar)) termine une ligne pour YAML, mais ni pour git ni pour "
            + "un éditeur",
          ar:
            "\(Excerpt.codePoint(scalar)) ينهي السطر في YAML ولا ينهيه في git ولا في برامج التحرير")
      )
    }
    if scalar < 0xA0 { return ("control-character", controlMessage(scalar)) }
    if scalar == 0xFEFF { return nil }
    if (0xFDD0...0xFDEF).contains(scalar) || scalar & 0xFFFE == 0xFFFE {
      return (
        "noncharacter",
        LocalizedText(
          en: "\(Excerpt.codePoint(scalar)) is not a character and is not allowed",
          fr: "\(Excerpt.codePoint(scalar)) n'est pas un caractère et n'est pas admis",
          ar: "\(Excerpt.codePoint(scalar)) ليس محرفا وهو غير مقبول")
      )
    }
    return nil
  }
}

/// Counts combining marks in a row.
struct CombiningRun {
  private(set) var length = 0
  private var first: UInt32 = 0
  private var last: UInt32 = 0x02FF
  private var isMark = false

  /// Takes the next code point and answers the length of the run it belongs to.
  @inline(__always)
  mutating func add(_ scalar: UInt32) -> Int {
    if scalar < first || scalar > last {
      (first, last, isMark) = CombiningMarks.stretch(around: scalar)
    }
    length = isMark ? length + 1 : 0
    return length
  }

  @inline(__always)
  mutating func reset() { length = 0 }
}

/// The state of one pass over one file.
private struct Scan {
  let file: SourceFile
  let purpose: ByteScanner.Purpose
  let limits: Limits
  var found: [Diagnostic] = []
  private var directives = 0
  private var marks = CombiningRun()

  init(file: SourceFile, purpose: ByteScanner.Purpose, limits: Limits) {
    self.file = file
    self.purpose = purpose
    self.limits = limits
  }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    let end = range.upperBound
    if purpose == .yaml { countDirective(in: bytes, at: offset) }
    while offset < end, found.count < ByteScanner.maximumReports {
      let plain = Self.plainPrefix(of: bytes, from: offset, to: end)
      if plain > 0 {
        offset += plain
        marks.reset()
        continue
      }
      let byte = bytes[offset]
      if byte < 0x80 {
        marks.reset()
        offset += 1
        if byte == 0x0A || byte == 0x0D {
          if purpose == .yaml, offset < end { countDirective(in: bytes, at: offset) }
        } else if ByteScanner.isForbiddenControl(byte) {
          if byte == 0, let encoding = EncodingGuess.byNULs(bytes) {
            found.append(EncodingGuess.refusal(of: encoding, in: file, at: offset - 1))
            return
          }
          add("control-character", ByteScanner.controlMessage(UInt32(byte)), offset - 1, 1)
        }
        continue
      }
      guard let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: offset) else {
        found.append(EncodingGuess.refusalOfBytes(in: file, bytes, at: offset))
        return
      }
      check(scalar, at: offset, length: length)
      offset += length
    }
  }

  /// Length of the stretch of printable ASCII that begins at `start`, in steps of eight bytes.
  @inline(__always)
  private static func plainPrefix(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones << 7
    var offset = start
    while offset + 8 <= end {
      let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
      let belowSpace = (word &- ones &* 0x20) & ~word
      let delete = word ^ (ones &* 0x7F)
      let isDelete = (delete &- ones) & ~delete
      if (word | belowSpace | isDelete) & highBits != 0 { break }
      offset += 8
    }
    return offset - start
  }

  private mutating func check(_ scalar: UInt32, at offset: Int, length: Int) {
    // Between the C1 controls and the line separators nothing is refused; most text lies there.
    if scalar < 0xA0 || scalar >= 0x2028 { checkRare(scalar, at: offset, length: length) }
    if marks.add(scalar) == limits.combiningRun + 1 {
      found.append(
        .limitReached(
          .combiningRun, met: marks.length, limits: limits,
          what: LocalizedText(
            en: "combining marks in a row", fr: "signes diacritiques à la suite",
            ar: "علامات التشكيل المتتالية"),
          place: .span(Span(file: file.id, start: offset, end: offset + length))))
    }
  }

  private mutating func checkRare(_ scalar: UInt32, at offset: Int, length: Int) {
    if let (code, message) = ByteScanner.faultOfScalar(scalar, purpose: purpose) {
      add(code, message, offset, length)
    } else if scalar == 0xFEFF {
      add(
        "byte-order-mark",
        LocalizedText(
          en: "a byte order mark (U+FEFF) may stand only at the start of the file",
          fr: "la marque d'ordre des octets (U+FEFF) n'est admise qu'au début du fichier",
          ar: "علامة ترتيب البايتات (U+FEFF) لا تقبل إلا في بداية الملف"),
        offset, length)
    }
  }

  private mutating func countDirective(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "%") else { return }
    directives += 1
    guard directives == limits.directiveLines + 1 else { return }
    found.append(
      .limitReached(
        .directiveLines, met: directives, limits: limits,
        what: LocalizedText(
          en: "lines beginning with %", fr: "lignes commençant par %", ar: "الأسطر التي تبدأ بـ %"),
        place: .span(Span(file: file.id, start: offset, end: offset + 1))))
  }

  private mutating func add(_ code: String, _ message: LocalizedText, _ offset: Int, _ length: Int)
  {
    found.append(
      Diagnostic(
        .error, code: code, message: message,
        place: .span(Span(file: file.id, start: offset, end: offset + length)),
        remedy: LocalizedText(
          en: "Delete the character, or retype the text around it.",
          fr: "Supprimez ce caractère, ou retapez le texte qui l'entoure.",
          ar: "احذف هذا الرمز، أو أعد كتابة النص المحيط به.")))
  }
}
