import Glibc
import PlanReport

/// Files and folders, by the system's own calls. Every fault names path and cause.
enum Disk {
  /// What stands at a path.
  enum Kind: Sendable {
    case file, folder, link, other
  }

  /// The kind of a path itself; nil when there is nothing.
  static func kind(_ path: String, following: Bool = false) -> Kind? {
    var info = stat()
    guard (following ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path without symbolic links; the system's error number when it leads nowhere.
  static func resolve(_ path: String) -> Result<String, Code> {
    guard let resolved = realpath(path, nil) else { return .failure(Code(errno)) }
    defer { free(resolved) }
    return .success(String(cString: resolved))
  }

  /// The path without symbolic links, as far as it leads; what is not there is kept as it is written.
  static func reach(_ path: String) -> String {
    if let real = try? resolve(path).get() { return real }
    let parent = Path.parent(path)
    guard parent != path, parent != "." else { return path }
    let folder = reach(parent)
    return (folder == "/" ? "" : folder) + "/" + Path.name(path)
  }

  /// An error number of the system.
  struct Code: Error {
    let number: Int32
    init(_ number: Int32) { self.number = number }
    var reason: String { Fault.reason(number) }
  }

  /// A file's bytes, at most `limit` of them; anything but a plain file is refused.
  static func read(_ path: String, limit: Int = .max) -> Result<[UInt8], Code> {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .failure(Code(errno)) }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { return .failure(Code(errno)) }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return readAll(file, expecting: min(Int(info.st_size), limit), limit: limit)
    case S_IFDIR: return .failure(Code(EISDIR))
    default: return .failure(Code(ENXIO))
    }
  }

  /// All of standard input, at most `limit` bytes.
  static func readStandardInput(limit: Int) -> Result<[UInt8], Code> {
    readAll(0, expecting: nil, limit: limit)
  }

  /// - Parameter expected: How many bytes a file says it has; nil where nobody knows.
  private static func readAll(
    _ file: Int32, expecting expected: Int?, limit: Int
  ) -> Result<[UInt8], Code> {
    var bytes = [UInt8](repeating: 0, count: (expected ?? 4096) + 1)
    var count = 0
    while count < limit {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let room = min(bytes.count, limit) - count
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress.map { $0 + count }, room)
      }
      if got < 0 {
        if errno == EINTR { continue }
        return .failure(Code(errno))
      }
      count += got
      if got == 0 || count == expected { break }
    }
    bytes.removeSubrange(count...)
    return .success(bytes)
  }

  /// A name in a folder.
  struct Name: Sendable {
    /// Repaired where it is not UTF-8, so that it can be shown; it then leads nowhere.
    let name: String
    let isText: Bool
    /// What the folder itself says is there; nil where it does not say.
    let kind: Kind?
  }

  /// The names in a folder, in the order of their bytes.
  static func names(in folder: String) -> Result<[Name], Code> {
    guard let stream = opendir(folder) else { return .failure(Code(errno)) }
    defer { closedir(stream) }
    var names: [Name] = []
    errno = 0
    while let entry = readdir(stream) {
      let (text, name) = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let name = bytes.assumingMemoryBound(to: CChar.self).baseAddress
        let text = name.flatMap { String(validatingCString: $0) }
        return (text, text ?? name.map { String(cString: $0) } ?? "")
      }
      guard name != ".", name != ".." else { continue }
      let kind: Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_REG): .file
        case Int(DT_UNKNOWN): nil
        default: .other
        }
      names.append(Name(name: name, isText: text != nil, kind: kind))
    }
    if errno != 0 { return .failure(Code(errno)) }
    return .success(names.sorted { $0.name.precedes($1.name) })
  }

  /// Writes a new file; nothing may stand at the path.
  ///
  /// - Parameter other: A file whose mode and, as far as that is allowed, owner it gets.
  static func create(_ path: String, _ bytes: [UInt8], like other: stat? = nil) throws(Fault) {
    let mode: mode_t = other == nil ? 0o644 : 0o600
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw Fault("cannot write", path, errno) }
    var failure = write(bytes, to: file)
    if let other, failure == nil { failure = adopt(other, file) }
    let closed = close(file) == 0 ? 0 : errno
    if let code = failure ?? (closed == 0 ? nil : closed) {
      unlink(path)
      throw Fault("cannot write", path, code)
    }
  }

  /// Moves a file or folder to a place where nothing stands, or an empty folder.
  ///
  /// - Returns: Whether it is there now.
  static func move(_ path: String, to place: String) -> Bool { rename(path, place) == 0 }

  /// Writes behind what a file holds already.
  static func append(_ path: String, _ bytes: [UInt8]) throws(Fault) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Fault("cannot write", path, errno) }
    let failure = write(bytes, to: file)
    let closed = close(file) == 0 ? 0 : errno
    if let code = failure ?? (closed == 0 ? nil : closed) {
      throw Fault("cannot write", path, code)
    }
  }

  /// The bytes in a file; none when there is no such file.
  static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// Writes all bytes; the error number when that fails.
  static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var count = 0
      while count < buffer.count {
        let put = Glibc.write(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if put < 0 {
          if errno == EINTR { continue }
          return errno
        }
        count += put
      }
      return nil
    }
  }

  static func makeFolder(_ path: String) throws(Fault) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw Fault("cannot make the folder", path, errno)
    }
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(Fault) {
    if path.isEmpty || kind(path, following: true) == .folder { return }
    try makeFolders(Path.parent(path))
    try makeFolder(path)
  }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed.
  static func remove(_ path: String) throws(Fault) {
    guard let kind = kind(path) else { return }
    if kind == .folder {
      switch names(in: path) {
      case .success(let names): for name in names { try remove(path + "/" + name.name) }
      case .failure(let code): throw Fault("cannot empty the folder", path, code.number)
      }
      guard rmdir(path) == 0 else { throw Fault("cannot remove", path, errno) }
    } else {
      guard unlink(path) == 0 else { throw Fault("cannot remove", path, errno) }
    }
  }
}

/// Paths as text.
enum Path {
  /// Everything before the last `/`; `.` where there is none.
  static func parent(_ path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  static func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// The path from the root folder on, without `.` and `..`, links not followed.
  static func absolute(_ path: String, from base: String) -> String {
    var parts: [Substring] = []
    let whole = path.hasPrefix("/") ? path : base + "/" + path
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a path is another one or lies below it; all do below nothing.
  static func isSame(_ path: String, orBelow folder: String) -> Bool {
    folder.isEmpty || path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// The path relative to a folder above it; nil when it lies outside.
  static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "" }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }
}
