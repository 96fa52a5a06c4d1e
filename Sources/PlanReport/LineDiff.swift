/// What differs between two lists of lines, with as few lines as can be found.
///
/// After Eugene Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
enum LineDiff {
  /// Lines of the old list that give way to lines of the new one.
  struct Change: Equatable {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// Beyond so many differences what lies between the first and the last is replaced whole.
  private static let limit = 500

  /// The changes in their order, apart from each other.
  static func changes<Line: Equatable>(from old: [Line], to new: [Line]) -> [Change] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    if oldEnd == start, newEnd == start { return [] }
    guard let kept = common(Array(old[start..<oldEnd]), Array(new[start..<newEnd])) else {
      return [Change(old: start..<oldEnd, new: start..<newEnd)]
    }
    var changes: [Change] = []
    var (oldNext, newNext) = (start, start)
    for (o, n) in kept.map({ (start + $0, start + $1) }) + [(oldEnd, newEnd)] {
      if o > oldNext || n > newNext { changes.append(Change(old: oldNext..<o, new: newNext..<n)) }
      (oldNext, newNext) = (o + 1, n + 1)
    }
    return changes
  }

  /// The pairs of lines that both have; nil beyond the limit.
  private static func common<Line: Equatable>(_ old: [Line], _ new: [Line]) -> [(Int, Int)]? {
    var furthest = [1: 0]
    var trace: [[Int: Int]] = []
    for edits in 0...min(limit, old.count + new.count) {
      trace.append(furthest)
      for k in stride(from: -edits, through: edits, by: 2) {
        let isDown = k == -edits || k != edits && at(furthest, k - 1) < at(furthest, k + 1)
        var x = isDown ? at(furthest, k + 1) : at(furthest, k - 1) + 1
        while x < old.count, x - k < new.count, x - k >= 0, old[x] == new[x - k] { x += 1 }
        furthest[k] = x
        if x >= old.count, x - k >= new.count { return walkBack(trace, old.count, new.count) }
      }
    }
    return nil
  }

  private static func at(_ furthest: [Int: Int], _ k: Int) -> Int { furthest[k] ?? -1 }

  private static func walkBack(_ trace: [[Int: Int]], _ oldCount: Int, _ newCount: Int) -> [(
    Int, Int
  )] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (oldCount, newCount)
    for (edits, furthest) in trace.enumerated().reversed() {
      let k = x - y
      let isDown = k == -edits || k != edits && at(furthest, k - 1) < at(furthest, k + 1)
      let before = isDown ? k + 1 : k - 1
      let (fromX, fromY) = (at(furthest, before), at(furthest, before) - before)
      while x > max(fromX, 0), y > max(fromY, 0) {
        (x, y) = (x - 1, y - 1)
        pairs.append((x, y))
      }
      if edits > 0 { (x, y) = (fromX, fromY) }
    }
    return pairs.reversed()
  }
}
