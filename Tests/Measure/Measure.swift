import Glibc

/// Runs a command with a limit of processor time, and writes down the most memory it held, in kilobytes.
///
///     measure REPORT SECONDS COMMAND ARGUMENT…
///
/// A process of its own, because the system counts the memory of whoever starts a command towards it.
@main
enum Measure {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 3, let seconds = UInt(arguments[2]) else { exit(125) }
    var limit = rlimit(rlim_cur: seconds, rlim_max: seconds + 1)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    var process = pid_t()
    var words = arguments.dropFirst(3).map { strdup($0) } + [nil]
    guard posix_spawnp(&process, arguments[3], nil, nil, &words, environ) == 0 else { exit(126) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    if let report = fopen(arguments[1], "w") {
      fputs("\(usage.ru_maxrss)\n", report)
      fclose(report)
    }
    let signal = status & 0x7F
    exit(signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
  }
}
