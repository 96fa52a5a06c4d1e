import PlanSource

/// What tells a finding from others in its file, whatever stands above it.
struct Mark: Hashable {
  let rule: String
  let key: String

  init(_ finding: Finding) { (rule, key) = (finding.rule, finding.key) }
}

/// A finding at its place: one of several with the same mark.
struct Stay: Hashable {
  let mark: Mark
  var offset: Int

  init(_ finding: Finding) { (mark, offset) = (Mark(finding), finding.span?.start ?? 0) }
}

/// How often each finding is there.
struct Tally {
  private var reported: [Mark: Int] = [:]
  /// Those that are withheld too: mending half of what hides one must not pass for mending all of it.
  private var all: [Mark: Int] = [:]
  /// How many are reported.
  private(set) var total = 0

  init(_ findings: [Finding]) {
    for finding in findings {
      let mark = Mark(finding)
      all[mark, default: 0] += 1
      guard !finding.isWithheld else { continue }
      reported[mark, default: 0] += 1
      total += 1
    }
  }

  func isReported(_ mark: Mark) -> Bool { reported[mark] != nil }

  /// The findings of which there are more now.
  func fresh(_ findings: [Finding]) -> [Finding] {
    let now = Tally(findings)
    let marks = Set(
      now.all.filter { mark, count in
        count > all[mark, default: 0]
          || now.reported[mark, default: 0] > reported[mark, default: 0]
      }.keys)
    return marks.isEmpty ? [] : findings.filter { marks.contains(Mark($0)) }
  }
}

/// A text with fixes, and what is found in it.
struct Trial {
  private(set) var source: SourceFile
  /// The edits that were made, those of each step at once.
  private(set) var steps: [[Edit]] = []
  /// What was mended.
  private(set) var mended: [Finding] = []
  private(set) var found: [Finding] = []
  /// Found now, and not before.
  var fresh: [Finding] = []
  /// Whether it may take the place of the text that it was made of.
  var isGood = false

  init(source: SourceFile) { self.source = source }

  /// Puts the fixes of findings in, as far as they do not touch each other.
  mutating func put(in findings: [Finding], _ check: (SourceFile) -> [Finding]) {
    let (bytes, applied) = FixApplier.apply(findings.compactMap(\.fix), to: source.bytes)
    source = SourceFile(path: source.path, bytes: bytes)
    steps.append(applied.flatMap { findings[$0].fix?.edits ?? [] })
    mended += applied.map { findings[$0] }
    found = check(source)
  }

  /// Where a finding is that was left as it is.
  func moving(_ stay: Stay) -> Stay {
    var stay = stay
    stay.offset = steps.reduce(stay.offset) { moved($0, by: $1) }
    return stay
  }

  /// The fixes that something new lies in, and the rules that found it; or the only one in the new finding's row.
  func blamed(among findings: [Finding]) -> [Int: Set<String>] {
    let places = findings.map { ($0.fix?.edits ?? []).map(place) }
    var blamed: [Int: Set<String>] = [:]
    for finding in fresh {
      func lie(within span: Span) -> [Int] {
        findings.indices.filter { index in
          places[index].contains { $0.start < span.end && span.start < $0.end }
        }
      }
      var culprits = finding.span.map(lie) ?? []
      if culprits.isEmpty, let row = finding.row {
        culprits = lie(within: row)
        if culprits.count > 1 { culprits = [] }
      }
      for index in culprits { blamed[index, default: []].insert(finding.rule) }
    }
    return blamed
  }

  /// Where the text of an edit of the first step is now.
  private func place(_ edit: Edit) -> Span {
    guard let first = steps.first else { return edit.span }
    let others = first.filter { $0.span.end < edit.span.start }
    let start = steps.dropFirst().reduce(moved(edit.span.start, by: others)) { moved($0, by: $1) }
    return Span(start, start + max(1, edit.text.utf8.count))
  }

  private func moved(_ offset: Int, by edits: [Edit]) -> Int {
    edits.reduce(offset) {
      $1.span.end <= offset ? $0 + $1.text.utf8.count - $1.span.count : $0
    }
  }
}
