/// Comments, CDATA sections, instructions and declarations, and what stands where no element is open.
extension MarkupScanner {
  /// What begins with `<!`: a comment, a CDATA section, or what no metadata needs.
  func declaration(_ window: Span<UInt8>, at start: Int, origin: Int) -> Construct {
    if window.holds("<!--", at: start) {
      return section(window, at: start, origin: origin, opening: 4, closing: "-->")
    }
    if window.holds("<![CDATA[", at: start) {
      if depth == 0 {
        return .problem(
          (sawRoot ? .contentAfterRoot(.text) : .textBeforeRoot, SourceRange(origin + start, origin + start + 9)))
      }
      return section(window, at: start, origin: origin, opening: 9, closing: "]]>")
    }
    if window.count - start < 9 { return .cut }
    if window.holds("<!DOCTYPE", at: start) {
      return .problem((.documentType, SourceRange(origin + start, origin + start + 9)))
    }
    return .problem((.malformedTag, SourceRange(origin + start, origin + start + 2)))
  }

  /// An instruction, which is the XML declaration only where the document begins.
  func instruction(_ window: Span<UInt8>, at start: Int, origin: Int) -> Construct {
    if window.holds("<?xml", at: start), origin + start != first {
      guard start + 5 < window.count else { return .cut }
      if isWhitespace(window[start + 5]) || window[start + 5] == UInt8(ascii: "?") {
        let isSecond = sawRoot && depth == 0
        return .problem(
          (
            isSecond ? .contentAfterRoot(.declaration) : .misplacedDeclaration,
            SourceRange(origin + start, origin + start + 5)
          ))
      }
    }
    return section(window, at: start, origin: origin, opening: 2, closing: "?>")
  }

  private func section(
    _ window: Span<UInt8>, at start: Int, origin: Int, opening: Int, closing: StaticString
  ) -> Construct {
    var position = min(start + opening, window.count)
    while let end = window.place(of: UInt8(ascii: ">"), from: position, before: window.count) {
      let from = end + 1 - closing.utf8CodeUnitCount
      if from >= start + opening, window.holds(closing, at: from) {
        return tooLong(end - start, at: origin + start).map(Construct.problem) ?? .whole(end: end + 1)
      }
      position = end + 1
    }
    return .cut
  }

  /// Whether a comment, instruction or CDATA section is longer than any may be.
  func tooLong(_ count: Int, at offset: Int) -> Problem? {
    count > limits.textBytes ? (.limit(.textBytes(limits.textBytes)), SourceRange(offset, offset + count)) : nil
  }

  /// A tag where no element is open. `opening`: how many bytes stand before its name.
  func stray(_ window: Span<UInt8>, at start: Int, origin: Int, opening: Int) -> Construct {
    var end = start + opening
    let limit = end + Self.longestStrayName
    while end < limit, end < window.count, !MarkupScanner.endsName(window[end]) { end += 1 }
    guard end < window.count else { return .cut }
    let name = String(decoding: (start + opening..<end).map { window[$0] }, as: UTF8.self)
    let closes = opening == 2 && window[end] == UInt8(ascii: ">")
    let range = SourceRange(origin + start, origin + end + (closes ? 1 : 0))
    if !sawRoot { return .problem((.mismatchedEndTag(expected: "", found: name), range)) }
    if opening == 2 { return .problem((.contentAfterRoot(.endTag(name)), range)) }
    return .problem((.contentAfterRoot(.startTag(name)), SourceRange(origin + start, origin + start + 1)))
  }

  private static let longestStrayName = 80
}
