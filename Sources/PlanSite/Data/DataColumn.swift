import PlanModel

/// What a column of a data file holds.
enum DataKind: String, Sendable {
  case text, number, flag
  /// Several texts: in CSV with `; ` between them.
  case list
  /// In units of the program's currency.
  case money
  /// ISO 8601.
  case day

  /// As `data/index.html` says it.
  var meaning: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .flag: "true or false"
    case .list: "list"
    case .money: "amount"
    case .day: "day"
    }
  }
}

/// What stands in one cell of a data file.
enum DataValue: Sendable {
  case none
  case text(String)
  case list([String])
  case number(Int)
  /// Written with one digit behind the point.
  case decimal(Double)
  case flag(Bool)
  case money(Money)
  case day(Day)
}

/// A column: its name, what it means, and what a row says in it.
struct DataColumn<Row>: Sendable {
  let name: String
  let kind: DataKind
  let meaning: String
  let value: @Sendable (Row) -> DataValue

  static func text(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> DataColumn {
    DataColumn(name: name, kind: .text, meaning: meaning) { value($0).map(DataValue.text) ?? .none }
  }

  static func list(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> [String]
  ) -> DataColumn {
    DataColumn(name: name, kind: .list, meaning: meaning) { .list(value($0)) }
  }

  static func number(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Int?
  ) -> DataColumn {
    DataColumn(name: name, kind: .number, meaning: meaning) {
      value($0).map(DataValue.number) ?? .none
    }
  }

  static func decimal(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> DataColumn {
    DataColumn(name: name, kind: .number, meaning: meaning) {
      value($0).map(DataValue.decimal) ?? .none
    }
  }

  static func flag(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Bool?
  ) -> DataColumn {
    DataColumn(name: name, kind: .flag, meaning: meaning) { value($0).map(DataValue.flag) ?? .none }
  }

  static func money(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Money?
  ) -> DataColumn {
    DataColumn(name: name, kind: .money, meaning: meaning) {
      value($0).map(DataValue.money) ?? .none
    }
  }

  static func day(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Day?
  ) -> DataColumn {
    DataColumn(name: name, kind: .day, meaning: meaning) { value($0).map(DataValue.day) ?? .none }
  }
}
