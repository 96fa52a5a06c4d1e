import ArgumentParser
import PlanModel
import PlanParser
import PlanReport
import PlanSource

/// `--fix` and `--diff`.
extension Lint {
  /// Mends what is reported, and reports what is left; or shows what would change.
  ///
  /// - Parameters:
  ///   - input: The plan on standard input.
  ///   - isWhole: Whether all rules saw all plans.
  ///   - compile: Walks the street once more.
  func mend(
    _ result: Compiler.Result, _ session: Session, input: SourceFile?, isWhole: Bool,
    with compiler: Compiler,
    compile: (Compiler) async -> Compiler.Result
  ) async throws {
    var asked = result
    asked.findings = try baselines.hiding(result)
    let choice = try await changes.choice(asked, of: compiler, in: session)
    asked = choice?.filter(asked) ?? asked
    let outcome = await fixes.mend(
      result, reported: asked.findings, with: compiler, compile: compile)
    for notice in outcome.notices { program.note(notice) }
    if fixes.diff { return try printDiff(outcome, over: result) }
    var (left, faults) = (outcome, [Fault]())
    if let input, printsPlan {
      try printPlan(input, outcome)
    } else {
      (left, faults) = await fixes.write(
        outcome, over: result, in: session.workspace, with: compiler, compile: compile)
    }
    var rest = try baselines.apply(to: left.result, isWhole: isWhole, in: program)
    rest = choice?.filter(rest) ?? rest
    let report = await rest.report(
      asOf: session.today, below: session.workspace.prefix, compiler.parallel)
    try write(report)
    for fault in faults { World.note(fault.description) }
    let more = fixes.unsafeFixes ? 0 : report.fixable.unsafe
    program.note(
      "fixed \(left.paths.isEmpty ? "nothing" : left.summary)"
        + (more == 0 ? "" : "; \(more) more with --unsafe-fixes"))
    if report.plans > 0 { program.note(report.summary) }
    if !faults.isEmpty { throw ExitCode(2) }
    if failOn.fails(report) { throw ExitCode(1) }
  }

  private func printDiff(
    _ outcome: ProgramMender.Outcome, over result: Compiler.Result
  ) throws {
    let isColored = isColored(toFile: false)
    for path in outcome.paths {
      let diff = UnifiedDiff(
        path: path, old: result.sources[path]?.bytes ?? [],
        new: outcome.mended[path]?.bytes ?? [])
      if isColored || World.isTerminal(1) {
        try World.print(diff.text(isColored ? .colored : .plain))
      } else {
        try World.print(bytes: diff.bytes)
      }
    }
    guard outcome.paths.isEmpty else {
      program.note("--fix would fix \(outcome.summary)")
      throw ExitCode(1)
    }
    program.note("--fix would change nothing")
  }

  /// Prints the plan that came in, mended or as it was.
  private func printPlan(_ input: SourceFile, _ outcome: ProgramMender.Outcome) throws(Fault) {
    guard input.bytes.count <= Guard.maximumBytes else {
      throw Fault(
        "the plan on standard input is larger than \(Guard.maximumBytes) bytes",
        help: "nothing was printed, so that nothing is lost; divide the plan")
    }
    try World.print(bytes: (outcome.mended[input.path] ?? input).bytes)
  }
}
