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
        place.objectMember("region") { Self.write(location.start, location.end, to: &$0) }
      }
      if let record {
        entry.arrayMember("logicalLocations", [record]) { writer, record in
          let type = SARIFText.printable(record.type)
          let id = SARIFText.printable(record.id)
          writer.object { logical in
            logical.member("name", id)
            logical.member("fullyQualifiedName", "\(type)/\(id)")
            logical.member("kind", "record")
          }
        }
      }
      if let message { entry.objectMember("message") { $0.member("text", message) } }
    }
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
