import PlanModel

/// Marks of touches, by channel and by what became of them: one path for all that are drawn alike.
struct TouchMarks {
  enum State { case answered, unanswered, planned }

  /// What a channel's mark looks like; those without a form of their own share one.
  enum Form: CaseIterable {
    case circle, diamond, square, triangle, bar, post

    init(_ channel: Channel?) {
      self =
        switch channel {
        case .meeting: .circle
        case .executive: .diamond
        case .event: .square
        case .call: .triangle
        case .email: .bar
        default: .post
        }
    }

    var word: String {
      switch self {
      case .circle: "meeting"
      case .diamond: "executive"
      case .square: "event"
      case .triangle: "call"
      case .bar: "email"
      case .post: "other"
      }
    }

    /// Around a point, at most 7 to each side.
    func outline(_ x: Double, _ y: Double) -> HTML {
      switch self {
      case .circle: "M\(x - 5) \(y)a5 5 0 1 0 10 0a5 5 0 1 0-10 0"
      case .diamond: "M\(x) \(y - 7)l7 7-7 7-7-7z"
      case .square: "M\(x - 4.5) \(y - 4.5)h9v9h-9z"
      case .triangle: "M\(x) \(y - 6)l6 11h-12z"
      case .bar: "M\(x - 6) \(y - 3)h12v6h-12z"
      case .post: "M\(x - 2.5) \(y - 6)h5v12h-5z"
      }
    }
  }

  private var answered = HTML()
  private var unanswered = HTML()
  private var planned = HTML()

  mutating func add(_ form: Form, _ state: State, _ x: Double, _ y: Double) {
    switch state {
    case .answered: answered += form.outline(x, y)
    case .unanswered: unanswered += form.outline(x, y)
    case .planned: planned += form.outline(x, y)
    }
  }

  func draw(in drawing: inout Drawing) {
    drawing.path(planned, "fp sm dot2")
    drawing.path(unanswered, "fp sa15")
    drawing.path(answered, "fa")
  }

  /// The forms and states that occur, each with its word; returns the height.
  static func key(
    _ forms: [Form], hasUnanswered: Bool, hasPlanned: Bool, in drawing: inout Drawing
  ) -> Double {
    var entries = forms.map { (form: $0, state: State.answered, word: $0.word) }
    if hasUnanswered { entries.append((.circle, .unanswered, "no answer")) }
    if hasPlanned { entries.append((.circle, .planned, "planned")) }
    var marks = TouchMarks()
    var (x, y) = (8.0, 10.0)
    for entry in entries {
      let width = TextWidth.of(entry.word)
      if x + 14 + width > drawing.width {
        x = 8
        y += 20
      }
      marks.add(entry.form, entry.state, x, y)
      drawing.text(x + 12, y + 4, entry.word, "m")
      x += width + 34
    }
    marks.draw(in: &drawing)
    return entries.isEmpty ? 0 : y + 14
  }
}
