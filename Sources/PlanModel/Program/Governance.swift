/// What the program is to bring in during one fiscal year. At least one of the amounts is set.
public struct Goals: Sendable {
  /// Sourced pipeline.
  public var pipeline: Money?
  /// Won deals.
  public var revenue: Money?
  /// As `Program.fiscalYear` names it; nil: the year in which the site is compiled.
  public var fiscalYear: Int?

  public init(pipeline: Money?, revenue: Money?, fiscalYear: Int?) {
    self.pipeline = pipeline
    self.revenue = revenue
    self.fiscalYear = fiscalYear
  }
}

/// What sales and marketing agreed to mean by a word.
public struct Definition: Sendable {
  /// As sales and marketing say it.
  public let word: String
  /// What they mean by it.
  public let text: String

  public init(word: String, text: String) {
    self.word = word
    self.text = text
  }
}

/// How often the program comes back to something: a meeting, a report.
public enum Rhythm: String, Vocabulary {
  case daily, weekly, biweekly, monthly, quarterly, yearly
  public static let noun = "rhythm"
  public static let synonyms: [String: Rhythm] = [
    "fortnightly": .biweekly, "annually": .yearly, "annual": .yearly,
  ]
}

/// A meeting of the program, in any word, and how often it is held.
public struct Cadence: Sendable {
  /// What is held or written.
  public let meeting: String
  /// How often.
  public let rhythm: Rhythm

  public init(meeting: String, rhythm: Rhythm) {
    self.meeting = meeting
    self.rhythm = rhythm
  }
}
