/// The patterns of one `.gitignore` file, understood as git understands them (gitignore(5)).
///
/// Matching is by bytes, as in git. A pattern becomes a row of tokens that is followed with a set
/// of places in it, so a match takes at most (pattern x path) steps whatever the pattern.
struct IgnoreFile: Sendable {
  /// The longest file that is heeded; git itself has no bound.
  static let longest = 256 * 1_024

  private let patterns: [Pattern]
  /// Number of patterns.
  var count: Int { patterns.count }

  /// Reads the text of a file.
  init(_ bytes: [UInt8]) {
    var text = bytes[...]
    if text.starts(with: SourceFile.byteOrderMark) { text = text.dropFirst(3) }
    patterns = text.split(separator: 0x0A).compactMap { line in
      Pattern(line.last == 0x0D ? line.dropLast() : line)
    }
  }

  /// What the last pattern that fits says of an entry; nil when none does.
  ///
  /// - Parameter path: the path from the folder of this file, parts joined with `/`.
  func ignores(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { path[($0 + 1)...] } ?? path
    for pattern in patterns.reversed() where isFolder || !pattern.isForFolders {
      if pattern.matches(pattern.isForNames ? name : path) { return !pattern.isNegated }
    }
    return nil
  }
}

/// One line of a `.gitignore` file.
private struct Pattern: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    /// One byte but `/`.
    case any
    /// One byte of a set.
    case set(ByteSet)
    /// Any bytes but `/`.
    case star
    /// Whole folders with the slash behind them, none too. Two tokens: at the first one nothing
    /// has been read of a folder, at the second one something has.
    case folders, insideFolders
    /// Everything.
    case rest
  }

  let isNegated: Bool
  /// Whether it is about folders alone: it ends in a slash.
  let isForFolders: Bool
  /// Whether it is about the last part of a path, at any depth: it has no slash inside.
  let isForNames: Bool
  private let tokens: [Token]
  /// The bytes of a pattern without wildcards, which most are.
  private let literal: [UInt8]?

  /// Reads a line; nil for an empty one, for a comment and for what can match nothing.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.first != UInt8(ascii: "#") else { return nil }
    var text = Self.trimmed(line)
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text = text.dropFirst() }
    isForFolders = text.last == UInt8(ascii: "/")
    if isForFolders { text = text.dropLast() }
    isForNames = !text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text = text.dropFirst() }
    guard !text.isEmpty, let tokens = Self.tokens(Array(text), crossing: isForNames) else {
      return nil
    }
    self.tokens = tokens
    let bytes = tokens.compactMap { token -> UInt8? in
      if case .byte(let byte) = token { byte } else { nil }
    }
    literal = bytes.count == tokens.count ? bytes : nil
  }

  /// The line without blanks at its end, unless a backslash protects them.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end: Int?
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == 0x20 {
        end = end ?? index
      } else {
        if line[index] == UInt8(ascii: "\\") { index += 1 }
        end = nil
      }
      index += 1
    }
    return line[..<(end ?? line.endIndex)]
  }

  // MARK: Reading

  /// The tokens of a text; nil when it can match nothing.
  private static func tokens(_ text: [UInt8], crossing isForNames: Bool) -> [Token]? {
    var tokens: [Token] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "?"):
        tokens.append(.any)
        index += 1
      case UInt8(ascii: "*"):
        let start = index
        while index < text.count, text[index] == UInt8(ascii: "*") { index += 1 }
        let standsAlone = start == 0 || text[start - 1] == UInt8(ascii: "/")
        if index - start == 1 || isForNames || !standsAlone {
          tokens.append(.star)
        } else if index == text.count {
          tokens.append(.rest)
        } else if text[index] == UInt8(ascii: "/") {
          tokens += [.folders, .insideFolders]
          index += 1
        } else {
          tokens.append(.star)
        }
      case UInt8(ascii: "["):
        guard let set = ByteSet(text, &index) else { return nil }
        tokens.append(.set(set))
      case UInt8(ascii: "\\"):
        guard index + 1 < text.count else { return nil }
        tokens.append(.byte(text[index + 1]))
        index += 2
      default:
        tokens.append(.byte(text[index]))
        index += 1
      }
    }
    return tokens
  }

  // MARK: Matching

  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    if let literal { return text.elementsEqual(literal) }
    var places = [Bool](repeating: false, count: tokens.count + 1)
    places[0] = true
    skip(&places)
    for byte in text {
      var next = [Bool](repeating: false, count: tokens.count + 1)
      var isAlive = false
      for (index, token) in tokens.enumerated() where places[index] {
        let (stays, goesOn) = Self.step(token, byte)
        switch token {
        // Something was read of a folder, or the whole of it and its slash.
        case .folders:
          next[index + 1] = true
          if byte == UInt8(ascii: "/") { next[index + 2] = true }
        default:
          if stays { next[index] = true }
          if goesOn { next[index + 1] = true }
        }
        isAlive = isAlive || stays || goesOn
      }
      guard isAlive else { return false }
      skip(&next)
      places = next
    }
    return places[tokens.count]
  }

  /// Whether a token is still to be read after a byte, and whether the next one is.
  private static func step(_ token: Token, _ byte: UInt8) -> (stays: Bool, goesOn: Bool) {
    switch token {
    case .byte(let wanted): (false, byte == wanted)
    case .any: (false, byte != UInt8(ascii: "/"))
    case .set(let set): (false, byte != UInt8(ascii: "/") && set.contains(byte))
    case .star: (byte != UInt8(ascii: "/"), false)
    case .folders, .rest: (true, false)
    case .insideFolders: (true, byte == UInt8(ascii: "/"))
    }
  }

  /// Marks the places that are reached without reading anything.
  private func skip(_ places: inout [Bool]) {
    for (index, token) in tokens.enumerated() where places[index] {
      switch token {
      case .star, .rest: places[index + 1] = true
      case .folders: places[index + 2] = true
      default: break
      }
    }
  }
}

