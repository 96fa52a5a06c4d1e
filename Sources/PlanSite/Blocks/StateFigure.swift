/// A figure of where things stand, at the head of a review.
struct StateFigure {
  let label: String
  let value: HTML

  init(_ label: String, _ value: HTML) {
    self.label = label
    self.value = value
  }

  /// The items of a description list.
  static func html(_ figures: [StateFigure]) -> HTML {
    figures.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" as HTML }.joined()
  }
}
