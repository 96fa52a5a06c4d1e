import PlanLint
import PlanModel
import PlanParser
import PlanSource
import Testing

/// A fix writes down what was read already, or lets be read what could not be: no fact of the plan goes or changes.
struct FixMeaningTests {
  /// The fixes that take something away on purpose.
  private static let removing = ["waiver/unused", "waiver/expired"]

  @Test func everyFactOfThePlanIsThereAfterwards() throws {
    var fixed: Set<String> = []
    for example in ExampleCase.all
    where example.triggers && example.rule.fix != nil
      && !Self.removing.contains(example.rule.name)
    {
      let files = example.files.map { (path: $0.path, text: $0.text.filter { $0 != "↓" }) }
      let before = SmallProgram(files)
      for plan in before.portfolio.plans {
        let fixes = before.findings(of: example.rule.name).filter { $0.path == plan.path }
          .compactMap(\.fix)
        guard let index = files.firstIndex(where: { $0.path == plan.path }) else { continue }
        let (bytes, applied) = FixApplier.apply(fixes, to: Array(files[index].text.utf8))
        guard !applied.isEmpty else { continue }
        fixed.insert(example.rule.name)
        var mended = files
        mended[index].text = String(decoding: bytes, as: UTF8.self)
        let after = try #require(
          SmallProgram(mended).portfolio.plans.first { $0.path == plan.path })
        let lost = facts(of: plan).subtracting(facts(of: after))
        #expect(lost.isEmpty, "\(example): \(lost.sorted())")
      }
    }
    #expect(fixed.count >= 8, "\(fixed.sorted())")
  }

  @Test func aChangedFactIsSeen() throws {
    let text = "---\naccount: Northwind\ntier: 1\n---\n## Risks\n\n| Risk |\n| --- |\n| Freeze |\n"
    func facts(_ text: String) throws -> Set<String> {
      self.facts(of: try #require(SmallProgram(text).portfolio.plans.first))
    }
    for (old, new) in [("Freeze", "Thaw"), ("tier: 1", "tier: 2"), ("Northwind", "Southwind")] {
      #expect(try facts(text.replacing(old, with: new)).isSuperset(of: facts(text)) == false)
    }
    #expect(try facts(text.replacing("## Risks", with: "\n\n## Risks")) == facts(text))
  }

  /// All values of a plan, without the places at which they stand and without what was said of them.
  private func facts(of plan: Plan) -> Set<String> {
    var plan = plan
    plan.doubts = []
    plan.suspicions = []
    plan.strangers = []
    plan.body = 0
    var lines: [String] = []
    walk(plan, "", into: &lines)
    return Set(lines)
  }

  private func walk(_ value: Any, _ name: String, into lines: inout [String]) {
    // An unwritten fact may be written down.
    if value is Span || name.hasSuffix("/header") || ["nil", "[]"].contains("\(value)") { return }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty || value is String {
      lines.append("\(name) = \(value)")
      return
    }
    for (index, child) in mirror.children.enumerated() {
      walk(child.value, "\(name)/\(child.label ?? "\(index)")", into: &lines)
    }
  }
}
