/// Metadata in the proportions of real federations, from a seed.
struct MadeMetadata {
  private var numbers: Numbers

  init(seed: UInt64) { numbers = Numbers(seed: seed) }

  private static let metadata =
    "xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""
  private static let more =
    "xmlns:mdui=\"urn:oasis:names:tc:SAML:metadata:ui\" xmlns:mdrpi=\"urn:oasis:names:tc:SAML:metadata:rpi\" "
    + "xmlns:mdattr=\"urn:oasis:names:tc:SAML:metadata:attribute\" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" "
    + "xmlns:shibmd=\"urn:mace:shibboleth:metadata:1.0\""
  private static let saml2 = "urn:oasis:names:tc:SAML:2.0:protocol"

  // MARK: One file as an identity provider hands it out

  /// About 4.6 kB: one identity provider, in which there is nothing to find.
  mutating func small(_ number: Int) -> String {
    let host = "https://org\(number).okta.example"
    return """
      <?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor entityID="http://www.okta.example/exk\(number)" \(Self.metadata)>\
      <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="\(Self.saml2)">\
      \(key("signing", 64))\
      <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>\
      <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>\
      \(endpoint("SingleSignOnService", "HTTP-POST", "\(host)/app/exk\(number)/sso/saml"))\
      \(endpoint("SingleSignOnService", "HTTP-Redirect", "\(host)/app/exk\(number)/sso/saml"))\
      \(attributes())</md:IDPSSODescriptor>\
      \(organisation(host))\(contact("technical", number))</md:EntityDescriptor>
      """
  }

  private func attributes() -> String {
    ["email", "firstName", "lastName", "userName", "division", "department", "costCenter", "manager", "locale"].map {
      "<saml:Attribute xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" Name=\"\($0)\" "
        + "NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\"/>"
    }.joined()
  }

  // MARK: A federation

  static let opening = """
    <?xml version="1.0" encoding="UTF-8"?>
    <md:EntitiesDescriptor \(metadata) \(more) Name="https://federation.example/metadata">

    """
  static let closing = "</md:EntitiesDescriptor>\n"

  /// One entity of about 10.8 kB with some 72 elements; a little more than half are identity providers.
  mutating func entity(_ number: Int) -> String {
    let isProvider = numbers.chance(58)
    let host = "https://\(isProvider ? "idp" : "sp")\(number).university\(number % 977).example"
    let role =
      isProvider
      ? """
      <md:IDPSSODescriptor protocolSupportEnumeration="\(Self.saml2)">
        \(roleExtensions(host))
        \(keys())
        \(endpoint("SingleLogoutService", "HTTP-Redirect", "\(host)/idp/profile/SAML2/Redirect/SLO"))
        \(formats())
        \(endpoint("SingleSignOnService", "HTTP-POST", "\(host)/idp/profile/SAML2/POST/SSO"))
        \(endpoint("SingleSignOnService", "HTTP-Redirect", "\(host)/idp/profile/SAML2/Redirect/SSO"))
        \(endpoint("SingleSignOnService", "HTTP-POST-SimpleSign", "\(host)/idp/profile/SAML2/POST-SimpleSign/SSO"))
        \(endpoint("SingleSignOnService", "SOAP", "\(host)/idp/profile/SAML2/SOAP/ECP"))
      </md:IDPSSODescriptor>
      """
      : """
      <md:SPSSODescriptor protocolSupportEnumeration="\(Self.saml2)" WantAssertionsSigned="true">
        \(roleExtensions(host))
        \(keys())
        \(endpoint("SingleLogoutService", "HTTP-Redirect", "\(host)/Shibboleth.sso/SLO/Redirect"))
        \(formats())
        \(endpoint("AssertionConsumerService", "HTTP-POST", "\(host)/Shibboleth.sso/SAML2/POST", index: 1))
        \(endpoint("AssertionConsumerService", "HTTP-Artifact", "\(host)/Shibboleth.sso/SAML2/Artifact", index: 2))
        \(endpoint("AssertionConsumerService", "PAOS", "\(host)/Shibboleth.sso/SAML2/ECP", index: 3))
        \(attributeService())
      </md:SPSSODescriptor>
      """
    return """
      <md:EntityDescriptor entityID="\(host)/shibboleth">
        <md:Extensions>
          <mdrpi:RegistrationInfo registrationAuthority="https://federation.example" registrationInstant="2019-0\(1 + numbers.below(9))-11T10:00:00Z">
            <mdrpi:RegistrationPolicy xml:lang="en">https://federation.example/policy/2019</mdrpi:RegistrationPolicy>
          </mdrpi:RegistrationInfo>
          <mdattr:EntityAttributes>
            <saml:Attribute Name="http://macedir.org/entity-category" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
              <saml:AttributeValue>http://refeds.org/category/research-and-scholarship</saml:AttributeValue>
              <saml:AttributeValue>http://www.geant.net/uri/dataprotection-code-of-conduct/v1</saml:AttributeValue>
              <saml:AttributeValue>https://refeds.org/category/code-of-conduct/v2</saml:AttributeValue>
            </saml:Attribute>
            <saml:Attribute Name="urn:oasis:names:tc:SAML:attribute:assurance-certification" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
              <saml:AttributeValue>https://refeds.org/sirtfi</saml:AttributeValue>
              <saml:AttributeValue>https://refeds.org/sirtfi2</saml:AttributeValue>
            </saml:Attribute>
          </mdattr:EntityAttributes>
        </md:Extensions>
        \(role)
        \(organisation(host))
        \(contacts(number))
      </md:EntityDescriptor>

      """
  }

