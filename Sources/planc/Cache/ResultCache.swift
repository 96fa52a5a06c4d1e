import CHash
import PlanMetrics
import PlanModel
import PlanSource

/// What earlier runs found in each plan, by the plan's content.
///
/// One file holds the results of one selection of rules. It begins with what all of them hang on (settings, segments, day,
/// version); when that is another one, nothing of it is used. It ends with a sum over all before it, so that a file that is
/// cut off or damaged is no cache at all. A plan's results are used while its bytes are the same and its relative links
/// lead where they led.
struct ResultCache: Sendable {
  /// What came of one plan's file.
  struct Entry {
    var findings: [Finding]
    /// Nil when the file is no plan.
    var card: Card?
    /// The relative links, and whether the file they lead to existed.
    var links: [String: Bool]
  }

  /// Changes with every change of the form below.
  private static let form = "planc results 1\n"
  private let basis: Digest
  private let bytes: [UInt8]
  /// Where the results of each plan stand, by path.
  private var places: [String: Place] = [:]

  private struct Place {
    let content: Digest
    let range: Range<Int>
  }

  /// Opens what was kept.
  ///
  /// - Parameters:
  ///   - bytes: A file that `write` made; nil or anything else gives an empty cache.
  ///   - basis: What all results hang on beside the plans.
  init(_ bytes: [UInt8]?, basis: Digest) {
    self.basis = basis
    self.bytes = bytes ?? []
    if let places = try? Self.places(in: self.bytes, basis: basis) { self.places = places }
  }

  /// How many plans have results.
  var count: Int { places.count }

  /// The results of a plan, if its content and what its links lead to are the same, as they are and as bytes.
  func entry(
    of path: String, content: Digest, exists: (String) -> Bool
  ) -> (entry: Entry, bytes: ArraySlice<UInt8>)? {
    guard let place = places[path], place.content == content else { return nil }
    var reader = ByteReader(bytes, in: place.range)
    guard let entry = try? Entry(from: &reader), reader.isAtEnd,
      entry.links.allSatisfy({ exists($0.key) == $0.value }),
      entry.card.map({ $0.path == path }) ?? true,
      entry.findings.allSatisfy({ $0.path == path })
    else { return nil }
    return (entry, bytes[place.range])
  }

  /// The file for the next run.
  ///
  /// - Parameter entries: By path.
  static func file(
    _ entries: [(path: String, content: Digest, bytes: ArraySlice<UInt8>)], basis: Digest
  ) -> [UInt8] {
    var file = Array(form.utf8)
    file.put(basis, entries.count)
    for entry in entries {
      file.put(entry.path, entry.content, entry.bytes.count)
      file += entry.bytes
    }
    let sum = Digest(of: file)
    file.put(sum)
    return file
  }

  private static func places(
    in bytes: [UInt8], basis: Digest
  ) throws(Damage) -> [String: Place] {
    let end = bytes.count - Digest.size
    guard end > form.utf8.count, bytes.starts(with: form.utf8) else { throw Damage() }
    var trailer = ByteReader(bytes, in: end..<bytes.count)
    guard try trailer.value(Digest.self) == Digest(of: bytes[..<end]) else { throw Damage() }
    var reader = ByteReader(bytes, in: form.utf8.count..<end)
    guard try reader.value(Digest.self) == basis else { return [:] }
    var places: [String: Place] = [:]
    for _ in 0..<max(0, try reader.value(Int.self)) {
      let path = try reader.text()
      let content = try reader.value(Digest.self)
      places[path] = Place(content: content, range: try reader.skip(try reader.value()))
    }
    return places
  }
}

extension ResultCache.Entry: Kept {
  func put(into bytes: inout [UInt8]) {
    let links = links.sorted { $0.key.precedes($1.key) }
    bytes.put(findings, card, links.map(\.key), links.map(\.value))
  }

  init(from reader: inout ByteReader) throws(Damage) {
    findings = try reader.value()
    card = try reader.value()
    let (paths, exist) = (try reader.value([String].self), try reader.value([Bool].self))
    links = Dictionary(zip(paths, exist), uniquingKeysWith: { first, _ in first })
  }
}

/// 128 bits that stand for some bytes (XXH3).
struct Digest: Hashable, Sendable {
  /// Bytes of its kept form.
  static let size = 16
  private let low: UInt64
  private let high: UInt64

  init(of bytes: some Sequence<UInt8>) {
    let hash =
      bytes.withContiguousStorageIfAvailable { planc_hash_of($0.baseAddress, $0.count) }
      ?? Array(bytes).withUnsafeBufferPointer { planc_hash_of($0.baseAddress, $0.count) }
    (low, high) = (hash.low, hash.high)
  }

  /// Of several texts, each told from the next.
  init(of parts: [[UInt8]]) {
    var all: [UInt8] = []
    for part in parts {
      all.put(part.count)
      all += part
    }
    self.init(of: all)
  }

  /// Sixteen digits.
  var name: String {
    let digits = String(low, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Digest: Kept {
  func put(into bytes: inout [UInt8]) {
    for half in [low, high] {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)))
      }
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    var halves: [UInt64] = [0, 0]
    for half in 0..<2 {
      for shift in stride(from: 0, to: 64, by: 8) {
        halves[half] |= UInt64(try reader.byte()) << UInt64(shift)
      }
    }
    (low, high) = (halves[0], halves[1])
  }
}
