import PlanSource

/// A part of a plan that a rule reads, and that a fault in the text can make unreadable.
public enum Topic: Hashable, Sendable {
  /// A key of the front matter; `pod.sdr` for a key inside another.
  case key(String)
  /// One column of a section's table, by its name.
  case column(SectionKind, String)
  /// A whole section.
  case section(SectionKind)

  /// Who and when of a section's tasks, each of which is a row of its own.
  public static func task(of kind: SectionKind) -> Topic { .column(kind, "task") }

  /// Whether a doubt about one may explain a finding that reads the other.
  public func touches(_ other: Topic) -> Bool {
    switch (self, other) {
    case (.section(let left), .section(let right)), (.section(let left), .column(let right, _)),
      (.column(let left, _), .section(let right)):
      left == right
    case (.key(let left), .key(let right)):
      left == right || left.hasPrefix(right + ".") || right.hasPrefix(left + ".")
    default: self == other
    }
  }
}

/// A value that could not be read. While its own finding is reported as an error, findings that hang on the value are
/// withheld: one mistake, one finding.
public struct Doubt: Sendable {
  public let topic: Topic
  /// The rule that reports the value.
  public let rule: String
  /// The row or item that holds the value; nil when it concerns all of the topic.
  public let row: Span?

  public init(_ topic: Topic, rule: String, row: Span? = nil) {
    self.topic = topic
    self.rule = rule
    self.row = row
  }
}
