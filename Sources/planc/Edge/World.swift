import Glibc
import PlanModel
import PlanReport

/// The process's surroundings: folder, clock, environment, terminal.
enum World {
  /// The folder the command was called in.
  static func currentFolder() throws(Fault) -> String {
    guard let path = getcwd(nil, 0) else { throw Fault("cannot find", "the current folder", errno) }
    defer { free(path) }
    return String(cString: path)
  }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// `SOURCE_DATE_EPOCH`, else the clock, as a day of UTC.
  static func today() throws(Fault) -> Day {
    if let text = variable("SOURCE_DATE_EPOCH"), !text.isEmpty {
      guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
        throw Fault(
          "SOURCE_DATE_EPOCH is `\(text)`, which is no number of seconds since 1970",
          help: "unset it, or pass the day as --as-of 2026-11-20")
      }
      return Day(number: seconds / 86_400)
    }
    return Day(number: time(nil) / 86_400)
  }

  /// The processors this process may use.
  static func processors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The number of this process.
  static func process() -> Int { Int(getpid()) }

  /// What tells this build of planc from others: the size of its file, and when it was written; nil when the system
  /// does not say.
  static func executable() -> String? {
    var info = stat()
    guard stat("/proc/self/exe", &info) == 0 else { return nil }
    return "\(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)"
  }

  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  /// Whether standard output is coloured when nobody said so.
  static func wantsColor() -> Bool {
    if let force = variable("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
    if let none = variable("NO_COLOR"), !none.isEmpty { return false }
    return isTerminal(1) && variable("TERM") != "dumb"
  }

  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  /// Writes to standard output; findings and what was asked for.
  static func print(_ text: String) throws(Fault) { try print(bytes: Array(text.utf8)) }

  /// Writes bytes to standard output as they are.
  static func print(bytes: [UInt8]) throws(Fault) {
    if let code = Disk.write(bytes, to: 1) {
      // Who reads a pipe may stop reading; the status still says what was found.
      if code == EPIPE { return }
      throw Fault("cannot write to", "standard output", code)
    }
  }

  /// Writes findings to standard error, where standard output is for something else.
  static func printError(_ text: String) throws(Fault) {
    if let code = Disk.write(Array(text.utf8), to: 2) {
      throw Fault("cannot write to", "standard error", code)
    }
  }

  /// Writes a line to standard error; nothing is done about a standard error that is closed.
  static func note(_ text: String) {
    _ = Disk.write(Array((TerminalText.escapeLines(text) + "\n").utf8), to: 2)
  }

  /// A pipe that nobody reads any more is a fault of writing, not the end of the process.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
