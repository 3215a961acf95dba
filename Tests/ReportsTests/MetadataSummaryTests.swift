import Console
import Reports
import Rules
import SAML
import Setup
import Support
import Testing

/// What a person is told of a file that was just handed in.
@Suite struct MetadataSummaryTests {
  private func summary(_ text: String, now: Instant = Documents.now) -> [String] {
    let file = MetadataFile(Array(text.utf8), path: "file.xml", judge: Documents.judge)
    return MetadataSummary(file, now: now).lines.map { $0.rendered(.plain) }
  }

  /// The identity provider's file with these keys in the place of its own.
  private func provider(keys: String) -> String {
    let text = Documents.goodIdentityProvider
    guard let start = text.firstRange(of: "<md:KeyDescriptor")?.lowerBound,
      let end = text.ranges(of: "</md:KeyDescriptor>").last?.upperBound
    else { return text }
    return text[..<start] + keys + text[end...]
  }

  @Test("every document in two to five lines, none of which is broken")
  func goldens() {
    var text = ""
    for (name, document) in Documents.named.sorted(by: { $0.key < $1.key }) {
      let lines = summary(document)
      #expect((2...5).contains(lines.count), "\(name)")
      #expect(lines.allSatisfy { !$0.contains("\n") && !$0.isEmpty }, "\(name)")
      text += "\(name)\n" + lines.map { "  \($0)\n" }.joined()
    }
    Golden.expect(text, at: "metadata-summaries.txt")
  }

  @Test("the certificate that ends next, counted from the given moment")
  func certificates() throws {
    let own = try #require(Certificate.read(text: ownCertificate).certificate?.notAfter)
    func line(_ text: String, _ now: Instant) -> String? {
      summary(text, now: now).first { $0.hasPrefix("signing certificate") }
    }
    let good = Documents.goodIdentityProvider
    #expect(line(good, own.adding(days: -1)) == "signing certificate: until \(own.date) (1 day left)")
    #expect(line(good, own.adding(days: -30)) == "signing certificate: until \(own.date) (30 days left)")
    #expect(line(good, own) == "signing certificate: ended on \(own.date) (0 days ago)")
    #expect(line(good, own.adding(days: 2)) == "signing certificate: ended on \(own.date) (2 days ago)")
    #expect(line(provider(keys: ""), own) == "signing certificate: none")
    #expect(line(provider(keys: Documents.key("AAAA")), own) == "signing certificate: cannot be read")
    #expect(line(provider(keys: Documents.key(ownCertificate, use: "encryption")), own) == "signing certificate: none")

    let other = Documents.certificate(of: "KEY009")
    let earlier = try #require(Certificate.read(text: other).certificate?.notAfter)
    try #require(earlier < own)
    let both = provider(keys: Documents.key(ownCertificate) + Documents.key(other) + Documents.key(other))
    #expect(
      line(both, earlier.adding(days: -3))
        == "signing certificate: 2, the next to end until \(earlier.date) (3 days left)")
    #expect(
      line(both, own.adding(days: -3)) == "signing certificate: 2, the next to end until \(own.date) (3 days left)")
    #expect(
      line(both, own.adding(days: 3)) == "signing certificate: all 2 have ended, the last on \(own.date) (3 days ago)")

    let chain = try #require(Catalogue.rule(named: "KEY005")?.failing.dropFirst().first).text
      .replacing("«", with: "").replacing("»", with: "")
    #expect(chain.ranges(of: "<ds:X509Certificate>").count == 2)
    let end = try #require(Instant("2022-01-01T00:00:00Z"))
    #expect(line(chain, end.adding(days: 2)) == "signing certificate: ended on 2022-01-01 (2 days ago)")
  }

  private var ownCertificate: String {
    let parts = Documents.goodIdentityProvider.split(separator: "X509Certificate>")
    return String((parts.dropFirst().first ?? "").prefix { $0 != "<" })
  }

  @Test("whose file it is")
  func whose() {
    #expect(summary(Documents.goodIdentityProvider).first == "identity provider: Okta")
    #expect(summary(Documents.goodServiceProvider).first == "service provider: IAM Identity Center in eu-west-1")
    let unknown = Documents.goodIdentityProvider
      .replacing("http://www.okta.com/exk1fixture0example1", with: "https://idp.example/metadata")
      .replacing(
        "https://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml", with: "https://idp.example")
    #expect(summary(unknown).first == "identity provider: not recognised")
    let stranger = Documents.goodServiceProvider
      .replacing("signin.aws.amazon.com", with: "sp.example").replacing("signin.aws", with: "sp.example")
    #expect(summary(stranger).first == "service provider: not IAM Identity Center")
  }

  @Test("signed or not")
  func signature() throws {
    let root = #filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")?.lowerBound ?? #filePath.endIndex)
    let signed = try TestFile.text(root + "/Fixtures/signed/idp.xml")
    #expect(summary(signed).last == "signature: present, not verified")
    #expect(summary(Documents.goodIdentityProvider).last == "signature: none")
  }
}
