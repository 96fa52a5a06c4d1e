import Testing

@testable import PlanSite

/// Pages of one template share their literal text.
@Suite struct SkeletonTests {
  private struct Note: View {
    let title: String
    let body: HTML
    let isNew: Bool

    static let fields: [Field<Note>] = [
      .text("title") { $0.title }, .html("body") { $0.body }, .flag("isNew") { $0.isNew },
    ]
  }

  /// The same pages as the engine makes them, one by one.
  @Test(arguments: [
    "<h1>{{title}}</h1>{{{body}}}{{#isNew}} new{{/isNew}}{{^isNew}} old{{/isNew}}",
    "{{#title}}[{{title}}]{{/title}}{{^title}}untitled{{/title}}{{#body}}({{{body}}}){{/body}}",
    "{{title}}{{title}}",
  ])
  func aPageIsWhatTheEngineMakesOfIt(_ template: String) throws {
    let notes = [
      Note(title: "A & <b>", body: "<i>x</i>", isNew: true),
      Note(title: "", body: "", isNew: false),
      Note(title: "1\u{1}0\u{2}", body: "<p>\u{2}</p>", isNew: true),
      Note(title: "", body: "y", isNew: false), Note(title: "B", body: "", isNew: true),
    ]
    let pages = try Templates.skeletons(of: ["note": Array(template.utf8)])
    for note in notes + notes {
      let page = try #require(pages.render("note", note))
      var expected =
        template
        .replacing("{{{body}}}", with: note.body.source)
        .replacing("{{title}}", with: Escape.text(note.title))
      expected = Self.keep("isNew", note.isNew, expected)
      expected = Self.keep("title", !note.title.isEmpty, expected)
      expected = Self.keep("body", !note.body.isEmpty, expected)
      #expect(String(decoding: page, as: UTF8.self) == expected)
    }
  }

  /// Sections by hand: what the template says where a name holds something, and where it does not.
  private static func keep(_ name: String, _ isThere: Bool, _ text: String) -> String {
    var text = text
    for (open, isKept) in [("{{#\(name)}}", isThere), ("{{^\(name)}}", !isThere)] {
      guard let start = text.firstRange(of: open),
        let end = text[start.upperBound...].firstRange(of: "{{/\(name)}}")
      else { continue }
      let inner = isKept ? String(text[start.upperBound..<end.lowerBound]) : ""
      text.replaceSubrange(start.lowerBound..<end.upperBound, with: inner)
    }
    return text
  }
}
