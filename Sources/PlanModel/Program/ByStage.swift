/// A demand that may grow with the stage of an account.
///
/// Nothing is asked before the first step's stage, and from a step without a value (`none`) to the next.
public struct ByStage<Value: Sendable>: Sendable {
  /// In the order of the stages; nil: nothing is asked from there on.
  public let steps: [(from: Stage, value: Value?)]

  /// Asked from a stage on.
  public init(_ steps: [(from: Stage, value: Value?)]) {
    self.steps = steps.sorted { $0.from < $1.from }
  }

  /// Asked from the first stage on.
  public static func always(_ value: Value) -> ByStage { ByStage([(.unaware, value)]) }
  /// Never asked.
  public static var none: ByStage { ByStage([]) }

  /// What is asked at a stage: the last step's value; nil before the first.
  public func value(at stage: Stage) -> Value? { step(at: stage)?.value }

  /// The step that is in force at a stage; nil before the first.
  public func step(at stage: Stage) -> (from: Stage, value: Value?)? {
    steps.last { $0.from <= stage }
  }
}

extension ByStage where Value: RangeReplaceableCollection, Value.Element: Equatable {
  /// What is asked at a stage when later lists add to earlier ones, each word once; `none` puts the earlier ones aside.
  public func all(at stage: Stage) -> [Value.Element] {
    var found: [Value.Element] = []
    for step in inForce(at: stage) {
      for element in step.value ?? Value() where !found.contains(element) { found.append(element) }
    }
    return found
  }

  /// The stage from which an element is asked that is asked at a stage; nil when it is not.
  public func start(of element: Value.Element, at stage: Stage) -> Stage? {
    inForce(at: stage).first { $0.value?.contains(element) ?? false }?.from
  }

  /// The steps up to a stage, from the last `none` on.
  private func inForce(at stage: Stage) -> ArraySlice<(from: Stage, value: Value?)> {
    let reached = steps.prefix { $0.from <= stage }
    return reached[(reached.lastIndex { $0.value == nil } ?? 0)...]
  }
}
