/// The built-in theme: templates, style sheet and icon, embedded in the binary.
public enum Theme {
  /// By file name; a test compares the list with the folder.
  public static let files: [String: [UInt8]] = [
    "account.mustache": PackageResources.account_mustache,
    "account-group.mustache": PackageResources.account_group_mustache,
    "account-row.mustache": PackageResources.account_row_mustache,
    "accounts.mustache": PackageResources.accounts_mustache,
    "accounts-head.mustache": PackageResources.accounts_head_mustache,
    "favicon.svg": PackageResources.favicon_svg,
    "finding.mustache": PackageResources.finding_mustache,
    "foot.mustache": PackageResources.foot_mustache,
    "head.mustache": PackageResources.head_mustache,
    "index.mustache": PackageResources.index_mustache,
    "missing.mustache": PackageResources.missing_mustache,
    "moves.mustache": PackageResources.moves_mustache,
    "report.mustache": PackageResources.report_mustache,
    "rule.mustache": PackageResources.rule_mustache,
    "rules.mustache": PackageResources.rules_mustache,
    "section.mustache": PackageResources.section_mustache,
    "style.css": PackageResources.style_css,
    "tier.mustache": PackageResources.tier_mustache,
  ]
}
