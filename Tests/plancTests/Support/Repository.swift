import Testing

/// A git repository with a program in it, its commits on days that the test names.
struct Repository {
  let folder: Folder
  /// The program's folder in it.
  let program: String

  init(_ files: [(path: String, text: String)] = [], program: String = ".") throws {
    folder = try Folder(files)
    self.program = program
    try git("init", "-q", "-b", "main")
  }

  /// One that is there already, or a folder that is none.
  init(of folder: Folder, program: String) {
    self.folder = folder
    self.program = program
  }

  @discardableResult
  func git(
    _ words: String..., on day: String = "2026-01-01", by author: String = "maya@example.com"
  )
    throws -> String
  {
    let outcome = try Planc.run(
      command: ["git"] + words, in: folder,
      [
        "GIT_COMMITTER_DATE": day + "T12:00:00Z", "GIT_AUTHOR_DATE": "2001-01-01T12:00:00Z",
        "GIT_AUTHOR_NAME": "--output=\(author)", "GIT_AUTHOR_EMAIL": author,
        "GIT_COMMITTER_NAME": "-c", "GIT_COMMITTER_EMAIL": "server@example.com",
      ])
    try #require(outcome.status == 0, "\(words): \(outcome.all)")
    return outcome.text
  }

  func commit(on day: String, by author: String = "maya@example.com") throws {
    try git("add", "-A", on: day)
    try git("commit", "-q", "--allow-empty", "-m", "--upload-pack=x", on: day, by: author)
  }

  func commit(
    _ path: String, _ text: String, on day: String, by author: String = "maya@example.com"
  )
    throws
  {
    try folder.write(path, text)
    try commit(on: day, by: author)
  }

  func run(_ words: [String], environment: [String: String] = [:]) throws -> Planc.Outcome {
    try Planc.run(
      ["lint", "-C", program, "--fail-on", "never"]
        + (words.contains("--output-format") ? [] : ["--output-format", "concise"])
        + (words.contains("--as-of") ? [] : ["--as-of", "2026-11-20"]) + words, in: folder,
      // What is kept is tried too.
      environment: ["CI": ""].merging(environment) { $1 })
  }

  /// The findings of some rules, a line each, with what is said on standard error but the summary.
  func lint(_ words: String..., environment: [String: String] = [:]) throws -> [String] {
    let outcome = try run(words, environment: environment)
    #expect(outcome.status == 0, "\(outcome.all)")
    return outcome.text.split(separator: "\n").map { String($0) }
  }
}
