import Glibc
import PlanModel
import PlanReport
import PlanSite
import Subprocess

/// An installed Chromium, which prints pages to PDF without a window.
struct Chromium: Sendable {
  /// As it is called by those who pack it, in the order in which it is looked for.
  static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  /// A page that is not printed by then never will be.
  private static let patience = Duration.seconds(90)

  private let command: String

  init() throws(Fault) {
    let folders = (World.variable("PATH") ?? "").split(separator: ":")
    let found = Self.names.lazy.compactMap { name in
      folders.lazy.map { "\($0)/\(name)" }.first { path in
        Disk.kind(path, following: true) == .file && access(path, X_OK) == 0
      }
    }.first
    guard let found else {
      throw Fault(
        "--pdf prints with Chromium, and there is none on the PATH: install it (`apt install chromium`), "
          + "or Google Chrome")
    }
    command = found
  }

  /// Prints pages, each into a file beside it: `qbr/program.pdf` of `qbr/program.html`.
  ///
  /// - Parameters:
  ///   - sheets: The pages as they are printed.
  ///   - folder: The site's; what is kept there meanwhile is taken away again.
  ///   - day: What the files give as the day of their making, so that it is not the clock's.
  func printAll(
    _ sheets: [OutputFile], in folder: String, on day: Day, _ parallel: Parallel
  ) async throws {
    let progress = Progress("Printing reviews", of: sheets.count, quiet: parallel.quiet)
    defer { progress.end() }
    let lanes = min(parallel.jobs, sheets.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          // One that runs locks its profile, so each has its own.
          let profile = "\(folder)/.print-\(lane)"
          for index in stride(from: lane, to: sheets.count, by: lanes) {
            try await print(sheets[index], in: folder, profile, on: day)
            progress.advance(1)
          }
          try Disk.remove(profile)
        }
      }
      try await group.waitForAll()
    }
  }

  private func print(
    _ sheet: OutputFile, in folder: String, _ profile: String, on day: Day
  ) async throws {
    let file = "\(folder)/\(Paper.file(of: sheet.path))"
    // Beside the page, for its way to the style sheet is the same.
    let copy = file + ".html"
    try Disk.create(copy, sheet.render())
    let page = TerminalText.escape(sheet.path)
    let told = try await run(Self.arguments(for: copy, into: file, profile), for: page)
    try Disk.remove(copy)
    guard case .success(var bytes) = Disk.read(file), bytes.starts(with: "%PDF-".utf8) else {
      throw Fault("Chromium printed no PDF of \(page)\(told)")
    }
    PDFDates.set(day, in: &bytes)
    try Disk.put(file, bytes)
  }

  private static func arguments(
    for page: String, into file: String, _ profile: String
  ) -> [String] {
    // It refuses to run as root in its sandbox; what it opens are pages of ours, without scripts.
    (geteuid() == 0 ? ["--no-sandbox"] : []) + [
      "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--no-first-run", "--no-default-browser-check", "--no-pdf-header-footer",
      "--user-data-dir=\(profile)", "--print-to-pdf=\(file)", "file://" + encoded(page),
    ]
  }

  /// Runs until it has printed.
  ///
  /// - Returns: The last that it said, for a message; empty when it said nothing of use.
  private func run(_ arguments: [String], for page: String) async throws -> String {
    // Its helpers must end with it.
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
    ]
    return try await withThrowingTaskGroup(of: String?.self) { [options] group in
      group.addTask {
        let result: ExecutionResult<Void, DiscardedOutput, BytesOutput>
        do {
          result = try await Subprocess.run(
            .path(.init(command)), arguments: Arguments(arguments), platformOptions: options,
            output: .discarded, error: .bytes(limit: 1 << 24))
        } catch is CancellationError {
          return nil
        } catch {
          throw Fault("cannot run \(TerminalText.escape(command)): \(error)")
        }
        let told = Self.told(result.standardError)
        switch result.terminationStatus {
        case .exited(0): return told
        case .exited(let status):
          throw Fault("Chromium could not print \(page): it ended with status \(status)\(told)")
        case .signaled(let signal):
          throw Fault("Chromium could not print \(page): it was ended by signal \(signal)\(told)")
        }
      }
      group.addTask {
        try await Task.sleep(for: Self.patience)
        return nil
      }
      defer { group.cancelAll() }
      guard let told = try await group.next() ?? nil else {
        let seconds = Self.patience.components.seconds
        throw Fault("Chromium did not print \(page) within \(seconds) seconds")
      }
      return told
    }
  }

  /// The last line that is no complaint about the desktop's message bus, which servers have none of.
  private static func told(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let last = lines.last(where: { !$0.contains("dbus") && !$0.contains("DBus") }) else {
      return ""
    }
    return "; it says: " + TerminalText.escape(String(last.prefix(300)))
  }

  /// A path as a part of an address.
  private static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// When a PDF says that it was made.
enum PDFDates {
  /// Writes a day in place of the clock's, as long as that, so that nothing else moves.
  static func set(_ day: Day, in bytes: inout [UInt8]) {
    let digits = Array((day.description.filter { $0 != "-" } + "000000").utf8)
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      guard let start = place(of: Array(key.utf8), in: bytes) else { continue }
      let end = start + digits.count
      guard end < bytes.count, bytes[start..<end].allSatisfy({ (0x30...0x39).contains($0) }) else {
        continue
      }
      bytes.replaceSubrange(start..<end, with: digits)
    }
  }

  /// Behind the first place of a text in the head of a file, where a PDF tells of itself.
  private static func place(of text: [UInt8], in bytes: [UInt8]) -> Int? {
    let head = bytes.prefix(4096)
    return head.indices.first { head[$0...].starts(with: text) }.map { $0 + text.count }
  }
}
