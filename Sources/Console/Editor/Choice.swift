/// One of several things to be picked.
public struct Choice: Sendable, Equatable {
  /// What the answer is where this is picked.
  public let value: String
  /// How it is called; it may be text of others.
  public let title: String
  /// What else is to be said of it, in a few words.
  public let detail: String
  /// The number by which it is known; nil for its place in the list.
  public let number: Int?

  /// Creates a choice.
  public init(value: String, title: String, detail: String = "", number: Int? = nil) {
    self.value = value
    self.title = title
    self.detail = detail
    self.number = number
  }

  /// The title, behind the number by which it is known.
  var label: String { number.map { "\($0) \(title)" } ?? title }
}

/// How well a title fits what was typed to find it.
struct ChoiceMatch: Equatable {
  /// The characters of the title that were found, counted from 0.
  let positions: [Int]
  /// Whether they begin a word and stand together, which goes before letters that are strewn.
  let isWordStart: Bool

  /// Nil where the title does not hold the letters of the filter in their order. Capitals make no difference.
  init?(_ title: String, filter: String) {
    let letters = title.map { $0.lowercased() }
    let wanted = filter.map { $0.lowercased() }
    guard !wanted.isEmpty else {
      positions = []
      isWordStart = false
      return
    }
    for start in letters.indices where start + wanted.count <= letters.count {
      let beginsWord = start == 0 || !letters[start - 1].allSatisfy { $0.isLetter || $0.isNumber }
      if beginsWord, letters[start..<start + wanted.count].elementsEqual(wanted) {
        positions = Array(start..<start + wanted.count)
        isWordStart = true
        return
      }
    }
    var found: [Int] = []
    for (index, letter) in letters.enumerated() where found.count < wanted.count && letter == wanted[found.count] {
      found.append(index)
    }
    guard found.count == wanted.count else { return nil }
    positions = found
    isWordStart = false
  }
}
