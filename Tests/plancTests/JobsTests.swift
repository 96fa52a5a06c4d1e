import TestSupport
import Testing

/// Output never depends on the number of threads, the folder, the locale or the time zone.
struct JobsTests {
  @Test(arguments: ["full", "json"])
  func lintPrintsTheSameOnAnyNumberOfThreads(_ format: String) throws {
    let folder = try Folder(PlanGenerator.plans(400, seed: 2026))
    func lint(_ jobs: Int) throws -> Planc.Outcome {
      try Planc.run(
        ["lint", "--as-of", "2026-11-20", "--output-format", format, "--jobs", "\(jobs)"],
        in: folder)
    }
    let one = try lint(1)
    #expect(one.status == 1)
    #expect(one.output.count > 400_000)
    for jobs in [2, 8] {
      let many = try lint(jobs)
      #expect(many.output == one.output)
      #expect(many.errors == one.errors)
      #expect(many.status == one.status)
    }
  }

  /// Two builds of the same files, written in another order into another folder.
  @Test func buildsAreEqualByteForByte() throws {
    let plans = PlanGenerator.plans(60, seed: 7) + [("planc.yml", "program: Field\n")]
    let first = try Folder(plans)
    let second = try Folder(plans.reversed(), named: "żółw and a longer name")
    let one = try Planc.run(
      ["build", "--as-of", "2026-11-20", "--jobs", "1"], in: first,
      environment: ["LC_ALL": "C", "TZ": "Pacific/Kiritimati"])
    let two = try Planc.run(
      ["build", "--as-of", "2026-11-20", "--jobs", "8", "-o", second.beside("elsewhere")],
      in: second,
      environment: [
        "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "LANGUAGE": "ar",
        "TZ": "America/Los_Angeles",
        "HOME": "/nowhere", "COLUMNS": "20", "TERM": "xterm",
      ])
    #expect(one.status == 0)
    #expect(two.status == 0)
    let site = first.snapshot(of: "site")
    #expect(site.count > 60)
    #expect(try Folder(copyOf: second.beside("elsewhere")).snapshot() == site)
    // And a day later, with the day given in another way.
    let three = try Planc.run(
      ["build"], in: first, environment: ["SOURCE_DATE_EPOCH": "1795219199"])
    #expect(three.status == 0)
    #expect(first.snapshot(of: "site") == site)
  }
}
