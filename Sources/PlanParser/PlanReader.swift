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
  /// - Parameter keepingText: Whether the plan keeps its text for the site.
  public static func read(
    _ source: SourceFile, in program: Program, keepingText: Bool
  ) -> Reading {
    let (file, findings) = OpenFile.open(source, in: program)
    guard let file else { return Reading(plan: nil, findings: findings) }
    let binder = file.binder
    let text = SectionBinder(file.document, binder)
    var plan = FrontMatterBinder(binder, opening: file.opening).bind(file.root) { text.bind(&$0) }
    plan?.relativeLinks = LinkWalk.check(file.document, binder)
    PlaceholderWalk.check(file.document, file.root, binder)
    if keepingText { plan?.text = file.document.text(binder) }
    plan?.suspicions = SuspicionWalk.find(in: source.bytes)
    plan?.title = file.document.title
    plan?.doubts = binder.doubts
    return Reading(plan: plan, findings: file.findings)
  }
}
