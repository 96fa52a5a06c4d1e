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
  func read(_ name: String) -> [UInt8]? {
    guard Disk.kind(path) == .folder else { return nil }
    return try? Disk.read(path + "/" + name).get()
  }

  /// Keeps bytes under a name, whole or not at all: who reads at the same time sees the old ones or the new ones.
  func write(_ name: String, _ bytes: [UInt8]) throws(Fault) {
    try refuseOther()
    if !isMarked { try make() }
    try Disk.replace(path + "/" + name, bytes)
  }

  /// Makes the folder beside its place and moves it there, so that nobody sees it without its marks.
  private func make() throws(Fault) {
    let beside = path + ".planc-\(World.process())"
    try Disk.makeFolders(beside)
    // Git leaves alone what ignores itself.
    try Disk.replace(beside + "/.gitignore", Array("*\n".utf8))
    try Disk.replace(beside + "/" + Self.tagName, Array(Self.tag.utf8))
    // Where another run was quicker, its folder is as good.
    if !Disk.move(beside, to: path) { try Disk.remove(beside) }
  }

  /// Removes the folder with all that is in it.
  ///
  /// - Returns: Whether there was one.
  func remove() throws(Fault) -> Bool {
    try refuseOther()
    guard Disk.kind(path) != nil else { return false }
    try Disk.remove(path)
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
    read(Self.tagName).map { $0.elementsEqual(Self.tag.utf8) } ?? false
  }
}
