import PlanSource
import Testing

/// Ranges of bytes, and the files they are in.
struct SpanTests {
  @Test func knowsItsBytes() {
    let span = Span(3, 7)
    #expect(span.start == 3)
    #expect(span.end == 7)
    #expect(span.count == 4)
  }

  @Test func clampsWhatIsNoRange() {
    #expect(Span(7, 3) == Span(7, 7))
    #expect(Span(-4, 2) == Span(0, 2))
    #expect(Span(0, .max).end == Int(UInt32.max))
  }

  @Test func ordersByStartThenEnd() {
    #expect(Span(1, 9) < Span(2, 3))
    #expect(Span(1, 2) < Span(1, 3))
    #expect(!(Span(1, 2) < Span(1, 2)))
  }

  @Test func containsWhatLiesWhollyInside() {
    let span = Span(2, 6)
    #expect(span.contains(Span(2, 6)))
    #expect(span.contains(Span(3, 3)))
    #expect(!span.contains(Span(1, 3)))
    #expect(!span.contains(Span(5, 7)))
  }

  @Test(arguments: [
    ("plans/west/northwind.md", "northwind"), ("northwind.md", "northwind"),
    ("plans/a.b.md", "a.b"), ("plans/none", "none"), ("plans/.md", ".md"), ("", ""),
  ])
  func theStemIsTheNameWithoutItsLastEnding(_ path: String, _ stem: String) {
    #expect(SourceFile(path: path, bytes: []).stem == stem)
  }
}
