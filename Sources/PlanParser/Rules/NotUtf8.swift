import PlanModel
import PlanSource

/// Bytes that are no text; the examples show what is.
enum NotUtf8: ReadingRule {
  static let about = RuleInfo(
    name: "structure/not-utf8", level: .error,
    summary: "Bytes that are not UTF-8, NUL included.",
    why: "names and amounts would be read as something else than was typed",
    mend: "Save the file as UTF-8.",
    examples: [
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        Żółw, 北京, 🐢
        """),
      .good(
        """
        ---
        account: Ørsted
        tier: 3
        ---
        """),
    ])

  static func finding(_ byte: UInt8, at offset: Int) -> Finding {
    let digits = String(byte, radix: 16, uppercase: true)
    return Finding(
      about, at: Span(offset, offset),
      byte == 0
        ? "a NUL byte stands at offset \(offset)"
        : "the byte 0x\(digits) at offset \(offset) is not UTF-8",
      help: byte == 0 ? "delete the NUL byte" : "save the file as UTF-8 in your editor")
  }
}
