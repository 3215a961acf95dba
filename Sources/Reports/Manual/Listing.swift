import Console

/// An example document for showing: its lines, where the marks are, and what is too long to be read shortened.
struct Listing {
  /// The lines, and in each the marked ranges in Unicode scalars.
  private(set) var lines: [(text: String, marks: [Range<Int>])] = []

  /// Letters, digits, `+`, `/` and `=` in a row that are certainly no words.
  private static let longestRun = 80
  /// What stays of such a run at each end.
  private static let kept = 12

  /// Reads an example in which `«…»` encloses what is reported.
  ///
  /// - Parameters:
  ///   - example: the text with its marks.
  ///   - ellipsis: what stands for the middle of a long run.
  init(_ example: String, ellipsis: String = "…") {
    var scalars: [Unicode.Scalar] = []
    var marks: [Range<Int>] = []
    var start: Int?
    var isContinued = false
    func endLine() {
      // A mark that reaches over the end of a line is shown there even where nothing else is.
      if let start { marks.append(start..<scalars.count) }
      lines.append(Self.shortened(scalars, marks, ellipsis: Array(ellipsis.unicodeScalars)))
      (scalars, marks) = ([], [])
      isContinued = start != nil
      start = start.map { _ in 0 }
    }
    for scalar in example.unicodeScalars {
      switch scalar {
      case "«": start = scalars.count
      case "»":
        if let start, start < scalars.count || !isContinued { marks.append(start..<scalars.count) }
        (start, isContinued) = (nil, false)
      case "\n": endLine()
      default: scalars.append(scalar)
      }
    }
    if !scalars.isEmpty || !marks.isEmpty { endLine() }
    lines.removeAll { $0.marks.isEmpty && $0.text.allSatisfy(\.isWhitespace) }
    if lines.isEmpty { lines = [("(nothing but white space)", [])] }
  }

  /// Replaces the middle of long runs, and moves the marks along.
  private static func shortened(
    _ scalars: [Unicode.Scalar], _ marks: [Range<Int>], ellipsis: [Unicode.Scalar]
  ) -> (text: String, marks: [Range<Int>]) {
    var shown = String.UnicodeScalarView()
    // For each place of the long line its place in the short one.
    var places: [Int] = []
    var index = 0
    while index < scalars.count {
      let run = scalars[index...].prefix(while: \.isBase64).count
      let isLong = run >= longestRun
      let end = index + max(run, 1)
      for position in index..<end {
        places.append(shown.count)
        if isLong, position >= index + kept, position < end - kept {
          if position == index + kept { shown.append(contentsOf: ellipsis) }
        } else {
          shown.append(scalars[position])
        }
      }
      index = end
    }
    places.append(shown.count)
    return (String(shown), marks.map { places[$0.lowerBound]..<max(places[$0.lowerBound], places[$0.upperBound]) })
  }

  /// The listing with a line of carets under each mark. Lines with a mark are cut to the columns around it; others are
  /// whole.
  func text(columns: Int, appearance: Appearance) -> [StyledText] {
    lines.flatMap { line -> [StyledText] in
      guard !line.marks.isEmpty else { return [StyledText(SafeText(line.text, tab: .spaces(4)))] }
      return line.marks.flatMap { mark in
        let view = ExcerptView(Array(line.text.unicodeScalars), marked: mark, columns: columns, appearance: appearance)
        return [view.line, view.mark]
      }
    }
  }

  /// The listing as a text with the marks that it was read from.
  var marked: String {
    lines.map { line in
      var text = String.UnicodeScalarView()
      let scalars = Array(line.text.unicodeScalars)
      for index in 0...scalars.count {
        for mark in line.marks where mark.upperBound == index && !mark.isEmpty { text.append("»") }
        for mark in line.marks where mark.lowerBound == index {
          text.append(contentsOf: mark.isEmpty ? ["«", "»"] : ["«"])
        }
        if index < scalars.count { text.append(scalars[index]) }
      }
      return String(text)
    }.joined(separator: "\n")
  }
}
