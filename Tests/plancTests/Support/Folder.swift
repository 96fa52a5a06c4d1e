import Glibc

/// A temporary folder that goes when nobody holds it any more.
final class Folder: Sendable {
  /// Why a file could not be read or written.
  struct Failure: Error {
    let path: String
    let reason: Int32
  }

  /// What is tested.
  let path: String
  /// The folder around it, which also holds what the tests themselves write.
  private let outer: String

  /// - Parameters:
  ///   - files: Paths and texts.
  ///   - name: What the folder is called.
  init(_ files: [(path: String, text: String)] = [], named name: String = "program") throws {
    var template = Array("/tmp/planc-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(path: "/tmp", reason: errno) }
    outer = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    chmod(outer, 0o755)
    path = outer + "/" + name
    mkdir(path, 0o755)
    for file in files { try write(file.path, file.text) }
  }

  /// A copy of a folder.
  convenience init(copyOf source: String, named name: String = "program") throws {
    try self.init(named: name)
    for (path, kind) in Folder.walk(source) where kind == .file {
      try write(path, bytes: try Folder.read(source + "/" + path))
    }
  }

  deinit {
    // What a test took the permission of must go too.
    for (path, kind) in Folder.walk(outer) where kind == .folder {
      chmod(outer + "/" + path, 0o755)
    }
    // Names that are no text are for the shell's tools to remove.
    _ = try? Child(["rm", "-rf", outer], in: "/").wait()
  }

  /// A path beside the folder that is tested.
  func beside(_ name: String) -> String { outer + "/" + name }

  func writeBeside(_ name: String, _ text: String) throws -> String {
    try Folder.write(beside(name), Array(text.utf8))
    return beside(name)
  }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  /// Writes a file, and the folders above it.
  func write(_ name: String, bytes: [UInt8]) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    try Folder.write(path + "/" + name, bytes)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Folder.read(path + "/" + name), as: UTF8.self)
  }

  func has(_ name: String) -> Bool { access(path + "/" + name, F_OK) == 0 }

  /// What stands at each path below a folder: a file's bytes, where a link leads, which kind it is.
  func snapshot(of name: String = "") -> [String: String] {
    let folder = name.isEmpty ? path : path + "/" + name
    var found: [String: String] = [:]
    for (path, kind) in Folder.walk(folder) {
      switch kind {
      case .file:
        let bytes = (try? Folder.read(folder + "/" + path)) ?? []
        found[path] = "file \(bytes.count) \(Folder.checksum(bytes))"
      case .folder: found[path] = "folder"
      case .other: found[path] = "other"
      }
    }
    return found
  }
}

// MARK: The disk

extension Folder {
  enum Kind { case file, folder, other }

  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Failure(path: path, reason: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &part, part.count)
      guard count >= 0 else { throw Failure(path: path, reason: errno) }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
  }

  static func write(_ path: String, _ bytes: [UInt8]) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(path: path, reason: errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(path: path, reason: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// The names in a folder as they are on the disk.
  static func names(_ path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// All that lies below a folder, links not followed, by path.
  static func walk(_ folder: String, below: String = "") -> [(path: String, kind: Kind)] {
    names(folder).flatMap { name -> [(path: String, kind: Kind)] in
      let path = below + name
      var info = stat()
      lstat(folder + "/" + name, &info)
      switch info.st_mode & S_IFMT {
      case S_IFREG: return [(path, .file)]
      case S_IFDIR: return [(path, .folder)] + walk(folder + "/" + name, below: path + "/")
      default: return [(path, .other)]
      }
    }
  }

  /// FNV-1a.
  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
