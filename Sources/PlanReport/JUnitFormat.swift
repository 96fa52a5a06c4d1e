import PlanSource

/// The findings as a JUnit report: a suite a file, a failure a finding, a passed test for a file without any.
enum JUnitFormat {
  static func write(_ report: Report) -> String {
    let found = Dictionary(grouping: report.findings, by: \.finding.path)
    let paths = Set(report.files).union(found.keys).sorted {
      $0.precedes($1)
    }
    let suites = paths.map { suite($0, found[$0] ?? []) }
    let count = report.findings.count
    let tests = count + paths.count - found.count
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="planc" tests="\(tests)" failures="\(count)" errors="0">
      \(suites.joined())</testsuites>

      """
  }

  private static func suite(_ path: String, _ findings: [PlacedFinding]) -> String {
    let name = XMLText.escape(path)
    var text = "  <testsuite name=\"\(name)\" tests=\"\(max(1, findings.count))\""
    text += " failures=\"\(findings.count)\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
    let place = "classname=\"\(name)\" file=\"\(name)\" time=\"0\""
    if findings.isEmpty {
      text += "    <testcase name=\"no findings\" \(place)/>\n"
    }
    for placed in findings {
      let finding = placed.finding
      // A test is known by its name from run to run.
      let test = finding.fingerprint.isEmpty ? finding.rule : finding.fingerprint
      text += "    <testcase name=\"\(XMLText.escape(test))\" \(place)>\n"
      text += "      <failure type=\"\(finding.level.rawValue)\""
      text += " message=\"\(XMLText.escape(finding.message))\">"
      text += XMLText.escape(FullFormat.write(placed, .plain), keepingLines: true)
      text += "</failure>\n    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }
}

/// Text from a plan, safe in XML 1.0.
enum XMLText {
  /// What XML would read as its own, and what a terminal would obey, as references; what XML does not allow at all as
  /// U+FFFD.
  ///
  /// - Parameter keepingLines: Whether line ends stay: an attribute would lose them.
  static func escape(_ text: String, keepingLines: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    var command = LogCommand()
    for scalar in text.unicodeScalars {
      let isCommand = command.begins(at: scalar)
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n" where keepingLines: result.append(scalar)
      case "\t", "\n", "\r": refer(to: scalar, in: &result)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default:
        if isCommand || TerminalText.isUnsafe(scalar) {
          refer(to: scalar, in: &result)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  private static func refer(to scalar: Unicode.Scalar, in text: inout String.UnicodeScalarView) {
    text.append(
      contentsOf: "&#x\(String(scalar.value, radix: 16, uppercase: true));".unicodeScalars)
  }
}
