import PlanSource
import Testing

/// Which word somebody meant.
struct NearestTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1),
    ("abc", "ab", 1), ("abc", "xabc", 1), ("ca", "abc", 3), ("kitten", "sitting", 3),
  ])
  func countsEdits(_ left: String, _ right: String, _ edits: Int) {
    #expect(Nearest.distance(Array(left.utf8), Array(right.utf8), limit: 9) == edits)
    #expect(Nearest.distance(Array(right.utf8), Array(left.utf8), limit: 9) == edits)
  }

  @Test func stopsCountingAtTheLimit() {
    let (left, right) = (Array("aaaaaaaa".utf8), Array("bbbbbbbb".utf8))
    #expect(Nearest.distance(left, right, limit: 2) == 3)
    #expect(Nearest.distance(left, [], limit: 3) == 4)
  }

  /// The distance that is counted row by row is that of the definition.
  @Test func agreesWithTheDefinition() {
    let words = ["", "a", "b", "ab", "ba", "aab", "aba", "bab", "abab", "bbaa"]
    for left in words {
      for right in words {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        let expected = naive(a[...], b[...])
        #expect(Nearest.distance(a, b, limit: 9) == expected)
        #expect(Nearest.distance(a, b, limit: 1) == min(expected, 2))
      }
    }
  }

  private func naive(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let a = left.last else { return right.count }
    guard let b = right.last else { return left.count }
    var best = min(
      naive(left.dropLast(), right) + 1, naive(left, right.dropLast()) + 1,
      naive(left.dropLast(), right.dropLast()) + (a == b ? 0 : 1))
    if left.dropLast().last == b, right.dropLast().last == a {
      best = min(best, naive(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return best
  }

  @Test func isSureOfOneNeighbourOnly() {
    let words = ["champion", "influencer", "economic-buyer", "legal"]
    #expect(Nearest.sure("champoin", among: words) == "champion")
    #expect(Nearest.sure("Economic Byuer", among: words) == "economic-buyer")
    #expect(Nearest.sure("economic-biyar", among: words) == "economic-buyer")
    #expect(Nearest.sure("economic-biyxx", among: words) == nil)
    // Two edits are too many for fewer than ten letters; any edit is for fewer than five.
    #expect(Nearest.sure("champoim", among: words) == nil)
    #expect(Nearest.sure("aple", among: ["apple", "maple"]) == nil)
    #expect(Nearest.sure("ptests", among: ["tests", "pests"]) == nil)
    #expect(
      Nearest.sure(String(repeating: "a", count: 65), among: [String(repeating: "a", count: 64)])
        == nil)
  }

  @Test func guessesTheNearestOrNothing() {
    let words = ["lint", "build", "explain", "init", "new"]
    #expect(Nearest.guess("lnit", among: words) == "lint")
    #expect(Nearest.guess("biuld", among: words) == "build")
    #expect(Nearest.guess("frobnicate", among: words) == nil)
    #expect(Nearest.guess("", among: words) == nil)
    // The first of equals, so that no message depends on chance.
    #expect(Nearest.guess("pat", among: ["bat", "cat"]) == "bat")
    // One letter of two is no neighbourhood: a solution engineer is no account executive.
    #expect(Nearest.guess("se", among: ["ae", "sdr"]) == nil)
  }

  @Test(
    arguments: [
      ("too-few-engaged", "committee/too-few-engaged"), ("too-few", "whitespace/too-few"),
      ("committee/too-few", "committee/too-few-engaged"), ("overdu", "whitespace/overdue"),
      ("brief/too-few-engaged", "committee/too-few-engaged"),
      ("too-few-engagd", "committee/too-few-engaged"), ("too-few-en", "committee/too-few-engaged"),
      ("comittee", "committee"), ("whitesp", "whitespace"), ("nothing/like-it", nil), ("/", nil),
    ] as [(String, String?)])
  func namesARuleWithItsGroup(_ word: String, _ meant: String?) {
    let rules = [
      "committee/too-few-contacts", "committee/too-few-engaged", "committee/too-few-functions",
      "whitespace/too-few", "whitespace/overdue", "committee", "whitespace",
    ]
    #expect(Nearest.named(word, among: rules) == meant)
  }

  @Test func readsTheOnlyNearestOfFourLetters() {
    let keys = ["tier", "owner", "stage", "pod", "fit", "reviewed"]
    #expect(Nearest.only("teir", among: keys) == "tier")
    #expect(Nearest.only("ower", among: keys) == "owner")
    #expect(Nearest.only("review", among: keys) == "reviewed")
    #expect(Nearest.only("pot", among: keys) == nil)
    #expect(Nearest.only("aple", among: ["apple", "maple"]) == nil)
  }

  @Test(arguments: [
    ("Economic buyer", "economic-buyer", true), ("economicbuyer", "ECONOMIC_BUYER", true),
    ("a b", "ab", true), ("ab", "abc", false), ("abc", "ab", false), ("", "- _", true),
    ("é", "É", false),
  ])
  func comparesWithoutCaseSpacesAndHyphens(_ left: String, _ right: String, _ same: Bool) {
    #expect(Nearest.isSame(left, right) == same)
    #expect((Nearest.fold(left) == Nearest.fold(right)) == same)
  }
}
