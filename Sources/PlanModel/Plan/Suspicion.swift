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
  /// What tells it from others that are shown alike: the text, with a number that hangs on all of it. The number is so
  /// short that many values have it, so that none can be guessed from it.
  public let key: String

  /// - Parameter print: A number for the whole value.
  public init(_ kind: Kind, _ text: Located<String>, print: UInt64) {
    self.kind = kind
    self.text = text
    let short = String((print ^ (print >> 32)) & 0xFF_FFFF, radix: 16)
    let isCut = text.value.hasSuffix("…")
    key =
      isCut ? "\(text.value) " + String(repeating: "0", count: 6 - short.count) + short : text.value
  }
}
