internal import CLibXML2
internal import ClauseSource

/// The elements of one XML part of a package, pulled one after another.
///
/// Nothing outside the part is ever read: no network, no document type, no entity but the five of
/// XML itself. The bytes are taken as UTF-8 whatever their declaration says.
struct XMLPart: ~Copyable {
  /// What comes next in the part.
  enum Event {
    /// An element begins; `isEmpty` says that it also ends.
    case start(isEmpty: Bool)
    case end
    case text
  }

  private let reader: xmlTextReaderPtr
  private let context: PackageContext
  private let name: String

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Opens a part. `bytes` must stay where they are as long as it is read.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, named name: String, context: PackageContext
  ) throws(PackageFault) {
    self.name = name
    self.context = context
    // UTF-8 has no NUL; UTF-16 has hardly anything else, and would hide a document type.
    let isUTF8 = !bytes.starts(with: [0xFE, 0xFF]) && !bytes.starts(with: [0xFF, 0xFE])
    guard isUTF8, !bytes.prefix(1_024).contains(0) else {
      throw context.fault(
        "xml",
        LocalizedText(
          en: "the part \(context.quoted(name.utf8)) is not UTF-8",
          fr: "la partie \(context.quoted(name.utf8)) n'est pas en UTF-8",
          ar: "الجزء \(context.quoted(name.utf8)) ليس بترميز UTF-8"),
        remedy: context.saveAgain)
    }
    switch XMLGuard.danger(in: bytes) {
    case .documentType: throw Self.documentType(name, context)
    case .attributes:
      throw context.fault(
        "xml",
        LocalizedText(
          en:
            "the part \(context.quoted(name.utf8)) has more attributes in one place than files need",
          fr:
            "la partie \(context.quoted(name.utf8)) a plus d'attributs en un endroit qu'il n'en "
            + "faut à un fichier",
          ar: "في الجزء \(context.quoted(name.utf8)) خاصيات في موضع واحد أكثر مما يحتاجه ملف"),
        remedy: context.saveAgain)
    case .nesting:
      throw context.fault(
        "xml",
        LocalizedText(
          en: "the part \(context.quoted(name.utf8)) is nested too deeply",
          fr: "la partie \(context.quoted(name.utf8)) a trop de niveaux d'imbrication",
          ar: "مستويات التداخل في الجزء \(context.quoted(name.utf8)) كثيرة جدا"),
        remedy: context.saveAgain)
    case nil: break
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue
    let opened = bytes.withMemoryRebound(to: CChar.self) { text in
      Self.isReady
        ? xmlReaderForMemory(
          text.baseAddress, Int32(clamping: text.count), nil, "UTF-8", Int32(options))
        : nil
    }
    guard let opened else {
      throw context.fault(
        "xml",
        LocalizedText(
          en: "the part \(context.quoted(name.utf8)) is empty",
          fr: "la partie \(context.quoted(name.utf8)) est vide",
          ar: "الجزء \(context.quoted(name.utf8)) فارغ"),
        remedy: context.saveAgain)
    }
    reader = opened
  }

  deinit { xmlFreeTextReader(reader) }

  private static func documentType(
    _ name: String, _ context: PackageContext
  ) -> PackageFault {
    context.fault(
      "doctype",
      LocalizedText(
        en:
          "the part \(context.quoted(name.utf8)) declares a document type, which no \(context.kind.noun[.english]) needs",
        fr:
          "la partie \(context.quoted(name.utf8)) déclare un type de document, ce dont aucun "
          + "\(context.kind.noun[.french]) n'a besoin",
        ar:
          "الجزء \(context.quoted(name.utf8)) يصرح بنوع وثيقة لا يحتاجه \(context.kind.noun[.arabic])"
      ),
      remedy: context.saveAgain)
  }

  /// Goes to the next element or text; nil at the end of the part.
  mutating func next() throws(PackageFault) -> Event? {
    while true {
      switch xmlTextReaderRead(reader) {
      case 0: return nil
      case 1: break
      default:
        let line = xmlTextReaderGetParserLineNumber(reader)
        throw context.fault(
          "xml",
          LocalizedText(
            en: "the part \(context.quoted(name.utf8)) is not well-formed XML, at its line \(line)",
            fr:
              "la partie \(context.quoted(name.utf8)) n'est pas du XML bien formé, à sa ligne "
              + "\(line)",
            ar: "الجزء \(context.quoted(name.utf8)) ليس XML سليما، في سطره \(line)"),
          remedy: context.saveAgain)
      }
      let type = xmlTextReaderNodeType(reader)
      switch UInt32(bitPattern: type) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        return .start(isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        return .text
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: throw Self.documentType(name, context)
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
        throw context.fault(
          "xml",
          LocalizedText(
            en: "the part \(context.quoted(name.utf8)) refers to an entity",
            fr: "la partie \(context.quoted(name.utf8)) renvoie à une entité",
            ar: "الجزء \(context.quoted(name.utf8)) يحيل على كيان"),
          remedy: context.saveAgain)
      default: continue
      }
    }
  }

  /// Whether the element is called `local`, in whatever namespace.
  func isNamed(_ local: StaticString) -> Bool {
    xmlStrEqual(xmlTextReaderConstLocalName(reader), local.utf8Start) == 1
  }

  /// The value of an attribute without namespace, or nil.
  mutating func attribute(_ name: StaticString) -> [UInt8]? {
    guard xmlTextReaderMoveToAttribute(reader, name.utf8Start) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    return Self.bytes(xmlTextReaderConstValue(reader))
  }

  /// The element's name without its prefix.
  var localName: String {
    xmlTextReaderConstLocalName(reader).map {
      String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
    } ?? ""
  }

  /// Whether the element stands in one of these namespaces.
  func isIn(_ spaces: [StaticString]) -> Bool {
    guard let space = xmlTextReaderConstNamespaceUri(reader) else { return false }
    return spaces.contains { xmlStrEqual(space, $0.utf8Start) == 1 }
  }

  /// The value of the attribute `id` that names a relationship, or nil.
  mutating func relationshipID() -> [UInt8]? {
    attribute(
      "id",
      in: [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ])
  }

  /// The value of an attribute in one of these namespaces, or nil.
  mutating func attribute(_ name: StaticString, in spaces: [StaticString]) -> [UInt8]? {
    for space in spaces {
      guard xmlTextReaderMoveToAttributeNs(reader, name.utf8Start, space.utf8Start) == 1 else {
        continue
      }
      defer { xmlTextReaderMoveToElement(reader) }
      return Self.bytes(xmlTextReaderConstValue(reader))
    }
    return nil
  }

  /// Whether an attribute says true.
  mutating func flag(_ name: StaticString) -> Bool {
    guard let value = attribute(name) else { return false }
    return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
  }

  /// A number that an attribute holds, or nil.
  mutating func number(_ name: StaticString) -> Int? {
    attribute(name).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// Appends the text met to `text`.
  func appendText(to text: inout [UInt8]) {
    guard var byte = xmlTextReaderConstValue(reader) else { return }
    while byte.pointee != 0 {
      text.append(byte.pointee)
      byte += 1
    }
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>?) -> [UInt8]? {
    guard var byte = text else { return nil }
    var bytes: [UInt8] = []
    while byte.pointee != 0 {
      bytes.append(byte.pointee)
      byte += 1
    }
    return bytes
  }
}

extension [UInt8] {
  /// Calls `body` with these bytes as an XML part.
  func withXML<R>(
    named name: String, _ context: PackageContext,
    _ body: (inout XMLPart) throws(PackageFault) -> R
  ) throws(PackageFault) -> R {
    try withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(PackageFault) -> R in
      var xml = try XMLPart(bytes, named: name, context: context)
      return try body(&xml)
    }
  }
}
