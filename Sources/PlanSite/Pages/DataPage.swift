import PlanModel

/// What can be downloaded, and what each column means.
struct DataView: PageView {
  let shell: Shell
  let lead: String
  let note: String
  let files: [DataFileView]

  static let fields: [Field<DataView>] = withShell([
    .text("lead") { $0.lead }, .text("note") { $0.note }, .list("files") { $0.files },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "data/index.html", title: "Downloads – \(model.program.title)",
      description: "The tables of the site as CSV and JSON, and what their columns mean",
      current: "")
    lead =
      "\(Wording.capital(Wording.spelled(DataFile.all.count, "table"))) for spreadsheets and other "
      + "tools, as of \(Figures.long(model.today))."
    note =
      "CSV is UTF-8 with commas, which Excel reads through Data, From Text/CSV; text that a "
      + "spreadsheet would run as a formula has an apostrophe before it. Amounts are plain units of "
      + "\(model.program.currency). Paused and retired accounts are in the table of accounts alone, "
      + "drafts in none."
    files = DataFile.all.map(DataFileView.init)
  }
}

/// A file with its columns.
struct DataFileView: View {
  let file: DataFile

  static let fields: [Field<DataFileView>] = [
    .text("name") { $0.file.name }, .text("meaning") { "A row is " + $0.file.meaning },
    .html("links") { DataLinks($0.file, root: "../").html }, .html("columns") { $0.columns },
  ]

  private var columns: HTML {
    var table = DataTable(
      "Columns of \(file.name)", [.text("Column"), .text("Holds"), .text("What it means")])
    table.rows = file.columns.map { column in
      ["<code>\(column.name)</code>", "\(column.kind.meaning)", "\(column.meaning)"]
    }
    return table.html
  }
}
