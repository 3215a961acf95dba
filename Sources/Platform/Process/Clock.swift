/// A moment as the machine's clock tells it.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since the start of 1970 in UTC, leap seconds not counted; negative before.
  public let seconds: Int64
  /// Nanoseconds after the second, 0 to 999,999,999.
  public let nanoseconds: Int32

  /// A moment so many seconds and nanoseconds after the start of 1970 in UTC.
  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Whether the one is before the other.
  public static func < (one: Timestamp, other: Timestamp) -> Bool {
    (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
  }
}

/// The machine's clock. Read once, by the executable, which hands the moment on.
public enum Clock {
  /// What the clock shows. It may be wrong, and may go back.
  public static func now() -> Timestamp {
    let (seconds, nanoseconds) = System.wallClock()
    return Timestamp(seconds: seconds, nanoseconds: Int32(nanoseconds))
  }
}
