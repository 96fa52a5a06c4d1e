import PlanMetrics
import PlanModel

/// Whether a tier is resourced: room, owners, money.
struct CapacityBlock {
  let model: SiteModel
  let tier: Tier
  /// Of the tier.
  let accounts: [Account]
  /// The way from the page to the site's root.
  let root: String

  /// Owners shown.
  private static let limit = 20

  var section: SectionBlock {
    let settings = model.program[tier]
    let capacity = Capacity(accounts: accounts.count, settings)
    let owners = self.owners
    let limit = settings.maximumAccountsPerOwner
    let over = owners.count { owner in limit.map { owner.count > $0 } ?? false }
    var table = DataTable(
      "Owners of the tier",
      [.text("Owner"), .number("Accounts"), .number("At most"), .text("Load")])
    table.data = DataLinks(.people, root: root)
    for (owner, count) in owners.prefix(Self.limit) {
      let isOver = limit.map { count > $0 } ?? false
      table.rows.append([
        model.person(owner, root: root), isOver ? "<b>\(count)</b>" : "\(count)",
        limit.map { "\($0)" } ?? "–", limit.map { Micro.load(count, limit: $0) } ?? "–",
      ])
    }
    let ownerless = accounts.count { $0.owner == nil }
    if ownerless > 0 { table.rows.append(["<b>nobody</b>", "\(ownerless)", "–", "–"]) }
    let rest = owners.count - Self.limit
    let more: HTML =
      rest > 0 ? "<p class=\"muted\">and \(Wording.count(rest, "owner")) with fewer</p>" : ""
    return SectionBlock(
      id: "capacity", title: GroupSentences.capacity(tier, capacity, over: over),
      note: "Accounts of the tier by owner", style: "c5",
      body: "<div class=\"fig\">" + (table.rows.isEmpty ? HTML() : table.html) + more
        + budget(capacity) + "</div>")
  }

  /// By accounts of the tier, then id.
  private var owners: [(id: String, count: Int)] {
    var counts: [String: Int] = [:]
    for account in accounts {
      if let owner = account.owner { counts[owner, default: 0] += 1 }
    }
    return counts.map { (id: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
  }

  private func budget(_ capacity: Capacity) -> HTML {
    guard let sentence = GroupSentences.budget(capacity, model.figures) else {
      return """
        <p class="key muted"><code>tiers: { \(tier.rawValue): { budget: 400k, cost-per-account: 20k } }</code> in \
        planc.yml says whether the money is there.</p>
        """
    }
    return "<p class=\"key\">\(sentence).</p>"
  }
}
