/// Looks over an XML part before it is parsed, for what makes parsing dangerous or slow: a document
/// type, and more attributes or names of namespaces than files need, which libxml2 compares with
/// each other one by one.
///
/// One pass over the bytes. It judges nothing else: what is no XML is the parser's to refuse.
struct XMLGuard {
  /// Why a part is not parsed.
  enum Danger {
    case documentType
    case attributes
    case nesting
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  /// Namespaces that each open element declares.
  private var declared: [Int] = []
  private var inScope = 0

  /// Attributes of one element; the root of a Word file has about 40.
  static let mostAttributes = 500
  /// Namespaces declared by the elements around a place.
  static let mostNamespaces = 500
  /// Elements within one another; libxml2 stops at as many.
  static let mostNesting = 256

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The first danger, or nil.
  static func danger(in bytes: UnsafeBufferPointer<UInt8>) -> Danger? {
    var guarding = XMLGuard(bytes)
    return guarding.look()
  }

  private mutating func look() -> Danger? {
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        offset += 1
        continue
      }
      // In a comment too: no program writes it.
      if startsHere("<!DOCTYPE") { return .documentType }
      if startsHere("<!--") {
        if let danger = skip(to: "-->") { return danger }
      } else if startsHere("<![CDATA[") {
        if let danger = skip(to: "]]>") { return danger }
      } else if startsHere("<?") {
        if let danger = skip(to: "?>") { return danger }
      } else if startsHere("</") {
        inScope -= declared.popLast() ?? 0
        offset += 2
      } else if let danger = tag() {
        return danger
      }
    }
    return nil
  }

  private func startsHere(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard bytes.count - offset >= length else { return false }
    for index in 0..<length where bytes[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  private mutating func skip(to end: StaticString) -> Danger? {
    offset += 1
    while offset < bytes.count, !startsHere(end) {
      if startsHere("<!DOCTYPE") { return .documentType }
      offset += 1
    }
    return nil
  }

  /// Goes over the tag that begins here.
  private mutating func tag() -> Danger? {
    offset += 1
    var (attributes, namespaces) = (0, 0)
    var quote: UInt8?
    while offset < bytes.count {
      let byte = bytes[offset]
      if let open = quote {
        if byte == open { quote = nil }
        if byte == UInt8(ascii: "<"), startsHere("<!DOCTYPE") { return .documentType }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        attributes += 1
        if attributes > Self.mostAttributes { return .attributes }
      } else if byte == UInt8(ascii: "x"), startsHere("xmlns") {
        namespaces += 1
      } else if byte == UInt8(ascii: ">") {
        break
      }
      offset += 1
    }
    if offset > 0, offset < bytes.count, bytes[offset - 1] == UInt8(ascii: "/") { return nil }
    declared.append(namespaces)
    inScope += namespaces
    if inScope > Self.mostNamespaces { return .attributes }
    return declared.count > Self.mostNesting ? .nesting : nil
  }
}
