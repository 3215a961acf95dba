import Rules
import Testing

@testable import Playbook

@Suite("Known messages")
struct KnownMessageTests {
  /// Each message as somebody pastes it, and a text that comes close and is another.
  static let cases: [(id: String, pasted: String, nearMiss: String)] = [
    ("unexpected-error", "Error: An unexpected error\nhas occurred.", "An unexpected problem has occurred"),
    ("not-you-but-us", "It’s not you, it’s us", "It's not you, it's me"),
    (
      "not-you-but-us",
      "<p>We couldn&rsquo;t say</p> We couldn't complete your\r\nrequest right now. Please try again later.",
      "We couldn't complete your request"
    ),
    (
      "code-not-right", "Something went wrong – Looks like this code isn't right. Please try again.",
      "Looks like this code is right"
    ),
    ("does-not-compute", "Something doesn’t compute", "Something doesn't computerise"),
    ("invalid-mfa-credentials", "Invalid MFA credentials (id 1234)", "Invalid credentials"),
    ("session-token-not-found", "\"Session token not found or invalid\"", "Session token not found"),
    ("password-not-updated", "We couldn't update your password", "We couldn't update your profile"),
    (
      "invalid-name-id-format", #"{\"errorMessage\": \"Response contains invalid name id policy format\"}"#,
      "Response contains a name id policy format"
    ),
    (
      "other-direction-name-id", "Request nameID format does not match our record",
      "Request format does not match our record"
    ),
    (
      "metadata-url-refused",
      "Unable to build attributes from provided metadata object as url validation failed: https:/keycloak/realms/x",
      "Unable to build attributes from provided metadata object"
    ),
    (
      "configuration-not-available", "External identity provider configuration not available",
      "External identity provider not available"
    ),
    ("access-control-not-enabled", "Attributes for access control failed to enable", "Attributes for access control"),
    (
      "protected-role",
      "An error occurred (UnmodifiableEntity): Cannot perform the operation on the protected role 'AWSReservedSSO_x_1'",
      "Cannot perform the operation on the role 'AWSReservedSSO_x_1'"
    ),
    (
      "management-account-only", "You cannot assign access to permission sets provisioned in the management account",
      "You cannot assign access to permission sets"
    ),
    ("reply-url-not-registered", "AADSTS50011: The reply URL specified …", "AADSTS500112: The reply address"),
    ("user-not-assigned", "AADSTS50105: The signed in user 'ada@example.com' is", "AADSTS5010"),
    (
      "application-not-in-directory",
      "AADSTS700016: Application with identifier 'https://eu-west-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3'",
      "AADSTS7000162"
    ),
    ("request-not-signed", "We are sorry...\nInvalid requester", "Invalid request"),
    ("google-application-unknown", "Error: app_not_configured\n403", "app_not_configured_for_user"),
    (
      "google-entity-id-differs", "403. That’s an error. Error: app_not_configured_for_user",
      "app_not_configured_for_users"
    ),
    ("google-application-off", "app_not_enabled_for_user", "app_not_enabled"),
    ("address-with-plus", "error SAML_215 while", "SAML_2150"),
    ("base-url-pattern", "Base URL: Does not match\trequired pattern", "Base URL: matches the required pattern"),
    (
      "token-refused-by-okta",
      "Error while verifying if user ada@example.com exists: Unauthorized. Errors reported by remote server",
      "Error while verifying if user ada@example.com exists: Forbidden"
    ),
    (
      "matching-user-not-found",
      "Automatic provisioning of user Ada to app AWS IAM Identity Center failed: Matching user not found",
      "Automatic provisioning of user Ada to app AWS failed"
    ),
    ("no-user-returned", "No user returned for user 00u1example", "No users returned"),
    (
      "linked-group-missing",
      "Linked group is missing in AWS IAM Identity Center. Change the linked group to resume pushing",
      "Linked group is missing in GitHub. Change the linked group"
    ),
    (
      "request-unparsable",
      "400: {\"detail\":\"Request is unparsable, syntactically incorrect, or violates schema.\"}",
      "Request is unparsable or violates schema"
    ),
    (
      "given-name-refused",
      "2 validation errors detected: Value at 'name.givenName' failed to satisfy constraint: Member must satisfy",
      "Value at 'name.honorific' failed to satisfy constraint"
    ),
    (
      "several-values", "List attribute phoneNumbers exceeds allowed limit of 1",
      "List attribute emails exceeds allowed limit of 10"
    ),
    ("duplicate-resource", "Refused to create a new, duplicate resource", "Refused to create a new resource"),
    ("name-required", "name: The attribute name is required", "The attribute names are required"),
    ("scim-unauthorized", "{\"exceptionType\":\"UnauthorizedException\"}", "UnauthorizedExceptions"),
    (
      "group-not-found",
      """
      ╷
      │ Error: no Identity Store Group found matching criteria
      │ [{
      │   AttributePath: "DisplayName",
      """, "no Identity Store User found matching criteria"
    ),
    (
      "google-domain-not-found", "googleapi: Error 404: Domain not found., notFound",
      "Error 404: Group not found., notFound"
    ),
    (
      "command-line-version-1", "aws: error: argument command: Invalid choice: 'sso', maybe you meant",
      "Invalid choice: 'sqs'"
    ),
    (
      "saved-from-browser",
      "This XML file does not appear to have any style information associated with it.",
      "This XML file has style information"
    ),
  ]

