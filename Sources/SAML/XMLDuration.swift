/// An xs:duration such as `P1Y2M3DT4H5M6.7S` (XML Schema Part 2, section 3.2.6): `cacheDuration` in metadata.
///
/// Years and months have no length in seconds, so they are kept apart from what has one.
public struct XMLDuration: Hashable, Sendable {
  /// Whether the whole is negative, as in `-P1D`.
  public let isNegative: Bool
  /// Years and months together, in months, without the sign.
  public let months: Int64
  /// Days, hours, minutes and seconds together, in seconds, without the sign.
  public let seconds: Int64
  /// The part of a second after `seconds`: 0 to 999,999,999.
  public let nanoseconds: Int32

  /// The length in seconds, with months of 30.436875 days (the mean of the Gregorian calendar) and without the
  /// fraction; it stops at the ends of `Int64`.
  public var approximateSeconds: Int64 {
    let (product, tooLarge) = months.multipliedReportingOverflow(by: 2_629_746)
    let (sum, overflow) = product.addingReportingOverflow(seconds)
    let length = tooLarge || overflow ? .max : sum
    return isNegative ? -length : length
  }

  /// What an xs:duration says, and why it is none.
  public struct Reading: Hashable, Sendable {
    /// The duration; it is there with `Problem.tooLarge` too.
    public let duration: XMLDuration?
    /// What the text does that xs:duration does not allow; nil where it is well formed.
    public let problem: Problem?
  }

  /// Why a text is no xs:duration. Offsets count bytes of the text as it was given, white space included.
  public enum Problem: Error, Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// It does not begin with `P` (or `-P`).
    case noDesignator(offset: Int)
    /// `P` and nothing after it.
    case nothingAfterP
    /// `T` and nothing after it, as in `P1DT`.
    case nothingAfterT
    /// Something other than digits where a number has to be.
    case noNumber(offset: Int)
    /// A number with no letter after it, as in `P30`.
    case noUnit(offset: Int)
    /// A letter that is no unit here: `W`, lower case, `H` before the `T`, units twice or out of order.
    case unexpectedUnit(offset: Int)
    /// A fraction of something other than seconds, or one without digits.
    case fraction(offset: Int)
    /// Well formed, and longer than can be counted; the duration stops at the largest that can.
    case tooLarge
  }

  /// Reads an xs:duration; white space around it is allowed.
  public static func read(_ text: String) -> Reading {
    var cursor = TextCursor(text)
    guard !cursor.isAtEnd else { return Reading(duration: nil, problem: .empty) }
    do throws(Problem) {
      let (duration, isCut) = try cursor.duration()
      return Reading(duration: duration, problem: isCut ? .tooLarge : nil)
    } catch {
      return Reading(duration: nil, problem: error)
    }
  }
}

extension XMLDuration.Problem: CustomStringConvertible {
  /// One line, lower case first, of what was found and what was expected.
  public var description: String {
    switch self {
    case .empty: "empty; expected a duration such as P7D or PT6H"
    case .noDesignator(let offset): "does not begin with P at byte \(offset); expected a duration such as P7D"
    case .nothingAfterP: "nothing follows the P; expected a duration such as P7D"
    case .nothingAfterT: "nothing follows the T; expected hours, minutes or seconds, or no T"
    case .noNumber(let offset): "no number at byte \(offset); expected digits before each unit"
    case .noUnit(let offset): "no unit after the number, at byte \(offset); expected one of Y M D, or H M S after a T"
    case .unexpectedUnit(let offset):
      "unexpected unit at byte \(offset); expected Y, M, D, then T and H, M, S, each once and in this order"
    case .fraction(let offset): "misplaced fraction at byte \(offset); only seconds have one"
    case .tooLarge: "longer than can be counted"
    }
  }
}

extension TextCursor {
  fileprivate mutating func duration() throws(XMLDuration.Problem) -> (XMLDuration, isCut: Bool) {
    let isNegative = skip("-")
    guard skip("P") else { throw .noDesignator(offset: position) }
    guard !isAtEnd else { throw .nothingAfterP }
    var total = Total()
    try components(of: ["Y": .months(12), "M": .months(1), "D": .seconds(86_400)], order: "YMD", into: &total)
    if skip("T") {
      guard !isAtEnd else { throw .nothingAfterT }
      try components(of: ["H": .seconds(3_600), "M": .seconds(60), "S": .seconds(1)], order: "HMS", into: &total)
    }
    guard isAtEnd else { throw .unexpectedUnit(offset: position) }
    return (
      XMLDuration(
        isNegative: isNegative, months: total.months, seconds: total.seconds, nanoseconds: total.nanoseconds),
      total.isCut
    )
  }

  private enum Unit {
    case months(Int64)
    case seconds(Int64)
  }

  private struct Total {
    var months: Int64 = 0
    var seconds: Int64 = 0
    var nanoseconds: Int32 = 0
    var isCut = false

    /// Adds so many units, nil for more than can be counted.
    mutating func add(_ count: Int64?, _ unit: Unit) {
      switch unit {
      case .months(let size): months = sum(months, count, size)
      case .seconds(let size): seconds = sum(seconds, count, size)
      }
    }

    private mutating func sum(_ total: Int64, _ count: Int64?, _ size: Int64) -> Int64 {
      let (product, tooLarge) = (count ?? .max).multipliedReportingOverflow(by: size)
      let (sum, overflow) = total.addingReportingOverflow(product)
      guard count == nil || tooLarge || overflow else { return sum }
      isCut = true
      return .max
    }
  }

  /// Reads numbers with their units until the `T` or the end.
  private mutating func components(
    of units: [Unicode.Scalar: Unit], order: String, into total: inout Total
  ) throws(XMLDuration.Problem) {
    var left = order.unicodeScalars[...]
    while !isAtEnd, !byte(at: position, is: "T") {
      let (value, count) = digits()
      guard count > 0 else { throw .noNumber(offset: position) }
      let fractionStart = position
      var nanoseconds: Int32?
      if skip(".") {
        nanoseconds = self.nanoseconds()
        guard nanoseconds != nil else { throw .fraction(offset: fractionStart) }
      }
      guard !isAtEnd, !byte(at: position, is: "T") else { throw .noUnit(offset: position) }
      let unitStart = position
      guard let letter = next(), let unit = units[letter], let place = left.firstIndex(of: letter) else {
        throw .unexpectedUnit(offset: unitStart)
      }
      left = left[left.index(after: place)...]
      if let nanoseconds {
        guard letter == "S" else { throw .fraction(offset: fractionStart) }
        total.nanoseconds = nanoseconds
      }
      total.add(value, unit)
    }
  }
}
