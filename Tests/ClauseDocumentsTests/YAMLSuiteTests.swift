import ClauseDocuments
import ClauseSource
import Foundation
import Testing

@Suite struct YAMLSuiteTests {
  private struct Case: Decodable {
    let id: String
    let name: String
    let yaml: String
    let error: Bool
    let events: [String]?
    let libyaml: String
  }

  /// Codes of the faults that this reader refuses although libyaml accepts them.
  private static let stricter: Set<String> = [
    "yaml-tag", "complex-key", "empty-key", "duplicate-key", "anchor-redefined", "alias-undefined",
    "merge-key", "byte-order-mark", "hidden-line-break", "control-character", "noncharacter",
  ]

  @Test(.readsSharedData) func agreesWithTheSuite() throws {
    let data = try SharedData.data("conformance/yaml-test-suite.json")
    let cases = try JSONDecoder().decode([Case].self, from: data)
    #expect(cases.count > 300)
    var accepted = 0
    for entry in cases {
      let file = Sample.file(entry.yaml)
      let result = YAMLReader().read(file, limits: Limits())
      // libyaml differs from the suite in some cases, which the data names; we follow libyaml.
      let libyamlAccepts =
        entry.libyaml == "accepts-invalid" || entry.libyaml == "wrong-tree"
        || (entry.libyaml == "ok" && !entry.error)
      if let tree = result.tree {
        accepted += 1
        #expect(result.diagnostics.isEmpty)
        #expect(libyamlAccepts, "\(entry.id) accepted, libyaml: \(entry.libyaml)")
        if let events = entry.events, entry.libyaml == "ok" {
          #expect(
            Self.scalars(of: tree) == Self.scalars(of: events), "\(entry.id) \(entry.name)")
        }
      } else {
        let codes = Set(result.diagnostics.map(\.code))
        if libyamlAccepts {
          #expect(!codes.isDisjoint(with: Self.stricter), "\(entry.id) refused: \(codes)")
        }
        for diagnostic in result.diagnostics {
          #expect(diagnostic.severity == .error)
          guard case .span = diagnostic.place else {
            Issue.record("\(entry.id): no place")
            continue
          }
        }
      }
    }
    #expect(accepted > 200)
  }

  /// Scalars in document order; an alias counts as what it stands for.
  private static func scalars(of tree: DocumentTree) -> [String] {
    var found: [String] = []
    func walk(_ node: NodeID) {
      if tree.kind(node) == .scalar { found.append(tree.string(node)) }
      for child in tree.children(node) { walk(child) }
    }
    for root in tree.roots { walk(root) }
    return found
  }

  /// The same from the suite's events, aliases expanded and empty documents left out.
  private static func scalars(of events: [String]) -> [String] {
    var found: [String] = []
    var anchors: [String: [String]] = [:]
    var open: [(anchor: String?, first: Int)] = []
    for (index, event) in events.enumerated() {
      var words = event.split(separator: " ", omittingEmptySubsequences: false)[...]
      let kind = words.popFirst() ?? ""
      if kind == "=ALI" {
        found += anchors[String(words.first?.dropFirst() ?? "")] ?? []
        continue
      }
      if kind == "+DOC" { anchors = [:] }
      var anchor: String?
      while let word = words.first, "&<[{".contains(word.first ?? " ") {
        if word.hasPrefix("&") { anchor = String(word.dropFirst()) }
        words.removeFirst()
      }
      switch kind {
      case "=VAL":
        let text = words.joined(separator: " ").dropFirst()
        let isEmptyDocument =
          words.joined() == ":" && anchor == nil && events[index - 1].hasPrefix("+DOC")
        if isEmptyDocument { continue }
        let value = unescape(text)
        found.append(value)
        if let anchor { anchors[anchor] = [value] }
      case "+SEQ", "+MAP": open.append((anchor, found.count))
      case "-SEQ", "-MAP":
        if let frame = open.popLast(), let anchor = frame.anchor {
          anchors[anchor] = Array(found[frame.first...])
        }
      default: break
      }
    }
    return found
  }

  private static func unescape(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text.unicodeScalars {
      if isEscaped {
        switch character {
        case "n": result.unicodeScalars.append("\n")
        case "t": result.unicodeScalars.append("\t")
        case "r": result.unicodeScalars.append("\r")
        case "b": result.unicodeScalars.append("\u{8}")
        default: result.unicodeScalars.append(character)
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
