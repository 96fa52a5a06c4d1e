import Glibc

/// The built command, run as a user runs it: a process of its own, with nothing of the tests' environment.
struct Planc {
  /// How a run ended.
  struct Outcome {
    /// The exit status; 128 and the signal when it was killed, 124 when it hung.
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]
    /// The most memory it held, in megabytes; nil when nobody measured.
    let memory: Int?

    var text: String { String(decoding: output, as: UTF8.self) }
    /// Without the notice of rules that need git: most tests are in no repository.
    var notes: String {
      allNotes.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("notice: rules that need git are left out (") }
        .joined(separator: "\n")
    }
    var allNotes: String { String(decoding: errors, as: UTF8.self) }
    /// Both, for a message that can be on either.
    var all: String { text + notes }
  }

  /// The folder of the test bundle, where the package's commands are built too.
  static let folder: String = {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let path = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
  }()

  /// The command that is tested: `PLANC` names another, as it is handed out, than the slow one built with the tests.
  static let path = getenv("PLANC").map { String(cString: $0) } ?? folder + "/planc"
  /// Seconds of processor time for one hostile plan.
  private static let limit = getenv("PLANC") == nil ? "15" : "5"

  /// A process that hangs is ended after so many seconds; none is expected to come near it.
  private static let patience = "180"

  /// Runs planc.
  ///
  /// - Parameters:
  ///   - folder: Where it is called.
  ///   - environment: All it sees beside PATH.
  ///   - input: Its standard input.
  ///   - output: A path that takes its standard output, instead of being read.
  static func run(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
    input: String = "", output: String? = nil
  ) throws -> Outcome {
    try run(command: [path] + arguments, in: folder, environment, input, output)
  }

  /// The same under a limit of processor time, with the memory it took. An input that costs the square of its length is
  /// killed by the limit; what stays below it is not judged by how busy the machine is.
  static func measure(_ arguments: [String], in folder: Folder) throws -> Outcome {
    let report = folder.beside("memory")
    let outcome = try run(
      command: [Self.folder + "/measure", report, limit, path] + arguments, in: folder, [:], "", nil
    )
    let text = try Folder.read(report)
    let kilobytes = Int(String(decoding: text, as: UTF8.self).filter(\.isNumber))
    return Outcome(
      status: outcome.status, output: outcome.output, errors: outcome.errors,
      memory: kilobytes.map { $0 / 1024 })
  }

  /// Any command; planc's path may be among the words.
  static func run(
    command: [String], in folder: Folder, _ environment: [String: String] = [:],
    _ input: String = "", _ output: String? = nil
  ) throws -> Outcome {
    let input = try folder.writeBeside("stdin", input)
    let output = (output ?? folder.beside("stdout"), isRead: output == nil)
    let errors = folder.beside("stderr")
    // Nothing is kept from run to run, unless a test says so.
    let environment = ["CI": "true"].merging(environment) { $1 }
    let process = try Child(
      ["timeout", "--kill-after=5", patience] + command, in: folder.path, environment,
      input: input, output: output.0, errors: errors)
    let status = process.wait()
    return Outcome(
      status: status, output: output.isRead ? try Folder.read(output.0) : [],
      errors: try Folder.read(errors), memory: nil)
  }
}

/// A process that was started.
struct Child {
  /// Why one could not be.
  struct Failure: Error { let reason: Int32 }

  let id: pid_t

  init(
    _ command: [String], in folder: String, _ environment: [String: String] = [:],
    input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    // `env` goes to the folder and becomes the command.
    var words = (["env", "-C", folder] + command).map { strdup($0) } + [nil]
    var variables =
      (["PATH": path].merging(environment) { $1 }).map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var id = pid_t()
    let reason = posix_spawnp(&id, "env", &actions, nil, &words, &variables)
    guard reason == 0 else { throw Failure(reason: reason) }
    self.id = id
  }

  /// The exit status; 128 and the signal when it was killed.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  func kill() { Glibc.kill(id, SIGKILL) }
}
