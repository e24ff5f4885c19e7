import ClauseEngine
import ClauseSource
import Glibc

/// Writes the reference pages that follow from the shipped packs, or checks that they are current.
struct DocsCommand: DeveloperCommand {
  let name = "docs"
  let summary = "[--check] [ROOT]: write docs/reference from Rules/, or fail when it is stale"

  /// The generated pages with their paths from the root.
  private static let pages: [(path: String, text: @Sendable (PackLibrary) -> String)] = [
    ("docs/reference/record-types.md", RecordTypePage.text),
    ("docs/reference/rules.md", RulePage.text),
  ]

  func run(_ arguments: [String]) throws(DeveloperFailure) {
    let isCheck = arguments.contains("--check")
    let roots = arguments.filter { $0 != "--check" }
    guard roots.count <= 1, !roots.contains(where: { $0.hasPrefix("-") }) else {
      throw DeveloperFailure("docs takes --check and one folder")
    }
    let root = roots.first ?? "."
    let library = PackLibrary.load(folders: [root + "/Rules"])
    if let error = library.diagnostics.first(where: { $0.severity == .error }) {
      throw DeveloperFailure("the packs in \(root)/Rules have errors: \(error.message.unescaped)")
    }
    var stale: [String] = []
    for page in Self.pages {
      let bytes = Array(page.text(library).utf8)
      let path = root + "/" + page.path
      if isCheck {
        if Self.content(of: path) != bytes { stale.append(page.path) }
        continue
      }
      do {
        try AtomicOutput.write(bytes, to: path)
      } catch {
        throw DeveloperFailure("cannot write \(path)")
      }
    }
    guard stale.isEmpty else {
      throw DeveloperFailure("stale: \(stale.joined(separator: ", ")); run make docs")
    }
  }

  /// The bytes of a file; nil when it cannot be read.
  private static func content(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return ferror(file) == 0 ? bytes : nil
  }
}
