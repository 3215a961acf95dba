import Playbook

extension Condition {
  /// The condition in words that follow "only if".
  var words: Wording { words(isNegated: false) }

  private func words(isNegated: Bool) -> Wording {
    switch self {
    case .always: return isNegated ? "never" : "always"
    case .wants(let wish): return Wording(stringLiteral: isNegated ? wish.clauses.no : wish.clauses.yes)
    case .fact(let key, let value):
      return "the \(ours: key.definition.title) is \(ours: isNegated ? "not " : "")\(Wording([.code(value)]))"
    case .present(let key):
      return "there \(ours: isNegated ? "is no value for " : "is a value for ")\(ours: key.definition.title)"
    case .beforeFebruary2026Instance:
      let verb = isNegated ? "does not list" : "lists"
      return "the AWS metadata \(ours: verb) an ACS URL at \(Wording([.code("signin.aws.amazon.com")]))"
    case .not(let condition): return condition.words(isNegated: !isNegated)
    case .any(let conditions):
      return conditions.map { $0.words(isNegated: isNegated) }.list(isNegated ? ", and " : ", or ")
    case .all(let conditions):
      return conditions.map { $0.words(isNegated: isNegated) }.list(isNegated ? ", or " : ", and ")
    }
  }
}

extension Wish {
  /// The wish as a clause, granted and not.
  fileprivate var clauses: (yes: String, no: String) {
    switch self {
    case .scim: ("users and groups are provisioned over SCIM", "users and groups are not provisioned over SCIM")
    case .groupSync: ("ssosync copies users and groups", "ssosync does not copy users and groups")
    case .portalAlias: ("the access portal gets a name of your own", "the access portal keeps its generated name")
    case .signInDomain:
      ("people sign in at a domain of your own", "people sign in at a domain of the identity provider")
    case .sessionLifetime:
      ("the identity provider limits the portal session", "the identity provider does not limit the portal session")
    case .commandLine: ("people use the AWS command line", "nobody uses the AWS command line")
    case .pingFederate: ("people sign in at PingFederate", "people sign in at PingOne")
    }
  }
}
