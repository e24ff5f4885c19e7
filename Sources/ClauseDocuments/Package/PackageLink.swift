internal import ClauseSource

/// A relationship of a part: its id, the last word of its type, and the part it leads to.
struct PackageLink {
  let id: [UInt8]
  let kind: String
  /// The name of a part, from the root of the package.
  let target: String
}

extension ZipArchive {
  /// The relationships of a part, from the file `_rels/NAME.rels` beside it; those of the package
  /// for the empty name. What leads out of the package is left out.
  mutating func links(of part: String) throws(PackageFault) -> [PackageLink] {
    let folder = PathText.folder(of: part).map { $0 + "/" } ?? ""
    let rels = folder + "_rels/" + PathText.name(of: part) + ".rels"
    guard let bytes = try read(rels) else { return [] }
    var links: [PackageLink] = []
    try bytes.withXML(named: rels, context) { (xml: inout XMLPart) throws(PackageFault) in
      while let event = try xml.next() {
        guard case .start = event, xml.isNamed("Relationship"),
          let id = xml.attribute("Id"), let type = xml.attribute("Type"),
          let target = xml.attribute("Target")
        else { continue }
        let mode = xml.attribute("TargetMode") ?? []
        if mode.elementsEqual("External".utf8) { continue }
        let kind = type.split(separator: UInt8(ascii: "/")).last ?? []
        links.append(
          PackageLink(
            id: id, kind: String(decoding: kind, as: UTF8.self),
            target: Self.resolve(String(decoding: target, as: UTF8.self), from: folder)))
      }
    }
    return links
  }

  /// A target, which may be absolute within the archive or relative to its part's folder.
  private static func resolve(_ target: String, from folder: String) -> String {
    let path = target.utf8.first == UInt8(ascii: "/") ? target : folder + target
    var steps: [String] = []
    for step in PathText.parts(path) {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
