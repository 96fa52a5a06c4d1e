import PlanModel
import PlanSource

enum BriefSection {
  static func bind(_ section: Document.Section) -> Brief {
    let parts = section.parts.compactMap { title, blocks -> Brief.Part? in
      BriefPart(reading: title.value).map {
        Brief.Part(kind: Located($0, at: title.span), isEmpty: blocks.isEmpty)
      }
    }
    return Brief(heading: section.heading, parts: parts)
  }
}
