/// What the properties of a package say of the file (ISO/IEC 29500-2): the weakest evidence there
/// is, for they are filled in by programs and copied with files.
struct CoreProperties {
  /// Labels and values, in the order of the properties below.
  private(set) var entries: [(name: String, value: [UInt8])] = []

  /// The properties that are heeded, by element, with the label that says the same. When the file
  /// was saved, and by whom, is not the date of a version nor who approved it.
  private static let known: [(element: StaticString, label: String)] = [
    ("title", "Title"), ("version", "Version"), ("creator", "Author"),
  ]

  /// No properties.
  init() {}

  /// Reads the part.
  init(_ bytes: [UInt8], part: String, context: PackageContext) throws(PackageFault) {
    var values = [[UInt8]](repeating: [], count: Self.known.count)
    var current: Int?
    try bytes.withXML(named: part, context) { (xml: inout XMLPart) throws(PackageFault) in
      while let event = try xml.next() {
        switch event {
        case .start(let isEmpty):
          let index = Self.known.firstIndex { xml.isNamed($0.element) }
          current = isEmpty ? nil : index.flatMap { values[$0].isEmpty ? $0 : nil }
        case .end: current = nil
        case .text: if let current { xml.appendText(to: &values[current]) }
        }
      }
    }
    for (index, value) in values.enumerated() where !value.isEmpty && value.count <= 400 {
      entries.append((Self.known[index].label, value))
    }
  }
}
