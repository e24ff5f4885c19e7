import Foundation
import Testing

/// `clauselint exceptions`: what is excepted, by whom, for how long still.
@Suite struct ExceptionsCommandTests {
  private static let council = Tool.root + "/Examples/regional-council"

  @Test func theyAreSortedAndWhole() throws {
    let outcome = try Tool.run(
      ["exceptions", "--as-of", "2026-11-23", "--format", "json"], in: Self.council)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let result = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    #expect(result["schema"] as? String == "clauselint/exceptions/1")
    let all = try #require(result["exceptions"] as? [[String: Any]])
    let ids = all.map { "\($0["kind"] ?? "") \($0["id"] ?? "") \($0["status"] ?? "")" }
    #expect(
      ids.prefix(5) == [
        "exclusion EX-01 in_force", "exclusion EX-02 void", "exclusion EX-03 void",
        "derogation DG-02 ended", "derogation DG-01 in_force",
      ])
    let accepted = try #require(all.first { $0["id"] as? String == "DG-01" })
    #expect(accepted["age_days"] as? Int == 6)
    #expect(accepted["days_left"] as? Int == 27)
    #expect(accepted["used"] as? Bool == true)
    #expect(accepted["approver"] as? String == "salwa-benhachem")
    #expect((accepted["record"] as? [String: String])?["id"] == "AC-L03")
    #expect((accepted["location"] as? [String: Any])?["line"] as? Int == 3)
    #expect(all.filter { $0["kind"] as? String == "attestation" }.count == 8)
  }

  @Test func inThreeLanguages() throws {
    for (language, word) in [
      ("en", "27 days left"), ("fr", "27 jours restants"), ("ar", "الأيام المتبقية: "),
    ] {
      let outcome = try Tool.run(
        ["exceptions", "--as-of", "2026-11-23", "--lang", language], in: Self.council)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains(word), "\(outcome.output)")
    }
  }

  @Test func noneIsSaid() throws {
    let folder = try Sample.folder(Sample.clean)
    let outcome = try folder.run("exceptions", "--as-of", "2026-11-23")
    #expect(outcome.status == 0)
    #expect(outcome.output == "as of 2026-11-23 · no exclusion, derogation or attestation\n")
    #expect(try folder.run("exceptions", "--format", "sarif").status == 2)
  }
}
