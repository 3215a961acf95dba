import Console
import Setup

/// The name of a profile of the command `aws`.
struct ProfileName: ArgumentValue, Hashable {
  let argument: String

  static let expectation = "the name of a profile, as it stands in ~/.aws/config"

  /// What begins with a dash would be a flag, control characters stand in no such file, and a key or a token would be seen
  /// among the processes.
  init?(argument: String) {
    guard !argument.isEmpty, argument.first != "-", argument.unicodeScalars.allSatisfy({ $0.value >= 0x20 }),
      SecretLookalike.found(in: argument) == nil
    else {
      return nil
    }
    self.argument = argument
  }
}
