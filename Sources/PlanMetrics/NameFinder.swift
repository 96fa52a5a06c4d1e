import PlanModel

/// Finds people's names in running text, whatever their case and spacing.
///
/// All names are looked for in one walk, so that the cost grows with the text and not with the number of names too.
public struct NameFinder {
  private struct Step: Hashable {
    let node: Int
    let word: Int
  }

  /// Words beyond these do not tell one name from another.
  private static let depth = 12
  private var numbers: [String: Int] = [:]
  private var steps: [Step: Int] = [:]
  /// The node at which each name ends, in the order given; 0 for a name without a word.
  private var ends: [Int] = []

  public init(_ names: [String]) {
    for name in names {
      var node = 0
      for word in NameFinder.words(name).prefix(NameFinder.depth) {
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        let step = Step(node: node, word: number)
        node = steps[step] ?? steps.count + 1
        steps[step] = node
      }
      ends.append(node)
    }
  }

  /// Whether each name, in the order given, stands in one of the texts as words of its own.
  public func found(in texts: [String]) -> [Bool] {
    var reached: Set<Int> = []
    for text in texts {
      let words = NameFinder.words(text).map { numbers[$0] }
      for start in words.indices {
        var node = 0
        for index in start..<min(words.count, start + NameFinder.depth) {
          guard let word = words[index], let next = steps[Step(node: node, word: word)] else {
            break
          }
          node = next
          reached.insert(node)
        }
      }
    }
    return ends.map(reached.contains)
  }

  /// Runs of letters and digits; in scripts written without spaces each character is a word.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in ContactName.key(text) {
      let isAlone = character.unicodeScalars.contains { (0x2E80...0xD7FF).contains($0.value) }
      if isAlone || !(character.isLetter || character.isNumber) {
        if !word.isEmpty { words.append(word) }
        word = ""
        if isAlone { words.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
