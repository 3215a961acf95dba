import Console

/// The name of a profile of the command `aws`.
struct ProfileName: ArgumentValue, Hashable {
  let argument: String

  static let expectation = "the name of a profile, as it stands in ~/.aws/config"

  /// What begins with a dash would be a flag, and control characters stand in no such file.
  init?(argument: String) {
    guard !argument.isEmpty, argument.first != "-", argument.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      return nil
    }
    self.argument = argument
  }
}
