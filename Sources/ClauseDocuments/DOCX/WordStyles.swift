internal import ClauseSource

/// The styles of a Word file, as far as they say what is a heading and what is bold.
struct WordStyles {
  private struct Style {
    var level: Int?
    var isBold: Bool?
    var base: [UInt8]?
  }

  private var styles: [[UInt8]: Style] = [:]

  /// Styles that one may rest on, one upon another.
  private static let longestChain = 16

  /// No styles: all paragraphs are alike.
  init() {}

  /// Reads the part.
  init(_ bytes: [UInt8], part: String, context: PackageContext) throws(PackageFault) {
    var styles: [[UInt8]: Style] = [:]
    var id: [UInt8]?
    var style = Style()
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(PackageFault) in
      while let event = try xml.next() {
        switch event {
        case .start(let isEmpty):
          if xml.isNamed("style") {
            id = isEmpty ? nil : xml.wordAttribute("styleId")
            style = Style()
          } else if xml.isNamed("name") {
            style.level = style.level ?? xml.wordAttribute("val").flatMap { Self.level(named: $0) }
          } else if xml.isNamed("outlineLvl") {
            style.level = xml.wordNumber().flatMap { Self.level(outline: $0) }
          } else if xml.isNamed("b") {
            style.isBold = xml.isOn()
          } else if xml.isNamed("basedOn") {
            style.base = xml.wordAttribute("val")
          }
        case .end:
          if xml.isNamed("style"), let known = id {
            styles[known] = style
            id = nil
            if styles.count > context.limits.nodesPerFile {
              throw context.limit(
                .nodesPerFile, met: styles.count,
                LocalizedText(
                  en: "styles of one file", fr: "styles d'un fichier", ar: "أنماط ملف واحد"))
            }
          }
        case .text: break
        }
      }
    }
    self.styles = styles
  }

  /// The level of a heading by its outline level, which counts from 0; 9 is body text.
  static func level(outline: Int) -> Int? { (0...8).contains(outline) ? outline + 1 : nil }

  /// The level by the style's name, which programs write in English or in their own language.
  private static func level(named name: [UInt8]) -> Int? {
    let words = String(decoding: name.prefix(40), as: UTF8.self).lowercased()
      .split(separator: " ").map(String.init)
    if words == ["title"] || words == ["titre"] || words == ["العنوان"] { return 0 }
    guard words.count == 2, ["heading", "titre", "عنوان"].contains(words[0]),
      let level = Int(words[1])
    else { return nil }
    return (1...9).contains(level) ? level : nil
  }

  /// The level that paragraphs of a style have; nil for those that are no headings.
  func level(_ id: [UInt8]) -> Int? { inherited(id) { $0.level } }

  /// Whether texts of a style are bold.
  func isBold(_ id: [UInt8]) -> Bool { inherited(id) { $0.isBold } ?? false }

  private func inherited<Value>(_ id: [UInt8], _ property: (Style) -> Value?) -> Value? {
    var id = id
    for _ in 0..<Self.longestChain {
      guard let style = styles[id] else { return nil }
      if let value = property(style) { return value }
      guard let base = style.base else { return nil }
      id = base
    }
    return nil
  }
}