/// The bytes of a bracket expression such as `[a-z]`.
private struct ByteSet: Sendable {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)
  private var isNegated = false

  /// Reads the expression at `index` and moves behind it; nil when it is not closed or names a
  /// class that nobody knows.
  init?(_ text: [UInt8], _ index: inout Int) {
    index += 1
    if index < text.count, text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    // The byte a range may begin with; nil at the beginning and after a range or class.
    var previous: UInt8?
    repeat {
      guard index < text.count else { return nil }
      var byte = text[index]
      if byte == UInt8(ascii: "-"), let first = previous, index + 1 < text.count,
        text[index + 1] != UInt8(ascii: "]")
      {
        index += 1
        if text[index] == UInt8(ascii: "\\") { index += 1 }
        guard index < text.count else { return nil }
        if first <= text[index] { insert(first...text[index]) }
        previous = nil
      } else if byte == UInt8(ascii: "["), index + 1 < text.count,
        text[index + 1] == UInt8(ascii: ":")
      {
        guard let close = text[(index + 2)...].firstIndex(of: UInt8(ascii: "]")) else {
          return nil
        }
        if close > index + 2, text[close - 1] == UInt8(ascii: ":") {
          guard insertClass(text[(index + 2)..<(close - 1)]) else { return nil }
          index = close
          previous = nil
        } else {
          insert(byte...byte)
          previous = byte
        }
      } else {
        if byte == UInt8(ascii: "\\") {
          index += 1
          guard index < text.count else { return nil }
          byte = text[index]
        }
        insert(byte...byte)
        previous = byte
      }
      index += 1
    } while index >= text.count || text[index] != UInt8(ascii: "]")
    index += 1
  }

  func contains(_ byte: UInt8) -> Bool { holds(byte) != isNegated }

  private func holds(_ byte: UInt8) -> Bool {
    let word: UInt64 =
      switch byte >> 6 {
      case 0: low.0
      case 1: low.1
      case 2: high.0
      default: high.1
      }
    return word & (1 << UInt64(byte & 63)) != 0
  }

  private mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: low.0 |= bit
      case 1: low.1 |= bit
      case 2: high.0 |= bit
      default: high.1 |= bit
      }
    }
  }

  /// Adds the bytes of a class such as `alpha`; false for one that nobody knows.
  private mutating func insertClass(_ name: ArraySlice<UInt8>) -> Bool {
    let digits: ClosedRange<UInt8> = 0x30...0x39
    let upper: ClosedRange<UInt8> = 0x41...0x5A
    let lower: ClosedRange<UInt8> = 0x61...0x7A
    let classes: [(String, [ClosedRange<UInt8>])] = [
      ("alnum", [digits, upper, lower]), ("alpha", [upper, lower]), ("blank", [9...9, 32...32]),
      ("cntrl", [0...31, 127...127]), ("digit", [digits]), ("graph", [33...126]),
      ("lower", [lower]), ("print", [32...126]),
      ("punct", [33...47, 58...64, 91...96, 123...126]), ("space", [9...13, 32...32]),
      ("upper", [upper]), ("xdigit", [digits, 0x41...0x46, 0x61...0x66]),
    ]
    guard let known = classes.first(where: { name.elementsEqual($0.0.utf8) }) else { return false }
    for range in known.1 { insert(range) }
    return true
  }
}
