import PlanModel
import PlanReport

/// The picture that `site.logo` names, for every page of the site.
enum LogoFile {
  /// Every reader loads it.
  private static let maximumBytes = 256 << 10

  /// Its bytes, as a file of the theme; nothing where no logo is named.
  static func read(_ site: Program.Site, in workspace: Workspace) throws(Fault) -> [String: [UInt8]]
  {
    guard let path = site.logo, let name = site.logoFile else { return [:] }
    let shown = "site.logo, \(TerminalText.escape(path)),"
    let whole = workspace.root + "/" + path
    if let real = try? Disk.resolve(whole).get(),
      Path.relative(real, to: workspace.repository ?? workspace.root) == nil
    {
      throw Fault(
        "\(shown) is a link out of the program, to \(TerminalText.escape(real))",
        help: "put the picture itself into the program's folder")
    }
    switch Disk.read(whole, limit: maximumBytes + 1) {
    case .failure(let code):
      throw Fault(
        "cannot read the picture of site.logo,", path, code.number,
        help: "write its path from the folder of planc.yml on, or delete `logo`")
    case .success(let bytes):
      guard bytes.count <= maximumBytes else {
        throw Fault(
          "\(shown) is larger than \(maximumBytes >> 10) KB, and every page loads it",
          help: "scale the picture down: it is shown 24 pixels high")
      }
      guard isPicture(bytes, named: name) else {
        throw Fault(
          "\(shown) is no \(name.split(separator: ".").last ?? "") picture",
          help: "see what the file holds; git keeps a pointer where large files lie elsewhere")
      }
      return [name: bytes]
    }
  }

  /// Whether the bytes begin as files of the name's ending do.
  private static func isPicture(_ bytes: [UInt8], named name: String) -> Bool {
    switch name.split(separator: ".").last {
    case "svg": String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg")
    case "png": bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case "webp":
      bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    default: bytes.starts(with: [0xFF, 0xD8])
    }
  }
}
