import ClauseRecords
import ClauseRegisters
import Testing

/// The types that the other tests of this target read with are sound.
@Suite struct TypeTests {
  @Test func theTypesOfTheTestsAreRead() throws {
    #expect(Reading.catalog.types.count == 6)
    let risk = try #require(Reading.catalog.type(named: "risk"))
    #expect(
      risk.twins == [
        "likelihood": "residual_likelihood", "severity": "residual_severity",
        "score": "residual_score",
      ])
    #expect(Reading.catalog.type(named: "document")?.identifier == "code")
  }
}
