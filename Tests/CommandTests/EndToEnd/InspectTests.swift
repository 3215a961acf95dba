import Support
import Testing

@Suite("signpost inspect")
struct InspectTests {
  @Test("what an identity provider's file says, without a judgement")
  func human() throws {
    let run = try Signpost.run("inspect Fixtures/broken/expired-certificate.xml")
    #expect(run.status == 0)
    for line in [
      "  entityID           http://www.okta.com/exk1example0fixture01\n", "  provider           Okta\n",
      "  sign-on            HTTP-POST\n", "    key              RSA 2048\n",
    ] {
      #expect(run.output.contains(line))
    }
    #expect(!run.output.contains("KEY005"))
    #expect(run.errors == "")
  }

  @Test("AWS's addresses, all of them")
  func aws() throws {
    let run = try Signpost.run("inspect Fixtures/identity-center-two-regions.xml")
    let text = try TestFile.text(Signpost.root + "/Fixtures/identity-center-two-regions.xml")
    let addresses = text.parts(between: "Location=\"", and: "\"")
    #expect(run.status == 0)
    #expect(addresses.count > 2)
    for address in addresses { #expect(run.output.contains(address)) }
  }

  @Test("the same as JSON, byte by byte in each run")
  func json() throws {
    let run = try Signpost.run("inspect Fixtures/okta.xml --format json")
    #expect(run.status == 0)
    for member in [
      #""schema": "signpost.inspect/v1""#, #""now": "2026-11-21T00:00:00Z""#, #""path": "Fixtures/okta.xml""#,
      #""role": "identity-provider""#, #""entityID": "http://www.okta.com/exk1example0fixture01""#,
      #""notAfter": "2034-05-14T09:31:00Z""#, #""daysLeft": 2731"#, #""bindingName": "HTTP-Redirect""#,
    ] {
      #expect(run.output.contains(member))
    }
    #expect(try Signpost.run("inspect Fixtures/okta.xml --format json").outputBytes == run.outputBytes)
    let text = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
    let piped = try Signpost.run("inspect - --format json", input: text)
    #expect(piped.output == run.output.components("Fixtures/okta.xml").joined(separator: "-"))
  }

  @Test("a file that is no metadata: what it is not, where to read why, and status 1")
  func noMetadata() throws {
    let run = try Signpost.run("inspect Fixtures/broken/sign-in-page.html")
    #expect(run.status == 1)
    #expect(run.output.contains("signpost validate Fixtures/broken/sign-in-page.html"))
  }

  @Test("a file that is not there is named")
  func missing() throws {
    let run = try Signpost.run("inspect Fixtures/missing.xml")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.message.contains("Fixtures/missing.xml: no such file or directory"))
    let address = "https://example.okta.com/app/exk1/sso/saml/metadata"
    for command in ["inspect", "validate"] {
      let run = try Signpost.run([command, address])
      #expect(run.status == 3 && (run.output + run.message).contains("nothing is fetched: save it first"))
    }
  }
}
