/// A line of Markdown as what it is made of, as far as the checklist needs it: code, hidden comments, and the rest.
///
/// Text of others stands in code, so that a mark is a mark only outside of it.
struct MarkdownLine: Sendable, Equatable {
  /// A part of the line.
  enum Part: Sendable, Equatable {
    case text(String)
    case code(String)
    /// What stands between `<!--` and `-->`, without the blanks around it.
    case comment(String)
  }

  private(set) var parts: [Part] = []

  /// Divides a line. It takes time in proportion to its length, whatever stands in it.
  init(_ line: some StringProtocol) {
    let scalars = Array(line.unicodeScalars)
    let fences = Fences(in: scalars)
    var text = String.UnicodeScalarView()
    var mayHoldComment = true
    var place = 0
    func flush() {
      if !text.isEmpty { parts.append(.text(String(text))) }
      text = String.UnicodeScalarView()
    }
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\\", place + 1 < scalars.count {
        text.append(scalar)
        text.append(scalars[place + 1])
        place += 2
      } else if scalar == "`" {
        let length = scalars[place...].prefix { $0 == "`" }.count
        let start = place + length
        if let end = fences.next(of: length, from: start) {
          flush()
          parts.append(.code(Self.unpadded(scalars[start..<end])))
          place = end + length
        } else {
          for mark in scalars[place..<start] { text.append(mark) }
          place = start
        }
      } else if mayHoldComment, scalar == "<", scalars[place...].starts(with: Self.opening) {
        let start = place + Self.opening.count
        if let end = scalars[start...].indices.first(where: { scalars[$0...].starts(with: Self.closing) }) {
          flush()
          parts.append(.comment(Self.string(scalars[start..<end]).trimmed))
          place = end + Self.closing.count
        } else {
          mayHoldComment = false
        }
      } else {
        text.append(scalar)
        place += 1
      }
    }
    flush()
  }

  private static let opening = Array("<!--".unicodeScalars)
  private static let closing = Array("-->".unicodeScalars)

  /// The comments of the line.
  var comments: [String] {
    parts.compactMap { if case .comment(let text) = $0 { text } else { nil } }
  }

  /// The text outside of code and comments.
  var text: String {
    parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A code span without the one blank on either side that keeps its backquotes apart.
  private static func unpadded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let isPadded = scalars.count > 1 && scalars.first == " " && scalars.last == " " && scalars.contains { $0 != " " }
    return string(isPadded ? scalars.dropFirst().dropLast() : scalars)
  }
}

/// The runs of backquotes of a line, by their length.
private struct Fences {
  private var starts: [Int: [Int]] = [:]

  init(in scalars: [Unicode.Scalar]) {
    var place = 0
    while place < scalars.count {
      guard scalars[place] == "`" else {
        place += 1
        continue
      }
      let start = place
      while place < scalars.count, scalars[place] == "`" { place += 1 }
      starts[place - start, default: []].append(start)
    }
  }

  /// The first run of exactly that length at or behind a place.
  func next(of length: Int, from place: Int) -> Int? {
    let places = starts[length] ?? []
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? places[low] : nil
  }
}

extension StringProtocol {
  /// Without the white space around it.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
