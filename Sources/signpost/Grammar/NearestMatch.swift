/// The candidate that somebody probably meant, for a suggestion and never for a correction: the only one that begins
/// with what was typed (three letters or more), else the first of those that are the fewest slips away. Nil where
/// nothing is near.
func nearest(to typed: String, among candidates: [String]) -> String? {
  let typed = Array(typed.lowercased())
  guard !typed.isEmpty, typed.count <= 40 else { return nil }
  if typed.count >= 3 {
    let longer = candidates.filter { $0.lowercased().starts(with: typed) }
    if longer.count == 1 { return longer.first }
  }
  var best: (candidate: String, slips: Int)?
  for candidate in candidates {
    let slips = distance(typed, Array(candidate.lowercased()))
    if slips <= min(3, max(1, max(typed.count, candidate.count) / 3)), slips < best?.slips ?? .max {
      best = (candidate, slips)
    }
  }
  return best?.candidate
}

/// How many slips turn one word into the other: a letter too many, missing, wrong, or two neighbours swapped (the
/// Damerau–Levenshtein distance, restricted so that no place is edited twice).
func distance(_ first: [Character], _ second: [Character]) -> Int {
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
