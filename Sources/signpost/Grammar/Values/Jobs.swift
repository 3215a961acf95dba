/// How many threads judge files, and the entities of a group.
struct Jobs: ArgumentValue, Hashable {
  let count: Int

  static let expectation = "a number from 1 to 512"

  init?(argument: String) {
    guard argument.allSatisfy(\.isNumber), let count = Int(argument), (1...512).contains(count) else { return nil }
    self.count = count
  }

  var argument: String { String(count) }
}
