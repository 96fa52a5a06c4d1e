import Testing

@testable import PlanSite

/// Words in drawings neither overlap nor leave the frame, whatever plans say.
@Suite struct LabelTests {
  @Test(arguments: [0, 1, 3, 12, 30, 100], Crowd.Names.allCases)
  func labelsKeepTheirPlaces(_ count: Int, _ names: Crowd.Names) throws {
    let sample = Sample(Crowd.plan(count, names), settings: Crowd.settings(names))
    let sections = AccountSections(sample.facts)
    let blocks = [
      sections.bridge, sections.committee, sections.whitespace.matrix, sections.engagement,
      sections.actionPlan, sections.meddpicc,
      sections.score,
    ]
    let sheets = Labels(blocks.compactMap { $0?.html.source }.joined()).sheets
    #expect(sheets.count >= (count < 2 ? 4 : 14))
    for sheet in sheets {
      let faults = sheet.faults
      #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(3))")
    }
  }

  @Test func theSampleIsReadable() throws {
    let page = try #require(try Sample(Sample.rich).site()["accounts/northwind.html"])
    #expect(Labels(page).sheets.flatMap(\.faults) == [])
  }

  @Test func faultsAreSeen() {
    func faults(_ texts: String) -> Int {
      let head = "<svg class=\"wide\" aria-labelledby=\"x-t y\" viewBox=\"0 0 100 40\">"
      return Labels(head + texts + "</svg>").sheets.flatMap(\.faults).count
    }
    #expect(faults("<text x=\"0\" y=\"12\">one</text><text x=\"50\" y=\"12\">two</text>") == 0)
    #expect(faults("<text x=\"0\" y=\"12\">one</text><text x=\"9\" y=\"14\">two</text>") == 1)
    #expect(faults("<text x=\"0\" y=\"12\" class=\"e\">one</text>") == 1)
    #expect(faults("<text x=\"50\" y=\"12\">a rather long one</text>") == 1)
    #expect(faults("<text x=\"0\" y=\"39\">one</text>") == 1)
    #expect(faults("<text transform=\"translate(20 2) rotate(-90)\" class=\"e\">up</text>") == 0)
    #expect(faults("<text transform=\"translate(20 2) rotate(-90)\">up</text>") == 1)
  }
}
