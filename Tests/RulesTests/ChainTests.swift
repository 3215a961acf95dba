import Markup
import SAML
import Testing

@testable import Rules

/// Which certificates of one KeyDescriptor stand for a key: of a chain its end alone, of others all.
@Suite("Chains of certificates")
struct ChainTests {
  /// Issued by `ExampleCertificates.authority`, RSA 2048, valid from 2025-01-01 to 2034-12-31.
  private static let later = """
    MIICATCCAaagAwIBAgIUAyngeMtydau4llnlTlEqiIpetrcwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRYXV0aG9yaXR5LmV4YW1w\
    bGUwHhcNMjUwMTAxMDAwMDAwWhcNMzQxMjMxMDAwMDAwWjAZMRcwFQYDVQQDDA5pc3N1ZWQuZXhhbXBsZTCCASIwDQYJKoZIhvcN\
    AQEBBQADggEPADCCAQoCggEBAMhoi365Er8+Nj4/CzQA0x4jMcbrFh7KXBtYYsqljjcIMZoB212FSsto/OO7yNObqHX3QGegtYxt\
    Dr3Y8FWY1t/ksRPkD3DMRNCmOTWCqh+vIm01LkUgtmj/fkqH5glKkE3QUVkYciyvQ8i21PfIK97djO+c6SWsooSDr4l7KFxcGxNj\
    qxo0kmy3nqVymqTYOdmBtf6ZssYjdx+twTiMrBfsiQ41kj8oHCsuxl3f8XvgftwuMTTJtDaIudFooMRDm0ffTNRg5L4rJ5s+o1n3\
    Fq8xGOU+AGhLkM/EcJ80DnpLOuWYxCw1IVCWOsSUV26OOketMeYEx+v3i543Cm2ezScCAwEAATAKBggqhkjOPQQDAgNJADBGAiEA\
    h6mSWWiSqWM98Xxowkq3cvALvrabMaViBR1IzoY5JQYCIQD5uO0HF+ARRZRGn1/Eq+Tmv7NdWoNqKFd7LaoHyaYmgA==
    """

  /// Self-signed for `twin.example`.
  private static let twin = """
    MIIBLjCB1KADAgECAhQOjR3CzLZj5agFsX09mDk3SKLwHTAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAx0d2luLmV4YW1wbGUwHhcN\
    MjQwMTAxMDAwMDAwWhcNMzMxMjMxMDAwMDAwWjAXMRUwEwYDVQQDDAx0d2luLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMB\
    BwNCAAQueWSWINEAaJBuWl4+ziXFcBUX4nue3kDTFzypvEnaaQCwV3drFmrj3exsgLfkRObozGJnk1IBixoR5UTefdjyMAoGCCqG\
    SM49BAMCA0kAMEYCIQDEJfBGJ3Fzy5RSUH5QAW8uv+s6P/wGnG2u6VKQXK+iCgIhAMg7kumq50JVVmvDvnTUucLcgq97bExXc391\
    VGFXolmd
    """

  /// The same name, another key.
  private static let otherTwin = """
    MIIBLTCB1KADAgECAhRDQIT9hn+mFxr5C5d85nKooNivFjAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAx0d2luLmV4YW1wbGUwHhcN\
    MjQwMTAxMDAwMDAwWhcNMzMxMjMxMDAwMDAwWjAXMRUwEwYDVQQDDAx0d2luLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMB\
    BwNCAASTl6YqzG+SSpJqSS7EzaYnObHLFddHhVHip/Q7hzA79Fb9jnTuVdXvnWR03Aa8SuSfKXE2zHEdZYfoWCud65wiMAoGCCqG\
    SM49BAMCA0gAMEUCIQD2JfagFkllQMXhvpzTc2OTRVoXq4cxswRemUe4FH6f7gIgbTn+VE1OuJMLSg66+IeZwa6DXiGUHXO6otkr\
    28ZsEp0=
    """

  /// Issued by `right`.
  private static let left = """
    MIIBLjCB1aADAgECAhRCNDvc9GpeMcGqcEaTOgo4obRKzTAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1yaWdodC5leGFtcGxlMB4X\
    DTI0MDEwMTAwMDAwMFoXDTMzMTIzMTAwMDAwMFowFzEVMBMGA1UEAwwMbGVmdC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0D\
    AQcDQgAE/Nez/UfZTfeJT/a3wkngNjjqptrWhJHQFReSR9vtaShzzjZ1CVH3QdCFGN0klbH4s8FLURDe2a6z1SMTHrgsTTAKBggq\
    hkjOPQQDAgNIADBFAiAsnyokO5RAz2FGghL+vf34pV/dLbbOTMsFn+lIu8QBnQIhANNE12VRsH/rsiK4FW8AQ0bDW+N+A8fD9tFS\
    q5VzEsPm
    """

