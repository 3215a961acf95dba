import Rules

/// What is known of a signature, in the words of every JSON format.
public enum SignatureState: String, Sendable, CaseIterable {
  /// It was not asked for, or would prove nothing.
  case notVerified = "not-verified"
  /// What is signed is as it was then.
  case verified
  /// The signature does not fit.
  case broken
  /// It was asked for and could not be told.
  case undecided

  init(_ verification: SignatureVerification) {
    self =
      switch verification {
      case .notAsked: .notVerified
      case .verified: .verified
      case .broken: .broken
      case .undecided: .undecided
      }
  }

  /// What is known where each of several has to be good.
  init(ofAll states: [SignatureState]) {
    self = states.contains(.broken) ? .broken : Set(states).count == 1 ? states[0] : .notVerified
  }

  /// The state in words that follow what is signed.
  var words: String {
    switch self {
    case .notVerified, .undecided: "not verified"
    case .verified: "verified with a certificate of the metadata"
    case .broken: "does not verify"
    }
  }
}

extension ResponseVerdict {
  /// What is known of the signature over a part; one that proves nothing is not verified.
  func state(of part: ResponseSignature.Part) -> SignatureState {
    verifications.first { $0.part == part }.map { SignatureState($0.verification) } ?? .notVerified
  }
}

extension ResponseSignature.Part {
  /// The name of the element, as people and programs are told.
  var word: String {
    switch self {
    case .response: "response"
    case .assertion: "assertion"
    }
  }
}
