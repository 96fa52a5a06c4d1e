import ArgumentParser

/// The root command; what each subcommand does is in `Commands/`.
struct Planc: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "planc",
    abstract: "Check and publish account plans.",
    discussion: """
      A program is a folder with plans/ and, if you like, planc.yml. One Markdown file is one target \
      account. planc checks the plans against the rules of their tier and compiles them into a site.

      Begin with:
        planc init                        a new program in this folder
        planc new "Northwind" --tier 2    a plan with what tier 2 asks for
        planc lint                        what is missing, and what to type
        planc build                       the site, in site/
      """,
    version: plancVersion,
    subcommands: [Lint.self, Build.self, Explain.self, Init.self, New.self, Clean.self])
}

@main
enum Main {
  static func main() async {
    World.ignoreBrokenPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try Usage(arguments).refuseMisspeltCommand()
      var command = try Planc.parseAsRoot(ChangeOptions.completed(arguments))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let fault as Fault {
      World.note(fault.description)
      World.exit(2)
    } catch let status as ExitCode {
      World.exit(status.rawValue)
    } catch {
      if Planc.exitCode(for: error).isSuccess {
        do { try World.print(Planc.fullMessage(for: error) + "\n") } catch { World.exit(2) }
        World.exit(0)
      }
      World.note(Usage(arguments).fault(Planc.message(for: error)).description)
      World.exit(2)
    }
  }
}
