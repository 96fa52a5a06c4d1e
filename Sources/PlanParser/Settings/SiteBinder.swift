import PlanModel
import PlanSource

/// Reads `site:`.
extension SettingsBinder {
  func readSite(_ map: YamlMap) {
    guard let node = map.node("site") else { return }
    let inner = YamlMap(
      node, knowing: ["title", "base-url", "repository", "logo", "editions"], allowsOwn: false,
      binder, path: "site.")
    program.site.title = inner["title"]?.text
    if let url = inner["base-url"] {
      if Self.isWebAddress(url.text) {
        program.site.baseURL = url.text.hasSuffix("/") ? String(url.text.dropLast()) : url.text
      } else {
        binder.reject(
          url, isNo: "no web address", help: "write where the site is published: `https://…`")
      }
    }
    readRepository(inner["repository"])
    readLogo(inner["logo"])
    readEditions(inner)
  }

  /// Pages add a path to the address, so nothing may stand behind its own; what opens the repository is for nobody.
  private func readRepository(_ written: Written?) {
    guard let written else { return }
    var address = written.text[...]
    while address.hasSuffix("/") { address = address.dropLast() }
    if address.hasSuffix(".git") { address = address.dropLast(4) }
    let host =
      address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .dropFirst(2).first ?? ""
    if !Self.isWebAddress(written.text) || host.isEmpty {
      binder.reject(
        written, isNo: "no web address",
        help: "write the repository's page on its git host: `https://github.com/us/plans`")
    } else if host.contains("@") {
      binder.reject(
        written, isNo: "an address with a user in it, for all readers of the site to see",
        help: "leave out what stands before the `@`")
    } else if address.contains(where: { $0 == "?" || $0 == "#" }) {
      binder.reject(
        written, isNo: "no address that a path can be added to",
        help: "leave out what begins with `?` or `#`")
    } else {
      program.site.repository = String(address)
    }
  }

  private func readLogo(_ written: Written?) {
    guard let written else { return }
    let parts = written.text.split(separator: "/", omittingEmptySubsequences: false)
    let name = written.text.lowercased()
    let isPlain = written.text.utf8.allSatisfy {
      $0 > 0x20 && $0 != 0x7F && !":\\".utf8.contains($0)
    }
    if !isPlain || parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
      binder.reject(
        written, isNo: "no path in the program",
        help: "write it from the folder of planc.yml on, such as `images/logo.svg`")
    } else if ![".svg", ".png", ".jpg", ".jpeg", ".webp"].contains(where: name.hasSuffix) {
      binder.reject(
        written, isNo: "no picture that pages show",
        help: "name a file that ends in `.svg`, `.png`, `.jpg` or `.webp`")
    } else {
      program.site.logo = written.text
    }
  }

  private static func isWebAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\"<>\\".utf8.contains($0) }
  }
}
