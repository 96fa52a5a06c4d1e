import PlanModel
import PlanSource

/// What came of reading one file.
public struct Reading: Sendable {
  /// Nil when the file says too little to be a plan: no front matter that can be read.
  public let plan: Plan?
  public let findings: [Finding]

  public init(plan: Plan?, findings: [Finding]) {
    self.plan = plan
    self.findings = findings
  }
}

/// Reads one plan: bytes to document to meaning. Pure, and safe on several threads.
public enum PlanReader {
  public static func read(_ source: SourceFile, in program: Program) -> Reading {
    let (file, findings) = OpenFile.open(source, in: program)
    guard let file else { return Reading(plan: nil, findings: findings) }
    let binder = file.binder
    let text = SectionBinder(file.document, binder)
    var plan = FrontMatterBinder(binder, opening: file.opening).bind(file.root) { text.bind(&$0) }
    plan?.relativeLinks = LinkWalk.check(file.document, binder)
    PlaceholderWalk.check(file.document, file.root, binder)
    plan?.body = file.body
    plan?.suspicions = SuspicionWalk.find(in: source.bytes)
    plan?.title = file.document.title
    plan?.doubts = binder.doubts
    plan?.strangers = binder.strangers.sorted()
    return Reading(plan: plan, findings: file.findings)
  }

  /// The sections of a plan as they are written. A tree of all plans' text would be most of a build's memory, so it is
  /// read again where a page shows it.
  ///
  /// - Parameter source: The file that the plan was read from.
  public static func text(
    of plan: Plan, _ source: SourceFile, in program: Program
  ) -> [TextSection] {
    let lines = LineIndex(source.bytes)
    let binder = Binder(source: source, lines: lines, program: program)
    let account = plan.account.span == plan.opening ? nil : plan.account.value
    return Document(
      blocks: MarkdownTree.blocks(of: source.bytes, from: plan.body, lines: lines),
      account: account, binder
    ).text
  }
}
