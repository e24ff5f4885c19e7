import ClauseBytes
import ClauseSource

/// Links in the texts of documents: they lead to files under the root and to places in texts.
extension StoreBuilder {
  /// Reports links of the texts that lead nowhere.
  mutating func checkLinks() {
    guard files.contains(where: { !$0.links.isEmpty }) else { return }
    // As names that people type: a link is written by hand.
    var byPath: [NameKey: Int] = [:]
    for (index, file) in files.enumerated() where file.hasOutline {
      if byPath[NameKey(file.path)] == nil { byPath[NameKey(file.path)] = index }
    }
    for (index, file) in files.enumerated() where !file.records.isEmpty {
      for link in file.links { check(link, ofFile: index, byPath) }
    }
  }

  private mutating func check(_ link: BoundFile.Link, ofFile index: Int, _ byPath: [NameKey: Int]) {
    guard let target = LinkTarget(link.target) else { return }
    let file = files[index]
    var destination: Int? = index
    if !target.path.isEmpty {
      guard let path = LinkTarget.resolve(target.path, from: file.path) else {
        return report(link, ofFile: index, .fileOutside)
      }
      var found: String?
      for candidate in LinkTarget.candidates(path) where found == nil && isThere(candidate) {
        found = candidate
      }
      guard let found else { return report(link, ofFile: index, .fileMissing) }
      destination = byPath[NameKey(found)]
    }
    // Places are known only in texts that were read.
    guard let anchor = target.anchor, let destination, files[destination].hasOutline else {
      return
    }
    if !files[destination].anchors.contains(LinkTarget.slug(anchor)) {
      report(link, ofFile: index, .anchorMissing)
    }
  }

  private mutating func isThere(_ path: String) -> Bool {
    switch state(ofPath: Array(path.utf8)[...]) {
    case .present, .empty, .pointer, .shortcut, .folder: true
    case .missing, .outside: false
    }
  }

  private mutating func report(
    _ link: BoundFile.Link, ofFile index: Int, _ detail: ProblemDetail
  ) {
    let record = self.record(0, ofFile: index)
    add(
      .linkUnresolved, record, "", link.span,
      [.init("value", String(decoding: link.target.utf8.prefix(400), as: UTF8.self))],
      detail: detail)
  }
}

/// The target of a link, taken apart.
struct LinkTarget {
  /// The path as written, percent escapes resolved; empty for a place in the same text.
  let path: String
  /// The place, without its number sign.
  let anchor: String?

  /// Takes a target apart; nil for what leads out of the organisation's folder on purpose (an
  /// address, a path from the root of a site) and for what a template fills in.
  init?(_ target: String) {
    let bytes = Array(target.utf8)
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\") else {
      return nil
    }
    let beforePath = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
    if beforePath.contains(UInt8(ascii: ":")) { return nil }
    if bytes.contains(where: { "{}<>$".utf8.contains($0) }) { return nil }
    let mark = bytes.firstIndex(of: UInt8(ascii: "#"))
    let whole = bytes[..<(mark ?? bytes.endIndex)]
    path = Self.unescaped(whole.prefix { $0 != UInt8(ascii: "?") })
    anchor = mark.map { Self.unescaped(bytes[($0 + 1)...]) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value != 0
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The path from the root that `path` means in the file at `origin`; nil when it leads out.
  static func resolve(_ path: String, from origin: String) -> String? {
    var parts = Array(PathText.parts(origin).dropLast())
    for part in PathText.parts(path) {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The files that a path may mean: itself, or the source from which a site makes such a page.
  static func candidates(_ path: String) -> [String] {
    if path.isEmpty { return [path] }
    var candidates = [path, path + ".md", path + ".md.erb"]
    if path.utf8.suffix(5).elementsEqual(".html".utf8) {
      candidates.append(String(decoding: path.utf8.dropLast(5), as: UTF8.self) + ".md")
    }
    return candidates
  }

  /// The name that repositories give the place of a heading: lower case, hyphens for blanks,
  /// nothing of punctuation but hyphens and low lines.
  static func slug(_ heading: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in heading.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || scalar == "-" || scalar == "_"
        || properties.generalCategory == .nonspacingMark
      {
        result.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      } else if scalar == " " {
        result.append("-")
      }
    }
    return String(result)
  }

  /// The names of the places of a text with these headings, the second of equal ones numbered.
  static func slugs(_ headings: [String]) -> Set<String> {
    var counts: [String: Int] = [:]
    var slugs: Set<String> = []
    for heading in headings {
      let slug = slug(heading)
      let count = counts[slug, default: 0]
      slugs.insert(count == 0 ? slug : "\(slug)-\(count)")
      counts[slug] = count + 1
    }
    return slugs
  }
}
