import ArgumentParser
import PlanReport

/// Says in our words what is wrong with a command line, and what to type instead.
struct Usage {
  private let arguments: [String]
  /// What the first word names; planc itself when it names nothing.
  private let command: ParsableCommand.Type

  init(_ arguments: [String]) {
    self.arguments = arguments
    command =
      Planc.configuration.subcommands.first { Self.names(of: $0).contains(arguments.first ?? "") }
      ?? Planc.self
  }

  private static func names(of command: ParsableCommand.Type) -> [String] {
    [command.configuration.commandName ?? ""] + command.configuration.aliases
  }

  /// `planc lint`.
  private var name: String {
    command == Planc.self ? "planc" : "planc \(command.configuration.commandName ?? "")"
  }

  /// Names the nearest command when the first word is none; the second, behind `help`.
  func refuseMisspeltCommand() throws(Fault) {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let word = words.first, !word.hasPrefix("-") else { return }
    let commands = Planc.configuration.subcommands.flatMap(Self.names) + ["help"]
    guard !commands.contains(word) else { return }
    throw Suggestion.fault(
      "there is no command `\(word)`", word, among: commands, asking: "planc --help")
  }

  /// - Parameter message: What the argument parser says of the fault. Sentences that are not known here are passed on.
  func fault(_ message: String) -> Fault {
    let fault = translated(message)
    // A shell that lists files passes on what somebody called them: a line end begins no line of ours.
    return Fault(
      TerminalText.escape(fault.message), help: fault.help.map { TerminalText.escape($0) })
  }

  private func translated(_ message: String) -> Fault {
    // A fault of our own, which the parser hands on as text.
    if let own = Quoted(message, "error: ") {
      let parts = own.rest.split(separator: "\n  = help: ", maxSplits: 1).map(String.init)
      return Fault(parts.first ?? message, help: parts.count > 1 ? parts[1] : nil)
    }
    let flags = CommandFlag.all(of: command)
    if let flag = Quoted(message, "Unknown option '") { return unknown(flag.upToQuote, flags) }
    if let flag = Quoted(message, "Invalid option: ") { return unknown(flag.rest, flags) }
    if let flag = Quoted(message, "Missing value for '") {
      let words = flag.upToQuote
      let known = flags.first { $0.isNamed(words) }
      return Fault(
        "\(String(words.prefix { $0 != " " })) needs a value",
        help: known.map { $0.takes ?? "write it as `\(words)`: \($0.clause)" } ?? lists("its flags")
      )
    }
    if let value = Quoted(message, "The value '") { return wrong(value, flags) }
    if let flag = Quoted(message, "The option '") {
      return Fault("\(flag.upToQuote) takes no value", help: "write just `\(flag.upToQuote)`")
    }
    if let word = Quoted(message, "Missing expected argument '") {
      return Fault("`\(name)` needs `\(word.upToQuote)`", help: example)
    }
    if message.contains("nexpected argument"), let first = message.firstIndex(of: "'") {
      let word = Quoted(String(message[first...]), "'").map(\.upToQuote) ?? ""
      return Fault("`\(name)` does not know what to do with `\(word)`", help: surplus)
    }
    let lines = message.split(separator: "\n").map(String.init)
    return Fault(
      lines.first ?? "this is no command line of planc",
      help: lines.count > 1 ? Self.line(lines.dropFirst()) : lists("its flags"))
  }

  /// Lines as one, with single spaces.
  private static func line(_ lines: ArraySlice<String>) -> String {
    lines.flatMap { $0.split(separator: " ") }.joined(separator: " ")
  }

  private func unknown(_ flag: String, _ flags: [CommandFlag]) -> Fault {
    let message = "`\(name)` has no flag `\(flag)`"
    if command == Planc.self, arguments.first == flag, CommandFlag.isOfAnyCommand(flag) {
      return Fault(message, help: "flags stand behind the command, such as `planc lint \(flag) …`")
    }
    if name == "planc init", flag == "-C" {
      return Fault(message, help: "name the folder alone: `planc init DIR`")
    }
    // `-Cdir`, which we do not read.
    if let short = flags.first(where: { $0.value != nil && flag.hasPrefix($0.names[0]) }),
      short.names[0].count == 2
    {
      let value = flag.dropFirst(2)
      return Fault(message, help: "write the value apart: `\(short.names[0]) \(value)`")
    }
    return Fault(message, help: CommandFlag.near(flag, flags) ?? lists("its flags"))
  }

  /// `… is invalid for '--tier <n>'. Please provide one of …`
  private func wrong(_ message: Quoted, _ flags: [CommandFlag]) -> Fault {
    let parts = message.rest.split(separator: "' is invalid for '", maxSplits: 1).map(String.init)
    let value = parts.first ?? ""
    let words = Quoted(parts.count > 1 ? parts[1] : "", "")?.upToQuote ?? ""
    let flag = String(words.prefix { $0 != " " })
    guard let known = flags.first(where: { $0.isNamed(flag) }) else {
      return Fault("\(flag): `\(value)` is no value of it", help: lists("its flags"))
    }
    if known.values.isEmpty, known.value == "n" {
      return Fault(
        "\(flag): `\(value)` is no number", help: "write one, such as `\(flag) 4`")
    }
    let near = CommandFlag.nearWord(value, among: known.values)
    let takes = known.takes ?? known.clause
    return Fault(
      "\(flag): there is no value `\(value)`",
      help: near.map { "did you mean `\($0)`? \(takes.capitalizedFirst)" } ?? takes)
  }

  private func lists(_ what: String) -> String { "`\(name) --help` lists \(what)" }

  /// What to do with a word too many.
  private var surplus: String {
    switch name {
    case "planc build": "it reads all plans; `-o DIR` names the folder to write"
    case "planc explain": "name one rule or group, or pass --all"
    case "planc init": "name one folder, or none for this one"
    case "planc new": "quote a name of several words, \(example)"
    default: lists("what it takes")
    }
  }

  /// The command as it is written with all it needs.
  private var example: String {
    name == "planc new"
      ? "such as `planc new \"Northwind Traders\" --tier 2`" : lists("what it takes")
  }
}

/// What follows a beginning, up to a quotation mark or to the end.
private struct Quoted {
  let rest: String

  init?(_ text: String, _ start: String) {
    guard text.hasPrefix(start) else { return nil }
    rest = String(text.dropFirst(start.count))
  }

  /// The text before the next quotation mark, or all of it.
  var upToQuote: String { String(rest.prefix { $0 != "'" }) }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
