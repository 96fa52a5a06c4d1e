import PlanModel

/// What the site says when no account is active.
enum NoAccount {
  /// `No account is active: 2 drafts and 1 retired.`
  static func sentence(_ accounts: [Account]) -> HTML {
    let counts = Status.allCases.compactMap { status -> String? in
      let count = accounts.count { $0.status == status }
      let word = status == .draft && count > 1 ? "drafts" : status.rawValue
      return count == 0 ? nil : "\(Wording.grouped(count)) \(word)"
    }
    guard !counts.isEmpty else {
      return "There is no active account yet: <code>planc new</code> writes the first plan."
    }
    return "No account is active: \(Wording.list(counts))."
  }
}
