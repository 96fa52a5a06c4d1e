import PlanModel
import PlanSource

/// A map of YAML, read by known keys. Unknown ones are reported; one with a single near neighbour is read as that.
struct YamlMap {
  private var entries: [String: YamlNode.Entry] = [:]
  let binder: Binder
  let path: String
  /// It is no map, and that was reported: then no key is missing.
  private(set) var isRejected = false

  /// Keys that an unknown one nearly is; where that is an error, such a key is not said to be missing too.
  private var guessed: Set<String> = []

  /// - Parameters:
  ///   - allowsOwn: Whether keys that begin with `x-` are left alone.
  ///   - path: What stands before each key in messages and topics: `potential.`.
  ///   - readsGuesses: Whether an unknown key is read as the one nearest to it, if that is not there, though it is too
  ///     short or too far away to be sure of.
  ///   - dividedAmounts: Whether `{ acv: 320,000 }` is to be recognised: in braces a comma divides.
  init(
    _ node: YamlNode?, knowing known: [String], allowsOwn: Bool, _ binder: Binder, path: String,
    readsGuesses: Bool = false, dividedAmounts: Bool = false
  ) {
    self.binder = binder
    self.path = path
    guard let node, !node.isEmpty else { return }
    guard case .map(let all) = node.kind else {
      isRejected = true
      binder.report(
        InvalidValue.finding(
          binder.text(node.span).prefixLine, of: path.isEmpty ? "the file" : "`\(path.dropLast())`",
          isNo: "no map", at: node.span,
          help: dividedAmounts && node.text?.contains(",") == false
            ? "write `potential: { acv: \(node.text ?? "") }`" : "write `key: value` lines"))
      return
    }
    var near: [(String, YamlNode.Entry)] = []
    /// The keys that are there or that another is read as, once somebody asks.
    lazy var taken = Set(all.map(\.key))
    var divided: (amount: YamlNode.Entry, rest: [YamlNode.Entry])?
    for written in all {
      if dividedAmounts, node.isFlow, divided != nil, written.isRestOfAmount {
        divided?.rest.append(written)
        continue
      }
      let entry =
        node.isFlow && !known.contains(written.key)
        ? written.withItsSpace(path.isEmpty ? "the file" : "`\(path.dropLast())`", binder) : written
      rejectDivided(divided)
      divided = (entry, [])
      if known.contains(entry.key) {
        entries[entry.key] = entry
      } else if !(allowsOwn && entry.key.hasPrefix("x-")) {
        let isOwn = allowsOwn && UnknownKey.looksOwn(entry.key)
        if allowsOwn, let home = UnknownKey.home(of: entry.key, among: known) {
          binder.report(UnknownKey.misplaced(entry, below: home, all))
          continue
        }
        var (sure, guess) = isOwn ? (nil, nil) : binder.nearest(entry.key, among: known)
        // What its key is to become, if no other has that name: in YAML a key stands once.
        var new = sure.flatMap { taken.insert($0).inserted ? $0 : nil }
        if sure == nil, !isOwn, readsGuesses, !binder.isFull {
          sure = Nearest.only(entry.key, among: known).flatMap {
            taken.insert($0).inserted ? $0 : nil
          }
          let last = guess == nil ? Self.lastPart(of: entry.key, among: known) : nil
          new = sure ?? last.flatMap { taken.contains($0) ? nil : $0 }
          guess = sure ?? guess ?? last
        } else if isOwn {
          let own = "x-" + entry.key.dropFirst(2)
          if taken.insert(own).inserted { new = own }
        }
        // `state: Bavaria` is somebody's own.
        if allowsOwn, let near = sure ?? guess, !binder.fits(entry.value, key: near) {
          if let new, new == sure { taken.remove(new) }
          (sure, guess, new) = (nil, nil, nil)
        }
        binder.report(
          UnknownKey.finding(
            entry.key, at: entry.keySpan, among: known, taken: binder.readAs(sure), near: guess,
            allowsOwn: allowsOwn,
            fix: new.flatMap {
              binder.rewriting(
                entry.key, as: $0, at: entry.keySpan, isSafe: sure != nil || isOwn)
            }))
        if let sure {
          near.append((sure, entry))
        } else if let guess, !allowsOwn {
          guessed.insert(guess)
        }
      }
    }
    rejectDivided(divided)
    for (key, entry) in near where entries[key] == nil { entries[key] = entry }
  }

  /// `reviewed` for `last-reviewed`: known by its last part.
  private static func lastPart(of key: String, among known: [String]) -> String? {
    guard let last = key.split(whereSeparator: { "-_ ".contains($0) }).last else { return nil }
    return known.first { Nearest.isSame($0, String(last)) }
  }

