import ArgumentParser
import PlanLint
import PlanModel

/// Where the program is, and on which day it is read.
struct ProgramOptions: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      "The program's folder; else the nearest one upwards that holds planc.yml or plans/.",
      valueName: "dir"))
  var directory: String?

  @Option(
    help: ArgumentHelp(
      "Read the plans as on this day; else SOURCE_DATE_EPOCH, else today (UTC).", valueName: "day"))
  var asOf: String?

  @Option(help: ArgumentHelp("Threads; else one for each processor.", valueName: "n"))
  var jobs: Int?

  @Flag(name: [.short, .long], help: "Print no summary and no advice.")
  var quiet = false

  func validate() throws {
    try Blank.refuse(
      directory, "-C",
      help: "name the program's folder, or leave -C out for the nearest one upwards")
    if let asOf, Day(asOf) == nil {
      throw Fault("--as-of: `\(asOf)` is no day", help: "write it as `--as-of 2026-11-20`")
    }
    if let jobs, jobs < 1 {
      throw Fault(
        "--jobs: `\(jobs)` threads do no work",
        help: "write 1 or more, or leave it out for one thread a processor")
    }
  }

  /// How many threads work.
  var threads: Int { jobs ?? World.processors() }

  /// Prints advice or a summary, unless nobody wants it.
  func note(_ text: String) { if !quiet { World.note(text) } }
}

/// Which rules are run.
struct RuleOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Run only these rules or groups, such as committee,whitespace/overdue.", valueName: "rules"))
  var select: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave these rules or groups out; wins over --select.", valueName: "rules"))
  var ignore: [String] = []

  /// The selection, every name known.
  func selection() throws(Fault) -> Selection {
    Selection(select: try words(select, "--select"), ignore: try words(ignore, "--ignore"))
  }

  private func words(_ values: [String], _ flag: String) throws(Fault) -> [String] {
    let words = values.flatMap { value in
      value.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    }
    for word in words {
      try Blank.refuse(
        word, values.contains { $0.contains(",") } ? "\(flag): a rule between commas" : flag,
        help:
          "name rules or groups, such as `\(flag) committee,whitespace/overdue`, or leave it out")
    }
    for word in words where !Catalogue.names.contains(word) && !Catalogue.groups.contains(word) {
      throw Suggestion.fault(
        "\(flag): there is no rule or group `\(word)`", word,
        among: Catalogue.names + Catalogue.groups, asking: "planc explain --all")
    }
    return words
  }
}
