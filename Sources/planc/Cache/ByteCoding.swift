import PlanSource

/// Bytes that do not say what they should: a damaged file, or one of another version.
struct Damage: Error {}

/// A value that can be written as bytes and read again.
protocol Kept {
  func put(into bytes: inout [UInt8])
  init(from reader: inout ByteReader) throws(Damage)
}

/// Reads values one behind the other; what is read past the end, or says what cannot be, is damage and no crash.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var index: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    (index, end) = (range.lowerBound, range.upperBound)
  }

  var isAtEnd: Bool { index == end }

  mutating func byte() throws(Damage) -> UInt8 {
    guard index < end else { throw Damage() }
    defer { index += 1 }
    return bytes[index]
  }

  /// Skips so many bytes.
  ///
  /// - Returns: Where they are.
  mutating func skip(_ count: Int) throws(Damage) -> Range<Int> {
    guard count >= 0, count <= end - index else { throw Damage() }
    defer { index += count }
    return index..<(index + count)
  }

  /// Seven bits a byte, the lowest first.
  mutating func number() throws(Damage) -> UInt64 {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let byte = try byte()
      guard shift < 64 else { throw Damage() }
      number |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return number }
      shift += 7
    }
  }

  mutating func text() throws(Damage) -> String {
    let range = try skip(Int(from: &self))
    return String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func value<Value: Kept>(_ type: Value.Type = Value.self) throws(Damage) -> Value {
    try Value(from: &self)
  }
}

extension [UInt8] {
  /// Writes values one behind the other.
  mutating func put<each Value: Kept>(_ value: repeat each Value) {
    repeat (each value).put(into: &self)
  }
}

extension UInt8: Kept {
  func put(into bytes: inout [UInt8]) { bytes.append(self) }
  init(from reader: inout ByteReader) throws(Damage) { self = try reader.byte() }
}

extension UInt64: Kept {
  func put(into bytes: inout [UInt8]) {
    var rest = self
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  init(from reader: inout ByteReader) throws(Damage) { self = try reader.number() }
}

extension Int: Kept {
  /// The sign in the lowest bit.
  func put(into bytes: inout [UInt8]) {
    UInt64(bitPattern: Int64((self << 1) ^ (self >> 63))).put(into: &bytes)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let number = try reader.number()
    self = Int(Int64(bitPattern: number >> 1)) ^ -Int(number & 1)
  }
}

extension Bool: Kept {
  func put(into bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }

  init(from reader: inout ByteReader) throws(Damage) {
    let byte = try reader.byte()
    guard byte < 2 else { throw Damage() }
    self = byte == 1
  }
}

extension Double: Kept {
  func put(into bytes: inout [UInt8]) { bitPattern.put(into: &bytes) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(bitPattern: try reader.number())
  }
}

extension String: Kept {
  func put(into bytes: inout [UInt8]) {
    utf8.count.put(into: &bytes)
    bytes.append(contentsOf: utf8)
  }

  init(from reader: inout ByteReader) throws(Damage) { self = try reader.text() }
}

extension Optional: Kept where Wrapped: Kept {
  func put(into bytes: inout [UInt8]) {
    (self != nil).put(into: &bytes)
    self?.put(into: &bytes)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self = try reader.value(Bool.self) ? try reader.value(Wrapped.self) : nil
  }
}

extension Array: Kept where Element: Kept {
  func put(into bytes: inout [UInt8]) {
    count.put(into: &bytes)
    for element in self { element.put(into: &bytes) }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self = []
    // A count is believed only as far as there are bytes: an element has one at least.
    for _ in 0..<(try reader.skippable()) { append(try reader.value(Element.self)) }
  }
}

extension ByteReader {
  /// A count of things that are still to come.
  fileprivate mutating func skippable() throws(Damage) -> Int {
    let count = try value(Int.self)
    guard count >= 0, count <= end - index else { throw Damage() }
    return count
  }
}

extension Span: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(start, count) }

  init(from reader: inout ByteReader) throws(Damage) {
    let (start, count) = (try reader.value(Int.self), try reader.value(Int.self))
    guard start >= 0, count >= 0, start < 1 << 40, count < 1 << 40 else { throw Damage() }
    self.init(start, start + count)
  }
}
