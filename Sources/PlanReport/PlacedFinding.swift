import PlanSource

/// A finding with its lines and columns, ready to be printed.
///
/// A class, because thousands of them are handed on from step to step.
public final class PlacedFinding: Sendable {
  public let finding: Finding
  /// Where it begins; line 1, column 1 for a file as a whole.
  public let start: Position
  /// Behind its last character.
  public let end: Position
  /// The line it begins in; nil for a file as a whole, or one that could not be read.
  public let excerpt: Excerpt?
  /// The edits of its fix, in their order.
  public let edits: [PlacedEdit]
  /// The notes as they are printed: label, text, and the place they point to.
  public let notes: [String]

  init(
    finding: Finding, start: Position, end: Position, excerpt: Excerpt?, edits: [PlacedEdit],
    notes: [String]
  ) {
    (self.finding, self.start, self.end) = (finding, start, end)
    (self.excerpt, self.edits, self.notes) = (excerpt, edits, notes)
  }
}

/// An edit with its lines and columns.
public struct PlacedEdit: Sendable {
  public let start: Position
  /// Behind the last character that is replaced.
  public let end: Position
  public let text: String
}

/// A line, or of a long line the part around a finding.
public struct Excerpt: Sendable {
  public let text: String
  /// Of its first character, in Unicode scalars, from 1.
  public let column: Int
}

/// Finds lines and columns for findings, each file walked once.
public struct Placer {
  private typealias Known = (offset: Int, position: Position)

  /// A file's lines, and the last places that were asked for: findings come in the order of the file.
  private struct Walked {
    let lines: LineIndex
    var start: Known = (0, Position(line: 1, column: 1))
    var end: Known = (0, Position(line: 1, column: 1))
    var edit: Known = (0, Position(line: 1, column: 1))
  }

  private let sources: [String: SourceFile]
  /// What no excerpt may show, by path.
  private var hidden: [String: [Span]] = [:]
  private var files: [String: Walked] = [:]
  /// Bytes of a line that are kept before and behind the beginning of a finding; more than any format shows.
  private static let kept = 600

  /// - Parameters:
  ///   - sources: The files by path.
  ///   - hidden: What no excerpt may show, by path: a line that a finding points to may hold it too.
  public init(sources: [String: SourceFile], hiding hidden: [String: [Span]] = [:]) {
    self.sources = sources
    self.hidden = hidden
  }

  private mutating func hide(_ finding: Finding) {
    guard let span = finding.span, hidden[finding.path]?.contains(span) != true else { return }
    hidden[finding.path, default: []].append(span)
  }

  /// The finding with its lines and columns.
  public mutating func place(_ finding: Finding) -> PlacedFinding {
    let first = Position(line: 1, column: 1)
    if finding.isPrivate { hide(finding) }
    var notes: [String] = []
    for note in finding.notes {
      var text = note.label + ": " + note.text
      if let place = note.place {
        let position = position(of: place.span.start, in: place.path) ?? first
        text += " (\(place.path):\(position.line):\(position.column))"
      }
      notes.append(text)
    }
    guard let span = finding.span, let start = position(of: span.start, in: finding.path) else {
      return PlacedFinding(
        finding: finding, start: first, end: first, excerpt: nil, edits: [], notes: notes)
    }
    let excerpt = excerpt(around: span.start, start, in: finding.path)
    let end = position(of: span.end, in: finding.path, after: \.end) ?? start
    return PlacedFinding(
      finding: finding, start: start, end: end, excerpt: excerpt, edits: edits(of: finding),
      notes: notes)
  }

  private mutating func edits(of finding: Finding) -> [PlacedEdit] {
    (finding.fix?.edits ?? []).sorted { $0.span < $1.span }.compactMap { edit in
      guard let start = position(of: edit.span.start, in: finding.path, after: \.edit),
        let end = position(of: edit.span.end, in: finding.path, after: \.edit)
      else { return nil }
      return PlacedEdit(start: start, end: end, text: edit.text)
    }
  }

  private mutating func position(
    of offset: Int, in path: String, after known: WritableKeyPath<Walked, Known> = \.start
  ) -> Position? {
    if files[path] == nil, let source = sources[path] {
      files[path] = Walked(lines: LineIndex(source.bytes))
    }
    guard let file = files[path] else { return nil }
    let position = file.lines.position(of: offset, after: file[keyPath: known])
    files[path]?[keyPath: known] = (offset, position)
    return position
  }

  private func excerpt(around offset: Int, _ start: Position, in path: String) -> Excerpt? {
    guard let bytes = sources[path]?.bytes, let lines = files[path]?.lines else { return nil }
    let line = lines.span(ofLine: start.line)
    // A byte order mark is no character of its line.
    let isMarked = line.start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let first = isMarked ? 3 : line.start
    let offset = min(max(offset, first), line.end)
    var low = max(first, offset - Self.kept)
    var high = min(line.end, offset + Self.kept)
    // No scalar is divided.
    while low > first, bytes[low] & 0xC0 == 0x80 { low -= 1 }
    while high < line.end, bytes[high] & 0xC0 == 0x80 { high += 1 }
    let before = bytes[low..<offset].count { $0 & 0xC0 != 0x80 }
    let spans = (hidden[path] ?? []).filter { $0.start < high && $0.end > low }
    let text =
      spans.isEmpty
      ? bytes[low..<high]
      : (low..<high).compactMap { index -> UInt8? in
        guard spans.contains(where: { $0.start <= index && index < $0.end }) else {
          return bytes[index]
        }
        // A star for each character, so that the carets stand below them.
        return bytes[index] & 0xC0 == 0x80 ? nil : UInt8(ascii: "*")
      }[...]
    return Excerpt(text: String(decoding: text, as: UTF8.self), column: start.column - before)
  }
}
