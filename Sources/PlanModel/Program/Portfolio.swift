/// All plans of a program that could be read, in the order of their paths.
public struct Portfolio: Sendable {
  public let program: Program
  /// By path.
  public let plans: [Plan]
  private let byID: [String: Int]

  public init(program: Program, plans: [Plan]) {
    let sorted = plans.sorted(byBytesOf: { $0.path })
    self.program = program
    self.plans = sorted
    byID = Dictionary(
      sorted.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The plan with an id; the first by path where two have it.
  public func plan(id: String) -> Plan? { byID[id].map { plans[$0] } }
}
