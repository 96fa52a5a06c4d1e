import PlanModel

/// A history as bytes, to be kept from run to run.
struct HistoryFile {
  /// The commit to which the history goes.
  let commit: String
  /// The program's folder in the repository.
  let prefix: [UInt8]
  let history: ProgramHistory

  /// Another number for each form, and for each way to compare plans.
  private static let magic = Array("planc history 1\n".utf8)

  init(commit: String, prefix: [UInt8], history: ProgramHistory) {
    self.commit = commit
    self.prefix = prefix
    self.history = history
  }

  var bytes: [UInt8] {
    var out = ByteWriter(Self.magic)
    out.add(Array(commit.utf8))
    out.add(prefix)
    out.add(history.begins)
    out.add(history.listChanged)
    out.add(history.authors.count)
    for author in history.authors { out.add(author) }
    out.add(history.moved.count)
    for (old, new) in history.moved.sorted(by: { $0.key < $1.key }) {
      out.add(Array(old.utf8))
      out.add(Array(new.utf8))
    }
    out.add(history.plans.count)
    for (path, plan) in history.plans.sorted(by: { $0.key < $1.key }) {
      out.add(Array(path.utf8))
      Self.write(plan, to: &out)
    }
    out.add(Fingerprint(of: out.bytes).value)
    return out.bytes
  }

  /// Nil for anything that is not whole.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > Self.magic.count + 8, bytes.starts(with: Self.magic) else { return nil }
    let body = bytes.count - 8
    var end = ByteReader(bytes, body..<bytes.count)
    guard
      end.number()
        == bytes.withUnsafeBufferPointer({
          Fingerprint(of: UnsafeBufferPointer(rebasing: $0[..<body])).value
        })
    else { return nil }
    var input = ByteReader(bytes, Self.magic.count..<body)
    let commit = input.text()
    let prefix = input.list()
    let (begins, listChanged) = (input.day(), input.day())
    let authors = (0..<input.count()).map { _ in input.number() }
    var moved: [String: String] = [:]
    for _ in 0..<input.count() {
      let old = input.text()
      moved[old] = input.text()
    }
    var plans: [String: PlanHistory] = [:]
    let count = input.count()
    plans.reserveCapacity(count)
    for _ in 0..<count {
      let path = input.text()
      plans[path] = Self.plan(&input)
    }
    guard input.isWhole else { return nil }
    self.init(
      commit: commit, prefix: Array(prefix),
      history: ProgramHistory(
        plans: plans, moved: moved, begins: begins, listChanged: listChanged, authors: authors))
  }

  private static func write(_ plan: PlanHistory, to out: inout ByteWriter) {
    for day in [
      plan.first, plan.last, plan.lastEdit, plan.stageSince, plan.tierSince, plan.statusSince,
    ] {
      out.add(day)
    }
    out.add(plan.edits)
    out.add(plan.authors.count)
    for author in plan.authors { out.add(author) }
    out.add(plan.stamps.count)
    for day in plan.stamps { out.add(day) }
    for day in plan.changed { out.add(day) }
    out.add(plan.head.raw)
    out.add(plan.head.account)
    for part in plan.head.parts { out.add(part) }
    out.add(plan.head.reviewed)
    out.add(plan.head.tier?.rawValue ?? 0)
    out.add(plan.head.stage.map { $0.order + 1 } ?? 0)
    out.add(plan.head.status.flatMap { Status.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
  }

  private static func plan(_ input: inout ByteReader) -> PlanHistory {
    let days = (0..<6).map { _ in input.day() ?? Day(number: 0) }
    let edits = input.plain()
    let authors = (0..<input.count()).map { _ in input.number() }
    let stamps = (0..<input.count()).compactMap { _ in input.day() }
    let changed = PlanPrint.Part.all.map { _ in input.day() }
    var head = PlanPrint(raw: input.number())
    head.account = input.number()
    head.parts = PlanPrint.Part.all.map { _ in input.number() }
    head.reviewed = input.day()
    head.tier = Tier(rawValue: input.plain())
    head.stage = word(input.plain())
    head.status = word(input.plain())
    var plan = PlanHistory(
      first: days[0], last: days[1], lastEdit: days[2], since: Array(days[3...]), head: head)
    (plan.edits, plan.authors, plan.stamps, plan.changed) = (edits, authors, stamps, changed)
    return plan
  }

  private static func word<Word: CaseIterable>(_ number: Int) -> Word?
  where Word.AllCases == [Word] {
    Word.allCases.indices.contains(number - 1) ? Word.allCases[number - 1] : nil
  }
}

/// Puts numbers and texts into bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int32(clamping: number).littleEndian) { bytes.append(contentsOf: $0) }
  }
  mutating func add(_ day: Day?) { add(day?.number ?? Int(Int32.min)) }
  mutating func add(_ list: [UInt8]) {
    add(list.count)
    bytes.append(contentsOf: list)
  }
}

/// Takes them out again. Where bytes are missing there is nothing, and `isWhole` says so.
struct ByteReader {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  private var isCut = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    (index, end) = (range.lowerBound, range.upperBound)
  }

  /// Whether all was read and nothing was missing.
  var isWhole: Bool { !isCut && index == end }

  private mutating func take(_ count: Int) -> Range<Int>? {
    guard count <= end - index else {
      isCut = true
      index = end
      return nil
    }
    index += count
    return index - count..<index
  }

  private mutating func integer<Number: FixedWidthInteger>(_ size: Int) -> Number {
    guard let range = take(size) else { return 0 }
    return Number(
      littleEndian: bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Number.self)
      })
  }

  mutating func number() -> UInt64 { integer(8) }
  mutating func plain() -> Int {
    let number: Int32 = integer(4)
    return Int(number)
  }
  /// How many things follow: no more than there are bytes.
  mutating func count() -> Int { min(max(0, plain()), end - index) }
  mutating func day() -> Day? {
    let number = plain()
    return number == Int(Int32.min) || isCut ? nil : Day(number: number)
  }
  mutating func list() -> ArraySlice<UInt8> { take(count()).map { bytes[$0] } ?? [] }
  mutating func text() -> String { String(decoding: list(), as: UTF8.self) }
}
