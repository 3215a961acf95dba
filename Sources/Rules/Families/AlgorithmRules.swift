import Markup
import SAML

extension Rule {
  static let weakAlgorithms = Rule(
    "ALG006", "weak-algorithms-announced", .warning,
    summary: "Only SHA-1 or MD5 algorithms are announced",
    why: """
      The list (SigningMethod or DigestMethod) says what its owner's software can do. Software that can do nothing \
      better is out of date, and its signatures are not safe. What AWS does with the list is not known.
      """,
    remedy: """
      Set the signature algorithm to RSA with SHA-256 at the identity provider, or update its software, then download \
      the file again.
      """,
    references: [
      Reference(
        "SAML 2.0 Metadata Profile for Algorithm Support",
        "https://docs.oasis-open.org/security/saml/Post2.0/sstc-saml-metadata-algsupport-v1.0.html"),
      Reference("NIST SP 800-131A", "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final"),
    ],
    failing: [
      .identityProvider(
        before: extensions([("SigningMethod", "«http://www.w3.org/2000/09/xmldsig#rsa-sha1»")])),
      .identityProvider(
        before: extensions([
          ("DigestMethod", "«http://www.w3.org/2000/09/xmldsig#sha1»"),
          ("DigestMethod", "http://www.w3.org/2001/04/xmldsig-more#md5"),
          ("SigningMethod", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
        ])),
      .identityProvider(
        before: extensions([
          ("DigestMethod", "«http://www.w3.org/2000/09/xmldsig#sha1»"),
          ("SigningMethod", "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
        ])),
      .identityProvider(
        keys: extensions([("SigningMethod", "«http://www.w3.org/2000/09/xmldsig#rsa-sha1»")]) + Scaffold.signingKey),
    ],
    passing: [
      .identityProvider(),
      .identityProvider(
        before: extensions([
          ("SigningMethod", "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
          ("SigningMethod", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
        ])),
      .identityProvider(before: extensions([("SigningMethod", "urn:example:algorithm")])),
    ],
    check: .entity { subject, findings in
      let entity = subject.entity
      let owners = [entity.element] + entity.identityProviders.map(\.element) + entity.serviceProviders.map(\.element)
      for extensions in owners.compactMap({ $0.first(.extensions) }) {
        let lists = [(Word.supportedSigningMethod, "signature"), (.supportedDigestMethod, "digest")]
        let weak = lists.compactMap { word, noun in allBroken(extensions.children(word), noun) }
          .sorted { $0.spot.range < $1.spot.range }
        guard let first = weak.first else { continue }
        findings.report(
          first.message, at: first.spot, related: weak.dropFirst().map { (.spot($0.spot), $0.message) })
      }
    })

  /// That every method of a list is built on a broken hash, and where the list begins.
  private static func allBroken(_ methods: [Element], _ noun: String) -> (message: String, spot: Spot)? {
    let listed = methods.compactMap { $0.attribute("Algorithm") }
    let hashes = listed.compactMap { XMLAlgorithm.brokenHash(of: $0.value) }
    guard let first = listed.first, hashes.count == listed.count else { return nil }
    let found = Set(hashes).sorted(by: >).joined(separator: " and ")
    return ("every \(noun) algorithm that is announced is built on \(found)", first.spot)
  }

  private static func extensions(_ methods: [(String, String)]) -> String {
    let items = methods.map { #"<alg:\#($0.0) Algorithm="\#($0.1)"/>"# }.joined()
    return #"<md:Extensions xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport">"# + items + "</md:Extensions>"
  }
}
