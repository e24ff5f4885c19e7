import Foundation

/// One case of the shared hostile corpus.
struct HostileCase: Decodable, Sendable {
  enum Kind: String, Decodable, Sendable { case record, pack, config }

  let path: String
  let kind: Kind
  let attack: String
  let expect: String
  let pack: String?
  let gen: String?

  /// The exit statuses that the manifest allows.
  var statuses: Set<Int32> {
    switch expect {
    case "ok": [0]
    case "finding": [1]
    case "located": [1, 2]
    case "read-or-located": [0, 1, 2]
    default: [2]
    }
  }

  /// The folder of the corpus the case lies in: `yaml`, `packs`, `gen/fs`...
  var group: String {
    let parts = path.split(separator: "/")
    return parts.first == "gen" ? (gen == "fs" ? "gen/fs" : "gen") : String(parts.first ?? "")
  }

  /// The file's name.
  var name: String { String(path.split(separator: "/").last ?? "") }
}

/// The manifest of the corpus.
enum Manifest {
  /// The corpus folder.
  static let folder = Repository.shared.map { $0 + "/hostile" }

  /// Every case; empty when the corpus is not there.
  static let cases: [HostileCase] = {
    guard let folder, let data = FileManager.default.contents(atPath: folder + "/manifest.json"),
      let cases = try? JSONDecoder().decode([HostileCase].self, from: data)
    else { return [] }
    return cases
  }()

  /// The groups of the stored cases, in order of name.
  static let storedGroups = Set(cases.filter { $0.gen == nil }.map(\.group)).sorted()
}
