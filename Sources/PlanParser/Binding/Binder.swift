import PlanModel
import PlanSource

/// A text as somebody wrote it, with all that a finding about it needs.
struct Written {
  let text: String
  let span: Span
  let field: Field
  /// The currency of an amount without one, when it is another than the program's.
  var currency: String?
}

/// What a value is of. Most values are in order, so its name and topic are put together only when they are asked for.
struct Field {
  private enum Kind {
    case named(String, Topic)
    case key(path: String, name: String)
  }

  private let kind: Kind
  /// The row or list item it stands in.
  var row: Span?

  init(name: String, topic: Topic, row: Span? = nil) {
    kind = .named(name, topic)
    self.row = row
  }

  /// - Parameter path: What stands before the key: `potential.`.
  init(key: String, below path: String) { kind = .key(path: path, name: key) }

  /// For a message: a column's name, or a key in backticks.
  var name: String {
    switch kind {
    case .named(let name, _): name
    case .key(let path, let name): "`\(path)\(name)`"
    }
  }

  var topic: Topic {
    switch kind {
    case .named(_, let topic): topic
    case .key(let path, let name): .key(path + name)
    }
  }
}

/// Gives one plan's texts their meaning, and collects what could not be understood.
///
/// It lives while one plan is read, on one thread.
final class Binder {
  let source: SourceFile
  let lines: LineIndex
  let program: Program
  /// Whether `planc.yml` is read instead of a plan.
  private let isSettings: Bool
  private(set) var findings: [Finding] = []
  private(set) var doubts: [Doubt] = []
  /// What stands where one of ours belongs, and is no id of `people:`.
  var strangers: Set<String> = []
  /// The committee's names by `ContactName.key`, once it was read.
  var contacts: [String: String] = [:]
  /// The headings of the committee's table, once it was read.
  var committee: Table.Row?
  /// Whether names can be looked up at all: a committee whose names could not be read knows nobody.
  var knowsContacts = true
  /// The committee's names, sorted, once somebody asked for one that is not among them.
  private(set) lazy var contactNames = contacts.values.sorted()
  /// The names of the plan's deals, once they were read.
  var deals: [String] = [] {
    didSet { dealKeys = Set(deals.map(ContactName.key)) }
  }
  /// Their `ContactName.key`s.
  private(set) var dealKeys: Set<String> = []
  /// Whether deals can be looked up at all.
  var knowsDeals = true
  /// Whether tables are to line up.
  private(set) lazy var looksAtAlignment =
    program.level(
      of: UnalignedTable.about.name, standard: UnalignedTable.about.level, in: source.path) != .off
  /// The names that were reported already, each once, with the places of their findings and what mends them.
  private var reportedNames: [String: (place: Int, edits: Set<Edit>)] = [:]
  /// The topics of what could not be read beyond the findings that are listed.
  private var wholeDoubts: Set<Topic> = []
  /// Bytes searched for the places of texts, and words compared to find the one that was meant.
  private var (searched, compared) = (0, 0)

  /// What one plan may cost: a plan of faults and nothing else must not make every build wait.
  private static let maximumFindings = 1000
  private static let maximumSearched = 1 << 25
  private static let maximumCompared = 500_000

  init(source: SourceFile, lines: LineIndex, program: Program, isSettings: Bool = false) {
    self.isSettings = isSettings
    self.source = source
    self.lines = lines
    self.program = program
  }

  func report(_ finding: Finding) {
    if findings.count < Self.maximumFindings {
      findings.append(finding)
    } else if !isFull {
      let message = "the file has more than \(Self.maximumFindings) faults; the rest is not listed"
      findings.append(TooLarge.finding(message, at: finding.span ?? Span(0, 0)))
    }
  }

  /// Reads a row, or part of it. Where a `|` too many may have moved the cells, that alone is said: what else is found
  /// hangs on it.
  func reading<Result>(_ row: RowReader, _ read: () -> Result) -> Result {
    let before = findings.count
    let result = read()
    if row.isRagged { findings.removeSubrange(min(before, findings.count)...) }
    return result
  }

  /// Whether there are more faults than are listed.
  var isFull: Bool { findings.count > Self.maximumFindings }

  /// Remembers that a value could not be read.
  func doubt(_ field: Field, _ rule: RuleInfo) {
    if !isFull {
      doubts.append(Doubt(field.topic, rule: rule.name, row: field.row))
    } else if wholeDoubts.insert(field.topic).inserted {
      doubts.append(Doubt(field.topic, rule: rule.name))
    }
  }

  /// Whether so many more words may be compared to find one that was meant: not without end, and not for faults that
  /// are not listed.
  func mayCompare(_ words: Int) -> Bool {
    guard !isFull else { return false }
    compared += words
    return compared <= Self.maximumCompared
  }

  /// The one word that somebody meant, and the nearest to be named; neither for faults that are not listed.
  func nearest(_ text: String, among words: [String]) -> (sure: String?, guess: String?) {
    guard mayCompare(words.count) else { return (nil, nil) }
    let sure = Nearest.sure(text, among: words)
    return (sure, sure ?? Nearest.guess(text, among: words))
  }

  /// Whether a name is reported for the first time.
  ///
  /// - Parameters:
  ///   - column: What it should be a name of.
  ///   - fix: Mends it here; the one finding mends it wherever it stands.
  func isNews(_ name: String, in column: String, mendedBy fix: Fix?) -> Bool {
    let name = "\(column) \(ContactName.key(name))"
    guard let first = reportedNames[name]?.place else {
      reportedNames[name] = (findings.count, Set(fix?.edits ?? []))
      return true
    }
    // The finding of a row that may have lost its cells was taken back.
    if let fix, first < findings.count, findings[first].fix?.title == fix.title {
      for edit in fix.edits where reportedNames[name]?.edits.insert(edit).inserted == true {
        findings[first].fix?.edits.append(edit)
      }
    }
    return false
  }

  /// After a fault, the word that was taken for the one that was written. Settings with a fault are not read at all.
  func readAs(_ word: String?) -> String {
    word.map { isSettings ? "" : "; read as `\($0)`" } ?? ""
  }

  func place(_ span: Span) -> Place { Place(path: source.path, span: span) }

  /// The file's text in a span.
  func text(_ span: Span) -> String {
    String(decoding: source.bytes[span.start..<span.end], as: UTF8.self)
  }

  /// Where a text stands inside a span; the whole span when it is written otherwise (behind an escape).
  func find(_ text: String, in span: Span) -> Span {
    let needle = Array(text.utf8)
    guard !needle.isEmpty, needle.count <= span.count, searched <= Self.maximumSearched else {
      return span
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var index = span.start
      defer { searched += index - span.start }
      while index + needle.count <= span.end {
        if bytes[index] == needle[0],
          bytes[index..<index + needle.count].elementsEqual(needle)
        {
          return Span(index, index + needle.count)
        }
        index += 1
      }
      return span
    }
  }

  /// Reports a value that is not what it should be, and leaves a doubt.
  func reject(
    _ written: Written, isNo expected: String, help: String, fix: @autoclosure () -> Fix? = nil
  ) {
    if !isFull {
      report(
        InvalidValue.finding(
          written.text, of: written.field.name, isNo: expected, at: written.span, help: help,
          row: written.field.row, fix: fix()))
    }
    doubt(written.field, InvalidValue.about)
  }
}
