import Console
import Parties

/// A length of time in whole hours, days or weeks: `12h`, `90d`, `2w`.
struct TimeSpan: ArgumentValue, Hashable {
  enum Unit: Character, Sendable {
    case hours = "h"
    case days = "d"
    case weeks = "w"

    var seconds: Int64 {
      switch self {
      case .hours: 3_600
      case .days: 86_400
      case .weeks: 604_800
      }
    }
  }

  let count: Int64
  let unit: Unit

  static let expectation = "a duration such as 90d, 12h or 2w"

  /// A span of days.
  static func days(_ count: Int64) -> TimeSpan { TimeSpan(count: count, unit: .days) }

  /// AWS's own threshold, for what ends.
  static let ofAWS = days(Int64(AWSLimits.certificateIndicatorDays))

  /// The length in seconds.
  var seconds: Int64 { count * unit.seconds }

  private init(count: Int64, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Six digits reach further than any certificate, and cannot overflow.
  init?(argument: String) {
    guard let last = argument.last, let unit = Unit(rawValue: last) else { return nil }
    let digits = argument.dropLast()
    guard (1...6).contains(digits.count), digits.allSatisfy(\.isDigit), let count = Int64(digits) else {
      return nil
    }
    self.init(count: count, unit: unit)
  }

  var argument: String { "\(count)\(unit.rawValue)" }

  static func remark(on text: String) -> StyledText? {
    !text.isEmpty && text.allSatisfy(\.isDigit) ? "for that many days write \(untrusted: text, limit: 10)d" : nil
  }
}

extension Character {
  /// `0` to `9`; a digit of another script, or one with a mark on it, is none.
  fileprivate var isDigit: Bool { isASCII && isWholeNumber }
}
