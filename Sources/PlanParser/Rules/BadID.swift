import PlanModel
import PlanSource

/// A file stem that is not kebab-case.
enum BadID: ReadingRule {
  static let about = RuleInfo(
    name: "structure/bad-id", level: .error,
    summary: "A file name that is no kebab-case id.",
    why: "the id is in every link, export and CRM join; one with spaces or capitals breaks "
      + "them",
    mend: "Rename the file to lower-case letters, digits and single hyphens.",
    examples: [
      .bad(
        files: [
          ("plans/North Wind.md", "↓---\naccount: Northwind\ntier: 3\n---\n")
        ]),
      .bad(
        files: [
          ("plans/northwind_2.md", "↓---\naccount: Northwind\ntier: 3\n---\n")
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """),
      .good(
        files: [
          ("plans/north-wind-2.md", "---\naccount: Northwind\ntier: 3\n---\n")
        ]),
    ])

  static func finding(_ stem: String, at span: Span) -> Finding {
    let good = proposal(stem)
    return Finding(
      about, at: span,
      "the file name `\(stem)` is no id: lower-case letters, digits, single hyphens",
      help: good.isEmpty
        ? "rename the file, such as to `northwind.md`" : "rename the file to `\(good).md`",
      key: stem)
  }

  /// Whether a stem is kebab-case.
  static func isGood(_ stem: String) -> Bool { !stem.isEmpty && proposal(stem) == stem }

  /// The stem with all else turned into single hyphens.
  private static func proposal(_ stem: String) -> String {
    var bytes: [UInt8] = []
    for byte in stem.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      default:
        if bytes.last ?? UInt8(ascii: "-") != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
