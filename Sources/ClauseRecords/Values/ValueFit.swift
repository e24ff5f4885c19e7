/// Whether what stands in cells can be values of a field: evidence for what a column is.
public enum ValueFit: Sendable {
  /// It is a value of the field's type.
  case fits
  /// It says nothing: blank, a placeholder, or a type that takes any text.
  case neutral
  /// It cannot be.
  case misfits
}

extension RecordTypeCatalog {
  /// How a text fits the field that `slots` lead to.
  ///
  /// - Parameter isNumber: whether the file says that the cell holds a number.
  public func fit(
    of text: ArraySlice<UInt8>, isNumber: Bool, slots: [Int], inType index: Int
  ) -> ValueFit {
    let bytes = ScalarText.trimmed(text)
    if bytes.isEmpty || PlaceholderText.isPlaceholder(bytes) { return .neutral }
    var layout = index
    for slot in slots.dropLast() {
      guard let inner = inner(of: slot, inLayout: layout) else { return .neutral }
      layout = inner
    }
    guard let slot = slots.last else { return .neutral }
    let type = layouts[layout].fields[slot].type
    switch type.elementType {
    case .int, .double, .money: return Self.isNumeric(bytes) ? .fits : .misfits
    case .date, .instant: return Self.isDate(bytes) ? .fits : .misfits
    case .period:
      if case .period = PeriodText.read(bytes) { return .fits }
      return isNumber ? .neutral : .misfits
    case .bool, .enumeration:
      guard let words = layouts[layout].words[slot] else { return .neutral }
      if case .list = type { return .neutral }
      return words.literal(of: bytes) == nil ? .misfits : .fits
    case .text: return isNumber || Self.isDate(bytes) ? .misfits : .neutral
    case .reference: return Self.isDate(bytes) ? .misfits : .neutral
    case .url:
      return bytes.starts(with: "http".utf8) ? .fits : .misfits
    default: return .neutral
    }
  }

  /// A number, also one that stands before or behind its meaning: `3 - Probable`, `4/5`.
  private static func isNumeric(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch NumberText.decimal(bytes, isMoney: true) {
    case .decimal, .whole, .ambiguous: return true
    case .failure: return RatingText.read(bytes) != nil
    }
  }

  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch DateText.read(bytes) {
    case .date, .dayAndMonth: true
    case .failure(let detail, _): detail != nil || ImpreciseDate.read(bytes) != nil
    }
  }
}
