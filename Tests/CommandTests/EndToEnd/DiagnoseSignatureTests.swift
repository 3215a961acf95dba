import Platform
import SAML
import Support
import Testing

@Suite("signpost diagnose --verify-signature") struct DiagnoseSignatureTests {
  private static let aws = "Fixtures/identity-center.xml"
  private static let yes = "echo OK; echo 'SignedInfo References (ok/all): 1/1'"

  private func diagnose(
    _ response: String, _ more: [String] = ["--verify-signature"], idp: String, environment: [String: String] = [:]
  ) throws -> Signpost.Run {
    try Signpost.run(
      ["diagnose", "--idp", idp, "--aws", Self.aws] + more, input: response,
      environment: ["SIGNPOST_STORE": "/nonexistent/store"].merging(environment) { $1 })
  }

  @Test(
    "the real command: genuine, changed since, by another key; the response, the assertion, or both",
    .enabled(if: ResponseSigner.isHere), .timeLimit(.minutes(30)),
    arguments: [[.response], [.assertion], [.assertion, .response]] as [[ResponseSigner.Part]])
  func real(parts: [ResponseSigner.Part]) throws {
    try TemporaryDirectory.with { directory in
      let signer = try ResponseSigner("mine", in: directory)
      let idp = directory.path("idp.xml")
      try TestFile.write(try signer.metadata(), to: idp)
      let genuine = try signer.sign(parts)
      for copy in [genuine, "SAMLResponse=" + Base64.encode(Array(genuine.utf8)).replacing("+", with: "%2B")] {
        let run = try diagnose(copy, idp: idp)
        #expect(run.status == 0 && !run.output.contains("RESP017"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("; verified with a certificate of the metadata"))
      }
      let json = try diagnose(genuine, ["--verify-signature", "--format", "json"], idp: idp)
      #expect(json.output.components("\"state\": \"verified\"").count == parts.count + 1)

      let changed = genuine.replacing("ada@example.com", with: "eve@example.com")
      let tampered = try diagnose(changed, idp: idp)
      #expect(tampered.status == 1 && tampered.output.contains("error[RESP017]"), "\(tampered.output)")
      #expect(tampered.output.components("does not verify: the").count == parts.count + 1)
      #expect(tampered.output.contains("cause:") && tampered.output.contains("do:"))
      // Nobody asked: nothing is run, and the report says that nothing was verified.
      let unasked = try diagnose(changed, [], idp: idp)
      #expect(unasked.status == 0 && unasked.output.contains("not verified (--verify-signature"))

      // Signed by another key, whose certificate the response names, or the trusted one, or none.
      let other = try ResponseSigner("other", in: directory)
      let forged = try other.sign(parts)
      let named = try diagnose(forged, idp: idp)
      #expect(named.status == 1 && named.output.contains("error[RESP014]") && !named.output.contains("RESP017"))
      let lying = forged.replacing(other.certificate, with: signer.certificate)
      let unnamed = forged.replacing(other.certificate, with: "")
      for text in [lying, unnamed] {
        let run = try diagnose(text, idp: idp)
        #expect(run.status == 1 && run.output.contains("error[RESP017]"), "\(run.output)")
        #expect(run.output.unwrapped.contains("none of the metadata's keys made it") && !run.output.contains("RESP014"))
      }
    }
  }

  @Test(
    "a signature that was moved around something else is not taken for that, whatever the command would say",
    .enabled(if: ResponseSigner.isHere), .timeLimit(.minutes(30)))
  func wrapped() throws {
    try TemporaryDirectory.with { directory in
      let signer = try ResponseSigner("mine", in: directory)
      let idp = directory.path("idp.xml")
      try TestFile.write(try signer.metadata(), to: idp)
      let genuine = try signer.sign([.assertion])
      let body = try #require(genuine.parts(between: "<saml2:Assertion ", and: "</saml2:Assertion>").first)
      let assertion = "<saml2:Assertion \(body)</saml2:Assertion>"
      let signature =
        "<ds:Signature \(assertion.parts(between: "<ds:Signature ", and: "</ds:Signature>").first ?? "")</ds:Signature>"
      let evil = assertion.replacing(signature, with: "").replacing("ada@example.com", with: "eve@example.com")
      let renamed = evil.replacing("ID=\"id9273648501\"", with: "ID=\"evil\"")
      let behind = signature.replacing(
        "</ds:Signature>", with: "<ds:Object>\(assertion.replacing(signature, with: ""))</ds:Object></ds:Signature>")
      let start = "</saml2:Issuer>"
      func with(_ inner: String, in text: String) -> String {
        let pieces = text.components(start)
        return pieces[0] + start + inner + pieces[1...].joined(separator: start)
      }
      let forgeries = [
        // The genuine one hides in the signature of the other; in extensions; beside it; and under the same ID.
        genuine.replacing(assertion, with: with(behind, in: renamed)),
        genuine.replacing(assertion, with: with(signature, in: renamed)).replacing(
          "<saml2p:Status>", with: "<saml2p:Extensions>\(assertion)</saml2p:Extensions><saml2p:Status>"),
        genuine.replacing(assertion, with: renamed + assertion),
        genuine.replacing(assertion, with: assertion + renamed),
        genuine.replacing(assertion, with: with(behind, in: evil)),
      ]
      for (index, forgery) in forgeries.enumerated() {
        #expect(forgery != genuine && forgery.contains("eve@example.com"))
        let run = try diagnose(forgery, idp: idp)
        #expect(run.status == 1, "\(index): \(run.output)")
        #expect(run.output.contains("error[RESP015]") || run.output.contains("error[RESP010]"), "\(index)")
        #expect(!run.output.contains("assertion; verified"), "\(index): \(run.output)")
      }
    }
  }

