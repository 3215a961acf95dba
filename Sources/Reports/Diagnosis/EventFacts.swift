import Rules
import Setup

/// What an event says, line by line; what identifies a person is guarded.
struct EventFacts {
  struct Line {
    let key: String
    let label: String
    let value: GuardedText
  }

  let lines: [Line]

  init(_ event: SignInEvent, expectation: ResponseExpectation) {
    var lines: [Line] = []
    func add(_ key: String, _ label: String, _ value: GuardedText?) {
      if let value { lines.append(Line(key: key, label: label, value: value)) }
    }
    add("errorCode", "code", event.errorCode.map { GuardedText(scanning: $0) })
    add("errorMessage", "message", event.errorMessage.map { GuardedText(scanning: $0, hiding: event.userName) })
    add("userName", "user name", event.userName.map { GuardedText(personal: $0) })
    if let user = expectation.user, let name = event.userName {
      add("comparison", "beside the NameID that is expected", Self.comparison(name, user))
    }
    add("credentialType", "signed in by", event.credentialType.map { GuardedText(scanning: $0) })
    add("region", "Region", event.region.map { GuardedText(scanning: $0) })
    add("address", "from", event.address.map { GuardedText(personal: $0) })
    self.lines = lines
  }

  private static func comparison(_ name: String, _ user: String) -> GuardedText {
    if name == user { return "the same" }
    return name.lowercased() == user.lowercased()
      ? "differs in upper and lower case from \(personal: user)" : "another one than \(personal: user)"
  }
}
