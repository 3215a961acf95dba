/// Which of several words comes nearest to one that is none of them.
enum Nearest {
  /// The nearest word, whatever its distance; nil where there are no words.
  static func of(_ word: String, among words: [String]) -> String? {
    words.min { distance(word, $0) < distance(word, $1) }
  }

  /// The nearest word, where it is so near that a slip of the finger is likely.
  static func suggestion(for word: String, among words: [String]) -> String? {
    of(word.lowercased(), among: words).flatMap { nearest in
      let limit = max(2, min(word.count, nearest.count) / 3)
      return distance(word.lowercased(), nearest) <= limit || nearest.hasPrefix(word.lowercased()) && word.count > 2
        ? nearest : nil
    }
  }

  /// How many characters have to be put in, taken out or exchanged (Levenshtein).
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars.prefix(300)), Array(right.unicodeScalars.prefix(300)))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(row[j] + 1, above + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
