/// Text as runs of meaning, not of colour: what each run is, and the appearance decides how that looks.
///
/// It is written as a literal. Text of others enters through `\(untrusted:)` (or a `SafeText`) only, and so cannot
/// bring an escape sequence, a second line or a command for a build server with it:
///
///     let line: StyledText = "\(.danger("error")): cannot read \(.path("\(untrusted: name)"))"
///
/// Colour never carries a meaning alone: taking the colour away leaves every word in place.
public struct StyledText: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    case own(String)
    case foreign(String)
    case mark(Mark)
  }

  struct Run: Sendable, Equatable {
    var content: Content
    var role: Role = .plain
    var link: LinkTarget?
    /// Whether the address is written after the text where links are not shown.
    var spellsLink = false
  }

  var runs: [Run]

  /// No text at all.
  public static let empty = StyledText(runs: [])

  /// The text without the full stop of ours that it ends with, for places where other punctuation follows.
  public var withoutFullStop: StyledText {
    guard case .own(let last)? = runs.last?.content, last.hasSuffix(".") else { return self }
    var text = self
    text.runs[runs.count - 1].content = .own(String(last.dropLast()))
    return text
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { runs.isEmpty }

  init(runs: [Run]) {
    self.runs = runs
  }

  /// Text of our own that is not a literal: a rule's summary, a step's instruction. Never for text that was read.
  public init(ours text: String) {
    runs = text.isEmpty ? [] : [Run(content: .own(text))]
  }

  /// Text of others, made safe.
  public init(_ safe: SafeText) {
    runs = []
    if !safe.body.isEmpty { runs.append(Run(content: .foreign(safe.body))) }
    if safe.omitted > 0 { runs.append(Run(content: .own("…" + (safe.countsOmitted ? safe.omission : "")))) }
  }

  /// One text after the other.
  public static func + (first: StyledText, second: StyledText) -> StyledText {
    StyledText(runs: first.runs + second.runs)
  }

  /// Appends a text.
  public static func += (text: inout StyledText, more: StyledText) {
    text.runs += more.runs
  }

  /// The text with a role for every run that has none yet: an inner role wins over an outer one.
  public func styled(_ role: Role) -> StyledText {
    StyledText(
      runs: runs.map { run in
        var run = run
        if run.role == .plain { run.role = role }
        return run
      })
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// Literal text of our own.
  public init(stringLiteral value: String) {
    self.init(ours: value)
  }

  /// Literal text of our own, with values in it.
  public init(stringInterpolation: Interpolation) {
    self.init(runs: stringInterpolation.runs)
  }

  /// What may stand in a `StyledText` literal. There is deliberately no way to put in a `String` without saying whose
  /// it is.
  public struct Interpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// The literal's own words.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { runs.append(Run(content: .own(literal))) }
    }

    /// `\(text)`: a styled text, such as `\(.path("…"))`.
    public mutating func appendInterpolation(_ text: StyledText) {
      runs += text.runs
    }

    /// `\(safe)`: text of others that was made safe with choices of its own.
    public mutating func appendInterpolation(_ safe: SafeText) {
      runs += StyledText(safe).runs
    }

    /// `\(untrusted: text)`: text of others, cut at `limit` columns where one is given.
    public mutating func appendInterpolation(untrusted text: String, limit: Int? = nil) {
      runs += StyledText(SafeText(text, limit: limit)).runs
    }

    /// `\(quoted: text)`: text of others between quotation marks, cut at `limit` columns, for use inside a sentence.
    public mutating func appendInterpolation(quoted text: String, limit: Int? = 60) {
      appendLiteral("\"")
      appendInterpolation(untrusted: text, limit: limit)
      appendLiteral("\"")
    }

    /// `\(ours: text)`: text of our own that is not a literal.
    public mutating func appendInterpolation(ours text: String) {
      appendLiteral(text)
    }

    /// `\(12)`: a whole number.
    public mutating func appendInterpolation(_ number: some BinaryInteger & Sendable) {
      appendLiteral(String(number))
    }

    /// `\(mark: .done)`: a sign, in the form that the appearance allows.
    public mutating func appendInterpolation(mark: Mark) {
      runs.append(Run(content: .mark(mark)))
    }
  }
}

extension [StyledText] {
  /// The texts one after the other, with `separator` between each two.
  public func joined(separator: StyledText = .empty) -> StyledText {
    var result = StyledText.empty
    var isFirst = true
    for text in self {
      if !isFirst { result += separator }
      isFirst = false
      result += text
    }
    return result
  }
}
