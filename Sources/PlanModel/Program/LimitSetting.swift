/// A key of `limits:` in `planc.yml`.
public enum LimitSetting: String, CaseIterable, Sendable {
  case grace
  case maximumAccountsPerSponsor = "maximum-accounts-per-sponsor"
  case briefWords = "brief-words"
  case touchWithin = "touch-within"

  /// What the setting means, for the docs.
  public var summary: String {
    switch self {
    case .grace: "Days for which what the calendar brought about is a warning"
    case .maximumAccountsPerSponsor: "Active accounts that one executive sponsor stands behind"
    case .briefWords: "Words that a brief may have: a page"
    case .touchWithin: "Working days in which a strong signal is to be followed by a touch"
    }
  }

  /// Where its value is kept.
  public var path: WritableKeyPath<Program.Limits, Int> & Sendable {
    switch self {
    case .grace: \.grace
    case .maximumAccountsPerSponsor: \.maximumAccountsPerSponsor
    case .briefWords: \.briefWords
    case .touchWithin: \.touchWithin
    }
  }

  /// What `none` stands for.
  public var none: Int { self == .grace ? 0 : .max }
}
