/// A text that takes the place of some bytes.
public struct Edit: Hashable, Sendable {
  /// What is replaced; empty where something is only put in.
  public let span: Span
  public let text: String

  public init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }
}

/// How a finding can be mended without asking anybody.
public struct Fix: Hashable, Sendable {
  /// What it does, as a part of a sentence: "write `supporter`".
  public let title: String
  /// Whether it changes only how a thing is written. A fix that takes somebody's word for another's is not safe.
  public let isSafe: Bool
  public var edits: [Edit]
  /// What no other fix may touch at the same time, beside the edits.
  public let scope: Span?

  public init(_ title: String, isSafe: Bool = true, _ edits: [Edit], scope: Span? = nil) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
    self.scope = scope
  }
}

/// Puts fixes into a file's bytes. Every byte outside their edits stays as it is.
public enum FixApplier {
  /// The bytes with the fixes, and which of them were put in.
  ///
  /// The fixes are taken in the order of their places. One that touches what an earlier one touches is left for the
  /// next time, as are those that do not fit the bytes.
  public static func apply(
    _ fixes: [Fix], to bytes: [UInt8]
  ) -> (bytes: [UInt8], applied: [Int]) {
    let order = fixes.indices.sorted { (start(fixes[$0]), $0) < (start(fixes[$1]), $1) }
    var taken: [Span] = []
    var edits: [Edit] = []
    var applied: [Int] = []
    for index in order {
      let fix = fixes[index]
      let spans = fix.edits.map(\.span) + (fix.scope.map { [$0] } ?? [])
      let isFree = spans.allSatisfy { span in !taken.contains { touches($0, span) } }
      guard isFree, !fix.edits.isEmpty, fits(fix.edits, bytes) else { continue }
      taken += spans
      edits += fix.edits
      applied.append(index)
    }
    return (replace(edits, in: bytes), applied.sorted())
  }

  private static func start(_ fix: Fix) -> Int { fix.edits.map(\.span.start).min() ?? 0 }

  /// Whether two places cannot be changed at once: also where one begins as the other ends.
  private static func touches(_ left: Span, _ right: Span) -> Bool {
    left.start <= right.end && right.start <= left.end
  }

  /// Whether the edits lie in the file, apart from each other, and divide no character.
  private static func fits(_ edits: [Edit], _ bytes: [UInt8]) -> Bool {
    var end = -1
    for span in edits.map(\.span).sorted() {
      guard span.start > end, span.end <= bytes.count else { return false }
      for offset in [span.start, span.end] where offset < bytes.count {
        if bytes[offset] & 0xC0 == 0x80 { return false }
      }
      end = span.end
    }
    return true
  }

  private static func replace(_ edits: [Edit], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      result += bytes[offset..<edit.span.start]
      result += Array(edit.text.utf8)
      offset = edit.span.end
    }
    return result + bytes[offset...]
  }
}
