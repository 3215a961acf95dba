/// Which of several words somebody probably meant.
public enum Nearest {
  /// The nearest word, whatever its distance; nil where there are no words.
  static func of(_ word: String, among words: [String]) -> String? {
    words.min { distance(word, $0) < distance(word, $1) }
  }

  /// The word that is the fewest slips away, where it is so near that the two were probably meant to be the same. Case
  /// counts for less than any other slip.
  static func near(_ word: String, among words: [String]) -> String? {
    let lowercased = word.lowercased()
    var best: (word: String, slips: Int, letters: Int)?
    for candidate in words {
      let slips = distance(lowercased, candidate.lowercased())
      let letters = distance(word, candidate)
      guard slips <= limit(word, candidate) else { continue }
      if let best, (slips, letters) >= (best.slips, best.letters) { continue }
      best = (candidate, slips, letters)
    }
    return best?.word
  }

  /// How many slips are likely between two words that were meant to be the same.
  private static func limit(_ left: String, _ right: String) -> Int { min(3, max(1, max(left.count, right.count) / 3)) }

  /// The word that somebody probably meant, for a suggestion and never for a correction: the only one that begins with
  /// what was typed (three letters or more), else the first of those that are the fewest slips away. Nil where nothing is
  /// near.
  public static func suggestion(for word: String, among words: [String]) -> String? {
    let typed = word.lowercased()
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    if typed.count >= 3 {
      let longer = words.filter { $0.lowercased().hasPrefix(typed) }
      if longer.count == 1 { return longer.first }
    }
    var best: (word: String, slips: Int)?
    for candidate in words {
      let slips = distance(typed, candidate.lowercased())
      if slips <= limit(typed, candidate), slips < best?.slips ?? .max {
        best = (candidate, slips)
      }
    }
    return best?.word
  }

  /// How many slips turn one word into the other: a letter too many, missing, wrong, or two neighbours swapped (the
  /// Damerau–Levenshtein distance, restricted so that no place is edited twice). Only the first 300 letters count.
  public static func distance(_ left: String, _ right: String) -> Int {
    let (first, second) = (Array(left.unicodeScalars.prefix(300)), Array(right.unicodeScalars.prefix(300)))
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let isSame = first[row - 1] == second[column - 1]
        var slips = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          slips = min(slips, beforeLast[column - 2] + 1)
        }
        current.append(slips)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
