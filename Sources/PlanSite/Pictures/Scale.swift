import PlanModel

/// Where marks and labels of a drawing go.
enum Scale {
  /// Places for labels that keep a distance, each as near to its own as the others allow.
  ///
  /// - Parameter wanted: Rising. Where all do not fit between the ends, the last ones pass the lower end.
  static func apart(
    _ wanted: [Double], by gap: Double, from low: Double, to high: Double
  ) -> [Double] {
    var places = wanted
    var least = low
    for index in places.indices {
      places[index] = max(places[index], least)
      least = places[index] + gap
    }
    var most = high
    for index in places.indices.reversed() {
      places[index] = min(places[index], most)
      most = places[index] - gap
    }
    guard let first = places.first, first < low else { return places }
    return places.indices.map { low + Double($0) * gap }
  }

  /// Zero and up to four round amounts, of which the last is not above the largest value.
  static func ticks(upTo largest: Money) -> [Money] {
    guard largest.hundredths >= 400 else { return [.zero] }
    var power = 1
    while power * 10 <= largest.hundredths / 4 { power *= 10 }
    let step = [1, 2, 3, 5, 10].map { $0 * power }.first { largest.hundredths / $0 <= 4 } ?? power
    let count = min(largest.hundredths / step, 4)
    return (0...count).map { Money(hundredths: $0 * step) }
  }
}

extension Money {
  /// The share of another amount, 0 where that is none.
  func share(of whole: Money) -> Double {
    whole.hundredths == 0 ? 0 : Double(hundredths) / Double(whole.hundredths)
  }
}
