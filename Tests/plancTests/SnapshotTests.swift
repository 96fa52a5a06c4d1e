import Glibc
import Testing

/// What the command prints, word for word, for the programs of `Tests/Fixtures`.
///
/// A fixture is a small program with a file `commands`: one shell line each, run in a copy of the folder, one after the
/// other. `expected/NN.stdout`, `.stderr` and `.status` hold what each printed and how it ended; a file that is not
/// there stands for nothing printed. `PLANC_UPDATE=1` writes them anew: review the difference as you would review code.
struct SnapshotTests {
  private static let fixtures =
    #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
    + "/Fixtures"
  private static let isUpdate = getenv("PLANC_UPDATE").map { String(cString: $0) } == "1"

  static var names: [String] {
    Folder.names(fixtures).filter { access("\(fixtures)/\($0)/commands", F_OK) == 0 }
  }

  @Test func thereAreFixtures() { #expect(Self.names.count >= 8) }

  @Test(arguments: names)
  func printsWhatIsExpected(_ name: String) throws {
    let fixture = Self.fixtures + "/" + name
    let folder = try Folder(copyOf: fixture)
    let expected = Self.isUpdate ? [:] : try Self.expected(in: fixture)
    var found: [String: String] = [:]
    for (index, line) in try Self.commands(of: fixture).enumerated() {
      let outcome = try Planc.run(
        command: ["sh", "-c", line], in: folder, try Self.environment(in: folder))
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      found["\(number).stdout"] = Self.neutral(outcome.text, folder)
      found["\(number).stderr"] = Self.neutral(outcome.notes, folder)
      found["\(number).status"] = "\(outcome.status)\n"
      for part in ["stdout", "stderr", "status"] where !Self.isUpdate {
        let file = "\(number).\(part)"
        #expect(found[file] == expected[file, default: ""], "\(name)/\(file): \(line)")
      }
    }
    found = found.filter { !$0.value.isEmpty }
    if Self.isUpdate {
      try Self.replace(fixture + "/expected", found)
    } else {
      #expect(Set(expected.keys).subtracting(found.keys) == [], "files without a command")
    }
  }

  private static func commands(of fixture: String) throws -> [String] {
    let text = String(decoding: try Folder.read(fixture + "/commands"), as: UTF8.self)
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static func expected(in fixture: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in Folder.names(fixture + "/expected") {
      files[name] = String(
        decoding: try Folder.read("\(fixture)/expected/\(name)"), as: UTF8.self)
    }
    return files
  }

  private static func replace(_ folder: String, _ files: [String: String]) throws {
    mkdir(folder, 0o755)
    for name in Folder.names(folder) { unlink(folder + "/" + name) }
    for (name, text) in files { try Folder.write(folder + "/" + name, Array(text.utf8)) }
  }

  /// `planc` is the command that was built, and every day is the twentieth of November 2026.
  private static func environment(in folder: Folder) throws -> [String: String] {
    let bin = folder.beside("bin")
    if access(bin, F_OK) != 0 {
      mkdir(bin, 0o755)
      symlink(Planc.path, bin + "/planc")
    }
    return ["PATH": bin + ":/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795132800"]
  }

  /// The temporary folder is another in every run.
  private static func neutral(_ text: String, _ folder: Folder) -> String {
    text.replacing(folder.path, with: "[folder]")
  }
}
