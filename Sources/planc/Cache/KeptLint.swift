import PlanLint
import PlanModel
import PlanSource

extension Compiler {
  /// Checks all plans, reading only those anew that are not as they were when they were checked last.
  func lint(_ plans: [PlanFile], keeping folder: CacheFolder) async -> Result {
    let shared = shared()
    let basis = basis(shared)
    // Another selection of rules has results of its own.
    let rules = selection.select.sorted() + ["/"] + selection.ignore.sorted()
    let name = "results-" + Digest(of: rules.map { Array($0.utf8) }).name
    let cache = ResultCache(folder.read(name), basis: basis)
    var read = await parallel.map("Reading plans", plans.count) { index in
      self.read(plans[index], shared, cache)
    }
    // What hangs on an older version of the plan is not kept.
    let earlier = await earlier(
      read.filter(\.checked.isMoving).compactMap(\.checked.source), shared)
    for index in read.indices where read[index].checked.isMoving {
      read[index].entry = nil
      read[index].isNew = false
      if let source = read[index].checked.source, let plan = earlier[source.path] {
        read[index].checked =
          check(source, shared, earlier: plan).checked
      }
    }
    var result = await finish(read.map(\.checked), shared, reporting: nil)
    let entries = read.compactMap(\.entry)
    if entries.count != cache.count || read.contains(where: \.isNew) {
      do throws(Fault) {
        try folder.write(name, ResultCache.file(entries, basis: basis))
      } catch {
        result.notices.append(
          "notice: nothing is kept for the next run: \(error.message); --no-cache does not try to")
      }
    }
    return result
  }

  private struct KeptRead: Sendable {
    var checked: Checked
    /// Nil for a file that could not be opened, and for a plan whose score is past a cut line.
    var entry: (path: String, content: Digest, bytes: ArraySlice<UInt8>)?
    var isNew: Bool
  }

  private func read(_ file: PlanFile, _ shared: Shared, _ cache: ResultCache) -> KeptRead {
    switch files.read(file) {
    case .failure(let unreadable):
      return KeptRead(checked: unread(unreadable, shared), entry: nil, isNew: false)
    case .success(let source):
      // What git says of a plan is told as if it stood in it.
      var history: [UInt8] = []
      past?.history(of: source, on: today).put(into: &history)
      let content = Digest(of: [source.bytes, history])
      if let (entry, bytes) = cache.entry(of: file.path, content: content, exists: files.exists) {
        return KeptRead(
          checked: Checked(source: source, card: entry.card, findings: entry.findings),
          entry: (file.path, content, bytes), isNew: false)
      }
      let read = check(source, shared)
      let links = (read.plan?.relativeLinks ?? []).map { ($0.value, files.exists($0.value)) }
      var bytes: [UInt8] = []
      ResultCache.Entry(
        findings: read.checked.findings, card: read.checked.card,
        links: Dictionary(links, uniquingKeysWith: { first, _ in first })
      ).put(into: &bytes)
      return KeptRead(
        checked: read.checked, entry: (file.path, content, bytes[...]), isNew: true)
    }
  }

  /// What all results hang on beside the plans: another one of these, and nothing kept is used.
  private func basis(_ shared: Shared) -> Digest {
    var parts = [plancVersion, World.executable() ?? "", today.description].map { Array($0.utf8) }
    parts.append(files.settings?.bytes ?? [])
    for source in shared.sources { parts += [Array(source.path.utf8), source.bytes] }
    parts.append([past == nil ? 0 : 1])
    // A segment that cannot be read keeps some findings back.
    parts.append([shared.program.segments.isWhole ? 1 : 0])
    return Digest(of: parts)
  }
}
