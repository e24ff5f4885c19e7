/// The fields that are open at a place of a text: of each only the result is text.
struct WordFields {
  private struct Field {
    var instruction: [UInt8] = []
    var isResult = false
    var blocks = true
  }

  private var open: [Field] = []
  /// How many of the open fields let nothing through.
  private var blocking = 0
  /// Whether the results of fields that change by themselves are left out.
  let leavesOutChanging: Bool

  init(leavesOutChanging: Bool) { self.leavesOutChanging = leavesOutChanging }

  /// Whether text here is text of the file.
  var letsThrough: Bool { blocking == 0 }

  /// Whether a field never ended.
  var isOpen: Bool { !open.isEmpty }

  /// How many fields stand within one another.
  var depth: Int { open.count }

  /// Heeds the mark of a field: `begin`, `separate`, `end`.
  mutating func mark(_ type: [UInt8]) {
    if type.elementsEqual("begin".utf8) {
      open.append(Field())
      blocking += 1
    } else if type.elementsEqual("separate".utf8), let last = open.indices.last,
      !open[last].isResult
    {
      open[last].isResult = true
      if leavesOutChanging, Self.changes(open[last].instruction) { return }
      open[last].blocks = false
      blocking -= 1
    } else if type.elementsEqual("end".utf8), let field = open.popLast(), field.blocks {
      blocking -= 1
    }
  }

  /// Takes a part of an instruction.
  mutating func instruct(_ text: [UInt8]) {
    guard let last = open.indices.last, open[last].instruction.count < Self.longest else { return }
    open[last].instruction += text.prefix(Self.longest)
  }

  /// Bytes of an instruction that are looked at.
  private static let longest = 64

  /// Whether the result of an instruction is another one each time the file is opened or printed,
  /// and so no date or number of the document.
  static func changes(_ instruction: [UInt8]) -> Bool {
    let word = instruction.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    return ["DATE", "TIME", "PRINTDATE", "SAVEDATE", "PAGE", "NUMPAGES", "SECTIONPAGES"]
      .contains { (name: String) in word.map { $0 & 0xDF }.elementsEqual(name.utf8) }
  }
}

/// A field of the old kind of forms that is being read: a box to tick or a list to choose from.
struct WordFormField {
  private var entries: [[UInt8]] = []
  private var chosen = 0
  private var isTicked: Bool?
  private var isTickedByDefault = false

  mutating func add(_ entry: [UInt8]) { entries.append(entry) }
  mutating func choose(_ number: Int) { chosen = number }
  mutating func tick(_ isOn: Bool) { isTicked = isOn }
  mutating func tickByDefault(_ isOn: Bool) { isTickedByDefault = isOn }

  /// The entry that is chosen, or nothing.
  var choice: [UInt8] { entries.indices.contains(chosen) ? entries[chosen] : [] }
  /// The box as it shows.
  var box: [UInt8] { Array((isTicked ?? isTickedByDefault ? "☒" : "☐").utf8) }
}
