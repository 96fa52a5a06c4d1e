import PlanModel
import PlanSource
import Testing

/// Which names of contacts are one name.
struct ContactNameTests {
  @Test(arguments: [
    ("Ann Lee", "ann lee"), ("Ann  Lee", "Ann\tLee"), (" Ann Lee ", "Ann Lee"),
    ("Zoë Ek", "Zoe\u{308} Ek"), ("ZOË EK", "zoë ek"), ("Ann\u{A0}Lee", "Ann Lee"),
    ("İpek", "i\u{307}pek"), ("", "  "), ("森本 葵", "森本\u{3000}葵"),
  ])
  func areOne(_ left: String, _ right: String) {
    #expect(ContactName.key(left) == ContactName.key(right))
  }

  @Test(arguments: [
    ("Ann Lee", "AnnLee"), ("Ann Lee", "Ann-Lee"), ("Zoë", "Zoe"), ("Ann", "Ann Lee"),
  ])
  func areTwo(_ left: String, _ right: String) {
    #expect(ContactName.key(left) != ContactName.key(right))
  }

  @Test func aPlanFindsItsContact() {
    var plan = Plan(
      id: "a", path: "plans/a.md", opening: Span(0, 3), account: Located("A", at: Span(0, 0)),
      tier: Located(.one, at: Span(0, 0)))
    #expect(plan.contact(named: "Ann Lee") == nil)
    let ann = Contact(name: Located("Ann Lee", at: Span(5, 12)), row: Span(4, 20))
    plan.committee = Section(heading: Span(0, 1), items: [ann])
    #expect(plan.contact(named: "ANN  LEE")?.row == Span(4, 20))
    #expect(plan.contact(named: "Ann") == nil)
  }
}
