import Testing

/// The same hostile programs, in the formats that other systems read.
extension HostileFindingsTests {
  private static let check =
    #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Reports/check.py"

  /// A parser that is not ours reads each report, and finds all findings in it.
  @Test func everyFormatCarriesHostileTextAsText() throws {
    let folder = try program()
    var counts: [String: Int] = [:]
    for format in ["json", "gitlab", "junit", "markdown", "sarif"] {
      let printed = try lint(["--output-format", format], in: folder)
      #expect(printed.status == 1)
      #expect(String(validating: printed.output, as: UTF8.self) != nil)
      expectHarmless(printed.text, colored: false, from: #_sourceLocation)
      try folder.write("report", bytes: printed.output)
      let read = try Planc.run(command: ["python3", Self.check, format, "report"], in: folder)
      #expect(read.status == 0, "\(format): \(read.notes)")
      counts[format] = Int(read.text.filter(\.isNumber))
    }
    let count = try #require(counts["json"])
    #expect(count > 700)
    for format in ["gitlab", "junit", "sarif"] { #expect(counts[format] == count, "\(format)") }
    // A comment holds as many as fit.
    #expect((counts["markdown"] ?? 0) > 100)
  }

  /// One attack a program, so that none is left out for want of room.
  @Test(arguments: attacks)
  func annotationsAndCommentsCarryIt(_ attack: String) throws {
    let folder = try Folder([("planc.yml", ""), ("plans/a.md", Self.plan(attack))])
    try folder.write("plans/\(attack.replacing("/", with: "")).md", "no plan")
    let printed = try lint(["--output-format", "github"], in: folder)
    #expect(printed.status == 1)
    let lines = printed.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count > 10)
    for line in lines {
      // As the runner takes it apart: properties at commas, each at its first `=`, up to the next `::`.
      let parts = String(line).components(of: "::")
      #expect(parts.first == "")
      let command = parts[1].split(separator: " ", maxSplits: 1)
      #expect(["error", "warning", "notice"].contains(String(command[0])))
      let names = command[1].split(separator: ",").map { String($0.prefix { $0 != "=" }) }
      let place = ["file", "line", "endLine", "col", "endColumn", "title"]
      #expect(
        names == place || names == ["file", "line", "title"] || names == ["title"], "\(line)")
    }
    let unsafe = printed.text.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || $0 == "\u{9B}"
    }
    #expect(unsafe.isEmpty)
    let comment = try lint(["--output-format", "markdown", "--output-file", "report"], in: folder)
    #expect(comment.status == 1)
    let read = try Planc.run(command: ["python3", Self.check, "markdown", "report"], in: folder)
    #expect(read.status == 0, "\(read.notes)")
  }

  /// What a step prints when nobody asks for a format, and its summary.
  @Test func aStepOfGitHubActionsIsHarmless() throws {
    let folder = try program()
    let outcome = try Planc.run(
      ["lint", "--as-of", "2026-11-20"], in: folder,
      environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder.path + "/summary"])
    #expect(outcome.status == 1)
    let ours = outcome.text.split(separator: "\n").filter {
      $0.hasPrefix("::error file=") || $0.hasPrefix("::notice title=planc::")
        || $0.hasPrefix("::warning file=") || $0.hasPrefix("::notice file=")
    }
    let text = ours.reduce(outcome.text) { $0.replacing($1, with: "", maxReplacements: 1) }
    expectHarmless(text, colored: false, from: #_sourceLocation)
    expectHarmless(outcome.notes, colored: false, from: #_sourceLocation)
    #expect(ours.count > 20 && ours.count < 31)
    expectHarmless(try folder.read("summary"), colored: false, from: #_sourceLocation)
  }
}

extension String {
  /// The parts between a separator, by bytes.
  fileprivate func components(of separator: String) -> [String] {
    var parts: [[UInt8]] = [[]]
    var rest = Array(utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: separator.utf8) {
        parts.append([])
        rest = rest.dropFirst(separator.utf8.count)
      } else {
        parts[parts.count - 1].append(byte)
        rest = rest.dropFirst()
      }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }
}
