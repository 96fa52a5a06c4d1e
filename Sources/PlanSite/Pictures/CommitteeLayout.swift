import PlanModel

/// Where the cards of a committee stand: by reporting line, in columns and levels.
struct CommitteeLayout: Equatable {
  /// Columns that fit.
  static let columns = 5.0

  struct Place: Equatable {
    /// In columns from the left; may lie between two.
    var column: Double
    /// In rows from the top.
    var level: Int
    /// Below a sibling, beside a line that leads down.
    var isHanging = false
  }

  /// Beside the contacts.
  private(set) var places: [Place]
  /// The index of the contact that each reports to, where both are known and the line makes no circle.
  let parents: [Int?]
  /// For cards beside the contacts, in free places.
  private(set) var extra: [Place]

  var levels: Int { ((places + extra).map(\.level).max() ?? -1) + 1 }

  /// Whether no card of the first row reaches beyond so many columns.
  func isFree(right columns: Double) -> Bool {
    !(places + extra).contains { $0.level == 0 && $0.column + 1 > columns }
  }

  /// Nil when the lines are too wide for the page.
  ///
  /// - Parameters:
  ///   - parents: From `parents(of:)`.
  ///   - extra: How many cards more to place.
  init?(parents: [Int?], extra: Int) {
    self.parents = parents
    places = Array(repeating: Place(column: 0, level: 0), count: parents.count)
    self.extra = []
    var tree = Tree(parents)
    let roots = tree.roots.filter { !tree.children[$0].isEmpty }
    while let widest = roots.map(tree.width).max(), widest > Self.columns {
      guard tree.hangLeaves(below: roots.filter { tree.width($0) > Self.columns }) else {
        return nil
      }
    }
    // Bands of trees, each as many beside each other as fit.
    var (column, level, depth) = (0.0, 0, 0)
    for root in roots {
      let width = tree.width(root)
      if column > 0, column + width > Self.columns {
        level += depth
        (column, depth) = (0, 0)
      }
      place(root, column, level, tree)
      column += width
      depth = max(depth, tree.depth(root))
    }
    fill(tree.roots.filter { tree.children[$0].isEmpty }, extra)
  }

  private mutating func place(_ node: Int, _ column: Double, _ level: Int, _ tree: Tree) {
    var next = column
    var centres: [Double] = []
    for child in tree.children[node] where !tree.hanging.contains(child) {
      place(child, next, level + 1, tree)
      centres.append(places[child].column)
      next += tree.width(child)
    }
    let hung = tree.children[node].filter(tree.hanging.contains)
    for (index, child) in hung.enumerated() {
      places[child] = Place(column: next, level: level + 1 + index, isHanging: true)
    }
    if !hung.isEmpty { centres.append(next) }
    let middle = ((centres.first ?? column) + (centres.last ?? column)) / 2
    places[node] = Place(column: middle, level: level)
  }

  /// Puts single cards where there is room: beside the trees first, then wherever else, from the top.
  private mutating func fill(_ singles: [Int], _ count: Int) {
    let isSingle = Set(singles)
    var taken = places.indices.filter { !isSingle.contains($0) }.map { places[$0] }
    let right = Int((taken.map(\.column).max() ?? -1).rounded(.up)) + 1
    let depth = (taken.map(\.level).max() ?? -1) + 1
    func isFree(_ column: Int, _ level: Int) -> Bool {
      !taken.contains { $0.level == level && abs($0.column - Double(column)) < 1 }
    }
    func free() -> Place {
      for level in 0..<depth {
        for column in right..<max(right, Int(Self.columns)) where isFree(column, level) {
          return Place(column: Double(column), level: level)
        }
      }
      var level = 0
      while true {
        for column in 0..<Int(Self.columns) where isFree(column, level) {
          return Place(column: Double(column), level: level)
        }
        level += 1
      }
    }
    for single in singles {
      places[single] = free()
      taken.append(places[single])
    }
    for _ in 0..<count {
      let place = free()
      extra.append(place)
      taken.append(place)
    }
  }

  /// Who reports to whom, by index. Unknown names and circles are left out.
  static func parents(of contacts: [Contact]) -> [Int?] {
    var index: [String: Int] = [:]
    for (position, contact) in contacts.enumerated() where index[contact.key] == nil {
      index[contact.key] = position
    }
    var parents = [Int?](repeating: nil, count: contacts.count)
    for (position, contact) in contacts.enumerated() {
      guard let name = contact.reportsTo?.value, let parent = index[ContactName.key(name)] else {
        continue
      }
      var above: Int? = parent
      while let step = above, step != position { above = parents[step] }
      if above == nil { parents[position] = parent }
    }
    return parents
  }
}

/// The reporting lines while they are being laid out.
private struct Tree {
  let children: [[Int]]
  let roots: [Int]
  /// Leaves that stand below each other instead of beside.
  var hanging: Set<Int> = []

  init(_ parents: [Int?]) {
    var children = [[Int]](repeating: [], count: parents.count)
    for (index, parent) in parents.enumerated() { if let parent { children[parent].append(index) } }
    self.children = children
    roots = parents.indices.filter { parents[$0] == nil }
  }

  func width(_ node: Int) -> Double {
    var sum = 0.0
    for child in children[node] where !hanging.contains(child) { sum += width(child) }
    return max(1, sum + (children[node].contains(where: hanging.contains) ? 1 : 0))
  }

  func depth(_ node: Int) -> Int {
    let hung = children[node].count(where: hanging.contains)
    return 1 + max(hung, children[node].map(depth).max() ?? 0)
  }

  /// Hangs the leaves of the contact that has most of them; false when nobody has two.
  mutating func hangLeaves(below roots: [Int]) -> Bool {
    var best: (leaves: [Int], count: Int) = ([], 1)
    var queue = roots
    while let node = queue.popLast() {
      queue += children[node]
      let leaves = children[node].filter { children[$0].isEmpty && !hanging.contains($0) }
      if leaves.count > best.count { best = (leaves, leaves.count) }
    }
    hanging.formUnion(best.leaves)
    return !best.leaves.isEmpty
  }
}
