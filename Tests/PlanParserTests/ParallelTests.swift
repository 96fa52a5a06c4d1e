import PlanModel
import PlanParser
import PlanSource
import TestSupport
import Testing

/// The Markdown parser keeps a table for the whole process; plans read at the same time must not disturb each other.
@Suite(.serialized)
struct ParallelTests {
  private static let sources = PlanGenerator.plans(1000, seed: 2026).map {
    SourceFile(path: $0.path, bytes: Array($0.text.utf8))
  }

  private static func read(_ source: SourceFile) -> Reading {
    PlanReader.read(source, in: Program())
  }

  /// The plans read on some threads, put in order afterwards.
  private func together(_ jobs: Int, _ dump: @escaping @Sendable (SourceFile) -> String) async
    -> [String]
  {
    let sources = Self.sources
    let parts = await withTaskGroup(of: [(Int, String)].self) { group in
      for job in 0..<jobs {
        group.addTask {
          stride(from: job, to: sources.count, by: jobs).map { ($0, dump(sources[$0])) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return parts.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The text and the findings of each.
  @Test func aThousandPlansReadTogetherAreWhatTheyAreOneByOne() async {
    let text: @Sendable (SourceFile) -> String = { source in
      let reading = Self.read(source)
      let sections = reading.plan.map { PlanReader.text(of: $0, source, in: Program()) }
      return Dump.text(of: sections ?? [])
        + reading.findings.map { "\($0.rule) \($0.span?.start ?? 0) \($0.message)" }.joined()
    }
    let serial = Self.sources.map { text($0) }
    #expect(serial.count { $0.contains("~~") } > 300)
    #expect(serial.count { $0.contains("http://www.example.com") } > 300)
    #expect(serial.count { $0.contains("mailto:") } > 300)
    for jobs in [2, 4, 8, 4] {
      #expect(different(serial, await together(jobs, text)) == [])
    }
  }

  /// All that a reading says, to the last place and piece of text, which takes long to write down: of every fifth plan.
  @Test func allThatIsSaidOfThemIsTheSame() async {
    let whole: @Sendable (SourceFile) -> String = { source in
      let reading = Self.read(source)
      let place = reading.plan?.path.utf8.reduce(0) { $0 &+ Int($1) } ?? 0
      return place % 5 == 0 ? String(describing: reading) : ""
    }
    let serial = Self.sources.map { whole($0) }
    #expect(serial.count { !$0.isEmpty } > 100)
    #expect(different(serial, await together(4, whole)) == [])
  }

  private func different(_ serial: [String], _ parallel: [String]) -> [String] {
    guard serial.count == parallel.count else { return ["another number of plans"] }
    return serial.indices.filter { serial[$0] != parallel[$0] }.map { Self.sources[$0].path }
  }
}

/// A plan's text as it was understood, with its marks.
enum Dump {
  static func text(of sections: [TextSection]) -> String {
    sections.map { "\($0.title.marked)\n\(blocks($0.blocks))" }.joined(separator: "\n")
  }

  private static func blocks(_ all: [Block]) -> String {
    all.map { block -> String in
      let place = "\(block.span.start)-\(block.span.end) "
      switch block.kind {
      case .heading(let level, let inlines): return place + "h\(level) " + inlines.marked
      case .paragraph(let inlines): return place + inlines.marked
      case .list(let list):
        return place
          + list.items.map { "[\($0.done.map(String.init) ?? "")] " + blocks($0.blocks) }
          .joined()
      case .quote(let inner): return place + "> " + blocks(inner)
      case .code(let language, let text): return place + "code \(language) \(text)"
      case .table(let table):
        return place
          + ([table.header] + table.rows).map { row in
            row.cells.map { "\($0.span.start) \($0.inlines.marked)|" }.joined()
          }.joined()
      case .rule: return place + "rule"
      case .html(let html): return place + "html \(html)"
      }
    }.joined(separator: "\n")
  }
}

extension [Inline] {
  /// The text with its marks.
  fileprivate var marked: String {
    map { inline in
      switch inline {
      case .text(let text): "'\(text)'"
      case .code(let text): "`\(text)`"
      case .emphasis(let inner): "*\(inner.marked)*"
      case .strong(let inner): "**\(inner.marked)**"
      case .strikethrough(let inner): "~~\(inner.marked)~~"
      case .link(let url, let title, let inner): "[\(inner.marked)](\(url) \(title))"
      case .image(let url, let title, let inner): "![\(inner.marked)](\(url) \(title))"
      case .softBreak: "\n"
      case .lineBreak: "\\\n"
      case .html(let html): "html \(html)"
      }
    }.joined()
  }
}
