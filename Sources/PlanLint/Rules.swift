import PlanSource

/// All rules of this module, in the order of the docs. A test compares the lists with the folder.
public enum Rules {
  public static let plan: [any PlanRule.Type] = [
    DateInFuture.self,
    BrokenLink.self,
    NoOwner.self,
    Excluded.self,
    OutsideAcvBand.self,
    Promote.self,
    Demote.self,
    StageContradicted.self,
    DeadAccount.self,
    NoSegment.self,
    SponsorMissing.self,
    NoCounterpart.self,
    SponsorInactive.self,
    PodIncomplete.self,
    NoHandover.self,
    TooFewContacts.self,
    TooFewEngaged.self,
    MissingRole.self,
    SingleThreaded.self,
    TooFewFunctions.self,
    UnhandledBlocker.self,
    NoPain.self,
    ReportsToCycle.self,
    Leaver.self,
    UnknownStance.self,
    MissingPart.self,
    TooLong.self,
    OnlyALogo.self,
    WhitespaceTooFew.self,
    NoPotential.self,
    NoNextStep.self,
    WhitespaceOverdue.self,
    EndedDeal.self,
    WindowOpening.self,
    BlockedWithoutReason.self,
    Unmapped.self,
    Unmeasured.self,
    GoneQuiet.self,
    SingleChannel.self,
    Uncoordinated.self,
    NothingPlanned.self,
    ActivityWithoutProgress.self,
    WrongStage.self,
    SignalsUnanswered.self,
    Unvalidated.self,
    StageMismatch.self,
    CloseDatePassed.self,
    ThinCoverage.self,
    MeddpiccGap.self,
    NoMutualActionPlan.self,
    OneSided.self,
    Undated.self,
    MapOverdue.self,
    ReviewOverdue.self,
    NeverReviewed.self,
    RubberStamped.self,
    SectionStale.self,
    StageStalled.self,
    OneAuthor.self,
    PersonalData.self,
    Secret.self,
    TooFar.self,
  ]

  /// Those of the plan's rules that are asked of a segment too.
  static let text: [any PlanRule.Type] = [BrokenLink.self, PersonalData.self, Secret.self]

  public static let portfolio: [any PortfolioRule.Type] = [
    DuplicateAccount.self,
    OverCapacity.self,
    OwnerOverloaded.self,
    NotRefreshed.self,
    ChangedAlone.self,
    TierMix.self,
    Underfunded.self,
    SponsorOverloaded.self,
    Boilerplate.self,
  ]

  /// Asked of what all others found.
  public static let afterwards: [any Rule.Type] = [WaiverExpired.self, WaiverUnused.self]

  /// What is known about each rule of the module.
  public static let all: [RuleInfo] =
    plan.map { $0.about } + portfolio.map { $0.about } + afterwards.map { $0.about }
}
