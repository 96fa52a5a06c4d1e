/// A number that stands for some bytes (FNV-1a, 64 bits), the same in every run and on every machine.
@frozen
public struct Fingerprint: Sendable {
  public var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable public init() {}

  @inlinable public init(of bytes: some Sequence<UInt8>) {
    self.init()
    add(bytes)
  }

  @inlinable public mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inlinable public mutating func add(_ bytes: some Sequence<UInt8>) {
    // Bytes that lie together are read together.
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      for index in buffer.indices { add(buffer[index]) }
    }
    if isDone == nil { for byte in bytes { add(byte) } }
  }

  @inlinable public mutating func add(number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
