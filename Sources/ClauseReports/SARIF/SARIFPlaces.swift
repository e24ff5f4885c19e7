import ClauseAssessment
import ClauseSource

/// Writes places in SARIF's form: relative URIs under the root, columns in code points.
struct SARIFPlaces {
  let index: SARIFIndex

  /// The name of the organisation's root in `originalUriBaseIds`.
  static let root = "SRCROOT"
  /// Where trouble of the run as a whole is shown: viewers refuse results without a place.
  static let configuration = Untrusted("clauselint.yaml")

  /// Writes a location, with the record it lies in.
  func write(
    _ location: Location, id: Int? = nil, record: RecordReference? = nil, message: String? = nil,
    to writer: inout JSONWriter
  ) {
    writer.object { entry in
      if let id { entry.member("id", id) }
      entry.objectMember("physicalLocation") { place in
        place.member("artifactLocation") { write(file: location.path, to: &$0) }
        // A workbook or Word file has no lines; its cell is a logical location.
        if location.cell == nil {
          place.objectMember("region") { Self.write(location.start, location.end, to: &$0) }
        }
      }
      let logical = Self.logical(record) + Self.logical(location.cell)
      if !logical.isEmpty {
        entry.arrayMember("logicalLocations", logical) { writer, place in
          writer.object { entry in
            entry.member("name", place.name)
            entry.member("fullyQualifiedName", place.fullName)
            entry.member("kind", place.kind)
          }
        }
      }
      if let message { entry.objectMember("message") { $0.member("text", message) } }
    }
  }

  /// A place that is no range of lines.
  private struct LogicalPlace {
    let name: String
    let fullName: String
    let kind: String
  }

  private static func logical(_ record: RecordReference?) -> [LogicalPlace] {
    guard let record else { return [] }
    let type = SARIFText.printable(record.type)
    let id = SARIFText.printable(record.id)
    return [LogicalPlace(name: id, fullName: "\(type)/\(id)", kind: "record")]
  }

  private static func logical(_ cell: CellAddress?) -> [LogicalPlace] {
    guard let cell else { return [] }
    let address = SARIFText.printable(cell.text)
    let kind = cell.isParagraph ? "paragraph" : "cell"
    return [LogicalPlace(name: address, fullName: address, kind: kind)]
  }

  /// Writes the location of the run as a whole.
  func writeConfiguration(to writer: inout JSONWriter) {
    writer.object { entry in
      entry.objectMember("physicalLocation") { place in
        place.member("artifactLocation") { write(file: Self.configuration, to: &$0) }
      }
    }
  }

  /// Writes an artifact location.
  func write(file path: Untrusted, to writer: inout JSONWriter) {
    writer.object { artifact in
      artifact.member("uri", URIPath.reference(path))
      artifact.member("uriBaseId", Self.root)
      if let number = index.artifact(path) { artifact.member("index", number) }
    }
  }

  private static func write(_ start: Position, _ end: Position, to writer: inout JSONWriter) {
    writer.member("startLine", Swift.max(1, start.line))
    writer.member("startColumn", Swift.max(1, start.column))
    guard end >= start else { return }
    writer.member("endLine", Swift.max(1, end.line))
    writer.member("endColumn", Swift.max(1, end.column))
  }
}
