import Support
import Testing

@Suite("signpost validate --format json")
struct ValidateJSONTests {
  @Test("the whole document, field by field")
  func document() throws {
    let run = try Signpost.run(
      "validate Fixtures/broken/no-sign-on-service.xml Fixtures/missing.xml Fixtures/identity-center.xml --format json")
    #expect(run.status == 3)
    expectNoDifference(
      run.output,
      """
      {
        "files": [
          {
            "entities": 1,
            "entityID": "http://www.okta.com/exk1example0fixture01",
            "path": "Fixtures/broken/no-sign-on-service.xml",
            "provider": "okta",
            "role": "identity-provider"
          },
          {
            "entities": 0,
            "entityID": null,
            "error": "cannot open Fixtures/missing.xml: no such file or directory",
            "path": "Fixtures/missing.xml",
            "provider": null,
            "role": "unreadable"
          },
          {
            "entities": 1,
            "entityID": "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c",
            "path": "Fixtures/identity-center.xml",
            "provider": null,
            "role": "service-provider"
          }
        ],
        "findings": [
          {
            "byteLength": 119,
            "byteOffset": 160,
            "column": 161,
            "endColumn": 280,
            "endLine": 1,
            "entityID": "http://www.okta.com/exk1example0fixture01",
            "file": "Fixtures/broken/no-sign-on-service.xml",
            "line": 1,
            "message": "the identity provider has no SingleSignOnService",
            "name": "sign-on-service-missing",
            "related": [],
            "remedy": "Open Applications > Applications > AWS IAM Identity Center > Sign On > SAML Signing Certificates \
      > Actions > View IdP metadata. Save that page as a file; do not copy it from the browser's view.",
            "rule": "IDP001",
            "severity": "error"
          }
        ],
        "now": "2026-11-21T00:00:00Z",
        "schema": "signpost.validate/v1",
        "summary": {
          "errors": 1,
          "notes": 0,
          "warnings": 0
        },
        "tool": {
          "name": "signpost",
          "version": "0.1.0"
        }
      }

      """)
  }

  @Test("two runs over everything give the same bytes, in a terminal's language or another")
  func stable() throws {
    let line = words("validate Fixtures Fixtures/broken/sign-in-page.html --format json --fail-on never")
    let first = try Signpost.run(line)
    #expect(first.status == 0)
    #expect(first.output.contains("\"rule\": \"XML002\""))
    #expect(try Signpost.run(line).outputBytes == first.outputBytes)
    let elsewhere = try Signpost.run(
      line,
      environment: ["LANG": "de_DE", "LC_ALL": "POSIX", "TZ": "Asia/Tokyo", "COLUMNS": "30", "CLICOLOR_FORCE": "1"])
    #expect(elsewhere.outputBytes == first.outputBytes)
  }

  @Test("the bytes that a finding names are those of the file")
  func bytes() throws {
    let name = "Fixtures/broken/account-federation-application.xml"
    let run = try Signpost.run("validate \(name) --format json")
    let offset = try #require(run.output.parts(between: "\"byteOffset\": ", and: ",").first.flatMap { Int($0) })
    let length = try #require(run.output.parts(between: "\"byteLength\": ", and: ",").first.flatMap { Int($0) })
    let bytes = try TestFile.read(Signpost.root + "/" + name)
    let marked = String(decoding: bytes[offset..<(offset + length)], as: UTF8.self)
    #expect(marked == "https://example.okta.com/app/amazon_aws/exk1example0fixture01/sso/saml")
  }
}
