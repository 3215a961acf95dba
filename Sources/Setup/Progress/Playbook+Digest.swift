public import Playbook
import SAML

extension Playbook {
  /// SHA-256 over what decides how progress is read: the steps in order, when they apply, what they need and ask for,
  /// and what proves them. Another wording is the same playbook.
  public var digest: String {
    let lines = steps.map { step in
      ([step.id.rawValue] + step.needs.map { "needs \($0)" } + step.asks.map { "asks \($0.fact.rawValue)" }
        + step.pastes.compactMap { paste in paste.fact.map { "pastes \($0.rawValue) \(paste.form.rawValue)" } }
        + step.when.references.map { "when \($0.rawValue)" } + step.when.wishes.map { "wants \($0.rawValue)" }
        + [step.proof.name] + step.proof.references.map(\.rawValue)).joined(separator: " ")
    }
    let text = ([provider, flow.rawValue] + lines).joined(separator: "\n")
    return Digest.sha256(Array(text.utf8).span).description
  }
}

extension Proof {
  fileprivate var name: String {
    switch self {
    case .metadata: "metadata"
    case .newCertificate: "new-certificate"
    case .value: "value"
    case .pair: "pair"
    case .shown: "shown"
    case .word: "word"
    }
  }
}
