import ClauseSource

/// A heading of a record type that an unknown one is nearly.
public struct NearHeading: Sendable, Hashable {
  /// The field's name or label.
  public let heading: String
  /// The path of the field.
  public let field: String
}

/// What headings mean, for whoever proposes or explains a mapping.
extension RecordTypeCatalog {
  /// The path of the field that `slots` lead to.
  public func path(of slots: [Int], inType index: Int) -> String {
    var layout = index
    var names: [String] = []
    for slot in slots {
      names.append(
        part(at: [slot], inType: layout)?.name ?? layouts[layout].fields[slot].name)
      guard let inner = inner(of: slot, inLayout: layout) else { break }
      layout = inner
    }
    return names.joined(separator: ".")
  }

  /// The field that `slots` lead to; nil where they lead nowhere.
  public func field(at slots: [Int], inType index: Int) -> Field? {
    var layout = index
    for slot in slots.dropLast() {
      guard let inner = inner(of: slot, inLayout: layout) else { return nil }
      layout = inner
    }
    guard let last = slots.last, layouts[layout].fields.indices.contains(last) else { return nil }
    return layouts[layout].fields[last]
  }

  /// The names and labels of a layout's fields.
  private func headings(ofLayout index: Int) -> [NearHeading] {
    var result: [NearHeading] = []
    for field in layouts[index].fields {
      let names = [field.name] + field.labels.sorted { $0.key < $1.key }.flatMap(\.value)
      result += names.map { NearHeading(heading: $0, field: field.name) }
    }
    return result
  }

  /// The heading of a type that `text` is nearly: spelt so but for a letter or two, accents and
  /// case aside. Never one of a structure, and never one that merely shares words: `Date prévue`
  /// and `Date de réalisation` share one and are opposites.
  public func nearestHeading(to text: String, inType index: Int) -> NearHeading? {
    let wanted = Self.folded(text)
    guard wanted.utf8.count >= 5 else { return nil }
    let all = headings(ofLayout: index)
    let folded = all.map { Self.folded($0.heading) }
    guard let near = NearName.nearest(to: wanted, among: folded),
      let position = folded.firstIndex(where: { $0.equalsByBytes(near) })
    else { return nil }
    return all[position]
  }

  private static func folded(_ text: String) -> String {
    String(decoding: Fold.heading(Array(text.utf8)[...]), as: UTF8.self)
  }
}
