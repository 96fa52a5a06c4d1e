import PlanSource

/// Which rules are run: `--select` and `--ignore`.
public struct Selection: Sendable {
  /// Names or groups; empty for all.
  public let select: [String]
  /// Names or groups; they win over `select`.
  public let ignore: [String]

  public init(select: [String] = [], ignore: [String] = []) {
    self.select = select
    self.ignore = ignore
  }

  /// Whether all rules are wanted.
  public var isEverything: Bool { select.isEmpty && ignore.isEmpty }

  /// Whether findings of the rule are wanted.
  public func includes(_ rule: String) -> Bool {
    func names(_ word: String) -> Bool { word == rule || rule.hasPrefix(word + "/") }
    return (select.isEmpty || select.contains(where: names)) && !ignore.contains(where: names)
  }
}
