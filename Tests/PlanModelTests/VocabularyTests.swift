import PlanModel
import Testing

/// The fixed words of the format.
struct VocabularyTests {
  @Test(arguments: ["economic-buyer", "Economic buyer", "ECONOMIC_BUYER", "economicbuyer"])
  func readsAWordHoweverItIsSpelt(_ text: String) {
    #expect(Role(reading: text) == .economicBuyer)
    #expect(Element(reading: text) == .economicBuyer)
  }

  @Test(arguments: ["", "economic", "economic-buyers", "éconómic-buyer"])
  func readsNothingElse(_ text: String) { #expect(Role(reading: text) == nil) }

  @Test func readsSynonyms() {
    #expect(Stance(reading: "skeptic") == .sceptic)
    #expect(Stance(reading: "Sceptic") == .sceptic)
    #expect(SectionKind(reading: "Stakeholders") == .committee)
    #expect(SectionKind(reading: "map") == .actionPlan)
    #expect(SectionKind(reading: "qbrs") == .reviews)
    #expect(SectionKind(reading: "White space") == .whitespace)
  }

  /// Every vocabulary of the format, word by word.
  @Test func holdsTheWordsOfTheFormat() {
    #expect(
      Role.words == [
        "economic-buyer", "champion", "technical-evaluator", "end-user", "influencer", "legal",
        "procurement", "blocker", "executive-sponsor", "coach",
      ])
    #expect(
      Stance.words == ["advocate", "supporter", "neutral", "sceptic", "opponent", "unknown"])
    #expect(Grade.words == ["low", "medium", "high"])
    #expect(WhitespaceStatus.words == ["owned", "open", "pursuing", "competitor", "blocked"])
    #expect(
      Channel.words == [
        "email", "call", "social", "meeting", "event", "executive", "direct-mail", "referral",
        "ads", "web", "video",
      ])
    #expect(
      SignalKind.words == [
        "first-party", "third-party", "technographic", "organizational", "usage",
      ])
    #expect(
      Element.words == [
        "metrics", "economic-buyer", "decision-criteria", "decision-process", "paper-process",
        "identified-pain", "champion", "competition",
      ])
    #expect(Stage.words == ["unaware", "aware", "engaged", "mqa", "opportunity", "closed-won"])
    #expect(Status.words == ["active", "draft", "paused", "retired"])
    #expect(Motion.words == ["land-and-expand", "cluster", "programmatic", "expansion"])
    #expect(Forecast.words == ["commit", "best-case", "pipeline", "omitted"])
    #expect(Origin.words == ["sales", "marketing", "partner", "customer"])
    #expect(BuyingStage.words == ["awareness", "consideration", "decision", "post-sale"])
    #expect(ContactStatus.words == ["active", "left"])
    #expect(
      Job.words == [
        "ae", "sdr", "marketing", "executive", "solutions", "customer-success", "partner", "other",
      ])
  }

  @Test func speaksWithoutHyphens() {
    #expect(Role.economicBuyer.spoken == "economic buyer")
    #expect(BriefPart.pointOfView.heading == "Point of view")
    #expect(SectionKind.actionPlan.title == "Mutual action plan")
    #expect(SectionKind.meddpicc.title == "MEDDPICC")
  }

  @Test func ordersStagesAndGrades() {
    #expect(Stage.allCases.sorted() == Stage.allCases)
    #expect(Grade.low < .medium)
    #expect(Grade.medium < .high)
    #expect(Tier.one < .three)
  }

  @Test func decidersAreThree() {
    #expect(Role.allCases.filter(\.decides) == [.economicBuyer, .champion, .executiveSponsor])
  }
}
