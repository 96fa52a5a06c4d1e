import PlanModel

/// How a data file is written.
enum DataFormat: String, CaseIterable, Sendable {
  /// RFC 4180: commas, quotes where they are needed, CRLF, a header.
  case csv
  /// One object with its rows, one a line.
  case json
}

/// Writes the rows of a data file, cell by cell, in the order of its columns.
struct DataWriter {
  private(set) var bytes: [UInt8] = []
  private let format: DataFormat
  /// What stands before each cell.
  private let before: [[UInt8]]
  private var column = 0
  private var isFirst = true

  /// Begins the file.
  init(_ format: DataFormat, _ file: DataFile, asOf today: Day) {
    self.format = format
    let names = file.columns.map(\.name)
    switch format {
    case .csv:
      before = names.indices.map { $0 == 0 ? [] : [UInt8(ascii: ",")] }
      bytes += names.joined(separator: ",").utf8
      bytes += Self.lineEnd
    case .json:
      before = names.enumerated().map { index, name in
        Array((index == 0 ? "{\"\(name)\":" : ",\"\(name)\":").utf8)
      }
      bytes += "{\"version\":1,\"asOf\":\"\(today)\",\"columns\":[\n".utf8
      for (index, column) in file.columns.enumerated() {
        bytes +=
          "{\"name\":\"\(column.name)\",\"kind\":\"\(column.kind.rawValue)\",\"meaning\":".utf8
        JSONText.append(column.meaning, to: &bytes)
        bytes += (index + 1 < names.count ? "},\n" : "}\n").utf8
      }
      bytes += "],\"rows\":[".utf8
    }
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  mutating func row() {
    if format == .json {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      bytes.append(0x0A)
    }
    isFirst = false
    column = 0
  }

  mutating func endRow() {
    switch format {
    case .csv: bytes += Self.lineEnd
    case .json: bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Ends the file.
  mutating func end() -> [UInt8] {
    if format == .json { bytes += "\n]}\n".utf8 }
    return bytes
  }

  mutating func cell(_ value: DataValue) {
    bytes += before[column]
    column += 1
    switch (value, format) {
    case (.none, .csv): break
    case (.none, .json): bytes += "null".utf8
    case (.text(let text), .csv): CSVText.append(text, to: &bytes)
    case (.text(let text), .json): JSONText.append(text, to: &bytes)
    case (.list(let texts), .csv):
      CSVText.append(texts.joined(separator: "; "), to: &bytes)
    case (.list(let texts), .json):
      bytes.append(UInt8(ascii: "["))
      for (index, text) in texts.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONText.append(text, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case (.number(let number), _): bytes += String(number).utf8
    case (.decimal(let number), _):
      let tenths = Int((number * 10).rounded())
      bytes += "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)".utf8
    case (.flag(let flag), _): bytes += (flag ? "true" : "false").utf8
    case (.money(let money), _):
      let rest = money.hundredths % 100
      bytes += String(money.hundredths / 100).utf8
      if rest > 0 { bytes += (rest < 10 ? ".0\(rest)" : ".\(rest)").utf8 }
    case (.day(let day), .csv): bytes += day.description.utf8
    case (.day(let day), .json): bytes += "\"\(day)\"".utf8
    }
  }
}

/// Writes text into a cell of CSV.
enum CSVText {
  /// Appends the text, in quotes where a separator, a quote or a line end asks for them.
  ///
  /// What a spreadsheet would run as a formula gets an apostrophe before it: text that begins with `=`, `+`, `-`, `@`, a
  /// tab or a line end (OWASP, CSV injection), the signs of full width too. A number and a lone hyphen stay.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      let isRisky = isFormula(source)
      let isQuoted = source.contains { $0 == quote || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      if isQuoted { bytes.append(quote) }
      if isRisky { bytes.append(UInt8(ascii: "'")) }
      if isQuoted {
        for byte in source {
          if byte == quote { bytes.append(quote) }
          bytes.append(byte)
        }
        bytes.append(quote)
      } else {
        bytes.append(contentsOf: source)
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")

  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): text.count > 1 && !isNumber(text.dropFirst())
    // ＝ ＋ － ＠, which some spreadsheets read as the plain signs.
    case 0xEF:
      text.count > 2 && text[1] == 0xBC && [0x8B, 0x8D, 0x9D, 0xA0].contains(text[2])
    default: false
    }
  }

  /// Digits, with one point between them.
  private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let halves = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return halves.count <= 2
      && halves.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
