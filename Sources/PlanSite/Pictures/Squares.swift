/// A number as squares, one for each, or as a bar where there are too many.
enum Squares {
  /// Squares in a cell.
  static let limit = 10

  /// Squares in two lines of five, or a bar with its number; black above `limit`.
  static func cell(
    _ count: Int, of most: Int, above limit: Int = Int.max, _ x: Double, _ middle: Double,
    _ room: Double, _ style: String, in drawing: inout Drawing
  ) {
    if count == 0 { return drawing.line(x, middle, x + 6, middle, "ss") }
    guard most <= Self.limit else {
      let width = max(2, (room - 38) * Double(count) / Double(most))
      drawing.rect(x, middle - 6, width, 12, count > limit ? "i" : style)
      return drawing.text(x + width + 4, middle + 4, Wording.grouped(count), "m")
    }
    for index in 0..<count {
      let dy = count <= 5 ? -6.0 : index < 5 ? -14 : 1
      drawing.rect(
        x + Double(index % 5) * 14, middle + dy, 12, 12, index >= limit ? "i" : style)
    }
  }
}
