import PlanModel
import Testing

@testable import PlanSite

/// What became of what reviews promised.
@Suite struct PromiseTests {
  private func outcomes(_ items: String...) -> [Promise.Outcome] {
    let text = "## Reviews\n\n" + items.map { "- \($0)\n" }.joined()
    return ReviewSample.review(text).promises.map(\.outcome)
  }

  @Test(arguments: [
    ("[x] A (@maya.chen, due 2026-10-20, done 2026-10-20)", Promise.Outcome.kept),
    ("[x] A (@maya.chen, due 2026-10-20, done 2026-10-21)", .keptLate(days: 1)),
    ("[x] A (@maya.chen, due 2026-10-20)", .kept), ("[x] A (@maya.chen)", .kept),
    ("[ ] A (@maya.chen, due 2026-10-20, done 2026-10-22)", .keptLate(days: 2)),
    ("[ ] A (@maya.chen, due 2026-11-19)", .broken(days: 1)),
    ("[ ] A (@maya.chen, due 2026-11-20)", .open), ("[ ] A (@maya.chen)", .open),
  ])
  func anOutcomeIsReadFromTheDays(_ task: String, _ outcome: Promise.Outcome) {
    #expect(outcomes("2026-10-13: go\n  - \(task)") == [outcome])
  }

  @Test func theLastReviewAndTheQuarterAreLookedBackOn() {
    let texts = ReviewSample.review(
      ReviewSample.reviews(
        "2026-11-20: today\n  - [ ] for the next one (due 2026-12-01)",
        "2026-03-02: old\n  - [x] old and kept (due 2026-03-20)\n  - [ ] old and owed (due 2026-03-20)",
        "2026-08-20: the quarter’s first day\n  - [x] first (due 2026-09-01)",
        "2026-08-19: a day before\n  - [x] before (due 2026-09-01)",
        "2026-11-02: last\n  - [ ] last (due 2026-12-01)")
    ).promises.map(\.task.text.value)
    #expect(texts == ["last", "first", "old and owed"])
  }

  /// However long ago it was.
  @Test func theLastReviewThatPromisedAnythingIsAlwaysThere() {
    #expect(
      outcomes(
        "2026-10-01: nothing promised", "2025-06-01: long ago\n  - [x] kept (due 2025-07-01)")
        == [.kept])
  }

  @Test(arguments: [
    ([], "No promise of a review is written"), (["kept"], "One promise kept"),
    (["kept", "kept"], "Both promises are kept"), (["open"], "One promise open"),
    (
      ["kept", "broken", "late", "open", "broken"],
      "One promise kept, one kept late, two broken, one open"
    ),
    (["broken", "broken", "open"], "Two promises broken, one open"),
  ])
  func theTitleCounts(_ kinds: [String], _ title: String) {
    #expect(ReviewSentences.promises(PromiseCount(Self.promises(kinds))) == title)
  }

  @Test(arguments: [
    ([], nil), (["open"], nil), (["kept", "open"], nil), (["kept"], "the one promise was kept"),
    (["kept", "late"], "both promises were kept"), (["broken"], "the one promise is broken"),
    (["broken", "broken"], "both promises are broken"),
    (["broken", "kept"], "one of two promises is broken"),
    (["broken", "kept", "broken"], "two of three promises are broken"),
  ])
  func theLeadSaysWhatIsWorthIt(_ kinds: [String], _ clause: String?) {
    #expect(ReviewSentences.owed(PromiseCount(Self.promises(kinds))) == clause)
  }

  private static func promises(_ kinds: [String]) -> [Promise] {
    let tasks = kinds.map { kind in
      switch kind {
      case "kept": "[x] A (due 2026-10-20, done 2026-10-19)"
      case "late": "[x] A (due 2026-10-20, done 2026-10-29)"
      case "broken": "[ ] A (due 2026-10-20)"
      default: "[ ] A (due 2026-12-20)"
      }
    }
    let items = tasks.map { "\n  - \($0)" }.joined()
    return ReviewSample.review("## Reviews\n\n- 2026-10-13: go\(items)\n").promises
  }
}
