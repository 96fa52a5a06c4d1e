/// A row to type into a section's table, in the columns that the plan's own table has, for help lines.
public enum ExampleRow {
  /// What only the author knows stands in `<…>`, which `structure/placeholder` finds while it is there.
  public static let theirName = "<their name>"

  /// - Parameters:
  ///   - header: The headings of the plan's table; without one the row has the columns of `cells`.
  ///   - cells: Columns and what to write there. Other columns of the table stay empty, unless they are required.
  public static func text(
    in kind: SectionKind, _ header: Table.Row?, _ cells: KeyValuePairs<String, String>
  ) -> String {
    guard let header else { return line(cells.map(\.value)) }
    var rest = kind.columns
    return line(
      header.cells.map { heading in
        // Without what stands in parentheses behind it.
        let name = heading.inlines.plainText.prefix { $0 != "(" && $0 != ":" }
        guard let place = rest.firstIndex(where: { $0.isNamed(String(name)) }) else { return "" }
        let column = rest.remove(at: place)
        return cells.first { $0.key == column.name }?.value
          ?? (column.isRequired ? "<\(column.name.lowercased())>" : "")
      })
  }

  /// The cells but the empty ones at the end, which a row need not have.
  private static func line(_ cells: [String]) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    return cells.prefix(last + 1).reduce("|") { text, cell in
      text + (cell.isEmpty ? " |" : " \(cell.replacing("|", with: "\\|")) |")
    }
  }
}
