import PlanMetrics
import PlanModel
import Testing

/// The account score: fit, potential and intent by their weights.
struct AccountScoreTests {
  static let icp = """
    icp:
      - { fit: industry, in: [manufacturing, logistics], weight: 30 }
      - { fit: employees, at-least: 1000, weight: 25 }
      - { fit: region, in: [EMEA], weight: 15 }
      - { fit: tech, any: [sap, snowflake], weight: 30 }

    """

  private func score(
    _ keys: String, signals: [String] = [], settings: String = icp
  ) throws -> AccountScore? {
    var body = ""
    if !signals.isEmpty {
      body = "## Signals\n\n| Date | Kind | Signal | Strength | Source |\n|-|-|-|-|-|\n"
      body += signals.map { "| \($0) |\n" }.joined()
    }
    let account = try SmallAccount(body, keys: keys, settings: settings)
    return AccountScore(of: account.plan, in: account.program, on: SmallAccount.today)
  }

  @Test func thereIsNoneWithoutAProfile() throws {
    #expect(try score("fit: { industry: manufacturing }", settings: "") == nil)
  }

  @Test(arguments: [
    ("industry: manufacturing", 30.0, 1), ("Industry: Manufacturing", 30, 1),
    ("industry: retail", 0, 1), ("industry: [manufacturing, retail]", 0, 1),
    ("employees: 1000", 25, 1), ("employees: \"1,200\"", 25, 1), ("employees: 1.2k", 25, 1),
    ("employees: 999", 0, 1), ("employees: many", 0, 0), ("employees: nan", 0, 0),
    ("employees: \"1.200\"", 0, 0), ("employees: 1'200", 25, 1), ("employees: 1 200 (2025)", 25, 1),
    ("employees: inf", 0, 0), ("tech: [oracle, SAP]", 30, 1), ("tech: oracle", 0, 1),
    ("region: EMEA, tech: sap, industry: logistics, employees: 5000", 100, 4), ("x: y", 0, 0),
  ])
  func fitIsTheWeightOfWhatIsMet(_ facts: String, _ fit: Double, _ known: Int) throws {
    let score = try #require(try score("fit: { \(facts) }"))
    #expect(score.fit == fit)
    #expect(score.known == known)
    #expect(score.criteria == 4)
    #expect(score.total == fit * 0.5)
  }

  @Test(arguments: [
    ("acv: 125k", 50.0), ("acv: 500k", 100), ("acv: 125k, strategic: high", 60),
    ("acv: 125k, strategic: medium", 55), ("acv: 250k, strategic: high", 100),
    ("strategic: low", 0), ("ceiling: 2M", 0),
  ])
  func potentialIsTheValueBesideTierOne(_ keys: String, _ potential: Double) throws {
    #expect(try score("potential: { \(keys) }")?.potential == potential)
  }

  private static let signals: [([String], Double)] = [
    (["2026-11-20 | first-party | a | high | web log"], 30),
    // Half after 45 days; the day after today is none.
    (["2026-10-06 | first-party | a | high | web log"], 15),
    (["2026-11-21 | first-party | a | high | web log"], 0),
    (["2026-11-20 | first-party | a | high | "], 0),
    (["2026-11-20 | first-party | a | | web log"], 0),
    (["2026-11-20 | usage | a | medium | x", "2026-11-20 | usage | b | low | x"], 20),
    (Array(repeating: "2026-11-20 | third-party | a | high | x", count: 3), 40),
    (Array(repeating: "2026-11-20 | first-party | a | high | x", count: 5), 100),
  ]

  @Test(arguments: signals)
  func intentIsWhatTheSignalsTell(_ signals: [String], _ intent: Double) throws {
    #expect(try score("", signals: signals)?.intent == intent)
  }

  @Test func weightsAndCutLinesAreSettings() throws {
    let settings =
      Self.icp + "score: { weights: { fit: 1, potential: 0, intent: 0 }, cut-lines: [60, 20] }\n"
    let account = try SmallAccount(keys: "fit: { industry: logistics }", settings: settings)
    let score = try #require(
      AccountScore(of: account.plan, in: account.program, on: SmallAccount.today))
    #expect(score.total == 30)
    #expect(score.tier(in: account.program) == .two)
  }
}
