import PlanMetrics
import PlanModel
import PlanSource

// How what is known of a plan is written as bytes: its findings and its card.

extension Located: Kept where Value: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(value, span) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(try reader.value(Value.self), at: try reader.value())
  }
}

/// A word of a vocabulary is kept by its spelling.
extension Kept where Self: RawRepresentable, RawValue: Kept {
  func put(into bytes: inout [UInt8]) { rawValue.put(into: &bytes) }
  init(from reader: inout ByteReader) throws(Damage) {
    guard let value = Self(rawValue: try reader.value(RawValue.self)) else { throw Damage() }
    self = value
  }
}

extension Level: Kept {}
extension Tier: Kept {}
extension Status: Kept {}
extension SectionKind: Kept {}

extension Day: Kept {
  func put(into bytes: inout [UInt8]) { number.put(into: &bytes) }
  init(from reader: inout ByteReader) throws(Damage) { self.init(number: try reader.value()) }
}

extension Money: Kept {
  func put(into bytes: inout [UInt8]) { hundredths.put(into: &bytes) }
  init(from reader: inout ByteReader) throws(Damage) { self.init(hundredths: try reader.value()) }
}

extension Place: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(path, span) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(path: try reader.value(), span: try reader.value())
  }
}

extension Note: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(label, text, place) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(try reader.value(), try reader.value(), at: try reader.value())
  }
}

extension Finding: Kept {
  func put(into bytes: inout [UInt8]) {
    // What the rule says itself is not written with each finding.
    let ownWhy = Catalogue.rule(named: rule)?.why == why ? nil : why
    bytes.put(
      rule, level, path, span, message, label, notes, ownWhy, help, key, row, fix, account, tier)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    guard let rule = Catalogue.rule(named: try reader.text()) else { throw Damage() }
    let level = try reader.value(Level.self)
    let path = try reader.text()
    self.init(
      restoring: rule, level: level, path: path, span: try reader.value(),
      message: try reader.value(), label: try reader.value(), notes: try reader.value(),
      why: try reader.value(String?.self) ?? rule.why, help: try reader.value(),
      key: try reader.value(), row: try reader.value())
    fix = try reader.value()
    account = try reader.value()
    tier = try reader.value()
  }
}

extension Edit: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(span, text) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(try reader.value(), try reader.value())
  }
}

extension Fix: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(title, isSafe, edits, scope) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      try reader.value(), isSafe: try reader.value(), try reader.value(), scope: try reader.value())
  }
}

extension Topic: Kept {
  func put(into bytes: inout [UInt8]) {
    switch self {
    case .key(let name): bytes.put(0, name)
    case .column(let section, let name): bytes.put(1, section, name)
    case .section(let section): bytes.put(2, section)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.value(Int.self) {
    case 0: self = .key(try reader.text())
    case 1: self = .column(try reader.value(), try reader.text())
    case 2: self = .section(try reader.value())
    default: throw Damage()
    }
  }
}

extension Doubt: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(topic, rule, row) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(try reader.value(), rule: try reader.value(), row: try reader.value())
  }
}

extension Waiver: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(rule, until, reason, by, removal) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      rule: try reader.value(), until: try reader.value(), reason: try reader.value(),
      by: try reader.value(), removal: try reader.value())
  }
}

extension Card.Brief: Kept {
  func put(into bytes: inout [UInt8]) { bytes.put(heading, text) }
  init(from reader: inout ByteReader) throws(Damage) {
    self.init(heading: try reader.value(), text: try reader.value())
  }
}

extension Card: Kept {
  func put(into bytes: inout [UInt8]) {
    bytes.put(id, path, opening, account, tier, isTierKnown, writtenStatus)
    bytes.put(
      owner, sponsor, domain, crmID, ceiling, brief, listed, listedBy, waivers, doubts, score,
      recentTouches)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.value(), path: try reader.value(), opening: try reader.value(),
      account: try reader.value(), tier: try reader.value())
    isTierKnown = try reader.value()
    writtenStatus = try reader.value()
    owner = try reader.value()
    sponsor = try reader.value()
    domain = try reader.value()
    crmID = try reader.value()
    ceiling = try reader.value()
    brief = try reader.value()
    listed = try reader.value()
    listedBy = try reader.value()
    waivers = try reader.value()
    doubts = try reader.value()
    score = try reader.value()
    recentTouches = try reader.value()
  }
}
