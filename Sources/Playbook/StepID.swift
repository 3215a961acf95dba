/// The lasting name of a step, in kebab-case. Progress, exports and other steps refer to a step by it, so that an id is
/// never given to another step and never changed.
public struct StepID: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The id as it is written in exports and on the command line.
  public let rawValue: String

  /// An id as read from a journal or a command line; whether a step has it is for the playbook to say.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// An id that is written in the source.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }

  /// The id as it is written.
  public var description: String { rawValue }
}
