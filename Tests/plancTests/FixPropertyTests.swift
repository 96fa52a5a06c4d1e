import Foundation
import TestSupport
import Testing

/// What is true of every fix: findings get fewer, none is new, a second run changes nothing.
struct FixPropertyTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      struct Fix: Decodable {
        let safe: Bool
      }
      let rule: String
      let path: String
      let fingerprint: String
      let fix: Fix?
    }
    let findings: [Finding]
  }

  private struct Rule: Decodable {
    struct Example: Decodable {
      struct File: Decodable {
        let path: String
        let text: String
      }
      let triggers: Bool
      let settings: String
      let files: [File]
    }
    let name: String
    let fix: String?
    let examples: [Example]
  }

  private func lint(_ folder: Folder) throws -> [Report.Finding] {
    let outcome = try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--output-format", "json"], in: folder)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output)).findings
  }

  private func fix(_ folder: Folder, unsafe: Bool) throws -> Planc.Outcome {
    try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--fix", "--output-format", "concise"]
        + (unsafe ? ["--unsafe-fixes"] : []), in: folder)
  }

  /// Mends a program and holds it against what it was.
  ///
  /// - Returns: How many findings there were, and how many are left.
  @discardableResult
  private func mend(
    _ folder: Folder, unsafe: Bool, _ name: String
  ) throws -> (before: Int, after: Int) {
    let before = try lint(folder)
    let outcome = try fix(folder, unsafe: unsafe)
    #expect(outcome.status < 2, "\(name): \(outcome.notes)")
    let after = try lint(folder)
    let mended = folder.snapshot()
    var left: [String: Int] = [:]
    func spot(_ finding: Report.Finding) -> String {
      // Of several alike each has a number, which is that of its place.
      let print = finding.fingerprint.replacing(#/ #[0-9]+$/#, with: "")
      return finding.path + " " + print
    }
    for finding in before { left[spot(finding), default: 0] += 1 }
    for finding in after {
      left[spot(finding), default: 0] -= 1
      #expect(left[spot(finding), default: 0] >= 0, "\(name): new: \(finding)")
    }
    let fixable = before.count { $0.fix.map { $0.safe || unsafe } ?? false }
    #expect(before.count >= after.count)
    if fixable > 0, !outcome.notes.contains("left as") {
      #expect(before.count > after.count, "\(name): \(outcome.all)")
    }
    #expect(!outcome.notes.contains("error:"), "\(name): \(outcome.notes)")
    let again = try fix(folder, unsafe: unsafe)
    #expect(again.notes.contains("fixed nothing"), "\(name): \(again.notes)")
    #expect(folder.snapshot() == mended, "\(name)")
    return (before.count, after.count)
  }

  @Test func theExamplesOfEveryRuleWithAFix() throws {
    let text = try Planc.run(["explain", "--all", "--output-format", "json"], in: try Folder())
    let rules = try JSONDecoder().decode([Rule].self, from: Data(text.output))
    var showing: Set<String> = []
    for rule in rules where rule.fix != nil {
      for (number, example) in rule.examples.enumerated() where example.triggers {
        // Both ends of lines, and both kinds of fixes, in turn.
        let (end, unsafe) = number.isMultiple(of: 2) ? ("\n", false) : ("\r\n", true)
        let folder = try Folder([("planc.yml", example.settings)])
        for file in example.files {
          try folder.write(
            file.path,
            file.text.replacing("↓", with: "").replacing("\n", with: end))
        }
        let found = try lint(folder)
        if found.contains(where: { $0.rule == rule.name && $0.fix != nil }) {
          showing.insert(rule.name)
        }
        guard found.contains(where: { $0.fix != nil }) else { continue }
        try mend(folder, unsafe: unsafe, "\(rule.name), example \(number + 1)")
        for file in example.files where file.path.hasSuffix(".md") {
          let lines = try folder.read(file.path).utf8.split(separator: 0x0A)
          #expect(lines.dropLast().allSatisfy { ($0.last == 0x0D) == (end == "\r\n") })
        }
      }
    }
    // A rule says that it is mended, and shows it.
    #expect(showing == Set(rules.filter { $0.fix != nil }.map(\.name)))
  }

  /// Plans with a few letters lost, doubled or swapped.
  @Test(arguments: [1, 2] as [UInt64])
  func plansWithSlips(_ seed: UInt64) throws {
    var dice = Dice(seed)
    let folder = try Folder([
      ("planc.yml", "people: { maya.chen: { name: Maya Chen }, kofi.mensah: { name: Kofi } }\n")
    ])
    for (path, text) in PlanGenerator.plans(30, seed: seed &* 1000) {
      var bytes = Array(text.utf8)
      for _ in 0..<(1 + dice.below(8)) {
        let at = dice.below(bytes.count - 1)
        // Letters, and now and then a mark of the format.
        let marks = Array("|-#:,.[]{}'\"@ \n".utf8)
        guard bytes[at] < 0x80, bytes[at + 1] < 0x80 else { continue }
        switch dice.below(5) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(bytes[at], at: at)
        case 2: bytes.swapAt(at, at + 1)
        case 3: bytes[at] = 0x61 + UInt8(dice.below(26))
        default: bytes.insert(dice.pick(marks), at: at)
        }
      }
      try folder.write(path, bytes: bytes)
    }
    let safe = try mend(folder, unsafe: false, "seed \(seed)")
    #expect(safe.before > safe.after)
    try mend(folder, unsafe: true, "seed \(seed)")
  }
}
