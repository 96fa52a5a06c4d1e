import ArgumentParser
import PlanReport
import PlanSource

/// Whether what needs no deciding is mended.
struct FixOptions: ParsableArguments {
  @Flag(
    help:
      "Mend what can be mended without guessing, then report what is left; never planc.yml. With `-` the plan is printed."
  )
  var fix = false

  @Flag(help: "Print what --fix would change, as a patch for `git apply`, and change nothing.")
  var diff = false

  @Flag(
    help: "With --fix or --diff, also write what is only likely meant, such as a name that is near."
  )
  var unsafeFixes = false

  var isAsked: Bool { fix || diff }

  func validate() throws {
    if unsafeFixes, !isAsked {
      throw Fault(
        "--unsafe-fixes says which fixes there are, and none was asked for",
        help: "`--diff --unsafe-fixes` shows them, `--fix --unsafe-fixes` writes them")
    }
  }

  /// The program with what may be mended mended; nothing is written.
  func mend(
    _ result: Compiler.Result, reported: [Finding], with compiler: Compiler,
    compile: (Compiler) async -> Compiler.Result
  ) async -> ProgramMender.Outcome {
    let mender = ProgramMender(compiler: compiler, allowsUnsafe: unsafeFixes)
    return await mender.mend(result, reported: reported) { texts in
      await Self.compile(texts, over: result, with: compiler, compile)
    }
  }

  /// Writes the plans that were mended. What could not be written is taken back, and told.
  func write(
    _ outcome: ProgramMender.Outcome, over result: Compiler.Result, in workspace: Workspace,
    with compiler: Compiler, compile: (Compiler) async -> Compiler.Result
  ) async -> (ProgramMender.Outcome, [Fault]) {
    var left = outcome
    var faults: [Fault] = []
    for path in outcome.paths {
      guard let old = result.sources[path], let new = outcome.mended[path] else { continue }
      do throws(Fault) {
        try workspace.mend(path, from: old.bytes, to: new.bytes)
      } catch {
        faults.append(error)
        left.mended[path] = nil
        left.counts[path] = nil
      }
    }
    guard !faults.isEmpty else { return (outcome, []) }
    left.result = await Self.compile(left.mended, over: result, with: compiler, compile)
    return (left, faults)
  }

  /// What was read once is not read again: it may be another by now.
  private static func compile(
    _ texts: [String: SourceFile], over result: Compiler.Result, with compiler: Compiler,
    _ compile: (Compiler) async -> Compiler.Result
  ) async -> Compiler.Result {
    var other = compiler
    other.files = MendedFiles(files: compiler.files, texts: result.sources.merging(texts) { $1 })
    return await compile(other)
  }
}
