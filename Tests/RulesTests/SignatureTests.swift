import Markup
import Rules
import SAML
import Testing

/// Signatures where they stand: over an entity, a role, a group, several of them, in parts that arrive one by one.
@Suite struct SignatureTests {
  private static let metadata = "urn:oasis:names:tc:SAML:2.0:metadata"
  private static let digest = Digest.sha256([UInt8]().span)

  private func signature(of id: String) -> String {
    """
    <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference URI="\(id)"/>\
    </ds:SignedInfo></ds:Signature>
    """
  }

  private func group(_ content: String, attributes: String = #"ID="_g""#) -> String {
    "<EntitiesDescriptor xmlns=\"\(Self.metadata)\" \(attributes)>\(content)</EntitiesDescriptor>"
  }

  private func entity(_ name: String, attributes: String = "", _ content: String = "") -> String {
    "<EntityDescriptor xmlns=\"\(Self.metadata)\" entityID=\"https://\(name).example\" \(attributes)>\(content)</EntityDescriptor>"
  }

  private func verdict(_ text: String, _ verification: SignatureVerification = .notAsked) -> Verdict {
    ExampleTests.judge.judge(Array(text.utf8), path: "a.xml", verification: verification)
  }

  private func algorithmFindings(_ verdict: Verdict) -> [String] {
    verdict.findings.filter { $0.rule.family == "ALG" }.map { "\($0.rule.id): \($0.message)" }
  }

  @Test("a group's signature is the document's, and asks nothing of the memory that its entities need")
  func groupSignature() throws {
    let text = group(signature(of: "#_g") + entity("a") + entity("b"))
    let plain = verdict(text)
    #expect(algorithmFindings(plain) == ["ALG001: the group is signed, and the signature was not verified"])
    #expect(plain.signature?.isOfGroup == true)
    #expect(plain.signature?.obstacle == nil)
    #expect(algorithmFindings(verdict(text, .verified(by: Self.digest))) == [])
    #expect(algorithmFindings(verdict(text, .broken(.document))).count == 1)
  }

  @Test("a signature elsewhere is never taken for the document's")
  func partialSignatures() throws {
    let role = "<IDPSSODescriptor ID=\"_r\">\(signature(of: "#_r"))</IDPSSODescriptor>"
    for (text, count) in [
      (entity("a", role), 1), (group(entity("a", attributes: "ID=\"_a\"", signature(of: "#_a")), attributes: ""), 1),
      (group(group(signature(of: "#_n") + entity("a"), attributes: "ID=\"_n\""), attributes: ""), 1),
    ] {
      let verdict = verdict(text, .verified(by: Self.digest))
      #expect(verdict.signature == nil)
      #expect(verdict.partialSignatures == count)
      let found = algorithmFindings(verdict)
      #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("ALG001: ") }, "\(found)")
    }
  }

  @Test(
    "another element with the ID that a group's signature names keeps it from proving anything",
    arguments: ["ID", "Id", "xml:id"])
  func repeatedID(attribute: String) throws {
    let signed = signature(of: "#_g")
    for text in [
      group(signed + entity("a") + entity("b", attributes: "\(attribute)=\"_g\"")),
      group(signed + entity("a", "<Extensions><x \(attribute)=\" _g \"/></Extensions>")),
      group(signed + group(entity("a"), attributes: "\(attribute)=\"_g\"")),
    ] {
      #expect(verdict(text).signature?.obstacle == "several elements have the ID that the signature names")
    }
    #expect(verdict(group(signed + entity("a", attributes: "\(attribute)=\"_a\""))).signature?.obstacle == nil)
  }

  @Test("a group's signature that comes late or twice proves nothing")
  func lateOrTwice() throws {
    let signed = signature(of: "#_g")
    #expect(verdict(group(entity("a") + signed)).signature?.obstacle?.contains("behind") == true)
    let twice = verdict(group(signed + signed + entity("a")))
    #expect(twice.signature?.obstacle == "the document has several signatures")
    #expect(algorithmFindings(twice).contains { $0.hasPrefix("ALG003: a second signature") })
  }

  @Test("a document with a fault has no signature that could be verified")
  func fault() throws {
    let text = entity("a", attributes: "ID=\"_a\"", signature(of: "#_a")) + "<x/>"
    #expect(verdict(text, .verified(by: Self.digest)).signature == nil)
  }

  @Test("whether the key that fits also signs assertions")
  func keyOfRole() throws {
    let rule = try #require(Catalogue.rule(named: "ALG005"))
    let (own, other) = (try #require(rule.passing.first), try #require(rule.failing.first))
    for (example, isOfRole) in [(own, true), (other, false)] {
      let bytes = Array(MarkedText(example.text).text.utf8)
      let candidate = try #require(ExampleTests.judge.judge(bytes, path: "a.xml").signature?.candidates.first)
      let verified = ExampleTests.judge.judge(bytes, path: "a.xml", verification: .verified(by: candidate.sha256))
      #expect(verified.signature?.isSignedByRole == isOfRole)
      #expect(verified.signature?.carriesItsKey == true)
    }
  }

  @Test("without a certificate in the signature, those of the role are the candidates")
  func candidatesOfRole() throws {
    let rule = try #require(Catalogue.rule(named: "ALG005"))
    let text = MarkedText(try #require(rule.passing.first).text).text
    let start = try #require(text.firstRange(of: "<ds:KeyInfo>")?.lowerBound)
    let end = try #require(text.firstRange(of: "</ds:Signature>")?.lowerBound)
    let found = verdict(String(text[..<start] + text[end...])).signature
    #expect(found?.carriesItsKey == false)
    #expect(found?.candidates.count == 1)
  }
}
