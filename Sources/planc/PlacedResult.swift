import PlanModel
import PlanReport
import PlanSource

extension Compiler.Result {
  /// The findings with their lines and columns.
  ///
  /// - Parameter prefix: The program's folder below the root of its repository.
  func report(asOf today: Day, below prefix: String = "", _ parallel: Parallel) async -> Report {
    // A file is walked by one thread, once.
    let (findings, sources, hidden) = (findings, sources, hidden)
    let starts = findings.indices.filter { $0 == 0 || findings[$0].path != findings[$0 - 1].path }
    let placed = await parallel.map(starts.count) { index in
      let end = index + 1 < starts.count ? starts[index + 1] : findings.count
      var placer = Placer(sources: sources, hiding: hidden)
      return findings[starts[index]..<end].map { placer.place($0) }
    }
    var report = Report(
      version: plancVersion, asOf: today.description, plans: files, waived: waived,
      findings: Array(placed.joined()))
    report.prefix = prefix
    report.changed = changed
    report.rules = Catalogue.rules
    report.files = Array(sources.keys)
    report.accounts = Dictionary(
      (roster.plans + roster.duplicates.map(\.plan)).map { ($0.id, $0.account.value) },
      uniquingKeysWith: { first, _ in first })
    return report
  }
}