  private static let languages: [(code: String, word: String)] = [
    ("en", "University"), ("de", "Universität"), ("ja", "大学の認証サービス"), ("ru", "Университет"), ("fr", "Université"),
  ]

  private mutating func roleExtensions(_ host: String) -> String {
    let count = 1 + numbers.below(3)
    let names = Self.languages.prefix(count).map { code, word in
      """
      <mdui:DisplayName xml:lang="\(code)">\(word) \(host.utf8.count)</mdui:DisplayName>
            <mdui:Description xml:lang="\(code)">\(word): sign in with the account that the institution gave you, and see which \
      services of the federation you may use, who runs them, and what they are told about you</mdui:Description>
            <mdui:Keywords xml:lang="\(code)">federation university research library \(word)</mdui:Keywords>
      """
    }
    return """
      <md:Extensions>
            <shibmd:Scope regexp="false">university.example</shibmd:Scope>
            <mdui:UIInfo>
            \(names.joined(separator: "\n      "))
            <mdui:InformationURL xml:lang="en">\(host)/about</mdui:InformationURL>
            <mdui:PrivacyStatementURL xml:lang="en">\(host)/privacy</mdui:PrivacyStatementURL>
            <mdui:Logo height="80" width="240">\(host)/logo.png</mdui:Logo>
            <mdui:Logo height="16" width="16">\(host)/favicon.png</mdui:Logo>
            </mdui:UIInfo>
            <mdui:DiscoHints>
            <mdui:IPHint>192.0.2.0/24</mdui:IPHint>
            <mdui:DomainHint>university.example</mdui:DomainHint>
            </mdui:DiscoHints>
          </md:Extensions>
      """
  }

  private mutating func keys() -> String {
    let width = numbers.pick([64, 76, 0])
    return numbers.chance(88) ? key("signing", width) + "\n    " + key("encryption", width) : key("signing", width)
  }

  private mutating func key(_ use: String, _ width: Int) -> String {
    let name = "host\(numbers.below(100_000)).university.example"
    let certificate = MadeCertificate(name: name, width: width, &numbers).text
    return """
      <md:KeyDescriptor use="\(use)"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate>\
      </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
      """
  }

  private mutating func formats() -> String {
    let formats = ["1.1:nameid-format:emailAddress", "2.0:nameid-format:persistent", "2.0:nameid-format:transient"]
    return formats.map { "<md:NameIDFormat>urn:oasis:names:tc:SAML:\($0)</md:NameIDFormat>" }
      .joined(separator: "\n    ")
  }

  private func endpoint(_ element: String, _ binding: String, _ location: String, index: Int? = nil) -> String {
    let number = index.map { " index=\"\($0)\"" } ?? ""
    return
      "<md:\(element) Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:\(binding)\" Location=\"\(location)\"\(number)/>"
  }

  private func attributeService() -> String {
    let requested = ["mail", "displayName", "eduPersonPrincipalName", "eduPersonTargetedID"].enumerated().map {
      "<md:RequestedAttribute FriendlyName=\"\($1)\" Name=\"urn:oid:2.16.840.1.113730.3.1.\($0)\" "
        + "NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\" isRequired=\"true\"/>"
    }
    return """
      <md:AttributeConsumingService index="1">
            <md:ServiceName xml:lang="en">Library</md:ServiceName>
            \(requested.joined(separator: "\n      "))
          </md:AttributeConsumingService>
      """
  }

  private func organisation(_ host: String) -> String {
    let parts = [("en", "University"), ("de", "Universität")].flatMap { code, word in
      [
        "<md:OrganizationName xml:lang=\"\(code)\">\(word)</md:OrganizationName>",
        "<md:OrganizationDisplayName xml:lang=\"\(code)\">\(word) of Examples</md:OrganizationDisplayName>",
        "<md:OrganizationURL xml:lang=\"\(code)\">\(host)/</md:OrganizationURL>",
      ]
    }
    return "<md:Organization>\n    \(parts.joined(separator: "\n    "))\n  </md:Organization>"
  }

  private func contacts(_ number: Int) -> String {
    ["technical", "support", "administrative", "other"].map { contact($0, number) }.joined(separator: "\n  ")
  }

  private func contact(_ kind: String, _ number: Int) -> String {
    """
    <md:ContactPerson contactType="\(kind)">
        <md:Company>University of Examples, Department of Information Services</md:Company>
        <md:GivenName>Alex</md:GivenName>
        <md:SurName>Example \(number)</md:SurName>
        <md:EmailAddress>mailto:\(kind)@university\(number % 977).example</md:EmailAddress>
        <md:TelephoneNumber>+41 44 555 00 \(10 + number % 90)</md:TelephoneNumber>
      </md:ContactPerson>
    """
  }
}
