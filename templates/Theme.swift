/// The built-in theme: templates, style sheet, script and icon, embedded in the binary.
public enum Theme {
  /// By file name; a test compares the list with the folder.
  public static let files: [String: [UInt8]] = [
    "account.mustache": PackageResources.account_mustache,
    "accounts.mustache": PackageResources.accounts_mustache,
    "calendar.mustache": PackageResources.calendar_mustache,
    "data.mustache": PackageResources.data_mustache,
    "definitions.mustache": PackageResources.definitions_mustache,
    "edition.mustache": PackageResources.edition_mustache,
    "favicon.svg": PackageResources.favicon_svg,
    "foot.mustache": PackageResources.foot_mustache,
    "head.mustache": PackageResources.head_mustache,
    "index.mustache": PackageResources.index_mustache,
    "list.mustache": PackageResources.list_mustache,
    "metrics.mustache": PackageResources.metrics_mustache,
    "missing.mustache": PackageResources.missing_mustache,
    "people.mustache": PackageResources.people_mustache,
    "person.mustache": PackageResources.person_mustache,
    "pod.mustache": PackageResources.pod_mustache,
    "qbr.mustache": PackageResources.qbr_mustache,
    "report.mustache": PackageResources.report_mustache,
    "reviews.mustache": PackageResources.reviews_mustache,
    "rule.mustache": PackageResources.rule_mustache,
    "rules.mustache": PackageResources.rules_mustache,
    "segment.mustache": PackageResources.segment_mustache,
    "segments.mustache": PackageResources.segments_mustache,
    "site.js": PackageResources.site_js,
    "style.css": PackageResources.style_css,
    "tier.mustache": PackageResources.tier_mustache,
  ]
}
