import PlanReport

/// The folder in which results are kept from run to run. All in it can be made again: what is missing or damaged is
/// made anew, and a folder that cannot be written costs time and nothing else.
struct CacheFolder: Sendable {
  /// The name of the folder in a program's root, where nobody names another one.
  static let standardName = ".planc-cache"
  /// A file that says of its folder that it is a cache (https://bford.info/cachedir/).
  private static let tagName = "CACHEDIR.TAG"
  private static let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Written by planc.\n"

  /// So many results of selections of rules are kept.
  private static let maximumResults = 8

  let path: String
  /// Whether what is kept is good in this very folder only. A folder that came with a clone, whoever filled it, is
  /// another one.
  private let isBound: Bool

  /// One that somebody names, and answers for.
  init(path: String) {
    self.path = path
    isBound = false
  }

  /// The one of a program, where nobody names another.
  init(of root: String) {
    path = root + "/" + Self.standardName
    isBound = true
  }

  /// What was kept under a name; nil when there is nothing that can be read.
  func read(_ name: String) -> [UInt8]? {
    guard isMarked, var bytes = file(name) else { return nil }
    let seal = seal
    guard bytes.count >= seal.count, bytes.suffix(seal.count) == seal[...] else { return nil }
    bytes.removeLast(seal.count)
    return bytes
  }

  /// Keeps bytes under a name, whole or not at all: who reads at the same time sees the old ones or the new ones.
  func write(_ name: String, _ bytes: [UInt8]) throws(Fault) {
    try refuseOther()
    if !isMarked { try make() }
    try Disk.put(path + "/" + name, bytes + seal)
    for old in Disk.oldest(in: path, beginning: "results-", but: Self.maximumResults) {
      // Another run may have been quicker.
      try? Disk.remove(path + "/" + old)
    }
  }

  /// What each kept file ends with.
  private var seal: [UInt8] {
    guard isBound, let identity = Disk.identity(path) else { return [] }
    var seal: [UInt8] = []
    seal.put(Digest(of: Array(identity.utf8)))
    return seal
  }

  /// The bytes of a file in the folder. A link leads out of it, and is none.
  private func file(_ name: String) -> [UInt8]? {
    guard Disk.kind(path) == .folder, Disk.kind(path + "/" + name) == .file else { return nil }
    return try? Disk.read(path + "/" + name).get()
  }

  /// Makes the folder beside its place and moves it there, so that nobody sees it without its marks.
  private func make() throws(Fault) {
    let beside = path + ".planc-\(World.process())"
    try Disk.makeFolders(beside)
    // Git leaves alone what ignores itself.
    try Disk.put(beside + "/.gitignore", Array("*\n".utf8))
    try Disk.put(beside + "/" + Self.tagName, Array(Self.tag.utf8))
    // Where another run was quicker, its folder is as good.
    if !Disk.move(beside, to: path) { try Disk.remove(beside) }
  }

  /// Removes what was kept, and the folder if nothing else is in it.
  ///
  /// - Returns: Whether there was anything.
  func remove() throws(Fault) -> Bool {
    try refuseOther()
    guard isMarked, case .success(let names) = Disk.names(in: path) else { return false }
    let ours = names.map(\.name).filter { name in
      [".gitignore", Self.tagName].contains(name)
        || ["history", "results-"].contains(where: name.hasPrefix)
    }
    if ours.count == names.count {
      try Disk.remove(path)
    } else {
      for name in ours { try Disk.remove(path + "/" + name) }
    }
    return true
  }

  /// Refuses a path at which something else stands: nothing in it is written over, and nothing removed.
  func refuseOther() throws(Fault) {
    let isEmpty = (try? Disk.names(in: path).get())?.isEmpty ?? false
    switch Disk.kind(path) {
    case nil: return
    case .folder where isMarked || isEmpty: return
    default:
      throw Fault(
        "\(TerminalText.escape(path)) is no cache of planc",
        help: "name a folder that is not there yet, or remove this one by hand")
    }
  }

  /// Whether the folder says of itself that planc made it.
  private var isMarked: Bool {
    file(Self.tagName).map { $0.elementsEqual(Self.tag.utf8) } ?? false
  }
}
