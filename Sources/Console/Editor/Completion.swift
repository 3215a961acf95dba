/// Something that what was typed can be completed to.
public struct Candidate: Sendable, Equatable {
  /// What stands before the cursor then, all of it.
  public let text: String
  /// How it is listed among others; it may be text of others.
  public let label: String

  /// Creates a candidate.
  public init(text: String, label: String) {
    self.text = text
    self.label = label
  }
}

/// What Tab completes: a function from what stands before the cursor to what it may become.
public struct Completer: Sendable {
  /// Finds the candidates for what stands before the cursor.
  public let candidates: @Sendable (String) -> [Candidate]

  /// Creates a completer from what finds the candidates.
  public init(_ candidates: @escaping @Sendable (String) -> [Candidate]) {
    self.candidates = candidates
  }

  /// Completes to one of these words.
  public init(words: [String]) {
    self.init { typed in
      words.filter { $0.hasPrefix(typed) }.map { Candidate(text: $0, label: $0) }
    }
  }
}

extension [Candidate] {
  /// As much as all of the candidates begin with.
  var commonPrefix: String {
    guard var common = first?.text[...] else { return "" }
    for candidate in dropFirst() {
      while !candidate.text.hasPrefix(common) { common.removeLast() }
    }
    return String(common)
  }

  /// The labels side by side, at most so many rows of them.
  func listed(columns: Int, rows: Int, appearance: Appearance) -> [StyledText] {
    let labels = map { StyledText("\(untrusted: $0.label)").cut(to: columns, for: appearance) }
    let width = labels.map { $0.columns(for: appearance) }.max() ?? 0
    let perRow = Swift.max((columns + 2) / (width + 2), 1)
    let all = (count + perRow - 1) / perRow
    let shown = all > rows ? Swift.max(rows - 1, 0) : all
    var lines: [StyledText] = []
    for row in 0..<shown {
      var line = StyledText.empty
      for (index, label) in labels.dropFirst(row * perRow).prefix(perRow).enumerated() {
        let used = line.columns(for: appearance)
        line += StyledText(ours: String(repeating: " ", count: Swift.max(0, index * (width + 2) - used))) + label
      }
      lines.append(line)
    }
    if shown < all { lines.append(.quiet("and \(count - shown * perRow) more")) }
    return lines
  }
}
