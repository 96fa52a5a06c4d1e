import PlanSource

/// A fixed set of words. Case, spaces and hyphens do not matter when one is read.
public protocol Vocabulary: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What one word of it is called in a message: `role`, `stance`.
  static var noun: String { get }
  /// Other spellings that are read as well.
  static var synonyms: [String: Self] { get }
  /// What to do about a text that is none of the words, where that is more than to choose another.
  static func help(for text: String) -> String?
}

extension Vocabulary {
  @inlinable public static var synonyms: [String: Self] { [:] }
  @inlinable public static func help(for text: String) -> String? { nil }

  /// All words, in the order of the format.
  @inlinable public static var words: [String] { allCases.map(\.rawValue) }

  /// The word that a text is, or nil.
  @inlinable public init?(reading text: String) {
    if let exact = Self(rawValue: text) {
      self = exact
      return
    }
    if let word = Self.allCases.first(where: { Nearest.isSame($0.rawValue, text) }) {
      self = word
      return
    }
    guard let spelling = Self.synonyms.first(where: { Nearest.isSame($0.key, text) }) else {
      return nil
    }
    self = spelling.value
  }

  /// The word as people read it: spaces for hyphens.
  public var spoken: String { rawValue.split(separator: "-").joined(separator: " ") }
}
