import Console
import Markup
import Reports
import Rules
import SAML

/// Documents that the tests of every format share. Keys and names are made up for the examples of the rules.
enum Documents {
  static let now = Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0)
  static let tool = ValidationReport.Tool(version: "0.1.0")
  static let judge = Judge(settings: Settings(now: now))

  /// A good document of one side, out of the rules' own examples.
  static let goodIdentityProvider = example("IDP001")
  static let goodServiceProvider = example("SP001")

  static func example(_ id: String) -> String {
    Catalogue.rule(named: id)?.passing.first?.text ?? ""
  }

  /// The base64 text of a certificate in an example, its marks taken away.
  static func certificate(of id: String) -> String {
    let text = Catalogue.rule(named: id)?.failing.first?.text ?? ""
    let start = text.firstRange(of: "«MII")?.lowerBound ?? text.startIndex
    let end = text[start...].firstIndex(of: "»") ?? text.endIndex
    return String(text[start..<end].dropFirst())
  }

  /// A key of a role.
  static func key(_ certificate: String, use: String = "signing") -> String {
    "<md:KeyDescriptor use=\"\(use)\"><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>"
      + "<ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
  }

  private static let saml2 = "urn:oasis:names:tc:SAML:2.0:protocol"
  private static let post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"

  /// Errors, warnings and notes; one long line, tabs, wide characters, five findings of one rule.
  static let mixed = """
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="JumpCloud" validUntil="2020-01-01T00:00:00Z">
    \t<md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="\(saml2)">
    \t\t\(key(certificate(of: "KEY009")))
    \t\t\(key(certificate(of: "KEY009"), use: "署名")) <!-- 署名の鍵 -->
    \t\t<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
    \t\t<!-- 東京 --><md:SingleSignOnService Binding="\(post)" Location="http://idp.example/1"/>
    \t\t<md:SingleSignOnService Binding="\(post)" Location="http://idp.example/2"/>
    \t\t<md:SingleSignOnService Binding="\(post)" Location="http://idp.example/3"/>
    \t\t<md:SingleSignOnService Binding="\(post)" Location="http://idp.example/4"/>
    \t\t<md:SingleSignOnService Binding="\(post)" Location="http://idp.example/5"/>
    \t</md:IDPSSODescriptor>
    </md:EntityDescriptor>
    """

  /// Names that would command a terminal, a build server or a reader's eye.
  static let hostile = """
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="&#10;::error::owned \
    ##vso[task.setvariable variable=a]b &#x202E;evil &#x9B;31m &#xFFFD;" validUntil="&#10;::error::x">
      <md:IDPSSODescriptor protocolSupportEnumeration="\(saml2)">
        \(key("AAAA", use: "&#10;::warning::&#x85;##[error]x&#x202E;"))
        <md:NameIDFormat>&#x2066;::set-env name=A::b &#x200B;email</md:NameIDFormat>
        <md:SingleSignOnService Binding="##teamcity[x]" Location="https://a&#x9B;2J.example/&#x202E;"/>
        <md:SingleSignOnService Binding="\(post)" Location="ftp://&#10;::error::x&#x7F;/##[group]"/>
      </md:IDPSSODescriptor>
    </md:EntityDescriptor>
    """

  /// A file's name that is as bad.
  static let hostilePath = "a\u{1B}[31m\n::error::b\u{202E}##[x]\u{9B}.xml"

  /// Escape sequences cannot be in XML at all, but in the excerpt of what is none.
  static let escape = "<a>\n  <b>x\u{1B}]52;c;aGk=\u{7}</b></a>"

  /// A group of three entities.
  static let aggregate = """
    <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" Name="Example &#x202E;group" cacheDuration="PT6H">
    \(goodIdentityProvider)
    \(goodServiceProvider)
    \(mixed)
    </md:EntitiesDescriptor>
    """

  /// Documents by the name of their goldens.
  static let named = [
    "good-idp": goodIdentityProvider, "good-aws": goodServiceProvider, "mixed": mixed, "hostile": hostile,
    "aggregate": aggregate, "cut": String(mixed.prefix(700)), "stranger": "<feed/>",
  ]

  /// An identity provider that has taken the service provider's entityID.
  static var samePair: (Verdict, Verdict) {
    let idp = (Catalogue.rule(named: "PAIR001")?.failing.first?.text ?? "").filter { !"«»".contains($0) }
    return (verdict(idp, "idp.xml"), verdict(goodServiceProvider, "aws.xml"))
  }

  /// The entityID and the sign-on URL of identity providers, by the name of their goldens.
  private static let providers = [
    "okta": [
      "http://www.okta.com/exk1fixture0example1",
      "https://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml",
    ],
    "google": [
      "https://accounts.google.com/o/saml2?idpid=C01abc234", "https://accounts.google.com/o/saml2/idp?idpid=C01abc234",
    ],
    "entra": [
      "https://sts.windows.net/11112222-3333-4444-5555-666677778888/",
      "https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/saml2",
    ],
    "unknown": ["https://idp.example/&#x202E;", "https://idp.example/sso"],
  ]

  /// A pair without a fault of its own: an instance from before 2026 in two Regions.
  static func goodPair(_ name: String) throws -> ValidationReport {
    let own = providers["okta"] ?? []
    let text = zip(own, providers[name] ?? []).reduce(goodIdentityProvider) { $0.replacing($1.0, with: $1.1) }
    let acs = "https://eu-west-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888"
    let service = goodServiceProvider.split(separator: "\n").first { $0.contains(acs) }.map(String.init) ?? ""
    let services = ["eu-west-1.signin.aws.amazon.com", "us-east-1.sso.signin.aws"].enumerated().map { index, host in
      service.replacing("eu-west-1.signin.aws", with: host).replacing("index=\"0\"", with: "index=\"\(index + 1)\"")
    }
    let (idp, sp) = (
      verdict(text, "idp.xml"),
      verdict(goodServiceProvider.replacing(service, with: service + services.joined()), "aws.xml")
    )
    return ValidationReport(
      tool: tool, now: now, files: [.init(idp), .init(sp)],
      pairFindings: judge.pair(identityProvider: idp, serviceProvider: sp),
      contracts: [judge.contract(identityProvider: idp, serviceProvider: sp)].compactMap(\.self))
  }

  static func verdict(_ text: String, _ path: String) -> Verdict { judge.judge(Array(text.utf8), path: path) }

  static func file(_ text: String, _ path: String) -> ValidationReport.File { .init(verdict(text, path)) }

  static func report(_ files: [ValidationReport.File], pair: [Finding] = []) -> ValidationReport {
    ValidationReport(tool: tool, now: now, files: files, pairFindings: pair)
  }

  static func inspection(_ text: String, _ path: String = "idp.xml") -> Inspection {
    var inspector = DocumentInspector(path: path, now: now)
    // In pieces, as a file arrives.
    var rest = Array(text.utf8)[...]
    while inspector.wantsMore, !rest.isEmpty {
      inspector.feed(rest.prefix(100))
      rest = rest.dropFirst(100)
    }
    return inspector.finish()
  }

  /// How a good terminal looks; without colour, so that goldens can be read.
  static let terminal = Appearance(
    colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 100)
}