  @Test("where the command is missing, or is anybody's, the proof that was asked for is not there, and how to get it")
  func missing() throws {
    try TemporaryDirectory.with { directory in
      let text = try TestFile.text(Signpost.root + "/Fixtures/signed/response.xml")
      let run = try diagnose(text, idp: "Fixtures/signed/okta.xml", environment: ["PATH": directory.path])
      #expect(run.status == 3 && run.errors.unwrapped.contains("its signature was not verified: xmlsec1 was not found"))
      #expect(run.output.unwrapped.contains("compared by its certificate, not verified: xmlsec1 was not found in PATH"))
      #expect(run.output.unwrapped.contains("apt-get install xmlsec1"))
      #expect(run.output.contains("assertion; not verified"))
      try TestFile.write("#!/bin/sh\n\(Self.yes)\n", to: directory.path("xmlsec1"), mode: 0o777)
      let exposed = try diagnose(text, idp: "Fixtures/signed/okta.xml", environment: ["PATH": directory.path])
      #expect(exposed.status == 3 && exposed.output.unwrapped.contains("is not run: everybody may write to it"))
      // Nobody asked, and what nothing is known of proves nothing either way.
      #expect(try diagnose(text, [], idp: "Fixtures/signed/okta.xml").status == 0)
    }
  }

  @Test("a signature that xmlsec1 cannot judge is no proof, whatever it was that it could not judge")
  func undecided() throws {
    try TemporaryDirectory.with { directory in
      let script = """
        #!/bin/sh
        if [ "$1" = --version ]; then echo 'xmlsec1 1.2.37 (openssl)'; exit 0; fi
        echo 'func=xmlSecTransformIdListFindByHref:error=1:xmlsec library function failed' >&2; exit 1
        """
      try TestFile.write(script, to: directory.path("xmlsec1"), mode: 0o700)
      let text = try TestFile.text(Signpost.root + "/Fixtures/signed/response.xml")
      let run = try diagnose(
        text, idp: "Fixtures/signed/okta.xml", environment: ["PATH": directory.path, "TMPDIR": directory.path])
      #expect(run.status == 3, "\(run.output)\(run.errors)")
      #expect(run.errors.unwrapped.contains("its signature was not verified: "), "\(run.errors)")
    }
  }

  @Test("a certificate that the response brings along is never asked about, and without metadata nothing is run")
  func ownCertificate() throws {
    try TemporaryDirectory.with { directory in
      let script = """
        #!/bin/sh
        PATH=/usr/bin:/bin
        if [ "$1" = --version ]; then echo 'xmlsec1 1.2.37 (openssl)'; exit 0; fi
        while [ "$1" != --pubkey-cert-der ]; do shift; done
        cat "$2" >> '\(directory.path("asked"))'
        \(Self.yes)
        """
      try TestFile.write(script, to: directory.path("xmlsec1"), mode: 0o700)
      let environment = ["PATH": directory.path, "TMPDIR": directory.path, "SIGNPOST_STORE": "/nonexistent/store"]
      let text = try TestFile.text(Signpost.root + "/Fixtures/signed/response.xml")
      let alone = try Signpost.run(["diagnose", "--verify-signature"], input: text, environment: environment)
      #expect(alone.status == 3 && alone.output.unwrapped.contains("no certificate of the identity provider is known"))
      #expect(!TestFile.exists(directory.path("asked")))
      // The metadata has another certificate than the response.
      _ = try diagnose(text, idp: "Fixtures/okta.xml", environment: environment)
      let known =
        try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
        .parts(between: "<ds:X509Certificate>", and: "</ds:X509Certificate>").first ?? ""
      #expect(Base64.encode(try TestFile.read(directory.path("asked"))) == known.filter { $0 != "\n" })
    }
  }

  @Test("Ctrl-C ends the command, takes its files away and explains nothing")
  func interrupted() throws {
    try TemporaryDirectory.with { directory in
      let script = """
        #!/bin/sh
        PATH=/usr/bin:/bin
        if [ "$1" = --version ]; then echo 'xmlsec1 1.2.37 (openssl)'; exit 0; fi
        kill -INT $PPID; sleep 60
        """
      try TestFile.write(script, to: directory.path("xmlsec1"), mode: 0o700)
      let text = try TestFile.text(Signpost.root + "/Fixtures/signed/response.xml")
      let run = try diagnose(
        text, idp: "Fixtures/signed/okta.xml", environment: ["PATH": directory.path, "TMPDIR": directory.path])
      #expect(run.status == 130 && run.output == "")
      #expect(try Signpost.files(in: directory.path) == ["xmlsec1"])
    }
  }
}
