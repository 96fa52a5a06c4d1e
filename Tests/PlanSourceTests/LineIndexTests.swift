import PlanSource
import Testing

/// Bytes become lines and columns as people count them.
struct LineIndexTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesByEachKindOfEnd(_ end: String) {
    let text = ["one", "", "three"].joined(separator: end)
    let index = LineIndex(Array(text.utf8))
    #expect(index.count == 3)
    let three = text.utf8.count - 5
    #expect(index.line(at: 0) == 1)
    #expect(index.line(at: 3) == 1)
    #expect(index.line(at: three - 1) == 2)
    #expect(index.line(at: three) == 3)
    #expect(index.span(ofLine: 1) == Span(0, 3))
    #expect(index.span(ofLine: 2).count == 0)
    #expect(index.span(ofLine: 3) == Span(three, three + 5))
  }

  @Test func aLineEndAtTheEndBeginsAnEmptyLine() {
    let index = LineIndex(Array("a\n".utf8))
    #expect(index.count == 2)
    #expect(index.span(ofLine: 2) == Span(2, 2))
    #expect(LineIndex([]).count == 1)
    #expect(LineIndex([]).position(of: 0) == Position(line: 1, column: 1))
  }

  @Test func mixedEndsAreEachALineEnd() {
    // CR CR LF is two ends, LF CR is two ends.
    #expect(LineIndex(Array("a\r\r\nb".utf8)).count == 3)
    #expect(LineIndex(Array("a\n\rb".utf8)).count == 3)
  }

  /// Bytes are looked at several at a time: an end is found wherever it stands among them, and nothing else is one.
  @Test func anEndIsFoundWhereverItStands() {
    for letter in [UInt8(0x0B), 0x0C, 0x0E, 0x61, 0x8A, 0x8D] {
      for end in [UInt8(0x0A), 0x0D] {
        for place in 0..<20 {
          var bytes = [UInt8](repeating: letter, count: 20)
          bytes[place] = end
          let index = LineIndex(bytes)
          #expect(index.count == 2)
          #expect(index.line(at: place) == 1 && index.span(ofLine: 2).start == place + 1)
        }
      }
    }
  }

  @Test func aLineThatIsNotThereIsEmpty() {
    let index = LineIndex(Array("ab".utf8))
    #expect(index.span(ofLine: 0).count == 0)
    #expect(index.span(ofLine: 2) == Span(2, 2))
  }

  @Test func columnsCountScalars() {
    let text = "aé€𝄞e\u{301}z"
    let index = LineIndex(Array(text.utf8))
    let offsets = [0, 1, 3, 6, 10, 11, 13]
    #expect(offsets.map { index.position(of: $0).column } == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("ab\ncd".utf8)
    let index = LineIndex(bytes)
    #expect(index.position(of: 0) == Position(line: 1, column: 1))
    #expect(index.position(of: 3) == Position(line: 1, column: 1))
    #expect(index.position(of: 4) == Position(line: 1, column: 2))
    #expect(index.position(of: 7) == Position(line: 2, column: 2))
  }

  @Test func offsetsOutsideTheFileAreClamped() {
    let index = LineIndex(Array("ab".utf8))
    #expect(index.position(of: -5) == Position(line: 1, column: 1))
    #expect(index.position(of: 99) == Position(line: 1, column: 3))
  }

  /// Every offset of every text is where a walk over its scalars says it is.
  @Test(arguments: ["a\nb\r\nc\rd", "żółw\n🐢 x🐢\r\n\r\n", "\u{FEFF}é\né\u{2028}é", "\r\r\n\n"])
  func agreesWithANaiveWalk(_ text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    let naive = naivePositions(text)
    for (offset, position) in naive {
      #expect(index.position(of: offset) == position)
      for (other, known) in naive where other <= offset {
        #expect(index.position(of: offset, after: (other, known)) == position)
      }
    }
  }

  private func naivePositions(_ text: String) -> [(offset: Int, position: Position)] {
    var positions: [(offset: Int, position: Position)] = []
    var (offset, line, column, wide) = (0, 1, 1, 0)
    let scalars = Array(text.unicodeScalars)
    for (number, scalar) in scalars.enumerated() {
      positions.append(
        (offset, Position(line: line, column: column, utf16Column: column + wide)))
      offset += UTF8.width(scalar)
      let next = number + 1 < scalars.count ? scalars[number + 1] : nil
      if scalar == "\n" || (scalar == "\r" && next != "\n") {
        (line, column, wide) = (line + 1, 1, 0)
      } else if !(scalar == "\u{FEFF}" && number == 0) {
        column += 1
        wide += UTF16.width(scalar) - 1
      }
    }
    let end = Position(line: line, column: column, utf16Column: column + wide)
    return positions + [(offset, end)]
  }
}
