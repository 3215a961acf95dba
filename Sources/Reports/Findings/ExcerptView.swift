import Console
import Markup

/// One line of a document with a mark under a range of it, cut to the columns that there are.
///
/// Everything is measured as it will be shown: tabs are spaces, invisible characters are escapes, wide characters take two
/// columns, and with the repertoire ASCII whatever is outside of it is an escape too.
struct ExcerptView {
  /// The line.
  let line: StyledText
  /// The mark under the line, with its blanks before it.
  let mark: StyledText

  private static let tab = SafeText.Tab.spaces(4)
  /// However narrow the terminal, so much of the line is shown.
  private static let leastColumns = 24

  /// Draws an excerpt of a finding; nil where there is nothing to see.
  init?(_ excerpt: Excerpt, sign: Character = "^", columns: Int, appearance: Appearance) {
    guard excerpt.text.contains(where: { !$0.isWhitespace }) else { return nil }
    let text = ExcerptText(excerpt, ellipsis: appearance.text == .ascii ? "..." : "…")
    self.init(
      text.scalars, marked: text.marked, isCutBefore: text.isCutBefore, isCutAfter: text.isCutAfter,
      sign: sign, columns: columns, appearance: appearance)
  }

  /// Draws a line.
  ///
  /// - Parameters:
  ///   - scalars: the line, untrusted, without its end.
  ///   - marked: the range to point at, in Unicode scalars; an empty one is pointed at by one sign.
  ///   - isCutBefore: whether something was cut away before it already.
  ///   - isCutAfter: whether something was cut away after it.
  ///   - sign: what the mark is made of.
  ///   - columns: the columns that the line may take.
  ///   - appearance: the one it will be rendered with.
  init(
    _ scalars: [Unicode.Scalar], marked: Range<Int>, isCutBefore: Bool = false, isCutAfter: Bool = false,
    sign: Character = "^",
    columns: Int, appearance: Appearance
  ) {
    let widths = scalars.map { Self.width(of: $0, for: appearance) }
    let range = marked.clamped(to: 0..<scalars.count)
    let window = Self.window(
      widths, range, isCut: (isCutBefore, isCutAfter), columns: max(columns, Self.leastColumns),
      ellipsis: Self.ellipsis.columns(for: appearance))

    let before = Self.safe(scalars[window.lowerBound..<range.lowerBound])
    let inside = Self.safe(scalars[range.clamped(to: window)])
    let after = Self.safe(scalars[min(max(range.upperBound, window.lowerBound), window.upperBound)..<window.upperBound])
    let start = isCutBefore || window.lowerBound > 0 ? Self.ellipsis + before : before
    let isCut = isCutAfter || window.upperBound < scalars.count
    line = start + inside + after + (isCut ? Self.ellipsis : .empty)

    let blanks = String(repeating: " ", count: start.columns(for: appearance))
    mark = StyledText(ours: blanks + String(repeating: sign, count: max(1, inside.columns(for: appearance))))
  }

  private static let ellipsis: StyledText = "\(.quiet("\(mark: .ellipsis)"))"

  private static func safe(_ scalars: ArraySlice<Unicode.Scalar>) -> StyledText {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return StyledText(SafeText(String(view), tab: tab))
  }

  /// The columns of a character on its own; a combining mark is counted as the escape that it would be without a base.
  private static func width(of scalar: Unicode.Scalar, for appearance: Appearance) -> Int {
    if scalar.isASCII, scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    return StyledText(SafeText(String(scalar), tab: tab)).columns(for: appearance)
  }

  /// The part of the line to show: the start of the range in any case, as much of the range as two thirds of the columns
  /// hold, and then what fits on both sides.
  private static func window(
    _ widths: [Int], _ range: Range<Int>, isCut: (before: Bool, after: Bool), columns: Int, ellipsis: Int
  ) -> Range<Int> {
    let ends = (isCut.before ? ellipsis : 0) + (isCut.after ? ellipsis : 0)
    if widths.reduce(0, +) + ends <= columns { return 0..<widths.count }
    var left = columns - 2 * ellipsis
    var (lower, upper) = (range.lowerBound, range.lowerBound)
    func grow(_ bound: inout Int, by step: Int, within budget: Int, until limit: Int) {
      var budget = budget
      while bound != limit {
        let width = widths[step > 0 ? bound : bound - 1]
        guard width <= budget else { return }
        budget -= width
        left -= width
        bound += step
      }
    }
    grow(&upper, by: 1, within: columns * 2 / 3, until: range.upperBound)
    let isWhole = upper == range.upperBound
    grow(&lower, by: -1, within: isWhole ? left * 2 / 3 : left, until: 0)
    if isWhole { grow(&upper, by: 1, within: left, until: widths.count) }
    grow(&lower, by: -1, within: left, until: 0)
    return lower..<upper
  }
}
