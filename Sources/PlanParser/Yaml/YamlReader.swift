import CYaml
import PlanSource

/// Reads YAML through libyaml's events into nodes with places.
///
/// Events, because composing would expand aliases, stop at the first duplicate key and forget where values end.
struct YamlReader {
  /// A key that stands twice in one map.
  struct Duplicate {
    let key: String
    let first: Span
    let second: Span
  }

  private static let maximumDepth = 32
  private let offsets: ScalarOffsets
  private(set) var duplicates: [Duplicate] = []
  /// Where the last scalar stands.
  private var last = Span(0, 0)

  /// Reads one document from a part of a file; nil when it is empty.
  static func read(
    _ bytes: [UInt8], _ part: Span
  ) throws(YamlFault) -> (root: YamlNode?, duplicates: [Duplicate]) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw .invalid(problem: "out of memory", at: Span(part.start, part.start))
    }
    defer { yaml_parser_delete(&parser) }
    var reader = YamlReader(offsets: ScalarOffsets(bytes, part))
    // libyaml keeps a pointer to the text, so all of it is read inside the closure.
    let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<YamlNode?, YamlFault> in
      guard let base = buffer.baseAddress else { return .success(nil) }
      yaml_parser_set_input_string(&parser, base + part.start, part.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      do throws(YamlFault) {
        return .success(try reader.stream(&parser))
      } catch {
        return .failure(error)
      }
    }
    return (try outcome.get(), reader.duplicates)
  }

  private init(offsets: ScalarOffsets) { self.offsets = offsets }

  private mutating func stream(_ parser: inout yaml_parser_t) throws(YamlFault) -> YamlNode? {
    var root: YamlNode?
    while true {
      var event = try next(&parser)
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return root
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_DOCUMENT_START_EVENT:
        if root != nil { throw .forbidden(what: "a second document", at: span(event)) }
      default: root = try node(event, &parser, depth: 0)
      }
    }
  }

  private func next(_ parser: inout yaml_parser_t) throws(YamlFault) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      // What is no character at all is counted in bytes, everything else in scalars.
      if parser.error == YAML_READER_ERROR {
        let at = offsets.byte(at: parser.problem_offset)
        throw .invalid(problem: "a control character stands in it", at: Span(at, at))
      }
      throw fault(of: parser)
    }
    return event
  }

  /// What libyaml says, where the text begins that is at fault: it goes on reading behind a quote or a bracket that is
  /// not closed and a key without its colon, and stops lines below.
  private func fault(of parser: yaml_parser_t) -> YamlFault {
    let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    let at = offsets.byte(ofScalar: parser.problem_mark.index)
    if problem.hasPrefix("Maximum nesting") {
      return .invalid(
        problem: "it is nested more than \(Self.maximumDepth) deep", at: Span(at, at))
    }
    let context = parser.context.map { String(cString: $0) } ?? ""
    if ["quoted scalar", "flow ", "simple key"].contains(where: context.contains),
      parser.context_mark.line < parser.problem_mark.line
    {
      let start = offsets.byte(ofScalar: parser.context_mark.index)
      return .invalid(problem: problem, at: Span(start, start))
    }
    if problem.contains("node content"), let mark = offsets.comment(from: last.end, to: at) {
      return .invalid(problem: problem, at: Span(mark, mark))
    }
    if last.end <= at, offsets.isQuoteOfSeveralLines(last), offsets.isBlank(last.end, at) {
      return .invalid(problem: "a quote runs over several lines", at: Span(last.start, last.start))
    }
    return .invalid(problem: problem, at: Span(at, at))
  }

  private mutating func node(
    _ event: yaml_event_t, _ parser: inout yaml_parser_t, depth: Int
  ) throws(YamlFault) -> YamlNode {
    let start = span(event)
    guard depth < Self.maximumDepth else {
      throw .invalid(problem: "it is nested more than \(Self.maximumDepth) deep", at: start)
    }
    try refuseAnchors(event)
    switch event.type {
    case YAML_SCALAR_EVENT:
      last = start
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isNull =
        scalar.style == YAML_PLAIN_SCALAR_STYLE
        && (text == "~" || text.utf8.count == 4 && text.lowercased() == "null")
      return YamlNode(kind: .scalar(isNull ? "" : text), span: start)
    case YAML_SEQUENCE_START_EVENT:
      let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      return try list(from: start, isFlow, &parser, depth)
    case YAML_MAPPING_START_EVENT:
      let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      return try map(from: start, isFlow, &parser, depth)
    default: throw .forbidden(what: "an alias", at: start)
    }
  }

  private mutating func list(
    from start: Span, _ isFlow: Bool, _ parser: inout yaml_parser_t, _ depth: Int
  ) throws(YamlFault) -> YamlNode {
    var items: [YamlNode] = []
    while true {
      var event = try next(&parser)
      defer { yaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT {
        let end = isFlow ? span(event).end : items.last?.span.end ?? start.end
        return YamlNode(kind: .list(items), span: Span(start.start, end), isFlow: isFlow)
      }
      items.append(try node(event, &parser, depth: depth + 1))
    }
  }

  private mutating func map(
    from start: Span, _ isFlow: Bool, _ parser: inout yaml_parser_t, _ depth: Int
  ) throws(YamlFault) -> YamlNode {
    var entries: [YamlNode.Entry] = []
    var seen: [String: Span] = [:]
    while true {
      var event = try next(&parser)
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT {
        let end = isFlow ? span(event).end : entries.last?.value.span.end ?? start.end
        return YamlNode(kind: .map(entries), span: Span(start.start, end), isFlow: isFlow)
      }
      let keySpan = span(event)
      let keyNode = try node(event, &parser, depth: depth + 1)
      guard case .scalar(let key) = keyNode.kind else {
        throw .invalid(problem: "a key must be a word", at: keySpan)
      }
      var valueEvent = try next(&parser)
      defer { yaml_event_delete(&valueEvent) }
      let value = try node(valueEvent, &parser, depth: depth + 1)
      let entry = YamlNode.Entry(key: key, keySpan: keySpan, value: value)
      // In braces `1,000,000` is divided into two keys `000`, which is another fault.
      if let first = seen[key], !(isFlow && entry.isRestOfAmount) {
        duplicates.append(Duplicate(key: key, first: first, second: keySpan))
        continue
      }
      seen[key] = keySpan
      entries.append(entry)
    }
  }

  private func refuseAnchors(_ event: yaml_event_t) throws(YamlFault) {
    let at = span(event)
    let (anchor, tag): (UnsafeMutablePointer<yaml_char_t>?, UnsafeMutablePointer<yaml_char_t>?) =
      switch event.type {
      case YAML_ALIAS_EVENT: throw .forbidden(what: "an alias", at: at)
      case YAML_SCALAR_EVENT: (event.data.scalar.anchor, event.data.scalar.tag)
      case YAML_SEQUENCE_START_EVENT:
        (event.data.sequence_start.anchor, event.data.sequence_start.tag)
      case YAML_MAPPING_START_EVENT: (event.data.mapping_start.anchor, event.data.mapping_start.tag)
      default: (nil, nil)
      }
    if anchor != nil { throw .forbidden(what: "an anchor", at: at) }
    if tag != nil { throw .forbidden(what: "a tag", at: at) }
  }

  private func span(_ event: yaml_event_t) -> Span {
    Span(
      offsets.byte(ofScalar: event.start_mark.index), offsets.byte(ofScalar: event.end_mark.index))
  }
}

