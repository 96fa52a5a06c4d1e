import PlanModel

/// A history as bytes, to be kept from run to run.
struct HistoryFile {
  /// The commit to which the history goes.
  let commit: String
  /// What the history hangs on beside the commit: the program's folder in the repository, and who is who.
  let basis: [UInt8]
  let history: ProgramHistory

  /// Another number for each form, and for each way to compare plans.
  private static let magic = Array("planc history 3\n".utf8)

  init(commit: String, basis: [UInt8], history: ProgramHistory) {
    self.commit = commit
    self.basis = basis
    self.history = history
  }

  var bytes: [UInt8] {
    var bytes = Self.magic
    bytes.put(commit, basis, history)
    bytes.put(Digest(of: bytes))
    return bytes
  }

  /// Nil for anything that is not whole.
  init?(_ bytes: [UInt8]) {
    let end = bytes.count - Digest.size
    guard end >= Self.magic.count, bytes.starts(with: Self.magic) else { return nil }
    var (sum, reader) = (
      ByteReader(bytes, in: end..<bytes.count), ByteReader(bytes, in: Self.magic.count..<end)
    )
    do throws(Damage) {
      guard try sum.value(Digest.self) == Digest(of: bytes[..<end]) else { return nil }
      self.init(
        commit: try reader.value(), basis: try reader.value(), history: try reader.value())
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }
}

extension ProgramHistory: Kept {
  func put(into bytes: inout [UInt8]) {
    let moved = moved.sorted { $0.key.precedes($1.key) }
    let plans = plans.sorted { $0.key.precedes($1.key) }
    bytes.put(begins, listChanged, authors, moved.map(\.key), moved.map(\.value))
    bytes.put(plans.map(\.key), plans.map(\.value))
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let (begins, listChanged) = (try reader.value(Day?.self), try reader.value(Day?.self))
    let authors = try reader.value([UInt64].self)
    let (olds, news) = (try reader.value([String].self), try reader.value([String].self))
    let (paths, plans) = (try reader.value([String].self), try reader.value([PlanHistory].self))
    guard olds.count == news.count, paths.count == plans.count else { throw Damage() }
    self.init(
      plans: Dictionary(zip(paths, plans), uniquingKeysWith: { first, _ in first }),
      moved: Dictionary(zip(olds, news), uniquingKeysWith: { first, _ in first }),
      begins: begins, listChanged: listChanged, authors: authors)
  }
}

extension PlanHistory: Kept {
  func put(into bytes: inout [UInt8]) {
    bytes.put(first, last, lastEdit, [stageSince, tierSince, statusSince], head)
    bytes.put(edits, authors, stamps, changed, othersCommit)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      first: try reader.value(), last: try reader.value(), lastEdit: try reader.value(),
      since: try reader.value(), head: try reader.value())
    edits = try reader.value()
    authors = try reader.value()
    stamps = try reader.value()
    changed = try reader.value()
    othersCommit = try reader.value()
    guard changed.count == PlanPrint.Part.all.count else { throw Damage() }
  }
}

extension PlanPrint: Kept {
  func put(into bytes: inout [UInt8]) {
    bytes.put(raw, account, parts, reviewed, tier, stage, status)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(raw: try reader.value())
    account = try reader.value()
    parts = try reader.value()
    reviewed = try reader.value()
    tier = try reader.value()
    stage = try reader.value()
    status = try reader.value()
    guard parts.count == Part.all.count else { throw Damage() }
  }
}

extension Stage: Kept {}
