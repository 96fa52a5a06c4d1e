import PlanModel
import PlanParser
import PlanSource
import TestSupport
import Testing

/// The Markdown parser keeps a table for the whole process; plans read at the same time must not disturb each other.
@Suite(.serialized)
struct ParallelTests {
  /// All that a reading says, to the last place and piece of text.
  private static func dump(_ source: SourceFile) -> String {
    let reading = PlanReader.read(source, in: Program(), keepingText: true)
    return String(describing: reading)
  }

  @Test(arguments: [2, 4, 8])
  func aThousandPlansReadTogetherAreWhatTheyAreOneByOne(_ jobs: Int) async {
    let sources = PlanGenerator.plans(1000, seed: 2026).map {
      SourceFile(path: $0.path, bytes: Array($0.text.utf8))
    }
    #expect(sources.count { $0.bytes.contains(UInt8(ascii: "~")) } > 300)
    let serial = sources.map(Self.dump)
    for _ in 0..<3 {
      let parallel = await withTaskGroup(of: [(Int, String)].self) { group in
        for job in 0..<jobs {
          group.addTask {
            stride(from: job, to: sources.count, by: jobs).map { ($0, Self.dump(sources[$0])) }
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      let different = parallel.filter { serial[$0.0] != $0.1 }.map { sources[$0.0].path }
      #expect(parallel.count == sources.count)
      #expect(different == [])
    }
  }

  @Test func struckTextAndAddressesAreRead() throws {
    let source = SourceFile(
      path: "plans/a.md",
      bytes: Array("---\naccount: A\ntier: 1\n---\n~~old~~ www.example.com a@example.com\n".utf8))
    let text = Self.dump(source)
    #expect(text.contains("strikethrough"))
    #expect(text.contains("http://www.example.com"))
    #expect(text.contains("mailto:a@example.com"))
  }
}
