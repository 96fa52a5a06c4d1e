import PlanModel

extension DataFile {
  static let calendar = DataFile(
    "calendar",
    "something that is due on a day, ahead or late: a review, task, play, close, renewal or objective.",
    rows: { model in
      model.calendar.events.map { (event: $0, account: model.accounts[$0.account], model: model) }
    },
    [
      .day("day", "The day it is due") { $0.event.day },
      .flag("late", "Whether that day has passed") { $0.event.isLate },
      .text("kind", "review, task, play, close, renewal or objective") { $0.event.kind.rawValue },
      .text("what", "What is due, as the plan says it") { $0.event.text },
      .list("ours", "Who of ours: ids") { $0.event.people },
      .list("theirs", "Who of theirs, by name") { $0.event.contacts },
      .money("amount", "Of the deal, or of what is renewed") { $0.event.amount },
      .text("account", "The account’s id: its plan’s file without .md") {
        $0.model.plan(of: $0.account).id
      },
      .text("name", "What the account is called") { $0.account.name },
      .number("tier", "1, 2 or 3") { $0.account.tier.rawValue },
      .text("path", "The file that the row comes from") { $0.account.path },
      .number("line", "The line in that file, from 1; empty where nobody wrote it") {
        $0.event.line
      },
    ])
}
