import PlanSource

extension Exclusions {
  /// What of `exclude` names the plan, and where in it; nil when nothing does.
  public func match(_ plan: Plan) -> (what: String, span: Span)? {
    if let domain = plan.domain, !domains.isEmpty {
      let name = Self.host(domain.value)
      let excluded = domains.first {
        let host = Self.host($0)
        return name == host || name.hasSuffix("." + host)
      }
      if let excluded { return ("the domain `\(excluded)`", domain.span) }
    }
    for pair in plan.fit where !fits.isEmpty {
      let items = pair.value.value.split(separator: ",").map { Nearest.fold(String($0)) }
      let excluded = fits.first {
        Nearest.isSame($0.fact, pair.name.value) && items.contains(Nearest.fold($0.value))
      }
      if let excluded {
        let what = "\(excluded.fact) `\(excluded.value)`: \(excluded.reason)"
        return (what, pair.value.span)
      }
    }
    return nil
  }

  /// The domain in an address as a browser shows it: `https://www.northwind.example/about`.
  private static func host(_ text: String) -> String {
    var host = text.lowercased()[...]
    if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
    host = host.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return String(host)
  }
}
