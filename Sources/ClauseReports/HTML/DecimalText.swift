import ClauseSource

/// Numbers as text.
enum DecimalText {
  /// A number of a drawing, with at most two decimals and a point.
  static func short(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard hundredths.magnitude < 1e15 else { return "0" }
    return digits(Int(hundredths), separator: ".", group: "")
  }

  /// A number for people, with at most two decimals, groups of three and the separators of
  /// `language`.
  static func grouped(_ value: Double, in language: Language) -> String {
    let hundredths = (value * 100).rounded()
    guard hundredths.magnitude < 1e15 else { return String(value) }
    return digits(
      Int(hundredths), separator: language == .english ? "." : ",",
      group: language == .english ? "," : "\u{00A0}")
  }

  private static func digits(_ hundredths: Int, separator: String, group: String) -> String {
    let magnitude = hundredths.magnitude
    var whole = String(magnitude / 100)
    if !group.isEmpty {
      var groups: [Substring] = []
      var rest = whole[...]
      while rest.count > 3 {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
      }
      whole = ([rest] + groups).joined(separator: group)
    }
    let cents = magnitude % 100
    var text = (hundredths < 0 ? "-" : "") + whole
    if cents != 0 {
      text += separator + (cents < 10 ? "0" : "")
      text += cents % 10 == 0 ? String(cents / 10) : String(cents)
    }
    return text
  }
}