  /// Issued by `left`.
  private static let right = """
    MIIBLjCB1aADAgECAhRNyYN4dvOjnmFTOeHjeOJFES209zAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxsZWZ0LmV4YW1wbGUwHhcN\
    MjQwMTAxMDAwMDAwWhcNMzMxMjMxMDAwMDAwWjAYMRYwFAYDVQQDDA1yaWdodC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0D\
    AQcDQgAEj9FcJUjb01n1v3pgvOW1jE17W3rL31U3NMX1RmnXVG/fcHgv1UeaEyMy6NT/NrX5wauplV/Eg9tbWSWfgFLtPDAKBggq\
    hkjOPQQDAgNIADBFAiEA5A61K5rQN0QQI1wRq0PyWlWZ8Nfm2j3QZvki+lGwUmYCIDnpZ+E25x6OnqdzsZ0WctgrhOos7R0SR1k4\
    PVxOWDk5
    """

  /// Issued by `ExampleCertificates.authority`.
  private static let middle = """
    MIIBSjCB8KADAgECAhRYa1qBxLAdQnmFRywCXk4oi6+MkzAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFhdXRob3JpdHkuZXhhbXBs\
    ZTAeFw0yMDAxMDEwMDAwMDBaFw0zOTEyMzEwMDAwMDBaMBkxFzAVBgNVBAMMDm1pZGRsZS5leGFtcGxlMFkwEwYHKoZIzj0CAQYI\
    KoZIzj0DAQcDQgAE/Nez/UfZTfeJT/a3wkngNjjqptrWhJHQFReSR9vtaShzzjZ1CVH3QdCFGN0klbH4s8FLURDe2a6z1SMTHrgs\
    TaMTMBEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAgssksmBI/93AaPBfhoRFzQm+vj+yjqwH5/+JqnOpAv4C\
    IQCmPVTUhnkkK8VUb+bY22a6TSRxpOB2eTjxgEwbPEVLRA==
    """

  /// Issued by `middle`.
  private static let deep = """
    MIIB+zCCAaGgAwIBAgIUUpIyCsGPvezEpKOBPKRo/VHnMmQwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwObWlkZGxlLmV4YW1wbGUw\
    HhcNMjQwMTAxMDAwMDAwWhcNMzMxMjMxMDAwMDAwWjAXMRUwEwYDVQQDDAxkZWVwLmV4YW1wbGUwggEiMA0GCSqGSIb3DQEBAQUA\
    A4IBDwAwggEKAoIBAQC1xhU5FKb0+FUWW2yZQ9Ln5fwfpBUXhlnhdRzn2aI9MjNYlS0IwODn7x7TDCUgtrDsHZbnQQI3+QxZHf7V\
    aUUaUKNwblLwujTpE/8fZadeKnSpp28a4kSxSD7ON2WsiHrmbuufOPyTJsJ9AmxewrpRtuYRldGDtsiP3Rk6nmtMYl5L0rLzl9hY\
    aTSiP0WYFQ5/6NyVt20k60wrHWh9rJFPQ3N8eL0w0z2cxaKJDM6U6PsGJ52ebidvUdl55VwgYqssGfUMEDoYcNR6eVVAKV1c0I7a\
    bIfErwntyndT1maJEeKjKBzKFV9zo0pUanc3WEHgrG8O363DBhfKtBwTqhyjAgMBAAEwCgYIKoZIzj0EAwIDSAAwRQIhAKzvu/A2\
    uJadXWYinEAfoXZF6RzzOhWvcJokXzkfeN66AiBe7rBhOl8KyIOle29UCSOInnMpP03qgQ/g7mBsn58TkA==
    """

  private static let (authority, issued) = (ExampleCertificates.authority, ExampleCertificates.issued)

  private static func verdict(_ certificates: [String]) -> Verdict {
    let text = Scaffold.identityProvider(certificates)
    return ExampleTests.judge.judge(Array(text.utf8), path: "idp.xml")
  }

  private static func role(_ certificates: [String]) throws -> IDPSSODescriptor {
    try #require(verdict(certificates).onlyEntity?.identityProviders.first)
  }

