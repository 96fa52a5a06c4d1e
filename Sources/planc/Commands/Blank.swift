/// Values of which nothing is left, such as those of a variable of the shell that is not set.
///
/// They never mean the default: that is what leaving them out is for.
enum Blank {
  /// - Parameters:
  ///   - what: The flag or argument, as the message begins with it.
  ///   - help: What to type instead.
  static func refuse(_ value: String?, _ what: String, help: String) throws(Fault) {
    guard let value, value.allSatisfy(\.isWhitespace) else { return }
    throw Fault("\(what) is empty", help: help)
  }
}
