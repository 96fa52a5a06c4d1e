import PlanMetrics
import PlanModel

extension DataFile {
  static let accounts = DataFile(
    "accounts",
    "an account, with what its plan adds up to today. Paused and retired ones are here too; drafts are not.",
    isWhole: true, rows: { [$0] }, at: \.plan.opening, AccountColumns.facts + AccountColumns.figures
  )
}

/// The columns of `accounts`.
private enum AccountColumns {
  typealias Column = DataColumn<DataPlan>

  /// What the plan says.
  static let facts: [Column] = [
    .text("status", "active, paused or retired; only active accounts count in figures") {
      $0.account.status.rawValue
    },
    .text("stage", "Where the account is on its journey") { $0.account.stage.rawValue },
    .flag(
      "stage_derived", "Whether the stage is what deals and touches show, for want of a written one"
    ) {
      $0.plan.stage == nil
    },
    .day("stage_since", "Since when the account is in its stage") { $0.plan.stageSince?.value },
    .text("owner", "Who works the account: an id") { $0.account.owner },
    .text("owner_name", "The owner’s name") { $0.model.name($0.account.owner) },
    .text("sponsor", "Our executive sponsor: an id") { $0.account.sponsor },
    .text("segment", "The cluster it belongs to") { $0.plan.segment?.value },
    .text("motion", "How it is sold to") { $0.plan.motion?.value.rawValue },
    .text("domain", "Its web domain") { $0.plan.domain?.value },
    .text("crm_id", "Its id in the CRM") { $0.plan.crmID?.value },
    .list("tags", "The plan’s tags") { $0.plan.tags.map(\.value) },
    .money("acv", "What it could be worth a year") { $0.plan.potential.acv?.value },
    .money("ceiling", "What it could be worth a year at most") { $0.plan.potential.ceiling?.value },
    .text("strategic", "Its strategic weight: low, medium or high") {
      $0.plan.potential.strategic?.value.rawValue
    },
    .day("listed", "When it entered the target list or last changed tier") {
      $0.plan.listed?.value
    },
  ]

  /// What follows from it.
  static let figures: [Column] = [
    .number("contacts", "Contacts who have not left") { $0.account.known },
    .number("engaged", "Of these, who answered in the tier’s engagement window") {
      $0.account.engaged
    },
    .number("engaged_asked", "How many engaged contacts the tier asks for at this stage") {
      $0.account.minimumEngaged
    },
    .number("engagement", "The engagement score") { $0.measures.engagement.score },
    .decimal("score", "The account score, 0 to 100; empty without an `icp` in planc.yml") {
      $0.account.score?.total
    },
    .decimal("fit", "The part of the score for fit, 0 to 100") { $0.account.score?.fit },
    .decimal("potential", "The part of the score for potential, 0 to 100") {
      $0.account.score?.potential
    },
    .decimal("intent", "The part of the score for intent, 0 to 100") { $0.account.score?.intent },
    .number("open_deals", "Deals that have not ended") { $0.account.deals },
    .money("pipeline", "Open deals that close today or later") { $0.account.pipeline },
    .money("pipeline_this_year", "The part of it that closes in this fiscal year") {
      $0.account.pipelineThisYear
    },
    .day("closes", "The next close day from today on") { $0.account.close },
    .money("whitespace", "Open and pursued, not in a deal") { $0.account.toSell },
    .flag("single_threaded", "Whether a deal rests on one engaged contact, or on nobody") {
      $0.account.isSingleThreaded
    },
    .day("reviewed", "The last review") { $0.measures.lastReview?.value },
    .number("days_since_review", "Days from then to today") { $0.account.sinceReview },
    .number("review_every", "Days that the tier lets pass between reviews") {
      $0.account.reviewEvery
    },
    .flag("review_late", "Whether more have passed") { $0.account.isLate },
    .flag("sponsor_required", "Whether the account must have a sponsor, at its tier and stage") {
      $0.account.needsSponsor
    },
    .text("counterpart", "Their executive sponsor or economic buyer") { $0.account.counterpart },
    .day("last_executive_touch", "The last touch by channel executive or by the sponsor") {
      $0.account.lastExecutiveTouch
    },
    .flag("executive_covered", "A sponsor, a counterpart and such a touch in the window") {
      $0.account.isCovered
    },
    .number("errors", "What the linter says of the plan: errors") { $0.account.errors },
    .number("warnings", "Warnings") { $0.account.warnings },
    .number("advice", "Pieces of advice") { $0.account.advice },
    .text("page", "The account’s page, from the site’s root") { $0.account.page },
  ]
}
