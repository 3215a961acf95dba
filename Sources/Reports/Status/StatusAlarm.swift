/// What about a set-up can make a nightly job fail.
public enum StatusAlarm: String, Sendable, Equatable, CaseIterable {
  /// A date has passed, or is near.
  case expiry
  /// Something is left to do.
  case incomplete
}