  private mutating func rejectDivided(_ divided: (amount: YamlNode.Entry, rest: [YamlNode.Entry])?)
  {
    guard let (amount, rest) = divided, let last = rest.last else { return }
    let written = ([amount.value.text ?? ""] + rest.map(\.key)).joined(separator: ",")
    entries[amount.key] = nil
    binder.reject(
      Written(
        text: written, span: Span(amount.value.span.start, last.keySpan.end),
        field: field(amount.key)),
      isNo: "divided at its comma", help: "quote it: `\(amount.key): \"\(written)\"`",
      fix: quoting(written, at: Span(amount.value.span.start, last.keySpan.end)))
  }

  /// Puts an amount in quotes, if it stands there as it would be read.
  private func quoting(_ amount: String, at span: Span) -> Fix? {
    guard binder.text(span) == amount,
      case .success = MoneyReader.read(amount, in: binder.program)
    else { return nil }
    return Fix("write `\"\(amount)\"`", [Edit(span, "\"\(amount)\"")])
  }

  /// The maps of a list, each with its place; anything else is reported.
  func maps(_ key: String, knowing known: [String]) -> [(map: YamlMap, span: Span)] {
    guard let node = node(key) else { return [] }
    guard case .list(let items) = node.kind else {
      binder.reject(
        Written(text: binder.text(node.span).prefixLine, span: node.span, field: field(key)),
        isNo: "no list",
        help: "write a list: `- { \(known.map { "\($0): …" }.joined(separator: ", ")) }`")
      return []
    }
    return items.map { item in
      let inner = YamlMap(
        item, knowing: known, allowsOwn: false, binder, path: "\(path)\(key).", readsGuesses: true)
      return (inner, item.span)
    }
  }

  func field(_ key: String) -> Field {
    Field(key: key, below: path)
  }

  /// Where a key stands.
  func key(_ key: String) -> Span? { entries[key]?.keySpan }

  /// What stands behind a key; nil when it is empty.
  func node(_ key: String) -> YamlNode? {
    entries[key].flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// A scalar; nil when it is absent, empty, or, with a finding, a list or map.
  subscript(key: String) -> Written? {
    guard let node = node(key) else { return nil }
    return scalar(node, field(key))
  }

  /// A scalar that must be there; reported at its key, else at `opening`.
  func required(_ key: String, example: String, _ opening: Span) -> Written? {
    _ = requiredNode(key, example: example, opening)
    return self[key]
  }

  /// Anything that must be there; reported at its key, else at `opening`.
  func requiredNode(_ key: String, example: String, _ opening: Span) -> YamlNode? {
    let node = node(key)
    if node == nil, !isRejected, !guessed.contains(key) {
      binder.report(MissingKey.finding(key, at: entries[key]?.keySpan ?? opening, example: example))
      binder.doubt(field(key), MissingKey.about)
    }
    return node
  }

  /// The names and scalars of a map within.
  ///
  /// - Parameter listsToo: Whether a list of texts may stand for one text, joined by commas.
  func pairs(_ key: String, listsToo: Bool = false) -> [(Located<String>, Written)] {
    guard let node = node(key) else { return [] }
    guard case .map(let all) = node.kind else {
      binder.reject(
        Written(text: binder.text(node.span).prefixLine, span: node.span, field: field(key)),
        isNo: "no map", help: "write `\(key): { name: value }`")
      return []
    }
    return all.compactMap { written in
      let entry = node.isFlow ? written.withItsSpace("`\(path)\(key)`", binder) : written
      guard !entry.value.isEmpty else { return nil }
      // The key is the row: what one cannot be read for says nothing of the others.
      let own = Field(
        name: "`\(path)\(key).\(entry.key)`", topic: .key("\(path)\(key).\(entry.key)"),
        row: entry.keySpan)
      let name = Located(entry.key, at: entry.keySpan)
      if listsToo, case .list(let items) = entry.value.kind {
        let texts = items.compactMap { scalar($0, own)?.text }
        return (
          name, Written(text: texts.joined(separator: ", "), span: entry.value.span, field: own)
        )
      }
      return scalar(entry.value, own).map { (name, $0) }
    }
  }

  func scalar(_ node: YamlNode, _ field: Field, expected: String = "no text") -> Written? {
    if let text = node.text {
      let written = Written(text: text.trimmingSpaces, span: node.span, field: field)
      // The first byte of `“`, `”`, `„` and `‘`.
      return text.utf8.first == 0xE2 ? binder.withoutQuotes(written) : written
    }
    guard !node.isEmpty else { return nil }
    binder.reject(
      Written(text: binder.text(node.span).prefixLine, span: node.span, field: field),
      isNo: expected + " but \(node.noun)",
      help: "write one value behind the colon")
    return nil
  }
}

extension String {
  /// The first line, cut at 60 characters, for naming a longer value in a message.
  var prefixLine: String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