/// libyaml counts Unicode scalars; files are counted in bytes.
private struct ScalarOffsets {
  private let start: Int
  private let end: Int
  /// The byte offset of every 64th scalar; nil when the part is ASCII and the counts agree.
  private let every64th: [Int]?
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], _ part: Span) {
    start = part.start
    end = part.end
    self.bytes = bytes
    let slice = bytes[part.start..<part.end]
    guard slice.contains(where: { $0 >= 0x80 }) else {
      every64th = nil
      return
    }
    var marks: [Int] = []
    var scalars = 0
    for index in slice.indices where bytes[index] & 0xC0 != 0x80 {
      if scalars % 64 == 0 { marks.append(index) }
      scalars += 1
    }
    every64th = marks
  }

  /// Whether a quote opens here and closes in a later line.
  func isQuoteOfSeveralLines(_ span: Span) -> Bool {
    span.count > 0 && [0x22, 0x27].contains(bytes[span.start])
      && bytes[span.start..<span.end].contains(0x0A)
  }

  /// The first `#` between two places.
  func comment(from start: Int, to end: Int) -> Int? {
    start < end ? bytes[start..<end].firstIndex(of: UInt8(ascii: "#")) : nil
  }

  /// Whether nothing but spaces stands between two places.
  func isBlank(_ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  func byte(at offset: Int) -> Int { min(start + offset, end) }

  func byte(ofScalar index: Int) -> Int {
    guard let every64th else { return min(start + index, end) }
    guard index / 64 < every64th.count else { return end }
    var byte = every64th[index / 64]
    var left = index % 64
    while left > 0, byte < end {
      byte += 1
      while byte < end, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      left -= 1
    }
    return byte
  }
}
