import PlanSource
import Testing

struct FixApplierTests {
  private let text = "abcdefgh"

  private func fix(
    _ edits: (Int, Int, String)..., scope: Span? = nil
  ) -> Fix {
    Fix("mend", edits.map { Edit(Span($0.0, $0.1), $0.2) }, scope: scope)
  }

  private func apply(_ fixes: [Fix], to text: String? = nil) -> (text: String, applied: [Int]) {
    let (bytes, applied) = FixApplier.apply(fixes, to: Array((text ?? self.text).utf8))
    return (String(decoding: bytes, as: UTF8.self), applied)
  }

  @Test func editsAreMadeAtTheirPlacesInAnyOrder() {
    let (text, applied) = apply([fix((6, 7, "")), fix((0, 1, "AAA"), (3, 4, "")), fix((8, 8, "!"))])
    #expect(text == "AAAbcefh!")
    #expect(applied == [0, 1, 2])
  }

  @Test func whatOverlapsIsLeftForTheNextTime() {
    #expect(apply([fix((2, 5, "x")), fix((1, 3, "y"))]).text == "aydefgh")
    #expect(apply([fix((2, 5, "x")), fix((1, 3, "y"))]).applied == [1])
    // A fix goes in whole or not at all.
    #expect(apply([fix((0, 1, "x")), fix((0, 1, "y"), (6, 7, "z"))]).text == "xbcdefgh")
    // Where one ends as the other begins, nobody knows which is first.
    #expect(apply([fix((2, 3, "x")), fix((3, 4, "y"))]).applied == [0])
    #expect(apply([fix((2, 2, "x")), fix((2, 2, "y"))]).text == "abxcdefgh")
  }

  @Test func aScopeIsTouchedByOneOnly() {
    let span = Span(0, 1)
    let fixes = [fix((2, 3, ""), scope: span), fix((5, 6, ""), scope: span), fix((0, 1, "A"))]
    #expect(apply(fixes).text == "Abcdefgh")
    #expect(apply(Array(fixes.dropLast())).text == "abdefgh")
  }

  @Test func whatDoesNotFitIsLeftOut() {
    for wrong in [fix((7, 9, "")), fix((1, 3, ""), (2, 4, "")), fix()] {
      #expect(apply([wrong, fix((0, 1, "A"))]).text == "Abcdefgh")
      #expect(apply([wrong, fix((0, 1, "A"))]).applied == [1])
    }
    // No character is divided.
    #expect(apply([fix((1, 2, ""))], to: "é").text == "é")
    #expect(apply([fix((0, 1, ""))], to: "é").text == "é")
    #expect(apply([fix((0, 2, "e"))], to: "é").text == "e")
  }
}
