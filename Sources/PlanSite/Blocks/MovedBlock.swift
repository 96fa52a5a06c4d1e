import PlanModel

/// What moved in the program of late: what the plans themselves date.
struct MovedBlock {
  /// The days looked back on.
  static let days = 30
  /// So many things are said.
  private static let limit = 3

  let model: SiteModel
  private let moved: [Moved]

  init(_ model: SiteModel) {
    var sum = GroupMovement()
    for account in model.active {
      let movement = Movement(
        model.plan(of: account), model.measures(of: account), since: model.today - Self.days)
      sum.add(movement, account.name)
    }
    self.model = model
    moved = GroupMoved.remarks.said(of: (sum, model.figures), limit: Self.limit)
  }

  /// Nil where no plan dates anything.
  var block: SectionBlock? {
    guard !moved.isEmpty else { return nil }
    let reviews = model.paths.reviews.program
    return SectionBlock(
      id: "moved", title: "What moved",
      note: "In the last \(Self.days) days, as far as the plans date it",
      body: """
        <ul class="say three fig">\(moved.map(\.html).joined())</ul>\
        <p class="dl"><a href="\(reviews)">What moved since the last reviews</a></p>
        """)
  }
}
