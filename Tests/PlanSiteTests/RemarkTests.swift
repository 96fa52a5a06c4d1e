import Testing

@testable import PlanSite

/// The grammar of what pages say.
@Suite struct RemarkTests {
  private let remarks: [Remark<Int, String>] = [
    Remark("even", 1) { $0.isMultiple(of: 2) ? "even" : nil },
    Remark("three", 1) { $0.isMultiple(of: 3) ? "of three" : nil },
    Remark("large") { $0 > 10 ? (weight: Double($0), words: "large") : nil },
  ]

  @Test func theWeightiestComesFirstAndEqualOnesInTheirOrder() {
    #expect(remarks.said(of: 12) == ["large", "even", "of three"])
    #expect(remarks.said(of: 12, limit: 2) == ["large", "even"])
  }

  @Test func whatIsNotTrueIsNotSaid() {
    #expect(remarks.said(of: 7) == [])
    #expect(remarks.said("three", of: 9) == "of three")
    #expect(remarks.said("three", of: 8) == nil)
    #expect(remarks.said("four", of: 8) == nil)
  }
}
