import ArgumentParser
import PlanParser
import PlanReport
import PlanSource

/// The findings that a team has agreed to live with while it mends them: a file that only shrinks.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this file lists; those that are gone are taken from it.",
      valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write a new baseline of all findings there are now, instead of reporting them.",
      valueName: "file"))
  var writeBaseline: String?

  private static let title =
    "# planc baseline, version 1: findings that are known. It only shrinks."

  func validate() throws {
    try Blank.refuse(baseline, "--baseline", help: "name the file, such as planc-baseline.txt")
    try Blank.refuse(
      writeBaseline, "--write-baseline", help: "name a new file, such as planc-baseline.txt")
    guard baseline == nil || writeBaseline == nil else {
      throw Fault(
        "--baseline reads a baseline and --write-baseline begins one",
        help: "use --write-baseline once, then --baseline")
    }
  }

  /// The files it may write.
  var outputs: [String] { [baseline, writeBaseline].compactMap { $0 } }

  /// The findings that are not in the baseline, which stays as it is.
  func hiding(_ result: Compiler.Result) throws(Fault) -> [Finding] {
    guard let baseline else { return result.findings }
    let known = try read(baseline)
    return result.findings.filter { !known.contains(Self.line($0)) }
  }

  /// Writes the baseline that was asked for; whether one was.
  func begin(with result: Compiler.Result, in options: ProgramOptions) throws(Fault) -> Bool {
    guard let writeBaseline else { return false }
    let name = TerminalText.escape(writeBaseline)
    guard Disk.kind(writeBaseline) == nil else {
      throw Fault(
        "\(name) is there already, and a baseline does not grow",
        help: "delete it first if its findings are to be agreed on anew")
    }
    try write(result.findings.map(Self.line), to: writeBaseline)
    let count = result.findings.count
    let what = count == 1 ? "the one finding there is" : "the \(count) findings there are"
    options.note("\(name) lists \(what); `planc lint --baseline \(name)` reports all others")
    return true
  }

  /// The findings that are not in the baseline.
  ///
  /// - Parameter isWhole: Whether all rules were to see all plans: else what did not occur may only not have been
  ///   looked for.
  func apply(
    to result: Compiler.Result, isWhole: Bool, in options: ProgramOptions
  ) throws(Fault) -> Compiler.Result {
    guard let baseline else { return result }
    let known = try read(baseline)
    var left = result
    left.findings = result.findings.filter { !known.contains(Self.line($0)) }
    let hidden = result.findings.count - left.findings.count
    options.note(
      "notice: \(hidden) finding\(hidden == 1 ? " is" : "s are") in the baseline")
    guard isWhole else { return left }
    let current = Set(result.findings.map(Self.line))
    let missing = known.subtracting(current)
    guard !missing.isEmpty else { return left }
    let unasked = Unasked(result)
    let gone = missing.filter { !unasked.holds($0) }
    if !gone.isEmpty {
      try write(Array(known.subtracting(gone)), to: baseline)
      let count = gone.count
      options.note(
        "notice: \(count) finding\(count == 1 ? "" : "s") of the baseline "
          + (count == 1 ? "is gone, and was" : "are gone, and were") + " taken from it")
    }
    return left
  }

  /// A finding as a line of the file; what a plan wrote into it cannot begin another.
  private static func line(_ finding: Finding) -> String {
    TerminalText.escape(finding.fingerprint)
  }

  private func read(_ path: String) throws(Fault) -> Set<String> {
    switch Disk.read(path, limit: 64 << 20) {
    case .success(let bytes):
      let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map(String.init)
      guard lines.first == Self.title else {
        throw Fault(
          "\(TerminalText.escape(path)) is no baseline: it does not begin with `\(Self.title)`",
          help: "`planc lint --write-baseline \(TerminalText.escape(path))` writes one")
      }
      return Set(lines.dropFirst())
    case .failure(let code):
      throw Fault(
        "cannot read the baseline", path, code.number,
        help: "`planc lint --write-baseline \(TerminalText.escape(path))` writes one")
    }
  }

  private func write(_ lines: [String], to path: String) throws(Fault) {
    let sorted = lines.sorted { $0.precedes($1) }
    let text = ([Self.title] + sorted).map { $0 + "\n" }.joined()
    try Disk.replace(path, Array(text.utf8))
  }
}
