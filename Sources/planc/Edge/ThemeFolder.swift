import Theme

/// The built-in templates, overlaid by the program's own `templates/`.
enum ThemeFolder {
  private static let maximumBytes = 1 << 20

  /// Rules of the program's own, which stand behind those of the style sheet.
  private static let ownRules = "own.css"

  /// Every template and style sheet by its file's name; folders inside `templates/` do not matter.
  static func read(in root: String) throws(Fault) -> [String: [UInt8]] {
    var files = Theme.files
    let folder = root + "/templates"
    if Disk.kind(folder, following: true) == .folder { try overlay(folder, &files, depth: 0) }
    if let own = files.removeValue(forKey: ownRules) {
      files["style.css", default: []] += [0x0A] + own
    }
    return files
  }

  private static func overlay(
    _ folder: String, _ files: inout [String: [UInt8]], depth: Int
  ) throws(Fault) {
    switch Disk.names(in: folder) {
    case .failure(let code): throw Fault("cannot read the folder", folder, code.number)
    case .success(let names):
      for name in names.map(\.name) where !name.hasPrefix(".") {
        let path = folder + "/" + name
        if Disk.kind(path) == .folder, depth < 8 {
          try overlay(path, &files, depth: depth + 1)
        } else if name.hasSuffix(".mustache") || files[name] != nil || name == ownRules {
          switch Disk.read(path, limit: maximumBytes) {
          case .success(let bytes): files[name] = bytes
          case .failure(let code): throw Fault("cannot read", path, code.number)
          }
        }
      }
    }
  }
}
