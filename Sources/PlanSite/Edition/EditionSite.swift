import PlanModel

extension Site {
  /// The pages of an edition: a folder for each active account, to be handed out by itself, and nothing above them.
  ///
  /// - Parameter theme: As for the site; of its files the style sheet and the icon go into each folder.
  /// - Throws: What is wrong with the templates.
  public init(
    _ input: SiteInput, edition: Edition, theme: [String: [UInt8]]
  ) throws(ThemeFaults) {
    let templates = try Templates(theme)
    unusedTemplates = templates.unused
    let model = SiteModel(input)
    let discretion = Discretion(model)
    let shared = ["favicon.svg", "style.css"].compactMap { name in
      theme[name].map { (name, $0) }
    }
    var files: [OutputFile] = []
    for account in model.active {
      let plan = model.plan(of: account)
      guard let folder = Self.folder(of: account),
        Self.isWorthAPage(plan, edition, model.today)
      else { continue }
      files.append(
        OutputFile(path: folder + "/index.html") {
          templates.render(
            "edition",
            EditionView(edition, plan, model.input.text(plan), today: model.today, discretion))
        })
      for (name, bytes) in shared {
        files.append(OutputFile(path: "\(folder)/\(name)") { bytes })
      }
    }
    sheets = []
    self.files = files.sorted { $0.path.precedes($1.path) }
  }

  /// `brouwer-en-zoon`, by which its folder is known; nothing inside repeats it.
  private static func folder(of account: Account) -> String? {
    account.page?.split(separator: "/").last.map { String($0.dropLast(".html".count)) }
  }

  /// Whether the plan has anything of a section that the edition names.
  private static func isWorthAPage(_ plan: Plan, _ edition: Edition, _ today: Day) -> Bool {
    edition.parts.isEmpty
      || edition.parts.contains { part in
        switch part.kind {
        case .brief:
          plan.brief?.parts.contains {
            !$0.isEmpty && part.columns.contains($0.kind.value.heading)
          } ?? false
        case .objectives: plan.objectives?.items.isEmpty == false
        case .committee: plan.contacts.contains { !$0.hasLeft }
        case .actionPlan: !plan.runningTasks.isEmpty
        case .plays: !plan.plays(until: today).isEmpty
        case .risks: plan.risks?.items.isEmpty == false
        case .whitespace, .opportunities, .meddpicc, .signals, .reviews: false
        }
      }
  }
}
