import Glibc
import PlanReport

/// A fault of the world, or of the command line: it ends the run with status 2.
struct Fault: Error, CustomStringConvertible {
  /// What happened to what: names the path and the cause.
  let message: String
  /// What to do about it, if there is something.
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// A fault of the file system, with its own reason.
  init(_ what: String, _ path: String, _ code: Int32, help: String? = nil) {
    self.init("\(what) \(TerminalText.escape(path)): \(Fault.reason(code))", help: help)
  }

  /// The system's words for an error number, always in English.
  static func reason(_ code: Int32) -> String {
    let known: [Int32: String] = [
      ENOENT: "No such file or directory", EACCES: "Permission denied",
      EISDIR: "it is a folder, not a file", ENOTDIR: "a part of its path is not a folder",
      ENOSPC: "No space left on device", EROFS: "Read-only file system",
      ELOOP: "Too many levels of symbolic links", ENAMETOOLONG: "File name too long",
      EPERM: "Operation not permitted", EEXIST: "File exists", EDQUOT: "Disk quota exceeded",
      EFBIG: "File too large", EIO: "Input/output error", EMFILE: "Too many open files",
      EBUSY: "Device or resource busy", ENOTEMPTY: "the folder is not empty", EPIPE: "Broken pipe",
      EXDEV: "it lies on another file system",
      ENXIO: "it is a pipe, a socket or a device, not a file",
    ]
    return known[code] ?? "error \(code) of the system"
  }

  var description: String {
    "error: \(message)" + (help.map { "\n  = help: \($0)" } ?? "")
  }
}
