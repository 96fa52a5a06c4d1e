import PlanReport
import PlanSource

/// Names the nearest right word for a misspelt one.
enum Suggestion {
  /// - Parameter help: The command that lists the right words.
  static func fault(
    _ message: String, _ word: String, among words: [String], asking help: String
  ) -> Fault {
    let near = Nearest.named(word, among: words)
    return Fault(
      TerminalText.escape(message),
      help: near.map { "did you mean `\($0)`?" } ?? "`\(help)` lists them")
  }
}
