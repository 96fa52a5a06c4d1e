import PlanModel

/// How far an objective is, where its figures are numbers of one unit.
struct Progress: Equatable, Sendable {
  let current: Double
  let target: Double

  /// Whether both are the same: which way is forward nobody wrote.
  var isMet: Bool { current == target }

  /// Nil where either is missing, is no number, or has another unit.
  init?(of objective: Objective) {
    guard let current = objective.current.flatMap({ Number($0.value) }),
      let target = objective.target.flatMap({ Number($0.value) }), current.unit == target.unit
    else { return nil }
    self.current = current.value
    self.target = target.value
  }

  /// `€1.2M`, `9.4%`, `1,400 crates`, `22 months`: a number, and what stands around it.
  struct Number: Equatable, Sendable {
    let value: Double
    /// What two numbers have in common that can be compared.
    let unit: String

    /// Nil for no number, and for several: a range, a day, `3 of 5`.
    init?(_ text: String) {
      let bytes = Array(text.utf8)
      guard let first = bytes.firstIndex(where: Self.isDigit) else { return nil }
      let (digits, end) = Self.digits(of: bytes, from: first)
      guard let value = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
      var (before, after) = (Self.word(bytes[..<first]), Self.word(bytes[end...]))
      guard !(before + after).utf8.contains(where: Self.isDigit) else { return nil }
      var scale = 1.0
      if before.hasPrefix("-") || before.hasPrefix("−") {
        before.removeFirst()
        scale = -1
      }
      // Behind a sign of money a letter is a multiple; else it may be months or metres.
      if !before.isEmpty, let size = ["k": 1e3, "m": 1e6, "b": 1e9][after] {
        after = ""
        scale *= size
      }
      self.value = value * scale
      unit = before + " " + after
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func word(_ bytes: ArraySlice<UInt8>) -> String {
      ContactName.key(String(decoding: bytes, as: UTF8.self)).filter { $0 != " " }
    }

    /// The digits with a point, and where they end: a comma before three digits groups them, another is a point.
    private static func digits(of bytes: [UInt8], from first: Int) -> (digits: [UInt8], end: Int) {
      var digits: [UInt8] = []
      var index = first
      while index < bytes.count {
        let byte = bytes[index]
        if isDigit(byte) {
          digits.append(byte)
        } else {
          let run = bytes[(index + 1)...].prefix(while: isDigit).count
          guard run > 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") else { break }
          if byte != UInt8(ascii: ",") || run != 3 {
            guard !digits.contains(UInt8(ascii: ".")) else { break }
            digits.append(UInt8(ascii: "."))
          }
        }
        index += 1
      }
      return (digits, index)
    }
  }
}
