import ClauseDocuments
import ClauseSource
import Foundation
import Testing

/// The inputs that fuzzing found worth keeping, and those that once broke something.
@Suite struct FuzzCorpusTests {
  @Test(arguments: FuzzEntry.allCases)
  func theCorpusIsReadWithoutATrap(_ entry: FuzzEntry) throws {
    let folder = Repository.root + "/Fuzz/Corpus/" + entry.rawValue
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() {
      let data = try #require(FileManager.default.contents(atPath: folder + "/" + name))
      entry.run([UInt8](data))
    }
  }

  @Test func theCorpusIsThere() throws {
    let folder = Repository.root + "/Fuzz/Corpus"
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(entries).isSubset(of: Set(FuzzEntry.allCases.map(\.rawValue))))
    #expect(entries.count >= 8)
  }

  /// Each truncation and each flipped bit of small seeds: a mutator without a sanitizer.
  @Test(arguments: FuzzEntry.allCases)
  func neighboursOfTheCorpusAreReadWithoutATrap(_ entry: FuzzEntry) throws {
    let folder = Repository.root + "/Fuzz/Corpus/" + entry.rawValue
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted().prefix(10) {
      let data = try #require(FileManager.default.contents(atPath: folder + "/" + name))
      let seed = [UInt8](data.prefix(60))
      for index in seed.indices {
        entry.run(Array(seed[..<index]))
        var flipped = seed
        flipped[index] ^= 1 << (index % 8)
        entry.run(flipped)
      }
    }
  }
}

extension FuzzCorpusTests {
  /// The workbook that the fuzzer builds from parts is one: else it would only try the archive.
  @Test func theWorkbookOfOrdinaryPartsIsRead() throws {
    let file = SourceFile(id: FileID(0), path: "a.xlsx", bytes: FuzzEntry.workbook([]))
    let result = XLSXReader().read(file, limits: Limits())
    let grid = try #require(result.grids?.first, "\(result.diagnostics)")
    #expect(grid.cells.count > 2)
  }

  @Test func theWordFileOfOrdinaryPartsIsRead() throws {
    let file = SourceFile(id: FileID(0), path: "a.docx", bytes: FuzzEntry.wordFile([]))
    let result = DOCXReader().read(file, limits: Limits())
    let grid = try #require(result.grids?.first, "\(result.diagnostics)")
    #expect(grid.cells.count == 4 && grid.section == "T" && grid.preface.blocks.count == 2)
    // Given parts take the place of the ordinary ones.
    let given = FuzzEntry.wordFile(Array("<w:p/>".utf8))
    #expect(
      DOCXReader().read(SourceFile(id: FileID(0), path: "a.docx", bytes: given), limits: Limits())
        .grids == nil)
  }
}
