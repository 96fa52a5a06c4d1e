/// Something to do or to answer: when, what, and what it rests on.
struct MoveBlock {
  let when: String
  let title: String
  let detail: HTML
  let isLate: Bool

  /// An item of a list.
  var html: HTML {
    let late: HTML = isLate ? " late" : ""
    let when: HTML = when.isEmpty ? "" : "<p class=\"m\(late)\">\(when)</p>"
    return "<li>\(when)<p class=\"t\">\(title)</p><p class=\"m\">\(detail)</p></li>"
  }
}
