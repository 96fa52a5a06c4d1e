/// A row to type into a section's table, in the columns that the plan's own table has, for help lines.
public enum ExampleRow {
  /// What only the author knows stands in `<…>`, which `structure/placeholder` finds while it is there.
  public static let theirName = "<their name>"

  /// - Parameters:
  ///   - header: The headings of the plan's table; without one the row has the columns of `cells`.
  ///   - cells: Columns and what to write there. Other columns of the table stay empty, unless they are required.
  ///   - needed: A column without which the row is of no use: it is added where the table lacks it.
  public static func text(
    in kind: SectionKind, _ header: Table.Row?, _ cells: KeyValuePairs<String, String>,
    needing needed: String? = nil
  ) -> String {
    guard let header else { return line(cells.map(\.value)) }
    var rest = kind.columns
    var row = header.cells.map { heading in
      guard let place = rest.firstIndex(where: { isHeading(heading, of: $0) }) else { return "" }
      let column = rest.remove(at: place)
      return cells.first { $0.key == column.name }?.value
        ?? (column.isRequired ? "<\(column.name.lowercased())>" : "")
    }
    if let cell = cells.first(where: { $0.key == needed }),
      rest.contains(where: { $0.name == needed })
    {
      row.append(cell.value)
    }
    return line(row)
  }

  /// A play to be planned.
  public static func play(
    on day: Day, by channel: Channel, with name: String?, in plan: Plan
  ) -> String {
    text(
      in: .plays, plan.plays?.header,
      [
        "Date": "\(day)", "Play": "<what we do>", "Channel": channel.rawValue,
        "Contact": name ?? theirName,
      ])
  }

  /// Whether a section's table has no column of that name; false where there is no table.
  public static func lacks(_ name: String, in kind: SectionKind, _ header: Table.Row?) -> Bool {
    guard let header, let column = kind.columns.first(where: { $0.name == name }) else {
      return false
    }
    return !header.cells.contains { isHeading($0, of: column) }
  }

  /// Whether a cell of the header names a column, whatever stands in parentheses behind it.
  private static func isHeading(_ cell: Table.Cell, of column: Column) -> Bool {
    column.isNamed(String(cell.inlines.plainText.prefix { $0 != "(" && $0 != ":" }))
  }

  /// The cells but the empty ones at the end, which a row need not have.
  private static func line(_ cells: [String]) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    return cells.prefix(last + 1).reduce("|") { text, cell in
      text + (cell.isEmpty ? " |" : " \(cell.replacing("|", with: "\\|")) |")
    }
  }
}
