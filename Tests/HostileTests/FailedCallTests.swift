import Foundation
import Testing

/// Every call on files made to fail in its turn: the report is whole, or the run says it is not.
@Suite struct FailedCallTests {
  private static func organization() throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in Translation.probe(for: "", echoes: true) {
      try scratch.write(text, to: "probe/" + name)
    }
    let records = (1...40).map { "  - { id: P-\($0), title: T\($0), owner: O }\n" }.joined()
    try scratch.write("processes:\n" + records, to: "org/processes.yaml")
    try scratch.write("type: process\nid: P-99\ntitle: T\nowner: O\n", to: "org/one.yaml")
    try scratch.write("id,title,owner\nP-98,T,O\n", to: "org/processes.csv")
    return scratch
  }

  private static let arguments = [
    "check", "org", "--pack", "probe", "--as-of", "2024-06-01", "--format", "json", "--jobs", "1",
    "--output", "report.json",
  ]

  /// A call, and the error it is given.
  @Test(
    .traces,
    arguments: [
      ("openat", "EACCES"), ("openat", "EMFILE"), ("read", "EIO"), ("newfstatat", "EIO"),
      ("getdents64", "EIO"), ("write", "ENOSPC"), ("write", "EIO"), ("fsync", "EIO"),
      ("close", "EIO"), ("rename", "EACCES"),
    ])
  func aFailedCallIsNoPass(_ call: String, _ error: String) throws {
    let scratch = try Self.organization()
    let report = scratch.path + "/report.json"
    let old = Data("{\"old\": true}\n".utf8)
    try old.write(to: URL(fileURLWithPath: report))
    let (whole, calls) = try Trace.run(
      ["-y", "-e", "trace=" + call, "-s", "200"], Self.arguments, in: scratch.path)
    #expect(whole.status == 1)
    let new = try #require(FileManager.default.contents(atPath: report))
    #expect(new != old)
    let named = calls.filter { Trace.name($0) == call }
    // The loader's calls come first; what fails there is no matter of the product.
    let loading = named.lastIndex { $0.contains(".so") || $0.contains("ELF") }.map { $0 + 1 } ?? 0
    #expect(loading < named.count, "\(call) is not called")
    var failed = 0
    for number in loading..<named.count {
      try old.write(to: URL(fileURLWithPath: report))
      let (outcome, _) = try Trace.run(
        ["-e", "trace=" + call, "-e", "inject=\(call):error=\(error):when=\(number + 1)"],
        Self.arguments, in: scratch.path)
      let found = FileManager.default.contents(atPath: report)
      let text = String(decoding: outcome.output.prefix(600), as: UTF8.self)
      switch outcome.status {
      case 1:
        // Without the patterns of files to leave out more is read, not less, and it is said.
        let isSaid =
          named[number].contains(".gitignore")
          && found.map { String(decoding: $0, as: UTF8.self).contains("ignore-file") } == true
        #expect(found == new || isSaid, "\(call) \(number): passed with another report")
      case 2:
        failed += 1
        #expect(!outcome.output.isEmpty || found != old, "\(call) \(number) failed in silence")
      default: Issue.record("\(call) \(number): status \(outcome.status)\n\(text)")
      }
      // Whole in any case: the old one, the new one, or one that says what was not assessed.
      let parsed = found.flatMap { try? JSONSerialization.jsonObject(with: $0) }
      #expect(parsed != nil, "\(call) \(number): a torn report")
      let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter {
        $0.contains("clauselint-tmp")
      }
      #expect(left.isEmpty, "\(call) \(number) left \(left)")
      for name in left { try FileManager.default.removeItem(atPath: scratch.path + "/" + name) }
    }
    if call != "close" { #expect(failed > 0, "no failure of \(call) was noticed") }
  }
}
