import PlanModel
import Testing

/// Days of the Gregorian calendar.
struct DayTests {
  /// Two hundred years, day by day, against a calendar that only knows how long months are.
  @Test func countsTwoHundredYears() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var wrong: [String] = []
    var number = try #require(Day(year: 1900, month: 1, day: 1)).number
    // The first of January 1900 was a Monday.
    var weekday = 1
    for year in 1900..<2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        for date in 1...(lengths[month - 1] + (isLeap && month == 2 ? 1 : 0)) {
          let day = Day(year: year, month: month, day: date)
          let isRight =
            day?.number == number && day.map { $0.parts == (year, month, date) } == true
            && day?.weekday == weekday && day.map { Day($0.description) == $0 } == true
          if !isRight { wrong.append("\(year)-\(month)-\(date)") }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-20", 20_777),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func knowsTheDayNumber(_ text: String, _ number: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "2026-01-32", "0000-01-01",
  ])
  func refusesDatesThatDoNotExist(_ text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    "", "2026-1-2", "26-01-02", "2026/01/02", "20260102", "2026-01-02 ", " 2026-01-02",
    "2026-01-02T00", "2026-01-0x", "+026-01-02", "２026-01-02", "2026-W04-1", "-026-01-02",
  ])
  func refusesOtherForms(_ text: String) { #expect(Day(text) == nil) }

  @Test func leapDaysExist() {
    #expect(Day("2024-02-29")?.parts.day == 29)
    #expect(Day("2000-02-29") != nil)
  }

  @Test func countsDaysBetween() throws {
    let (first, last) = (try #require(Day("2026-02-27")), try #require(Day("2026-03-02")))
    #expect(last - first == 3)
    #expect(first - last == -3)
    #expect(first + 3 == last)
    #expect(last - 3 == first)
    #expect(first < last)
  }

  /// 2026-11-20 is a Friday.
  @Test(arguments: [
    ("2026-11-20", 0, "2026-11-20"), ("2026-11-20", 1, "2026-11-23"),
    ("2026-11-19", 1, "2026-11-20"), ("2026-11-20", 5, "2026-11-27"),
    ("2026-11-21", 1, "2026-11-23"), ("2026-11-22", 1, "2026-11-23"),
    ("2026-11-22", 6, "2026-11-30"), ("2026-11-16", 4, "2026-11-20"),
    ("2026-11-16", 5, "2026-11-23"), ("1969-12-31", 2, "1970-01-02"),
  ])
  func workingDays(_ from: String, _ count: Int, _ to: String) {
    #expect(Day(from)?.adding(workingDays: count).description == to)
  }
}
