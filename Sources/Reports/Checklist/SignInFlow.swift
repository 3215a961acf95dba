import Parties
import Playbook
import Setup

/// How a person signs in, from the portal's address to the list of accounts, with the endpoints of the set-up.
struct SignInFlow: Sendable, Equatable {
  /// Who sends and receives.
  enum Party: String, Sendable, CaseIterable {
    case browser = "Browser"
    case portal = "Portal"
    case identityProvider = "Provider"
    case identityCenter = "AWS"

    /// What it is called.
    func title(in playbook: Playbook) -> String {
      switch self {
      case .browser: "Browser"
      case .portal: "AWS access portal"
      case .identityProvider: Provider.named(playbook.provider)?.displayName ?? "identity provider"
      case .identityCenter: "IAM Identity Center"
      }
    }
  }

  /// What happens, in order.
  enum Event: Sendable, Equatable {
    /// One tells another.
    case message(from: Party, to: Party, Wording)
    /// One does something by itself.
    case work(Party, Wording)
  }

  /// What happens, in order.
  let events: [Event]
}

extension Checklist {
  /// How people will sign in; nil for a flow that does not connect the two sides.
  var signInFlow: SignInFlow? {
    let connects = [FactKey.idpMetadata, .awsMetadata].allSatisfy { playbook.step(giving: $0) != nil }
    return connects ? SignInFlow(events: provisioning + signIn) : nil
  }

  /// Before which words the flow is shown.
  var signInFlowIntroduction: String {
    let provider = SignInFlow.Party.identityProvider.title(in: playbook)
    return """
      The way of somebody who begins at the access portal. Who begins at \(provider) comes in where \(provider) checks \
      the person.
      """
  }

  private var provisioning: [SignInFlow.Event] {
    let isWanted = standing.map { $0.progress.wishes.contains(.scim) } ?? playbook.wishes.contains(.scim)
    guard isWanted else { return [] }
    return [
      .message(
        from: .identityProvider, to: .identityCenter,
        "writes users and groups beforehand, over SCIM, to \(endpoint(.scimEndpoint))")
    ]
  }

  private var signIn: [SignInFlow.Event] {
    [
      .message(from: .browser, to: .portal, "opens \(endpoint(.portalURL))"),
      .message(from: .portal, to: .identityCenter, "asks for a sign-in"),
      .message(from: .identityCenter, to: .browser, "SAML request, its issuer \(endpoint(.issuerURL))"),
      .message(from: .browser, to: .identityProvider, "brings the request to \(endpoint(.idpSignInURL))"),
      .work(.identityProvider, "checks the person, and that the application is assigned"),
      .message(
        from: .identityProvider, to: .browser,
        "signed SAML response with the user name as NameID, its issuer \(endpoint(.idpEntityID))"),
      .message(from: .browser, to: .identityCenter, "posts the response to \(consumer)"),
      .work(.identityCenter, "checks signature and audience, and finds the user of exactly that name"),
      .message(from: .identityCenter, to: .portal, "signed in"),
      .message(from: .portal, to: .browser, "accounts and permission sets that are assigned"),
    ]
  }

  private func endpoint(_ key: FactKey) -> Wording {
    values(of: key).map(Wording.values) ?? "\(missing: key.definition.title)"
  }

  /// The one ACS URL that an identity provider with one field takes.
  private var consumer: Wording {
    let facts = standing?.progress.named ?? [:]
    return Paste.Form.singleACSURL.applied(to: .acsURL, in: facts).map(Wording.values)
      ?? "\(missing: FactKey.acsURL.definition.title)"
  }
}

extension SignInFlow {
  /// The flow as a sequence diagram in Mermaid, line by line.
  func mermaid(in playbook: Playbook) -> [String] {
    let parties = Party.allCases.map { "  participant \($0.rawValue) as \(Mermaid.text($0.title(in: playbook)))" }
    let lines = events.map { event in
      switch event {
      case .message(let sender, let receiver, let wording):
        // What comes back to the browser is an answer.
        "  \(sender.rawValue)\(receiver == .browser ? "-->>" : "->>")\(receiver.rawValue): \(wording.mermaid)"
      case .work(let party, let wording): "  Note over \(party.rawValue): \(wording.mermaid)"
      }
    }
    return ["sequenceDiagram", "  autonumber"] + parties + lines
  }
}

extension Wording {
  /// The sentence in a Mermaid diagram, each value on lines of its own.
  var mermaid: String {
    parts.map { part in
      switch part {
      case .text(let text), .label(let text, _), .code(let text): Mermaid.text(text)
      case .value(let text): "<br/>" + Mermaid.lines(text)
      case .missing(let title): "<br/>" + Mermaid.text("‹\(title)›")
      }
    }.joined()
  }
}
