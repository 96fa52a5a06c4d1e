/// A demand that may grow with the stage of an account.
///
/// Nothing is asked before the first step's stage.
public struct ByStage<Value: Sendable>: Sendable {
  /// In the order of the stages.
  public let steps: [(from: Stage, value: Value)]

  /// Asked from a stage on.
  public init(_ steps: [(from: Stage, value: Value)]) {
    self.steps = steps.sorted { $0.from < $1.from }
  }

  /// Asked from the first stage on.
  public static func always(_ value: Value) -> ByStage { ByStage([(.unaware, value)]) }
  /// Never asked.
  public static var none: ByStage { ByStage([]) }

  /// What is asked at a stage: the last step's value; nil before the first.
  public func value(at stage: Stage) -> Value? { steps.last { $0.from <= stage }?.value }
}

extension ByStage where Value: RangeReplaceableCollection, Value.Element: Equatable {
  /// What is asked at a stage when later lists add to earlier ones, each word once.
  public func all(at stage: Stage) -> [Value.Element] {
    var found: [Value.Element] = []
    for step in steps where step.from <= stage {
      for element in step.value where !found.contains(element) { found.append(element) }
    }
    return found
  }
}
