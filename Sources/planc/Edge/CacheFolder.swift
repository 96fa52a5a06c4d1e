import PlanReport

/// The folder in which results are kept from run to run. All in it can be made again: what is missing or damaged is
/// made anew, and a folder that cannot be written costs time and nothing else.
struct CacheFolder: Sendable {
  /// The name of the folder in a program's root, where nobody names another one.
  static let standardName = ".planc-cache"
  /// A file that says of its folder that it is a cache (https://bford.info/cachedir/).
  private static let tagName = "CACHEDIR.TAG"
  private static let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Written by planc.\n"

  let path: String

  init(path: String) { self.path = path }

  /// The one of a program, where nobody names another.
  init(of root: String) { path = root + "/" + Self.standardName }

  /// What was kept under a name; nil when there is nothing that can be read.
  func read(_ name: String) -> [UInt8]? { try? Disk.read(path + "/" + name).get() }

  /// Keeps bytes under a name, whole or not at all: who reads at the same time sees the old ones or the new ones.
  func write(_ name: String, _ bytes: [UInt8]) throws(Fault) {
    if Disk.kind(path + "/" + Self.tagName) == nil {
      try Disk.makeFolders(path)
      // Git leaves alone what ignores itself.
      try Disk.replace(path + "/.gitignore", Array("*\n".utf8))
      try Disk.replace(path + "/" + Self.tagName, Array(Self.tag.utf8))
    }
    try Disk.replace(path + "/" + name, bytes)
  }

  /// Removes the folder with all that is in it.
  ///
  /// - Returns: Whether there was one.
  func remove() throws(Fault) -> Bool {
    guard Disk.kind(path) != nil else { return false }
    guard Disk.kind(path + "/" + Self.tagName) == .file else {
      throw Fault(
        "\(TerminalText.escape(path)) is no cache of planc: it holds no \(Self.tagName)",
        help: "name the folder that --cache-dir named before; remove any other one by hand")
    }
    try Disk.remove(path)
    return true
  }
}
