public import Testing

/// Fails with a line by line difference where the texts are not equal: `-` is what was expected, `+` what was found.
///
/// Control characters besides the line feed are shown as escapes, for they are what one looks for in vain otherwise.
public func expectNoDifference(
  _ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard Array(actual.utf8) != Array(expected.utf8) else { return }
  Issue.record("\(difference(from: expected, to: actual))", sourceLocation: sourceLocation)
}

/// The difference of two texts, with three equal lines around each change.
func difference(from expected: String, to actual: String) -> String {
  let old = lines(of: expected)
  let new = lines(of: actual)
  let changes = new.difference(from: old)
  var removed = Set<Int>()
  var inserted = Set<Int>()
  for change in changes {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var all: [(mark: Character, line: String)] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, removed.contains(i) {
      all.append(("-", old[i]))
      i += 1
    } else if j < new.count, inserted.contains(j) {
      all.append(("+", new[j]))
      j += 1
    } else {
      all.append((" ", old[i]))
      i += 1
      j += 1
    }
  }
  let changed = all.indices.filter { all[$0].mark != " " }
  let shown = Set(changed.flatMap { max(0, $0 - 3)...min(all.count - 1, $0 + 3) }).sorted()
  var text = "the texts differ (- expected, + found)"
  var last = -1
  for index in shown {
    if index != last + 1 { text += "\n  …" }
    text += "\n\(all[index].mark) \(all[index].line)"
    last = index
  }
  return text
}

/// The lines, made visible, the last one marked where no line feed ends it.
private func lines(of text: String) -> [String] {
  guard !text.isEmpty else { return [] }
  var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
  if lines.last == "" {
    lines.removeLast()
  } else {
    lines[lines.count - 1] += " (no line feed at the end)"
  }
  return lines
}

/// The text with every control character as an escape, and each line feed kept.
func visible(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case _ where scalar == "\n": result.unicodeScalars.append(scalar)
    case .control, .format, .lineSeparator, .paragraphSeparator: result += scalar.escaped(asASCII: true)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
