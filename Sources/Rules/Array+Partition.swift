extension Array {
  /// The index of the first element that a condition holds for, found by halving: it must hold for every later one as well.
  /// The end where it holds for none.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if condition(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
