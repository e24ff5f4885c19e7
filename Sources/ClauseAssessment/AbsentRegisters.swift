public import ClauseSource

/// Registers that an earlier run read and a later one does not: what they held is gone, not fixed.
///
/// A file that went away while others came with as many records of its type was renamed or split,
/// which is nothing to speak of. A file of a single record is a record rather than a register:
/// whoever takes it away takes away a record, unless nothing of its type is left, or a file with
/// its name lies there and is not read.
public struct AbsentRegisters: Sendable {
  /// A register that is not read any more, in one file or in several.
  public struct Entry: Hashable, Sendable {
    /// Name of the record type.
    public var type: Untrusted
    /// The files, in the order of the earlier run; at least one.
    public var files: [Untrusted]
    /// The records that were read from them.
    public var records: Int
    /// The place of the first in the list of the earlier run.
    public var number: Int
    /// A file of the later run that may be the first.
    public var lookalike: Untrusted?
  }

  /// The registers to speak of, in the order of the earlier run.
  public private(set) var entries: [Entry] = []
  /// Types of which less came than went away, by bytes.
  private var types: Set<[UInt8]> = []

  /// Nothing is absent.
  public init() {}

  /// Compares what two runs read; `files` are those of the later one.
  public init(before: [RegisterResult], after: [RegisterResult], files: [FileResult]) {
    let now = Set(after.map(Self.key))
    let earlier = Set(before.map(Self.key))
    let left = Set(after.map(Self.type))
    let unread = UnreadFiles(files, known: before.map(\.file))
    var gone: [[UInt8]: Entry] = [:]
    var order: [[UInt8]] = []
    for (number, register) in before.enumerated() where !now.contains(Self.key(register)) {
      let type = Self.type(register)
      let isRecord =
        register.records == 1 && left.contains(type) && unread.namesake(of: register.file) == nil
      if isRecord { continue }
      if gone[type] == nil {
        order.append(type)
        gone[type] = Entry(
          type: register.type, files: [], records: 0, number: number,
          lookalike: unread.lookalike(of: register.file))
      }
      gone[type]?.files.append(register.file)
      gone[type]?.records += register.records
    }
    var come: [[UInt8]: Int] = [:]
    for register in after where !earlier.contains(Self.key(register)) {
      come[Self.type(register), default: 0] += register.records
    }
    for type in order {
      guard let entry = gone[type], (come[type] ?? 0) < entry.records else { continue }
      types.insert(type)
      // Fewer by half are no longer the same register under another name.
      if (come[type] ?? 0) < entry.records - entry.records / 2 { entries.append(entry) }
    }
  }

  /// Whether records of a type may be gone with the register they stood in.
  public func mayHide(_ type: Untrusted) -> Bool { types.contains(Array(type.unescaped.utf8)) }

  private static func key(_ register: RegisterResult) -> [UInt8] {
    type(register) + [0] + Array(register.file.unescaped.utf8)
  }

  private static func type(_ register: RegisterResult) -> [UInt8] {
    Array(register.type.unescaped.utf8)
  }
}

/// The files of a run that hold no records, and have names.
private struct UnreadFiles {
  private struct File {
    let path: Untrusted
    let stem: [UInt8]
    let ending: [UInt8]
    /// Whether records were read from it earlier.
    let isKnown: Bool
  }

  private let files: [File]

  init(_ files: [FileResult], known: [Untrusted]) {
    let known = Set(known.map { Array($0.unescaped.utf8) })
    self.files = files.filter { $0.fate != .assessed }.map { file in
      let (stem, ending) = Self.nameParts(file.path)
      return File(
        path: file.path, stem: stem, ending: ending,
        isKnown: known.contains(Array(file.path.unescaped.utf8)))
    }
  }

  /// The file itself, if it is still there, else one whose name is nearly its own.
  func namesake(of path: Untrusted) -> Untrusted? {
    let stem = Self.nameParts(path).stem
    if let file = files.first(where: { $0.path.unescaped.equalsByBytes(path.unescaped) }) {
      return file.path
    }
    return files.first { file in
      !file.isKnown && min(file.stem.count, stem.count) >= 3
        && (file.stem.starts(with: stem) || stem.starts(with: file.stem))
    }?.path
  }

  /// A namesake, else the only file with the same ending.
  func lookalike(of path: Untrusted) -> Untrusted? {
    if let file = namesake(of: path) { return file }
    let ending = Self.nameParts(path).ending
    let alike = files.filter { !$0.isKnown && $0.ending == ending }
    return alike.count == 1 ? alike[0].path : nil
  }

  /// The name of a file without what separates words, and its ending, in lower case.
  private static func nameParts(_ path: Untrusted) -> (stem: [UInt8], ending: [UInt8]) {
    let name = path.unescaped.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    let folded = { (bytes: ArraySlice<UInt8>) in
      bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        .filter { !" _-.()".utf8.contains($0) }
    }
    return (folded(name[..<dot]), folded(name[dot...]))
  }
}