  static let keys: [(listed: [String], own: [String])] = [
    ([issued], [issued]), ([issued, authority], [issued]), ([authority, issued], [issued]),
    ([middle, deep, authority], [deep]), ([deep, middle], [deep]),
    ([issued, authority, later, ExampleCertificates.endedAuthority], [issued, later]),
    ([issued, later], [issued, later]),
    ([twin, otherTwin], [twin, otherTwin]), ([ExampleCertificates.good, issued], [ExampleCertificates.good, issued]),
    ([authority], [authority]), ([authority, authority], [authority, authority]), ([left, right], [left, right]),
    (["AAAA", authority, issued], ["AAAA", issued]), (["AAAA", left, right], ["AAAA", left, right]),
  ]

  @Test("what issued another one of the KeyDescriptor is no key to sign with", arguments: keys)
  func own(listed: [String], own: [String]) throws {
    let found = try Self.role(listed).signingCertificates.map(\.element.text)
    #expect(found == own)
  }

  @Test("in a KeyDescriptor of its own it is one")
  func separate() throws {
    let text = Scaffold.identityProvider([Self.issued]).replacing(
      "<md:SingleSignOn", with: Scaffold.key(Self.authority) + "<md:SingleSignOn", maxReplacements: 1)
    let entity = ExampleTests.judge.judge(Array(text.utf8), path: "idp.xml").onlyEntity
    #expect(entity?.identityProviders.first?.signingCertificates.count == 2)
  }

  @Test("an authority that stays does not make a change of keys seamless")
  func comparison() throws {
    func compared(_ old: [String], _ new: [String]) throws -> MetadataComparison {
      try ComparisonTests.compare(Scaffold.identityProvider(old), Scaffold.identityProvider(new))
    }
    let alone = try compared([Self.issued], [Self.later])
    let chained = try compared([Self.issued, Self.authority], [Self.authority, Self.later])
    #expect(alone.verdict == .breaksSignIn && chained.verdict == .breaksSignIn && chained.reason == alone.reason)
    #expect(chained.certificates == alone.certificates)
    #expect(try compared([Self.issued], [Self.issued, Self.authority]).verdict == .noChange)
  }

  static let trusted: [(String, [String])] = [(authority, ["PAIR017"]), (issued, []), (later, ["PAIR017"])]

  @Test("AWS has to trust the end of the chain", arguments: trusted)
  func trust(certificate: String, ids: [String]) {
    let pem = "-----BEGIN CERTIFICATE-----\n\(certificate)\n-----END CERTIFICATE-----"
    let idp = Self.verdict([Self.issued, Self.authority])
    let findings = ExampleTests.judge.compare(
      TypedValues(trusted: TrustedCertificates(text: pem)), identityProvider: idp, serviceProvider: nil)
    #expect(findings.map(\.rule.id) == ids)
  }

  @Test("a response that names the chain is signed by its end")
  func response() throws {
    let certificates = try Self.role([Self.issued, Self.authority]).signingCertificates.compactMap(\.certificate)
    func found(_ chain: String) -> [String] {
      let example = ResponseExample.with(ExampleCertificates.good, chain) { $0.certificates = certificates }
      return ResponseJudge(example.expectation, now: ExampleTests.now).judge(Array(example.text.utf8)).findings
        .map(\.rule.id)
    }
    let next = "</ds:X509Certificate><ds:X509Certificate>"
    #expect(found(Self.authority + next + Self.issued).isEmpty)
    #expect(found(Self.later + next + Self.authority) == ["RESP014"])
  }

  @Test("whose certificates are agreed on is asked of the whole chain")
  func agreed() throws {
    let own = try #require(Self.role([Self.issued]).signingCertificates.first?.certificate)
    var settings = ExampleTests.judge.settings
    settings.expected.certificates = [own.sha256.description]
    let text = Scaffold.identityProvider([Self.issued, Self.authority])
    let findings = Judge(settings: settings).judge(Array(text.utf8), path: "idp.xml").findings
    #expect(findings.count { $0.rule.name == "certificate-not-expected" } == 1)
  }
}

extension Scaffold {
  /// An identity provider's document with these certificates in one KeyDescriptor.
  fileprivate static func identityProvider(_ certificates: [String]) -> String {
    let good = Catalogue.rule(named: "IDP001")?.passing.first?.text ?? ""
    return good.replacing(
      ExampleCertificates.good, with: certificates.joined(separator: "</ds:X509Certificate><ds:X509Certificate>"))
  }
}
