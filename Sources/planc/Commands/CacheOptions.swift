import ArgumentParser

/// The folder in which results are kept, where somebody names one.
struct CacheFolderOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder in which results are kept; else .planc-cache in the program's folder.",
      valueName: "dir"))
  var cacheDir: String?

  func validate() throws {
    try Blank.refuse(
      cacheDir, "--cache-dir", help: "name a folder, or leave it out for .planc-cache")
  }

  var folder: CacheFolder? {
    get throws(Fault) {
      guard let cacheDir else { return nil }
      let folder = CacheFolder(path: Path.absolute(cacheDir, from: try World.currentFolder()))
      try folder.refuseOther()
      return folder
    }
  }
}

/// Where results are kept from run to run.
struct CacheOptions: ParsableArguments {
  @Flag(
    help:
      "Keep no results, and use none of an earlier run: the default where CI is set, so that no branch brings its own."
  )
  var noCache = false
  @OptionGroup var named: CacheFolderOption

  func validate() throws {
    if noCache, named.cacheDir != nil {
      throw Fault("--cache-dir names a folder that --no-cache does not use", help: "leave one out")
    }
  }

  /// The folder; nil when nothing is to be kept.
  func folder(of workspace: Workspace) throws(Fault) -> CacheFolder? {
    if noCache { return nil }
    if let folder = try named.folder { return folder }
    if let name = World.variable("CI"), !name.isEmpty, name != "false" { return nil }
    return CacheFolder(of: workspace.root)
  }
}
