import Console

/// What a set-up is about.
enum FlowName: String, ArgumentValue, CaseIterable {
  case setUp = "set-up"
  case migrate
  case adopt
  case rotateCertificate = "rotate-certificate"
  case renewSCIMToken = "renew-scim-token"
}

/// A reference architecture that can be laid over a set-up.
enum OverlayName: String, ArgumentValue, CaseIterable {
  case cloudposse
}

/// A form for people, or one for programs.
enum ListingFormat: String, ArgumentValue, CaseIterable {
  case human
  case json
}

/// The forms in which `rules` lists the catalogue.
enum RulesFormat: String, ArgumentValue, CaseIterable {
  case human
  case markdown
  case json
}

/// The forms in which `validate` reports.
enum FindingsFormat: String, ArgumentValue, CaseIterable {
  case human
  case concise
  case json
  case sarif
  case junit
  case github
  case markdown
}

/// The forms in which `export` writes.
enum DocumentFormat: String, ArgumentValue, CaseIterable {
  case markdown
  case html
  case json
  case ics
}

/// From which severity on findings make the status 1.
enum FailOn: String, ArgumentValue, CaseIterable {
  case error
  case warning
  case note
  case never
}

/// What about a set-up makes the status of `status` 1.
enum StatusFailure: String, ArgumentValue, CaseIterable {
  case expiry
  case incomplete
}

/// The two people who share the work.
enum Administrator: String, ArgumentValue, CaseIterable {
  case idpAdmin = "idp-admin"
  case awsAdmin = "aws-admin"
}

/// For whom a document is written.
enum Audience: String, ArgumentValue, CaseIterable {
  case all
  case idpAdmin = "idp-admin"
  case awsAdmin = "aws-admin"
}

/// An identity provider that has a checklist.
enum ProviderName: String, ArgumentValue, CaseIterable {
  case okta
  case entraID = "entra-id"
  case jumpcloud
  case googleWorkspace = "google-workspace"
  case cyberark
  case onelogin
  case ping
  case generic

  /// Providers whose metadata is recognised, but that have no checklist of their own.
  static let recognised = ["keycloak", "auth0", "ad-fs", "duo", "shibboleth"]

  static func remark(on text: String) -> StyledText? {
    guard let name = recognised.first(where: { $0 == text }) else { return nil }
    return "\(ours: name) has no checklist of its own: use generic"
  }
}
