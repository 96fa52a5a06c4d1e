import PlanReport

/// Where the findings go: each format with its file, or with standard output.
struct Outputs {
  struct Output {
    let format: OutputFormat
    /// Nil for standard output.
    let file: String?
  }

  let list: [Output]
  private static let example =
    "such as `--output-format full --output-format sarif --output-file planc.sarif`"

  /// Files belong to formats in their order; one format may be without a file, and is the one that no file follows.
  ///
  /// - Parameters:
  ///   - formats: As they were asked for; `full` when there is none.
  ///   - files: As they were named.
  ///   - words: The command line, for the order of both.
  init(_ formats: [OutputFormat], _ files: [String], typed words: [String]) throws(Fault) {
    let formats = formats.isEmpty ? [.full] : formats
    guard files.count <= formats.count else {
      let count = formats.count
      throw Fault(
        "there are \(files.count) files for \(count) format\(count == 1 ? "" : "s")",
        help: "write --output-format before each --output-file, \(Self.example)")
    }
    guard files.count >= formats.count - 1 else {
      let names = Self.indices(of: formats, without: files.count, words).map {
        formats[$0].rawValue
      }
      throw Fault(
        "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) would go to standard "
          + "output together",
        help: "name a file for all formats but one, \(Self.example)")
    }
    let places = files.map { Path.absolute($0, from: "/") }
    for (index, place) in places.enumerated() where places[..<index].contains(place) {
      throw Fault(
        "two formats would go to the file \(TerminalText.escape(files[index]))",
        help: "name a file for each, \(Self.example)")
    }
    let printed = Set(Self.indices(of: formats, without: files.count, words))
    var rest = files[...]
    list = formats.enumerated().map { index, format in
      Output(format: format, file: printed.contains(index) ? nil : rest.popFirst())
    }
  }

  /// The formats that are left without a file: those that no file follows, else the last ones.
  private static func indices(
    of formats: [OutputFormat], without count: Int, _ words: [String]
  ) -> [Int] {
    let left = formats.count - count
    var unfollowed: [Int] = []
    var index = -1
    for word in words.prefix(while: { $0 != "--" }) {
      let flag = word.prefix { $0 != "=" }
      if flag == "--output-format" {
        index += 1
        unfollowed.append(index)
      } else if flag == "--output-file", unfollowed.last == index {
        unfollowed.removeLast()
      }
    }
    return unfollowed.count == left ? unfollowed : Array(formats.indices.suffix(left))
  }
}
