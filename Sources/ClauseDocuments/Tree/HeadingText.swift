internal import ClauseSource

/// Headings and labels of texts, made comparable.
enum HeadingText {
  /// A text for comparison of headings: letters and digits in lower case, without the number
  /// before it.
  static func folded(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var hasLetter = false
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      let isDigit = scalar.properties.numericType != nil
      guard isLetter || (isDigit && hasLetter) else { continue }
      hasLetter = true
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        UTF8Text.append(lower.value, to: &result)
      }
    }
    return result
  }
}
