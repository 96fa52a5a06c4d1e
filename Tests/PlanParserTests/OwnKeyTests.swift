import Testing

/// Keys of somebody's own that look a little like one of the format.
struct OwnKeyTests {
  @Test(arguments: [
    "state: Bavaria", "states: 3", "stages: Bavaria", "stag: Venlo", "statue: yes",
    "contract: C-2231", "closed: no", "notes: x", "country: DE", "since: May",
    "rolle: Chefin", "type: new", "team: West", "channel: mail", "motto: faster", "notion: link",
    "listen: podcast", "lister: Jo", "reviewer: Jo", "reviews: none", "tiger: yes", "time: soon",
  ])
  func areReportedWithoutAGuess(_ line: String) {
    let small = SmallPlan("---\naccount: A\ntier: 3\n↓\(line)\n---\n")
    #expect(small.rules == ["unknown-key"], "\(small.findings.map(\.message))")
    #expect(small.places == small.marks)
    #expect(small.findings.first?.message.hasSuffix("is no known key") == true)
    #expect(small.findings.first?.help.hasPrefix("known here: ") == true)
    #expect(small.findings.first?.fix == nil)
  }

  @Test(arguments: [
    ("state: aware", "stage"), ("stge: awre", "stage"), ("statu: active", "status"),
    ("reviewd: 2.11.2026", "reviewed"), ("moton: expansion", "motion"),
  ])
  func aNearKeyWithAFittingValueIsRead(_ line: String, _ meant: String) {
    let small = SmallPlan("---\naccount: A\ntier: 3\n\(line)\n---\n")
    #expect(small.findings.first?.help == "write `\(meant)`")
  }
}
