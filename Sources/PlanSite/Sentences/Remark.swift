/// One thing that may be worth saying of a subject: when it is true, how much it weighs, and how it is put.
///
/// All that pages say of their own accord is a list of these: the lead, titles, moves, dangers, asks. What is not true is
/// not said, and where nothing is, nothing is said.
struct Remark<Subject, Words>: Sendable {
  /// What it is about; each is named once in its list, so that a test can ask for it.
  let name: String
  /// Its weight against the others, and its words; nil where the data does not say so.
  let say: @Sendable (Subject) -> (weight: Double, words: Words)?

  init(_ name: String, _ say: @escaping @Sendable (Subject) -> (weight: Double, words: Words)?) {
    self.name = name
    self.say = say
  }

  /// A remark of a fixed weight.
  init(_ name: String, _ weight: Double, _ words: @escaping @Sendable (Subject) -> Words?) {
    self.name = name
    say = { subject in words(subject).map { (weight, $0) } }
  }
}

extension Array {
  /// The weightiest of what is true of a subject, at most `limit`; of equal ones the first in the list first.
  func said<Subject, Words>(of subject: Subject, limit: Int = Int.max) -> [Words]
  where Element == Remark<Subject, Words> {
    let found = enumerated().compactMap { index, remark in
      remark.say(subject).map { (index: index, weight: $0.weight, words: $0.words) }
    }
    return found.sorted { ($1.weight, $0.index) < ($0.weight, $1.index) }
      .prefix(limit).map(\.words)
  }

  /// What one remark of the list says; nil where it is not true, or not there.
  func said<Subject, Words>(_ name: String, of subject: Subject) -> Words?
  where Element == Remark<Subject, Words> {
    first { $0.name == name }?.say(subject)?.words
  }
}
