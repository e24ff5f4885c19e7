import ClauseAssessment
import ClauseEngine
import ClauseRecords
import ClauseRules
import ClauseSource
import Foundation
import Testing

/// The packs under Rules/: they load without a complaint, and every test beside a rule passes.
@Suite struct ShippedPackTests {
  @Test func packsLoadWithoutAnError() {
    let library = PackLibrary.load(folders: [Folders.rules])
    let errors = library.locatedDiagnostics.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.location.map {
        "\($0.path.unescaped):\($0.start.line):\($0.start.column): "
      }
      return (place ?? "") + diagnostic.message.unescaped
    }
    #expect(errors == [])
    #expect(library.packs.packs.count >= 4)
  }

  @Test func everyTestBesideARulePasses() {
    let library = PackLibrary.load(folders: [Folders.rules])
    let results = PackTestRunner(
      packs: library.packs, files: library.files, limits: Limits(), jobs: 2
    ).run()
    #expect(results.count > 200)
    let failures = results.filter { !$0.passed }.map { result in
      let place = library.location(result.span)
      return "\(place.path.unescaped):\(place.start.line) \(result.rule) test \(result.number): "
        + result.complaints.joined(separator: "; ")
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// Every rule ships with texts in all three languages, and translations use the same values.
  @Test func everyRuleSpeaksThreeLanguages() {
    let library = PackLibrary.load(folders: [Folders.rules])
    for rule in library.packs.rules.map(\.rule) {
      for language in Language.allCases {
        #expect(
          rule.title.texts[language]?.isEmpty == false, "\(rule.id) has no \(language) title")
        if rule.requirement.isIntegrity { continue }
        for (what, texts) in [("message", rule.message), ("remedy", rule.remedy)] {
          #expect(
            texts.contains { $0.language == language && !$0.source.text.isEmpty },
            "\(rule.id) has no \(language) \(what)")
        }
      }
    }
  }
}
