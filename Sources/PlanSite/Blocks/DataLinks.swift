/// The line beneath a table that hands out the data behind it.
struct DataLinks: Sendable {
  let file: DataFile
  /// The way from the page to the site's root.
  let root: String

  init(_ file: DataFile, root: String) {
    self.file = file
    self.root = root
  }

  /// The links alone.
  var links: HTML {
    DataFormat.allCases.map { format -> HTML in
      """
      <a href="\(root)\(file.path(format))">\(format.rawValue.uppercased())\
      <span class="vh"> of all \(file.name)</span></a>
      """
    }.joined(by: " ")
  }

  var html: HTML { "<p class=\"dl\">\(links)</p>" }
}
