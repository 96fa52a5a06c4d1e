/// A part of a whole, which is shown with both: `12 of 40`.
public struct Share: Sendable, Equatable {
  public var part: Int
  public var whole: Int

  public init(_ part: Int = 0, of whole: Int = 0) {
    self.part = part
    self.whole = whole
  }

  /// 0 to 1; nil where there is nothing to be a part of.
  public var ratio: Double? { whole == 0 ? nil : Double(part) / Double(whole) }

  public static func += (left: inout Share, right: Share) {
    left.part += right.part
    left.whole += right.whole
  }
}

/// What stands in the middle.
enum Median {
  /// Of an even number the mean of the two in the middle, rounded up; nil of none.
  static func of(_ numbers: [Int]) -> Int? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
    return (sorted[middle - 1] + sorted[middle] + 1) / 2
  }
}
