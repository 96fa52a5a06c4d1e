import PlanModel
import PlanSource

/// Reads `site.editions`: what readers outside may see, named piece by piece.
extension SettingsBinder {
  func readEditions(_ site: YamlMap) {
    guard let node = site.node("editions") else { return }
    let path = "site.editions"
    guard case .map(let entries) = node.kind else {
      return reject(
        node, path, isNo: "no map", help: "write `customer: { sections: [objectives] }` below it")
    }
    for entry in entries {
      if !BadID.isGood(entry.key) {
        binder.reject(
          Written(
            text: entry.key, span: entry.keySpan,
            field: Field(name: "`\(path)`", topic: .key(path))),
          isNo: "no name of an edition", help: "write lower-case letters, digits and single hyphens"
        )
      }
      let inner = YamlMap(
        entry.value, knowing: ["sections", "columns", "fields"], allowsOwn: false, binder,
        path: "\(path).\(entry.key).")
      let before = binder.findings.count
      let parts = parts(inner, sections(inner))
      let fields = fields(inner)
      if parts.isEmpty, fields.isEmpty, binder.findings.count == before, !inner.isRejected {
        binder.report(
          MissingKey.finding("sections", at: entry.keySpan, example: "[objectives]"))
      }
      program.site.editions.append(Edition(name: entry.key, parts: parts, fields: fields))
    }
  }

  private func sections(_ map: YamlMap) -> [Located<SectionKind>] {
    var kinds: [Located<SectionKind>] = []
    for name in map.names("sections") ?? [] {
      let written = Written(text: name.value, span: name.span, field: map.field("sections"))
      guard let kind = binder.word(written, as: SectionKind.self) else { continue }
      if let reason = Edition.refusal(of: kind.value) {
        refuse(
          written, reason,
          allowed: SectionKind.allCases.filter { Edition.refusal(of: $0) == nil }.map(\.rawValue))
      } else if let first = kinds.first(where: { $0.value == kind.value }) {
        binder.report(
          DuplicateKey.item(
            name.value, of: map.path + "sections", at: name.span,
            first: (kind.value.rawValue, binder.place(first.span))))
      } else {
        kinds.append(kind)
      }
    }
    return kinds
  }

  /// The sections with their columns; a section without any columns of its own is nothing until some are named.
  private func parts(_ map: YamlMap, _ kinds: [Located<SectionKind>]) -> [Edition.Part] {
    var named: [SectionKind: [String]] = [:]
    if let node = map.node("columns") {
      guard case .map(let entries) = node.kind else {
        reject(
          node, "\(map.path)columns", isNo: "no map",
          help: "write `columns: { objectives: [target, by] }`")
        return []
      }
      let inner = YamlMap(
        node, knowing: entries.map(\.key), allowsOwn: false, binder, path: "\(map.path)columns.")
      for entry in entries {
        guard let kind = section(of: entry, map, kinds) else { continue }
        named[kind] = columns(inner, entry.key, of: kind)
      }
    }
    return kinds.map { kind in
      let (always, others) = Edition.columns(of: kind.value)
      let listed = named[kind.value] ?? []
      if always.isEmpty, named[kind.value] == nil {
        let some = others.map(Self.setting).joined(separator: ", ")
        binder.reject(
          Written(text: kind.value.rawValue, span: kind.span, field: map.field("sections")),
          isNo: "a section without a column of its own: nothing of it would be there",
          help: "write `columns: { \(kind.value.rawValue): [\(some)] }`, or some of these")
      }
      return Edition.Part(
        kind: kind.value, columns: always.filter { !listed.contains($0) } + listed)
    }
  }

  /// The section whose columns an entry names, if the edition has it.
  private func section(
    of entry: YamlNode.Entry, _ map: YamlMap, _ kinds: [Located<SectionKind>]
  ) -> SectionKind? {
    let written = Written(text: entry.key, span: entry.keySpan, field: map.field("columns"))
    guard let kind = binder.word(written, as: SectionKind.self)?.value else { return nil }
    if kinds.contains(where: { $0.value == kind }) { return kind }
    if let reason = Edition.refusal(of: kind) {
      refuse(written, reason, allowed: kinds.map(\.value.rawValue))
    } else {
      binder.reject(
        written, isNo: "none of its `sections`",
        help: "add `\(kind.rawValue)` to `sections`, or delete its columns")
    }
    return nil
  }

  private func columns(_ map: YamlMap, _ key: String, of kind: SectionKind) -> [String] {
    let (always, named) = Edition.columns(of: kind)
    let known = always + named
    return (map.names(key) ?? []).compactMap { name in
      let written = Written(text: name.value, span: name.span, field: map.field(key))
      let column = kind.columns.first { $0.isNamed(name.value) }?.name
      if let column = known.first(where: { Nearest.isSame($0, column ?? name.value) }) {
        return column
      }
      if let reason = column.flatMap({ Edition.refusal(of: $0, in: kind) }) {
        refuse(written, reason, allowed: known.map(Self.setting))
        return nil
      }
      let near = binder.nearest(name.value, among: known.map(Self.setting)).guess
      binder.reject(
        written, isNo: "no column of \(kind.title)",
        help: near.map { "write `\($0)`" }
          ?? "an edition may show \(known.map(Self.setting).joined(separator: ", "))")
      return nil
    }
  }

  private func fields(_ map: YamlMap) -> [Edition.Field] {
    (map.names("fields") ?? []).compactMap { name in
      let written = Written(text: name.value, span: name.span, field: map.field("fields"))
      if Edition.Field(reading: name.value) == nil {
        let isOwn = name.value.hasPrefix("x-")
        if isOwn || FrontMatterBinder.keys.contains(name.value) {
          refuse(
            written,
            isOwn ? "planc keeps it and does not read it" : Edition.refusal(ofField: name.value),
            allowed: Edition.Field.words)
          return nil
        }
      }
      return binder.word(written, as: Edition.Field.self)?.value
    }
  }

  private func refuse(_ written: Written, _ reason: String, allowed: [String]) {
    binder.reject(
      written, isNo: "not for readers outside: \(reason)",
      help: "delete it; an edition may show " + allowed.joined(separator: ", "))
  }

  /// A column as the settings write it: `success-metric`.
  private static func setting(_ column: String) -> String {
    column.lowercased().replacing(" ", with: "-")
  }
}
