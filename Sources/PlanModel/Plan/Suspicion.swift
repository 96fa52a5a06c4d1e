import PlanSource

/// Something in a plan's text that looks as if it should not be in a repository.
public struct Suspicion: Sendable {
  public enum Kind: Sendable {
    case mailAddress, phone, birthday, health, belief
    /// A password, a token or a key.
    case secret
  }

  public let kind: Kind
  /// As it may be shown: of addresses, numbers and secrets only the beginning.
  public let text: Located<String>

  public init(_ kind: Kind, _ text: Located<String>) {
    self.kind = kind
    self.text = text
  }
}
