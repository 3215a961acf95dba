import Playbook

/// A person at the wizard: knows what the consoles show, and from the playbook what will be asked.
enum Operator {
  /// One question and what the person answers.
  struct Exchange {
    /// The step that asks; nil for a wish.
    let step: Step?
    /// The fact that is asked for or compared; nil for a wish or a word.
    let fact: FactKey?
    /// The prompt as it stands before the cursor.
    let prompt: String
    let answer: String
    /// Whether only Enter is expected, so that commands are bare letters.
    let isEnter: Bool

    /// A command as it is typed here.
    func command(_ letter: String) -> String { (isEnter ? "" : ":") + letter + "\n" }
  }

  /// What the person wants.
  static let wishes: Set<Wish> = [.scim, .commandLine]

  /// The IPv4 address of the primary Region in `Fixtures/identity-center.xml`.
  static let acsURL = "https://eu-west-1.signin.aws/platform/saml/acs/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34"
  /// The issuer URL of the same file.
  static let issuerURL = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c"
  /// The SCIM endpoint, as it is kept.
  static let scimEndpoint = "https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2"

  /// Every value as the person knows it, or reads it in a console.
  static let facts: [FactKey: String] = [
    .identitySource: "unused",
    .managementAccount: "111122223333",
    .idpMetadata: Signpost.root + "/Fixtures/okta.xml",
    .awsMetadata: Signpost.root + "/Fixtures/identity-center.xml",
    .portalURL: "https://d-93671f0a2c.awsapps.com/start",
    .acsURL: acsURL,
    .issuerURL: issuerURL,
    .region: "eu-west-1",
    .idpEntityID: "http://www.okta.com/exk1example0fixture01",
    .idpSignInURL: "https://example.okta.com/app/amazon_aws_sso/exk1example0fixture01/sso/saml",
    .idpCertificateExpires: "2034-05-14",
    .idpCertificateReminder: "2034-02-13",
    .scimEndpoint: scimEndpoint,
    .scimTokenCreated: "2026-11-20",
    .scimTokenExpires: "2027-11-20",
    .scimTokenReminder: "2027-08-22",
    .requiredGroups: "Developers, DevOps",
    .pilotUser: "ada@example.com",
    .permissionSets: "AdministratorAccess",
    .pilotAccount: "444455556666",
    .sessionARN:
      "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/ada@example.com",
  ]

  /// The steps that apply, in order.
  static let steps: [Step] = {
    let values = facts.mapValues { [$0] }.merging([.alternativeACSURL: []]) { $1 }
    let circumstances = Circumstances(wishes: wishes, facts: values)
    return Playbook.okta.steps.filter { $0.when.holds(in: circumstances) == true }
  }()

  /// Every question of the whole set-up, in order.
  static let exchanges: [Exchange] =
    steps.prefix(1).flatMap(exchanges(of:))
    + Playbook.okta.wishes.map { wish in
      Exchange(
        step: nil, fact: nil, prompt: "\(wish.prompt.plain()) (y/n) [\(wish.assumed ? "y" : "n")]: ",
        answer: wishes.contains(wish) ? "y" : "n", isEnter: false)
    } + steps.dropFirst().flatMap(exchanges(of:))

  private static func exchanges(of step: Step) -> [Exchange] {
    let asked = step.asks.map { question in
      let field = question.field.map { " (\($0.text))" } ?? ""
      return Exchange(
        step: step, fact: question.fact, prompt: "\(shown(question.prompt))\(field): ",
        answer: facts[question.fact] ?? "", isEnter: false)
    }
    switch step.proof {
    case .metadata, .value, .pair: return asked
    case .word(let see):
      let prompt = Said.word(shown(see))
      return asked + [Exchange(step: step, fact: nil, prompt: prompt, answer: "", isEnter: true)]
    case .shown(let keys):
      return asked
        + keys.map { key in
          Exchange(
            step: step, fact: key, prompt: Said.shown(name(of: key, in: step)),
            answer: facts[key] ?? "", isEnter: false)
        }
    }
  }

  /// What the wizard calls a fact that a console shows: by the field of the step, or of AWS's console.
  private static func name(of key: FactKey, in step: Step) -> String {
    if let field = step.pastes.first(where: { $0.fact == key })?.field.text { return field }
    return switch key {
    case .idpEntityID: "IdP issuer URL"
    case .idpSignInURL: "IdP sign-in URL"
    default: key.definition.title
    }
  }

  /// A phrase as a terminal without colour shows it.
  private static func shown(_ phrase: Phrase) -> String {
    phrase.segments.map { segment in
      switch segment {
      case .text(let text), .code(let text), .label(let text, .confirmed): text
      case .label(let text, .believed): text + " (?)"
      case .value(let key): facts[key] ?? "<\(key.definition.title)>"
      }
    }.joined()
  }

  /// The place of the first question of a step, or of its question for a fact.
  static func index(of step: StepID, _ fact: FactKey? = nil) -> Int {
    exchanges.firstIndex { $0.step?.id == step && (fact == nil || $0.fact == fact) } ?? exchanges.count
  }
}
