import PlanMetrics
import PlanModel

extension DataFile {
  static let contacts = DataFile(
    "contacts", "somebody of theirs, from a plan’s buying committee, those who left too.",
    rows: { source in
      let (contacts, measures) = (source.plan.contacts, source.measures)
      let points = measures.engagement.points
      return contacts.indices.map { index in
        ContactRow(
          contact: contacts[index], measure: measures.contacts[index], points: points[index],
          accountOwner: source.account.owner)
      }
    }, at: \.contact.row, ContactRow.columns)

  static let plays = DataFile(
    "plays",
    "a touch that was made, or one that is planned: of a day ahead, or today without an outcome.",
    rows: { source in
      let program = source.model.program
      let today = source.model.today
      return (source.plan.plays?.items ?? []).map { play in
        PlayRow(
          play: play, isPlanned: play.isPlanned(on: today),
          isAnswered: play.date.value <= today && program.isAnswered(play))
      }
    }, at: \.play.row, PlayRow.columns)

  static let signals = DataFile(
    "signals", "something that tells of intent.", rows: { $0.plan.signals?.items ?? [] }, at: \.row,
    [
      .day("date", "The day of the signal") { $0.date.value },
      .text("kind", "Where it comes from: first-party, third-party, technographic …") {
        $0.kind?.value.rawValue
      },
      .text("signal", "What happened") { $0.signal.value },
      .text("strength", "low, medium or high") { $0.strength?.value.rawValue },
      .text("source", "Who or what told us") { $0.source?.value },
      .text("action", "What is done about it") { $0.action?.value },
    ])
}

/// A contact with what the plays say of them.
private struct ContactRow {
  let contact: Contact
  let measure: PlanMeasures.ContactMeasure
  let points: Double
  let accountOwner: String?

  static let columns: [DataColumn<ContactRow>] = [
    .text("contact", "Their name") { $0.contact.name.value },
    .text("title", "What they are at the account") { $0.contact.title?.value },
    .list("roles", "What they are in the committee: economic-buyer, champion …") {
      $0.contact.roles.map(\.value.rawValue)
    },
    .text("function", "Their department") { $0.contact.function?.value },
    .text(
      "stance", "How they stand to us: advocate, supporter, neutral, sceptic, opponent, unknown"
    ) {
      $0.contact.stance?.value.rawValue
    },
    .text("influence", "Informal: low, medium or high") { $0.contact.influence?.value.rawValue },
    .text("authority", "Formal: low, medium or high") { $0.contact.authority?.value.rawValue },
    .text("reports_to", "Whom they report to") { $0.contact.reportsTo?.value },
    .text("owner", "Who of ours answers for them; else the account’s owner") {
      $0.contact.owner?.value ?? $0.accountOwner
    },
    .flag("left", "Whether they have left") { $0.contact.hasLeft },
    .flag("engaged", "Whether they answered in the engagement window and are still there") {
      $0.measure.isEngaged
    },
    .day("last_engaged", "When they last answered") { $0.measure.lastEngaged },
    .decimal("points", "What they add to the engagement score, before breadth") { $0.points },
    .text("pain", "What they suffer from or care about") { $0.contact.pain?.value },
    .text("success_metric", "What they are measured by") { $0.contact.successMetric?.value },
    .text("objection", "What they hold against us") { $0.contact.objection?.value },
    .text("message", "What we tell them") { $0.contact.message?.value },
    .list("known_by", "Who of ours knows them: ids") { $0.contact.knownBy.map(\.value) },
  ]
}

/// A play with what its day makes of it.
private struct PlayRow {
  let play: Play
  let isPlanned: Bool
  let isAnswered: Bool

  static let columns: [DataColumn<PlayRow>] = [
    .day("date", "The day of the play") { $0.play.date.value },
    .flag("planned", "Whether it is still to come") { $0.isPlanned },
    .text("play", "What is done") { $0.play.play.value },
    .text("channel", "How it reaches them: email, call, meeting …") {
      $0.play.channel?.value.rawValue
    },
    .list("contacts", "Theirs, by name") { $0.play.contacts.map(\.value) },
    .list("by", "Ours: ids") { $0.play.by.map(\.value) },
    .text("outcome", "What came of it") { $0.play.outcome?.value },
    .flag("answered", "Whether somebody answered, which engages them") { $0.isAnswered },
    .text("content", "The word of the content matrix") { $0.play.content?.value },
    .text("stage", "The buying stage it serves") { $0.play.stage?.value.rawValue },
  ]
}
