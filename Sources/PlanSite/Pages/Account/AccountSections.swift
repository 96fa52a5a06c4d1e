import PlanMetrics
import PlanModel

/// The titled sections of an account's page between its moves and its text. What nobody wrote and the tier does not ask
/// for has none.
struct AccountSections {
  let facts: AccountFacts
  let citations: Citations

  init(_ facts: AccountFacts) {
    self.facts = facts
    citations = Citations(facts.model, facts.plan, root: "../", isOnPlan: true)
  }

  var plan: Plan { facts.plan }
  var figures: Figures { facts.figures }
  /// What the account's tier asks for.
  var asked: TierSettings { facts.model.program[plan.tier.value] }

  /// Who met whom, and what goes with each of them; nil while nobody was touched.
  var bridge: SectionBlock? {
    guard facts.measures.touches.contains(where: { !$0.isPlanned }), !facts.present.isEmpty,
      !facts.bridge.ours.isEmpty
    else { return nil }
    let map = BridgeMap(facts)
    let count = facts.touches.answered
    var note = "\(Wording.count(count, "answered touch", "answered touches")) \(facts.inWindow)"
    if count > 0 { note += "; a curve is as wide as what was answered" }
    if map.hasUnanswered { note += count > 0 ? ", a dotted one" : "; a dotted curve" }
    if map.hasUnanswered { note += " was not answered" }
    if facts.bridge.elsewhere > 0 {
      let rest = Wording.count(facts.bridge.elsewhere, "touch", "touches")
      note +=
        "; \(rest) with nobody on the committee \(facts.bridge.elsewhere == 1 ? "is" : "are") not drawn"
    }
    if map.hidden > 0 { note += "; \(map.hidden) more of theirs are in the table" }
    let leave = IfTheyLeave(facts).table(citations).map { table -> HTML in
      "<div class=\"fig\">\(table.html)</div>"
    }
    return SectionBlock(
      id: "bridge", title: BridgeTitles.title(facts), note: note,
      body: map.picture(citations).html + (leave ?? HTML()))
  }

  /// The buying committee, or what to write to have one.
  var committee: SectionBlock {
    let title = CommitteeTitles.title(facts)
    let map = CommitteeMap(facts)
    let body: HTML
    if plan.contacts.isEmpty, map.missing.isEmpty {
      body = """
        <p class="fig muted">A row in <code>## Buying committee</code> with name and role puts a person on \
        the map.</p>
        """
    } else {
      body =
        map.picture(title: title, citations).html
        + CardText.key(facts.measures.window, isDrawn: map.hasKey)
    }
    let count = Wording.capital(Wording.spelled(plan.contacts.count))
    return SectionBlock(
      id: "committee", title: title,
      note: plan.contacts.isEmpty
        ? "Whom the tier asks for"
        : "\(count) of theirs \(map.isTree ? "by reporting line" : "by function"), with whom of ours they last answered",
      body: body)
  }

  /// When we were in touch with whom; nil while there is nothing to draw and the tier asks for no answer.
  var engagement: SectionBlock? {
    guard !facts.present.isEmpty else { return nil }
    let timeline = EngagementTimeline(facts)
    guard !timeline.isEmpty else {
      let isAsked = asked.minimumEngaged.value(at: facts.measures.stage) ?? 0 > 0
      guard isAsked, facts.account.isActive, facts.isLogWhole else { return nil }
      return facts.measures.touches.isEmpty ? Self.untouched : Self.gone
    }
    var note = "Touches by contact, highest authority first"
    if timeline.hidden > 0 { note += "; \(timeline.hidden) more contacts are in the table" }
    return SectionBlock(
      id: "engagement", title: EngagementTitles.title(facts), note: note,
      body: timeline.picture(citations).html)
  }

  private static let gone = SectionBlock(
    id: "engagement", title: "No touch is with anybody who is still there",
    body: """
      <p class="fig muted">A time line begins with the first play whose contact is in the committee and has not \
      left.</p>
      """)

  private static let untouched = SectionBlock(
    id: "engagement", title: "No touch is written yet",
    body: """
      <p class="fig muted">A row in <code>## Plays</code> with date, play, channel, contact and outcome puts \
      the first mark on a time line.</p>
      """)
}
