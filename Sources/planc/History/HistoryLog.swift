import PlanModel
import PlanParser

/// What `git log --raw -z` said about the files of a program's plans, taken apart.
struct HistoryLog {
  /// What one commit did to one file.
  struct Entry {
    let path: String
    let oldPath: String?
    /// The names of the contents it had, for each parent; nil where it was no file.
    let olds: [String?]
    /// Nil when it is gone.
    let new: String?
    let day: Day
    let author: UInt64
  }

  /// The format of a commit: its name, the committer's second, the author's address as `.mailmap` has it.
  static let format = "--format=tformat:%H%x00%ct%x00%aE"

  private(set) var entries: [Entry] = []
  private let prefix: [UInt8]
  private var day = Day(number: 0)
  private var author: UInt64 = 0

  /// - Parameters:
  ///   - bytes: Oldest commit first, paths from the repository's root.
  ///   - prefix: The program's folder in the repository, with a `/` behind it; empty for the root.
  init(_ bytes: [UInt8], below prefix: [UInt8]) {
    self.prefix = prefix
    let words = bytes.split(separator: 0, omittingEmptySubsequences: false)
    var index = 0
    while index < words.count {
      let word = words[index].drop { $0 == 0x0A }
      if word.first == UInt8(ascii: ":") {
        index = add(word, words, index + 1)
      } else if !word.isEmpty, index + 2 < words.count {
        let seconds = Int(String(decoding: words[index + 1], as: UTF8.self)) ?? 0
        day = Day(number: Int((Double(seconds) / 86_400).rounded(.down)))
        let address = String(decoding: words[index + 2], as: UTF8.self).lowercased()
        author = Fingerprint(of: address.utf8).value
        index += 3
      } else {
        index += 1
      }
    }
  }

  /// `:100644 100644 4b825d… 9daeaf… M`, and one path or two; of a merge a colon, a mode and a name for each parent.
  private mutating func add(
    _ word: ArraySlice<UInt8>, _ words: [ArraySlice<UInt8>], _ next: Int
  ) -> Int {
    let parents = word.prefix { $0 == UInt8(ascii: ":") }.count
    let fields = word.dropFirst(parents).split(separator: 0x20)
    guard fields.count == 2 * parents + 3, next < words.count else { return next }
    func content(_ index: Int) -> String? {
      let isFile = fields[index].starts(with: "100".utf8)
      let name = fields[index + parents + 1]
      guard isFile, name.contains(where: { $0 != UInt8(ascii: "0") }) else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
    let isMove = parents == 1 && fields[4].first == UInt8(ascii: "R") && next + 1 < words.count
    let oldPath = isMove ? path(words[next]) : nil
    let newPath = path(words[isMove ? next + 1 : next])
    if let newPath {
      let wasPlan = !isMove || oldPath != nil
      entries.append(
        Entry(
          path: newPath, oldPath: oldPath,
          olds: wasPlan ? (0..<parents).map(content) : [nil], new: content(parents), day: day,
          author: author))
    } else if let oldPath {
      entries.append(
        Entry(path: oldPath, oldPath: nil, olds: [content(0)], new: nil, day: day, author: author))
    }
    return next + (isMove ? 2 : 1)
  }

  /// The path of a plan in the program; nil for anything else.
  private func path(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.starts(with: prefix) else { return nil }
    return Self.plan(bytes.dropFirst(prefix.count))
  }

  /// The path as text, if it is a plan's. A name that is no UTF-8 is none.
  static func plan(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let path = String(validating: bytes, as: UTF8.self), path.hasPrefix("plans/"),
      path.hasSuffix(".md"), !path.split(separator: "/").contains(where: { Survey.leavesOut($0) })
    else { return nil }
    return path
  }

  /// The changes, with what the contents say.
  static func changes(
    of entry: Entry, _ print: (String) -> PlanPrint?
  ) -> [ProgramHistory.Change] {
    let olds = entry.olds.map { $0.flatMap(print) }
    let new = entry.new.flatMap(print)
    func change(_ path: String, _ oldPath: String?, _ olds: [PlanPrint?], _ new: PlanPrint?)
      -> ProgramHistory.Change
    {
      ProgramHistory.Change(
        path: path, oldPath: oldPath, olds: olds, new: new, day: entry.day, author: entry.author)
    }
    // What git takes for a move may be one account that goes and one that comes, from the same template.
    if let oldPath = entry.oldPath, let old = olds.first ?? nil, let new,
      Path.name(oldPath) != Path.name(entry.path), old.account != new.account
    {
      return [change(oldPath, nil, [old], nil), change(entry.path, nil, [nil], new)]
    }
    return [change(entry.path, entry.oldPath, olds, new)]
  }
}
