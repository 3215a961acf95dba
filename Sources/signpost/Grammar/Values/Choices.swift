import Console
import Parties

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

  var meaning: String? {
    switch self {
    case .human: "text for people, with colour where the terminal has it"
    case .json: "one JSON object for programs"
    }
  }
}

/// The forms in which `rules` lists the catalogue.
enum RulesFormat: String, ArgumentValue, CaseIterable {
  case human
  case markdown
  case json

  var meaning: String? {
    switch self {
    case .human: "a line for each rule"
    case .markdown: "every rule's whole page in one document"
    case .json: "one JSON object for programs"
    }
  }
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

  var meaning: String? {
    switch self {
    case .human: "text for people, with the place in the file and the remedy"
    case .concise: "a line for each finding: FILE:LINE:COLUMN: SEVERITY[RULE]: MESSAGE"
    case .json: "one JSON object for programs"
    case .sarif: "SARIF 2.1.0, for code scanning"
    case .junit: "JUnit XML, for build servers: a suite for each file, a case for each rule"
    case .github: "commands of a GitHub Actions workflow, which annotate the files"
    case .markdown: "a table, for a comment on a pull request"
    }
  }
}

/// The forms in which `export` writes.
enum DocumentFormat: String, ArgumentValue, CaseIterable {
  case markdown
  case html
  case json
  case ics

  var meaning: String? {
    switch self {
    case .markdown: "the checklist as a document, which import takes back once it was edited"
    case .html: "the checklist as one page for a browser, which needs nothing else"
    case .json: "the whole playbook and set-up as one JSON object for programs"
    case .ics: "the dates ahead as a calendar (iCalendar), with reminders"
    }
  }
}

/// A shell that can complete command lines.
enum Shell: String, ArgumentValue, CaseIterable {
  case bash
  case zsh
  case fish
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
    if let name = recognised.first(where: { $0 == text }) {
      return "\(ours: name) has no checklist of its own: use generic"
    }
    // Of the directories that are called so, one is an identity provider by itself.
    guard let known = text.lowercased() == "ad" ? .entraID : Provider.named(text) else { return nil }
    return ProviderName(rawValue: known.rawValue).map { "did you mean \(ours: $0.rawValue)?" }
      ?? "\(ours: known.displayName) has no checklist of its own: use generic"
  }
}
