/// All rules of this module, in the order of the docs. A test compares the lists with the folder.
public enum Rules {
  public static let plan: [any PlanRule.Type] = [
    DateInFuture.self,
    BrokenLink.self,
    NoOwner.self,
    SponsorMissing.self,
    PodIncomplete.self,
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
    WhitespaceTooFew.self,
    NoPotential.self,
    NoNextStep.self,
    WhitespaceOverdue.self,
    WindowOpening.self,
    BlockedWithoutReason.self,
    Unmapped.self,
    Unmeasured.self,
    ReviewOverdue.self,
    NeverReviewed.self,
  ]

  public static let portfolio: [any PortfolioRule.Type] = [
    DuplicateAccount.self,
    OverCapacity.self,
    OwnerOverloaded.self,
  ]
}
