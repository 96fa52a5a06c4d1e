import PlanSource

/// A finding with its lines and columns, ready to be printed.
public struct PlacedFinding: Sendable {
  public let finding: Finding
  /// Where it begins; line 1, column 1 for a file as a whole.
  public let start: Position
  /// Behind its last character.
  public let end: Position
  /// The line it begins in; nil for a file as a whole, or one that could not be read.
  public let excerpt: String?
  /// The notes as they are printed: label, text, and the place they point to.
  public let notes: [String]
}

/// Finds lines and columns for findings, each file walked once.
public struct Placer {
  private let sources: [String: SourceFile]
  private var indexes: [String: LineIndex] = [:]

  /// - Parameter sources: The files by path.
  public init(sources: [String: SourceFile]) { self.sources = sources }

  /// The line of a place in a file, from 1; nil when the file is not known.
  public mutating func line(of span: Span, in path: String) -> Int? {
    index(of: path)?.line(at: span.start)
  }

  /// The finding with its lines and columns.
  public mutating func place(_ finding: Finding) -> PlacedFinding {
    let first = Position(line: 1, column: 1)
    var notes: [String] = []
    for note in finding.notes {
      var text = note.label + ": " + note.text
      if let place = note.place {
        let position = index(of: place.path)?.position(of: place.span.start) ?? first
        text += " (\(place.path):\(position.line):\(position.column))"
      }
      notes.append(text)
    }
    guard let span = finding.span, let source = sources[finding.path],
      let index = index(of: finding.path)
    else {
      return PlacedFinding(finding: finding, start: first, end: first, excerpt: nil, notes: notes)
    }
    let start = index.position(of: span.start)
    let line = index.span(ofLine: start.line)
    return PlacedFinding(
      finding: finding, start: start, end: index.position(of: span.end),
      excerpt: String(decoding: source.bytes[line.start..<line.end], as: UTF8.self), notes: notes)
  }

  private mutating func index(of path: String) -> LineIndex? {
    if let known = indexes[path] { return known }
    guard let source = sources[path] else { return nil }
    let index = LineIndex(source.bytes)
    indexes[path] = index
    return index
  }
}
