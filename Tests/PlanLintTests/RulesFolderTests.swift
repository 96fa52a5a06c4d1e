import Foundation
import PlanLint
import PlanParser
import PlanSource
import Testing

/// A rule is a file, a name and a type, and they say the same.
struct RulesFolderTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test func listsHoldTheRulesOfTheFolder() throws {
    let listed =
      Rules.plan.map { ("\($0)", $0.about.name) } + Rules.portfolio.map { ("\($0)", $0.about.name) }
      + Rules.afterwards.map { ("\($0)", $0.about.name) }
    let folder = Self.sources.appending(path: "PlanLint/Rules")
    var files: Set<String> = []
    for group in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      for file in try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: group).path)
      {
        files.insert("\(group)/\(file)")
      }
    }
    let expected = listed.map { type, rule in
      let parts = rule.split(separator: "/")
      // A name that does not stand alone has its group before it: `SponsorMissing`.
      #expect([pascal(parts[1]), pascal(parts[0]) + pascal(parts[1])].contains(type))
      return "\(pascal(parts[0]))/\(type).swift"
    }
    #expect(Set(expected).count == expected.count)
    #expect(Set(expected) == files)
  }

  @Test func readingRulesHoldTheRulesOfTheirFolder() throws {
    let folder = Self.sources.appending(path: "PlanParser/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let expected = ReadingRules.all.map { rule in
      #expect(rule.group == "structure")
      return pascal(rule.name.split(separator: "/")[1]) + ".swift"
    }
    // `bad-id` is `BadID.swift`: case is put aside.
    #expect(
      Set((expected + ["ReadingRules.swift"]).map { $0.lowercased() })
        == Set(files.map { $0.lowercased() }))
  }

  @Test func namesAreUnique() {
    let names = (Rules.all + ReadingRules.all).map(\.name)
    #expect(Set(names).count == names.count)
  }

  /// What is printed with each finding reads as one sentence after another.
  @Test func documentationIsWrittenAsItIsPrinted() {
    for rule in Rules.all + ReadingRules.all {
      #expect(rule.summary.hasSuffix("."), "\(rule.name)")
      #expect(rule.mend.hasSuffix("."), "\(rule.name)")
      #expect(!rule.why.hasSuffix(".") && !rule.why.isEmpty, "\(rule.name)")
    }
  }

  private func pascal(_ words: Substring) -> String {
    words.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
