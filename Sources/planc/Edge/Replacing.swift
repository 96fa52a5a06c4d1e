import Glibc
import PlanReport

/// Files that take the place of others: written beside them, then moved over them, whole or not at all.
extension Disk {
  /// Replaces a file, which keeps its mode; a link stays, and what it leads to is replaced.
  ///
  /// - Parameter expected: What must stand in the file until the last moment.
  static func replace(
    _ path: String, _ bytes: [UInt8], ifStill expected: [UInt8]? = nil
  ) throws(Fault) {
    if kind(path, following: true) == .other {
      // A pipe or a device takes the bytes as they come.
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw Fault("cannot write", path, errno) }
      defer { close(file) }
      if let code = write(bytes, to: file) { throw Fault("cannot write", path, code) }
      return
    }
    let target = (try? resolve(path).get()) ?? path
    var info = stat()
    let old = stat(target, &info) == 0 ? info : nil
    // A name has 255 bytes at most, and the file's own may have as many.
    let beside = Path.parent(target) + "/.planc-\(getpid())"
    do {
      try create(beside, bytes, like: old)
    } catch {
      // The name beside it is nobody's concern.
      throw Fault(
        error.message.replacing(TerminalText.escape(beside), with: TerminalText.escape(path)))
    }
    if let expected {
      switch read(target) {
      case .success(let found) where found == expected: break
      case .success:
        unlink(beside)
        throw Fault(
          "\(TerminalText.escape(path)) was changed while planc read it, and is left as it is",
          help: "run it again")
      case .failure(let code):
        unlink(beside)
        throw Fault("cannot read", path, code.number)
      }
    }
    guard rename(beside, target) == 0 else {
      let code = errno
      unlink(beside)
      throw Fault("cannot write", path, code)
    }
  }

  /// Puts a file in the place of whatever stands there but a folder. A link is replaced, and not what it leads to.
  static func put(_ path: String, _ bytes: [UInt8]) throws(Fault) {
    let beside = path + ".planc-\(getpid())"
    unlink(beside)
    try create(beside, bytes)
    guard rename(beside, path) == 0 else {
      let code = errno
      unlink(beside)
      throw Fault("cannot write", path, code)
    }
  }

  /// What tells a folder from every other one on this machine; nil when it is not there.
  static func identity(_ folder: String) -> String? {
    var info = stat()
    return lstat(folder, &info) == 0 ? "\(info.st_dev) \(info.st_ino)" : nil
  }

  /// The names in a folder with a common beginning, without those that were written last.
  ///
  /// - Parameter count: How many of these there may be.
  static func oldest(in folder: String, beginning: String, but count: Int) -> [String] {
    let names = (try? names(in: folder).get().map(\.name).filter { $0.hasPrefix(beginning) }) ?? []
    guard names.count > count else { return [] }
    let times = names.map { name in
      var info = stat()
      guard lstat(folder + "/" + name, &info) == 0 else { return (0, 0) }
      return (info.st_mtim.tv_sec, info.st_mtim.tv_nsec)
    }
    return zip(names, times).sorted { $0.1 > $1.1 }.dropFirst(count).map(\.0)
  }

  /// Gives a new file the mode of another and, as far as that is allowed, its owner; the error number when its bytes do
  /// not reach the disk.
  static func adopt(_ other: stat, _ file: Int32) -> Int32? {
    var info = stat()
    guard fstat(file, &info) == 0 else { return errno }
    var mode = other.st_mode & 0o7777
    if info.st_uid != other.st_uid || info.st_gid != other.st_gid,
      fchown(file, other.st_uid, other.st_gid) != 0
    {
      // Of another owner's or group's file nobody else gets more than he had.
      mode &= fchown(file, uid_t.max, other.st_gid) == 0 ? 0o777 : 0o707
    }
    guard fchmod(file, mode) == 0, fsync(file) == 0 else { return errno }
    return nil
  }
}

extension Workspace {
  /// Replaces a plan that still holds what was read. One that may not be written stays, and so does one that a link
  /// outside the program leads to.
  func mend(_ path: String, from old: [UInt8], to new: [UInt8]) throws(Fault) {
    let whole = root + "/" + path
    let real: String
    switch Disk.resolve(whole) {
    case .success(let resolved): real = resolved
    case .failure(let code): throw Fault("cannot write", path, code.number)
    }
    guard Path.relative(real, to: root) != nil else {
      throw Fault(
        "cannot write \(TerminalText.escape(path)): the link leads out of the program",
        help: "mend \(TerminalText.escape(real)) where it belongs")
    }
    // Two names may lead to one file.
    if case .success(let found) = Disk.read(real), found == new { return }
    var info = stat()
    guard stat(real, &info) == 0 else { throw Fault("cannot write", path, errno) }
    // Moving another file over it would pass over its permission, and root has every permission.
    guard info.st_mode & 0o222 != 0, access(real, W_OK) == 0 else {
      throw Fault(
        "cannot write", path, EACCES,
        help: "`chmod u+w` lets planc mend it; `--diff` only shows how")
    }
    do {
      try Disk.replace(real, new, ifStill: old)
    } catch {
      throw Fault(
        error.message.replacing(TerminalText.escape(real), with: TerminalText.escape(path)),
        help: error.help)
    }
  }
}
