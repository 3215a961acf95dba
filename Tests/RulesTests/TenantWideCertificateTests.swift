import Rules
import Testing

@Suite("A certificate that tenants share")
struct TenantWideCertificateTests {
  /// Made with `openssl req -x509` for the subject `CN=accounts.accesscontrol.windows.net`, as a BMPString: two bytes for
  /// each letter.
  private static let inTwoBytes = """
    MIIBmzCCAUECFHJ5TAWZugVq71OyOpFHyU7BKFppMAoGCCqGSM49BAMCME8xTTBLBgNVBAMeRABhAGMAYwBvAHUAbgB0AHMALgBhAGMAYwBlAHMA
    cwBjAG8AbgB0AHIAbwBsAC4AdwBpAG4AZABvAHcAcwAuAG4AZQB0MCAXDTI2MTEyMjA4MDI1NFoYDzIxMjYxMDI5MDgwMjU0WjBPMU0wSwYDVQQD
    HkQAYQBjAGMAbwB1AG4AdABzAC4AYQBjAGMAZQBzAHMAYwBvAG4AdAByAG8AbAAuAHcAaQBuAGQAbwB3AHMALgBuAGUAdDBZMBMGByqGSM49AgEG
    CCqGSM49AwEHA0IABNMjPHM6H20h6+q97L3xlTD1swsb4qEDuMq9lD6lFiC9Mu4iLx0ezXlc7739Ey+D6Go9AFmFSsT62kbaGvBeAncwCgYIKoZI
    zj0EAwIDSAAwRQIgeY9ZZq5kkmMiBaaH/iKP4u4yDZpSguDhW9bXuoT8/uwCIQDKpQdXpHm78a2yYWh13tycJnCJjlAruquRDr49D/JE6Q==
    """

  @Test("is known by its subject in whatever letters that is written")
  func inTwoBytes() {
    let protocols = #"protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol""#
    let text = """
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
          entityID="https://idp.example/metadata">
        <md:IDPSSODescriptor \(protocols)>
          <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(Self.inTwoBytes)</ds:X509Certificate>\
      </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        </md:IDPSSODescriptor>
      </md:EntityDescriptor>
      """
    let findings = ExampleTests.judge.judge(Array(text.utf8), path: "idp.xml").findings
    #expect(findings.contains { $0.rule.id == "KEY022" }, "\(findings.map(\.rule.id))")
  }
}
