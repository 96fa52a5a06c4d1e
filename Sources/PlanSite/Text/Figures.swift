import PlanModel

/// How money and days are written in one program.
struct Figures: Sendable {
  /// Before an amount.
  let sign: String
  let today: Day
  let year: (name: Int, first: Day, next: Day)

  init(_ program: Program, today: Day) {
    sign = Currency.sign(of: program.currency)
    self.today = today
    year = program.fiscalYear(of: today)
  }

  /// `€640`, `€4.5k`, `€860k`, `€2.91M`, `€1.20B`.
  func money(_ money: Money) -> String { sign + Figures.short(money) }

  private static func short(_ money: Money) -> String {
    let units = (money.hundredths + 50) / 100
    if units < 1000 { return String(units) }
    if units < 9950 {
      let tenths = (units + 50) / 100
      return tenths % 10 == 0 ? "\(tenths / 10)k" : "\(tenths / 10).\(tenths % 10)k"
    }
    if units < 999_500 { return "\((units + 500) / 1000)k" }
    if units < 999_500_000 { return scaled(units / 1000) + "M" }
    return scaled(units / 1_000_000) + "B"
  }

  /// Three digits or more, of thousandths: `2.91`, `12.3`, `123`.
  private static func scaled(_ thousandths: Int) -> String {
    if thousandths < 9995 {
      let hundredths = (thousandths + 5) / 10
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
    if thousandths < 99_950 {
      let tenths = (thousandths + 50) / 100
      return "\(tenths / 10).\(tenths % 10)"
    }
    return String((thousandths + 500) / 1000)
  }

  /// `79`, `9.2`: one digit behind the point at most.
  static func decimal(_ number: Double) -> String {
    let tenths = Int((min(max(number, -1e9), 1e9) * 10).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10)"
      + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
  }

  /// `50%`: a share of 1.
  static func percent(_ share: Double) -> String { decimal(share * 100) + "%" }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `29 Nov`; with the year when it is not today's.
  func day(_ day: Day) -> String {
    let (number, month, date) = day.parts
    let short = "\(date) \(Figures.months[month - 1].prefix(3))"
    return number == today.parts.0 ? short : short + " \(number)"
  }

  /// `Fri 27 Nov`.
  func weekday(_ day: Day) -> String {
    "\(Figures.weekdays[day.weekday - 1].prefix(3)) \(self.day(day))"
  }

  /// `20 Nov 2026`.
  static func short(_ day: Day) -> String {
    let (year, month, date) = day.parts
    return "\(date) \(months[month - 1].prefix(3)) \(year)"
  }

  /// `20 November 2026`.
  static func long(_ day: Day) -> String {
    let (year, month, date) = day.parts
    return "\(date) \(months[month - 1]) \(year)"
  }

  /// `Friday 20 November 2026`.
  static func full(_ day: Day) -> String { "\(weekdays[day.weekday - 1]) \(long(day))" }

  /// `today`, `tomorrow`, `in 12 days`.
  func ahead(_ day: Day) -> String {
    switch day - today {
    case ...0: "today"
    case 1: "tomorrow"
    case let days: "in \(days) days"
    }
  }

  /// `today`, `yesterday`, `12 days ago`.
  func ago(_ day: Day) -> String {
    switch today - day {
    case ...0: "today"
    case 1: "yesterday"
    case let days: "\(days) days ago"
    }
  }
}
