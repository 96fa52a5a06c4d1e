import PlanModel

/// The rows that pipeline, engagement and executive coverage share on the home page: accounts under their tiers.
struct Ledger {
  enum Row {
    case tier(Tier)
    case account(Account)
  }

  static let limit = 30
  static let rowHeight = 24.0
  /// Where the data begins when names stand at the left.
  static let nameWidth = 172.0

  let rows: [(row: Row, y: Double)]
  let height: Double
  /// The accounts in the rows.
  let shown: [Account]
  /// Active accounts without a row.
  let others: Int
  let model: SiteModel

  /// The accounts with the largest pipeline, `limit` at most.
  init(_ model: SiteModel) {
    self.model = model
    var shown = model.active
    if shown.count > Self.limit {
      shown.sort { left, right in
        left.pipeline != right.pipeline
          ? left.pipeline > right.pipeline : Account.isOrdered(left, right)
      }
      shown = shown.prefix(Self.limit).sorted(by: Account.isOrdered)
    }
    self.shown = shown
    others = model.active.count - shown.count
    var rows: [(Row, Double)] = []
    var y = 28.0
    var last: Tier?
    for account in shown {
      if account.tier != last {
        if last != nil { y += 20 }
        rows.append((.tier(account.tier), y))
        y += 20
        last = account.tier
      }
      rows.append((.account(account), y))
      y += Self.rowHeight
    }
    self.rows = rows
    height = y + 4
  }

  /// The tier's name or the account's at the left.
  static func label(_ row: Row, _ y: Double, in drawing: inout Drawing) {
    switch row {
    case .tier(let tier): drawing.text(0, y + 12, "Tier \(tier.rawValue)", "b")
    case .account(let account):
      let name = TextWidth.clip(account.name, to: nameWidth - 8, size: 13)
      drawing.text(0, y + rowHeight / 2 + 4, name, "sf")
    }
  }
}
