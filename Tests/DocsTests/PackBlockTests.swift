import ClauseCalendar
import ClauseEngine
import ClauseRecords
import ClauseSource
import Foundation
import Testing

/// `yaml pack` blocks are complete packs that load without an error and pass their own tests;
/// `yaml rules` blocks are documents of a pack that requires qse-core.
@Suite struct PackBlockTests {
  static let packFolder = Project.root.appendingPathComponent("Rules").path

  @Test func examplesAreThere() {
    #expect(!CodeBlock.tagged("yaml pack").isEmpty)
    #expect(!CodeBlock.tagged("yaml rules").isEmpty)
  }

  @Test(arguments: CodeBlock.tagged("yaml pack")) func packsLoad(_ block: CodeBlock) throws {
    try check(block, text: block.text)
  }

  @Test(arguments: CodeBlock.tagged("yaml rules")) func rulesLoad(_ block: CodeBlock) throws {
    let header = "pack: example\nversion: 0.1.0\nstatus: draft\nrequires: [qse-core]\n---\n"
    try check(block, text: header + block.text)
  }

  private func check(_ block: CodeBlock, text: String) throws {
    try withFolder { folder in
      try text.write(
        to: folder.appendingPathComponent("pack.yaml"), atomically: true, encoding: .utf8)
      let library = PackLibrary.load(folders: [Self.packFolder], paths: [folder.path])
      let errors = library.diagnostics.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(block): \(errors.map(\.message[.english]))")
      let results = PackTestRunner(
        packs: library.packs, files: library.files, limits: .init(), jobs: 1
      ).run(packs: library.asked)
      for result in results {
        #expect(
          result.passed, "\(block): \(result.rule) test \(result.number): \(result.complaints)")
      }
    }
  }
}

/// `yaml configuration` blocks are read as clauselint.yaml; `yaml organisation` blocks are files of
/// records that load with the shipped packs and hold at least one record.
@Suite struct OrganisationBlockTests {
  @Test(arguments: CodeBlock.tagged("yaml configuration"))
  func configurationsAreUnderstood(_ block: CodeBlock) throws {
    // Packs, files and records that a configuration names are not there; its keys and forms are
    // read.
    try withFolder { folder in
      try block.text.write(
        to: folder.appendingPathComponent("clauselint.yaml"), atomically: true, encoding: .utf8)
      let workspace = try load(folder)
      let errors = workspace.diagnostics.filter { diagnostic in
        diagnostic.severity == .error
          && ![
            "source-empty", "pack-missing", "nothing-to-check", "pack-required",
            "organization-unknown",
          ].contains(diagnostic.code)
      }
      #expect(errors.isEmpty, "\(block): \(errors.map(\.message[.english]))")
    }
  }

  @Test(arguments: CodeBlock.tagged("yaml organisation"))
  func recordsAreRead(_ block: CodeBlock) throws {
    try withFolder { folder in
      try block.text.write(
        to: folder.appendingPathComponent("records.yaml"), atomically: true, encoding: .utf8)
      let workspace = try load(folder)
      let errors = workspace.diagnostics.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(block): \(errors.map(\.message[.english]))")
      #expect(workspace.fates.contains { $0.records > 0 }, "\(block): no record")
      let problems = workspace.store.problems.filter {
        [.fieldType, .enumUnknown, .unknownKey, .dateAmbiguous].contains($0.kind)
      }
      #expect(problems.isEmpty, "\(block): \(problems.map { ($0.kind, $0.fieldPath) })")
    }
  }

  private func load(_ folder: URL) throws -> Workspace {
    let asOf = try #require(CivilDate(iso: "2026-11-23"))
    return try Workspace.load(
      RunOptions(
        root: folder.path, packFolders: [PackBlockTests.packFolder], asOf: asOf, jobs: 1,
        toolVersion: "test"))
  }
}

/// Runs `work` in a folder of its own, which is removed afterwards.
func withFolder(_ work: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("clauselint-docs-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try work(folder)
}