  @Test("is found in what people paste, and in nothing that only resembles it", arguments: cases)
  func matching(id: String, pasted: String, nearMiss: String) {
    #expect(KnownMessage.found(in: pasted).map(\.id).contains(id), "\(pasted)")
    #expect(!KnownMessage.found(in: nearMiss).map(\.id).contains(id), "\(nearMiss)")
  }

  @Test("every message has a case of its own, and reads well")
  func all() {
    #expect(Set(KnownMessage.all.map(\.id)) == Set(Self.cases.map(\.id)))
    #expect(Set(KnownMessage.all.map(\.id)).count == KnownMessage.all.count)
    for message in KnownMessage.all {
      for text in message.texts { #expect(KnownMessage.found(in: text).map(\.id).contains(message.id), "\(text)") }
      for phrase in [message.cause, message.remedy] {
        let text = phrase.plain()
        #expect(text.hasSuffix(".") && !text.contains("**") && !text.contains("<A"), "\(text)")
      }
      #expect(message.source.url.hasPrefix("https://"))
    }
  }

  @Test("every message that a playbook quotes from AWS or a provider is known")
  func playbooks() {
    let quoted = [
      "An unexpected error has occurred", "It's not you, it's us", "Something doesn't compute",
      "Looks like this code isn't right", "Invalid MFA credentials", "Session token not found or invalid",
      "Base URL: Does not match required pattern", "Refused to create a new, duplicate resource",
      "Request is unparsable, syntactically incorrect, or violates schema", "AADSTS50011",
      "List attribute emails exceeds allowed limit of 1", "Unable to build attributes from provided metadata object",
    ]
    let symptoms = Playbook.all.flatMap(\.steps).flatMap(\.pitfalls).map(\.symptom)
    for text in quoted {
      let own = symptoms.filter { $0.contains(text) }
      #expect(!own.isEmpty && own.allSatisfy { !KnownMessage.found(in: $0).isEmpty }, "\(text)")
    }
  }

  @Test("a provider's own words are found where its playbook has them")
  func pitfalls() throws {
    let message = try #require(KnownMessage.all.first { $0.id == "unexpected-error" })
    let okta = try #require(Playbook.okta.pitfall(showing: message))
    #expect(okta.pitfall.cause.plain().contains("Okta") && Playbook.okta.step(okta.step.id) != nil)
    let plus = try #require(KnownMessage.all.first { $0.id == "address-with-plus" })
    #expect(Playbook.okta.pitfall(showing: plus) == nil && Playbook.of("ping")?.pitfall(showing: plus) != nil)
  }

  @Test("every topic is a step of every provider's set-up")
  func topics() {
    for playbook in Playbook.all where playbook.flow == .setUp || playbook.flow == .migrate {
      for topic in SignInTopic.allCases {
        #expect(playbook.step(about: topic) != nil, "\(playbook.provider): \(topic)")
      }
    }
    #expect(Playbook.okta.step(about: .registration)?.id == "register-aws-in-okta")
    #expect(Playbook.of("okta", flow: .rotateCertificate)?.step(about: .trust)?.id == "import-new-certificate")
  }
}
