@testable import PlanSite

/// The words in a page's drawings, where they stand by the width that `TextWidth` gives them.
struct Labels {
  struct Label {
    let text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func overlaps(_ other: Label) -> Bool {
      min(right, other.right) - max(left, other.left) > 0.6
        && min(bottom, other.bottom) - max(top, other.top) > 0.6
    }
  }

  /// A drawing: its id, size and words.
  struct Sheet {
    let id: String
    let width: Double
    let height: Double
    let labels: [Label]

    /// What leaves the frame, and what stands on something else.
    var faults: [String] {
      var faults: [String] = []
      for (index, label) in labels.enumerated() {
        if label.left < -0.6 || label.right > width + 0.6 || label.top < -0.6
          || label.bottom > height + 0.6
        {
          faults.append("\(id): “\(label.text)” leaves the frame")
        }
        for other in labels[(index + 1)...] where label.overlaps(other) {
          faults.append("\(id): “\(label.text)” and “\(other.text)” overlap")
        }
      }
      return faults
    }
  }

  let sheets: [Sheet]

  /// Reads the drawings of a page: markup of our own, so that its attributes stand in their order.
  init(_ page: String) {
    sheets = page.components(of: "<svg class=\"").compactMap { piece in
      guard piece.hasPrefix("wide") || piece.hasPrefix("narrow") else { return nil }
      let source = piece.prefix(upTo: piece.firstRange(of: "</svg>")?.lowerBound ?? piece.endIndex)
      let size = Self.between(source, "viewBox=\"0 0 ", "\"").split(separator: " ")
      return Sheet(
        id: Self.between(source, "aria-labelledby=\"", "-t "),
        width: size.first.flatMap { Double($0) } ?? 0,
        height: size.last.flatMap { Double($0) } ?? 0,
        labels: source.components(of: "<text ").map { text in
          Self.label(Self.between(text, "", ">"), Self.between(text, ">", "<"))
        })
    }
  }

  /// What stands between the first `start` and the next `end`; empty where there is no such place.
  private static func between(_ text: Substring, _ start: String, _ end: String) -> String {
    guard
      let from = start.isEmpty ? text.startIndex : text.firstRange(of: start)?.upperBound,
      let range = text[from...].firstRange(of: end)
    else { return "" }
    return String(text[from..<range.lowerBound])
  }

  private static func label(_ attributes: String, _ markup: String) -> Label {
    let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(markup) { text, pair in text.replacing(pair.0, with: pair.1) }
    let styles = Set(between(attributes[...], "class=\"", "\"").split(separator: " "))
    let size = styles.contains("sf18") ? 18.0 : styles.isDisjoint(with: ["sf", "t14"]) ? 12 : 14
    let width = TextWidth.of(text, size: size, bold: styles.contains("b"))
    let shift = styles.contains("e") ? width : styles.contains("c") ? width / 2 : 0
    func number(_ start: String, _ end: String) -> Double {
      Double(between(attributes[...], start, end)) ?? -9999
    }
    if attributes.hasPrefix("transform") {
      let place = between(attributes[...], "translate(", ")").split(separator: " ")
        .compactMap { Double($0) }
      guard place.count == 2, attributes.contains("rotate(-90)") else {
        return Label(text: text, left: -1, right: -1, top: -1, bottom: -1)
      }
      return Label(
        text: text, left: place[0] - size * 0.76, right: place[0] + size * 0.24,
        top: place[1] + shift - width, bottom: place[1] + shift)
    }
    let (x, y) = (number("x=\"", "\""), number("y=\"", "\""))
    return Label(
      text: text, left: x - shift, right: x - shift + width, top: y - size * 0.76,
      bottom: y + size * 0.24)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What stands behind each `mark`.
  fileprivate func components(of mark: String) -> ArraySlice<Substring> {
    split(separator: mark, omittingEmptySubsequences: false).dropFirst()
  }
}
