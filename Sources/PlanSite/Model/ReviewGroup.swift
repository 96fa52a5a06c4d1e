import PlanModel

/// Accounts that are reviewed together: those of an owner, of a segment, or all.
struct ReviewGroup: Sendable {
  enum Kind: Sendable {
    case program, owner, segment

    var spoken: String {
      switch self {
      case .program: "The program"
      case .owner: "Owner"
      case .segment: "Segment"
      }
    }
  }

  let kind: Kind
  let name: String
  /// From the site's root.
  let page: String
  /// Active ones, by tier, pipeline and name.
  let accounts: [Account]

  /// The program, then its owners and its segments by name.
  static func all(_ model: SiteModel) -> [ReviewGroup] {
    let pages = model.paths.reviews
    func groups(
      _ kind: Kind, _ pages: [String: String], _ name: (String) -> String,
      _ accounts: (String) -> [Int]
    ) -> [ReviewGroup] {
      pages.map { key, page in
        ReviewGroup(
          kind: kind, name: name(key), page: page, accounts: accounts(key).map { model.active[$0] })
      }.sorted { $0.name != $1.name ? $0.name < $1.name : $0.page < $1.page }
    }
    return [
      ReviewGroup(
        kind: .program, name: model.program.name ?? model.program.title, page: pages.program,
        accounts: model.active)
    ] + groups(.owner, pages.owners, model.program.name(of:)) { model.groups[$0].owned }
      + groups(.segment, pages.segments, model.name(ofSegment:)) {
        model.groups.segments[$0] ?? []
      }
  }
}

/// The paper that reviews are printed on.
public enum Paper: String, CaseIterable, Sendable {
  case a4, letter

  /// Where the printed page goes: beside the page.
  public static func file(of page: String) -> String { page.dropLast(5) + ".pdf" }
}
