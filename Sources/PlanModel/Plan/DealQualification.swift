extension Plan {
  /// What MEDDPICC says of a deal: the table under its heading, else the one that stands under none.
  public func qualification(of deal: Opportunity) -> Qualification? {
    let tables = meddpicc?.items ?? []
    let key = ContactName.key(deal.name.value)
    return tables.first { $0.opportunity.map { ContactName.key($0.value) } == key }
      ?? tables.first { $0.opportunity == nil }
  }
}
