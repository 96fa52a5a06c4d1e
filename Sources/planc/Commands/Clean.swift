import ArgumentParser
import PlanReport

struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Remove the results kept by earlier runs.",
    discussion: """
      lint keeps what it found in .planc-cache, so that the next run is quick. Nothing is lost with \
      it but that time.

      Example:
        planc clean
      """)

  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      "The program's folder; else the nearest one upwards that holds planc.yml or plans/.",
      valueName: "dir"))
  var directory: String?
  @OptionGroup var cache: CacheFolderOption
  @Flag(name: [.short, .long], help: "Do not say what was removed.")
  var quiet = false

  func run() throws {
    let folder = try cache.folder ?? CacheFolder(of: try Session.root(directory))
    let wasThere = try folder.remove()
    guard !quiet else { return }
    let path = TerminalText.escape(folder.path)
    World.note(wasThere ? "removed \(path)" : "there is nothing to remove: no \(path)")
  }
}
