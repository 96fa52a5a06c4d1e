import PlanMetrics
import PlanModel
import PlanSource

/// What every rule is: a documented name that can be run.
public protocol Rule: Sendable {
  static var about: RuleInfo { get }
  /// The parts of a plan that the rule hangs on. Where one of them holds a value that could not be read, and that is
  /// reported as an error, the rule's finding is withheld: one mistake, one finding.
  static var reads: [Topic] { get }
  init()
}

extension Rule {
  /// Whether nothing can be said without knowing the plan's tier: a setting of the tier is read, or the tier itself.
  static var hangsOnTier: Bool { !about.settings.isEmpty || reads.contains(.key("tier")) }
}

/// A rule about one plan. It runs for active and draft plans.
public protocol PlanRule: Rule {
  func check(_ plan: Plan, in context: PlanContext) -> [Finding]
}

/// A rule that sees all plans, a card of each.
public protocol PortfolioRule: Rule {
  func check(_ roster: Roster) -> [Finding]
}

/// What a rule about one plan may know beside the plan.
public struct PlanContext: Sendable {
  public let program: Program
  /// What the plan's tier asks for.
  public let settings: TierSettings
  public let measures: PlanMeasures
  /// Files of the program that a plan's relative links lead to and that exist.
  public let existing: Set<String>
  /// What git knows of the plan; nil where it knows nothing, or nobody asked.
  public let history: PlanHistory?
  /// The plan as it stood when a score must have been past its line already; nil where nobody knows it.
  public let earlier: Plan?
  let selection: Selection

  public var today: Day { measures.today }
  /// The account's stage, written or derived.
  public var stage: Stage { measures.stage }
  /// Whether somebody wants to hear a rule.
  func isSelected(_ rule: String) -> Bool { selection.includes(rule) }
}

extension PlanRule {
  /// A finding of this rule in the plan that is being checked.
  ///
  /// - Parameters:
  ///   - span: Where it begins: what is wrong, else the key or heading it belongs under, else `plan.opening`.
  ///   - message: The fault, with its numbers; one sentence without a full stop.
  ///   - label: A few words beside the carets.
  ///   - help: What to type instead, exactly; the rule's `mend` when absent.
  ///   - key: What tells it from the rule's other findings in this plan: what is missing, whose row it is.
  ///   - row: The row it is about, when another row's unreadable value says nothing of it.
  func finding(
    at span: Span, _ message: String, label: String = "", notes: [Note] = [], help: String? = nil,
    key: String = "", row: Span? = nil
  ) -> Finding {
    Finding(
      Self.about, at: span, message, label: label, notes: notes, help: help, key: key, row: row)
  }
}

extension PortfolioRule {
  /// A finding of this rule in one of the plans.
  func finding(
    in plan: Card, at span: Span, _ message: String, label: String = "", notes: [Note] = [],
    help: String? = nil, key: String = ""
  ) -> Finding {
    var finding = Finding(
      Self.about, path: plan.path, at: span, message, label: label, notes: notes, help: help,
      key: key)
    finding.account = plan.id
    finding.tier = plan.isTierKnown ? plan.tier.value.rawValue : nil
    return finding
  }

  /// A finding about a setting: at its key in `planc.yml` or the nearest above it that is written, else at the file.
  ///
  /// - Parameters:
  ///   - setting: The path of the key: `limits.grace`.
  ///   - key: What tells it from the rule's other findings.
  func finding(
    about setting: String, in program: Program, _ message: String, notes: [Note] = [],
    help: String? = nil, key: String
  ) -> Finding {
    Finding(
      Self.about, path: Program.path, at: program.place(of: setting), message, notes: notes,
      help: help, key: key)
  }

  /// A finding about a tier as a whole: at the setting in `planc.yml`, else at the file.
  func finding(
    about tier: Tier, setting: TierSetting, in program: Program, _ message: String,
    label: String = "", notes: [Note] = [], help: String? = nil, key: String
  ) -> Finding {
    var finding = Finding(
      Self.about, path: Program.path,
      at: program.place(of: "tiers.\(tier.rawValue).\(setting.rawValue)"), message, label: label,
      notes: notes, help: help, key: key)
    finding.tier = tier.rawValue
    return finding
  }
}
