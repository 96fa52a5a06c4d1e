import PlanModel
import PlanReport
import PlanSite
import PlanSource

/// The edition that `--edition` names.
enum EditionChoice {
  /// - Throws: A fault that names the editions there are, or says how to write one.
  static func named(_ name: String, in program: Program) throws(Fault) -> Edition {
    let editions = program.site.editions
    if let edition = editions.first(where: { $0.name == name }) { return edition }
    let names = editions.map(\.name)
    guard !names.isEmpty else {
      throw Fault(
        "there is no edition \(TerminalText.escape(name)): planc.yml names none",
        help: "write one in planc.yml, such as `site: { editions: { customer: { sections: "
          + "[objectives, mutual-action-plan], fields: [account] } } }`")
    }
    let near = Nearest.guess(name, among: names)
    throw Fault(
      "there is no edition \(TerminalText.escape(name)) in planc.yml",
      help: near.map { "did you mean `--edition \($0)`?" }
        ?? "there is \(names.joined(separator: ", ")); another one is written below "
        + "`site: { editions: … }`")
  }

  /// Where to find what was written, and what to do with it.
  static func told(_ edition: Edition, _ site: Site, accounts: Int, in target: String) -> String {
    let folders = site.files.filter { $0.path.hasSuffix("/index.html") }.map { $0.path }
    let left = accounts - folders.count
    let rest =
      left == 0
      ? "" : "; \(left) active \(left == 1 ? "account has" : "accounts have") nothing to show in it"
    guard let first = folders.first else {
      return "the edition \(edition.name) is empty: no active plan has anything of what it names"
    }
    let count = folders.count == 1 ? "one account" : "\(folders.count) accounts"
    return "the edition \(edition.name) is written for \(count)\(rest)\n"
      + "each has a folder to be handed out by itself: open \(target)/\(first)"
  }
}
