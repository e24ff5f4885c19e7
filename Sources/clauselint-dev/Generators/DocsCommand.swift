import ClauseEngine
import ClauseSource
import Glibc

/// Writes the reference pages that follow from the shipped packs, or checks that they are current.
struct DocsCommand: DeveloperCommand {
  let name = "docs"
  let summary =
    "[--check] [ROOT]: write docs/reference and docs/rules from Rules/, or fail when they are stale"

  func run(_ arguments: [String]) throws(DeveloperFailure) {
    let isCheck = arguments.contains("--check")
    let roots = arguments.filter { $0 != "--check" }
    guard roots.count <= 1, !roots.contains(where: { $0.hasPrefix("-") }) else {
      throw DeveloperFailure("docs takes --check and one folder")
    }
    let root = roots.first ?? "."
    let library = PackLibrary.load(folders: [root + "/Rules"])
    if let error = library.diagnostics.first(where: { $0.severity == .error }) {
      throw DeveloperFailure("the packs in \(root)/Rules have errors: \(error.message[.english])")
    }
    let pages = GeneratedPage.all(library)
    var slips: [String] = []
    for page in pages where FileTree.content(of: root + "/" + page.path) != Array(page.text.utf8) {
      slips.append("stale: \(page.path)")
      if !isCheck { try Self.write(page, below: root) }
    }
    let known = Set(pages.map(\.path))
    let present = FileTree.files(in: GeneratedPage.ruleFolder, below: root)
    for path in present where !known.contains(path) {
      slips.append("of no rule: \(path)")
      if !isCheck, unlink(root + "/" + path) != 0 {
        throw DeveloperFailure("cannot remove \(path)")
      }
    }
    guard !isCheck || slips.isEmpty else {
      throw DeveloperFailure(
        slips.prefix(10).joined(separator: "\n")
          + (slips.count > 10 ? "\nand \(slips.count - 10) more" : "") + "\nrun make docs")
    }
  }

  private static func write(
    _ page: GeneratedPage, below root: String
  ) throws(DeveloperFailure) {
    var folder = root
    for part in page.path.split(separator: "/").dropLast() {
      folder += "/" + part
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
        throw DeveloperFailure("cannot make the folder \(folder)")
      }
    }
    do {
      try AtomicOutput.write(Array(page.text.utf8), to: root + "/" + page.path)
    } catch {
      throw DeveloperFailure("cannot write \(page.path)")
    }
  }
}
