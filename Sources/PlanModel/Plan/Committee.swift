import PlanSource

/// How names of contacts are compared: canonically equivalent, runs of space as one, case put aside.
public enum ContactName {
  /// Equal for two spellings of one name. (Swift compares strings by canonical equivalence, so NFC is implied.)
  public static func key(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var isPlain = true
    for byte in name.utf8 {
      switch byte {
      // What begins the spaces and hyphens that are not ASCII.
      case 0xC2, 0xE1...0xE3: return slowKey(name)
      case 0x80...:
        isPlain = false
        bytes.append(byte)
      case 0x41...0x5A: bytes.append(byte + 32)
      case 0x09...0x0D, 0x20: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      default: bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    let key = String(decoding: bytes, as: UTF8.self)
    return isPlain ? key : key.lowercased()
  }

  private static func slowKey(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      .replacing("\u{2010}", with: "-").replacing("\u{2011}", with: "-")
  }

  /// Whether two names are the same but for what one of them leaves out: `Jose Avila` and `José Ávila`, `Juergen Kloss`
  /// and `Jürgen Kloß`.
  public static func isSameWithoutMarks(_ left: String, _ right: String) -> Bool {
    guard [left, right].contains(where: { $0.utf8.contains { $0 >= 0x80 } }),
      agrees(left.utf8.first, right.utf8.first), agrees(left.utf8.last, right.utf8.last)
    else { return false }
    let (left, right) = (Array(key(left)), Array(key(right)))
    return left.count <= 64 && right.count <= 64 && isSame(left[...], right[...])
  }

  /// Whether two letters can stand for the same; a letter with marks is no ASCII.
  private static func agrees(_ left: UInt8?, _ right: UInt8?) -> Bool {
    guard let left, let right, left < 0x80, right < 0x80 else { return true }
    return left | 0x20 == right | 0x20
  }

  private static func isSame(
    _ left: ArraySlice<Character>, _ right: ArraySlice<Character>
  ) -> Bool {
    guard let a = left.first, let b = right.first else { return left.isEmpty && right.isEmpty }
    let (rest, other) = (left.dropFirst(), right.dropFirst())
    if a == b { return isSame(rest, other) }
    let (plainA, plainB) = (PlainLetter.forms(of: a), PlainLetter.forms(of: b))
    if plainA[0] == plainB[0], isSame(rest, other) { return true }
    return plainA.contains { right.starts(with: $0) && isSame(rest, right.dropFirst($0.count)) }
      || plainB.contains { left.starts(with: $0) && isSame(left.dropFirst($0.count), other) }
  }
}

/// Somebody of theirs.
public struct Contact: Sendable {
  public let name: Located<String>
  /// `ContactName.key` of the name.
  public let key: String
  /// The table's row.
  public let row: Span
  public var title: Located<String>?
  public var roles: [Located<Role>] = []
  public var function: Located<String>?
  public var stance: Located<Stance>?
  /// Informal.
  public var influence: Located<Grade>?
  /// Formal.
  public var authority: Located<Grade>?
  public var reportsTo: Located<String>?
  /// The account's owner when absent.
  public var owner: Located<String>?
  /// The cell alone; `PlanMeasures` adds the answered plays.
  public var lastEngaged: Located<Day>?
  public var pain: Located<String>?
  public var successMetric: Located<String>?
  public var objection: Located<String>?
  public var message: Located<String>?
  public var knownBy: [Located<String>] = []
  public var status: Located<ContactStatus>?

  public init(name: Located<String>, row: Span) {
    self.name = name
    self.key = ContactName.key(name.value)
    self.row = row
  }

  public var hasLeft: Bool { status?.value == .left }
  /// Whether the contact holds the role.
  public func holds(_ role: Role) -> Bool { roles.contains { $0.value == role } }
  /// An economic buyer, champion or executive sponsor.
  public var decides: Bool { roles.contains { $0.value.decides } }
}
