import Platform
import Support
import Testing

@Suite("signpost validate --verify-signature")
struct ValidateSignatureTests {
  static let installed = ChildProcess.find("xmlsec1", in: "/usr/bin:/bin") != nil
  static let idp = "Fixtures/signed/idp.xml"
  static let yes = "echo OK; echo 'SignedInfo References (ok/all): 1/1'"

  /// Runs with a script in the place of `xmlsec1`, and with no other command of that name in reach.
  private func run(
    _ arguments: String, xmlsec1 script: String?, input: String = "", in directory: TemporaryDirectory
  ) throws -> Signpost.Run {
    if let script {
      try TestFile.write(
        """
        #!/bin/sh
        PATH=/usr/bin:/bin
        if [ "$1" = --version ]; then echo 'xmlsec1 1.2.37 (openssl)'; exit 0; fi
        echo asked >> '\(directory.path("asked"))'
        for file in "$@"; do :; done
        \(script)
        """, to: directory.path("xmlsec1"), mode: 0o700)
    }
    return try Signpost.run(
      words(arguments), input: input, environment: ["PATH": directory.path, "TMPDIR": directory.path])
  }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test("without the flag a signature is reported as not verified, and nothing is run")
  func notAsked() throws {
    try TemporaryDirectory.with { directory in
      let run = try run("validate \(Self.idp)", xmlsec1: Self.yes, in: directory)
      #expect(run.status == 0)
      #expect(run.output.contains("note[ALG001]: the entity is signed, and the signature was not verified"))
      #expect(!run.output.contains("signature verified"))
      let json = try self.run("validate \(Self.idp) --format json", xmlsec1: Self.yes, in: directory)
      #expect(json.output.contains(#""state": "not-verified""#))
      #expect(!TestFile.exists(directory.path("asked")))
    }
  }

  @Test("where the command is missing nothing passes, and it is said how to install it")
  func missing() throws {
    try TemporaryDirectory.with { directory in
      for more in ["", " --fail-on never", " --ignore ALG"] {
        let run = try run("validate \(Self.idp) --verify-signature\(more)", xmlsec1: nil, in: directory)
        #expect(run.status == 3)
        #expect(run.message.contains("\(Self.idp): its signature was not verified: xmlsec1 was not found in PATH"))
        #expect(run.message.contains("apt-get install xmlsec1"))
        #expect(run.output.contains("could not be verified") == !more.contains("ALG"))
      }
      let json = try run("validate \(Self.idp) --verify-signature --format json", xmlsec1: nil, in: directory)
      #expect(json.output.contains(#""state": "undecided""#))
    }
  }

  @Test("no format calls a run passed whose proof is missing or failed, unless nothing is to fail")
  func verdicts() throws {
    try TemporaryDirectory.with { directory in
      func output(_ format: String, _ file: String = Self.idp, _ script: String? = nil, more: String = "") throws
        -> String
      {
        try run("validate \(file) --verify-signature --format \(format)\(more)", xmlsec1: script, in: directory).output
      }
      #expect(try output("markdown").contains("validate: failed"))
      #expect(try output("markdown").contains("Not done: `\(Self.idp): its signature was not verified: xmlsec1"))
      #expect(try output("junit").contains("errors=\"1\"") && output("junit").contains("type=\"not-done\""))
      #expect(try output("github").hasPrefix("::error file=\(Self.idp),title=not done::"))
      let sarif = try output("sarif")
      #expect(sarif.contains("\"executionSuccessful\": false") && sarif.contains("\"id\": \"not-done\""))
      #expect(try !output("human").contains("Give --verify-signature"))
      let broken = "Fixtures/signed/tampered.xml"
      let no = "echo FAIL; echo 'SignedInfo References (ok/all): 0/1'; exit 1"
      #expect(try output("markdown", broken, no).contains("validate: failed"))
      #expect(try output("markdown", broken, no, more: " --fail-on never").contains("validate: passed"))
      #expect(try output("markdown", Self.idp, Self.yes).contains("validate: passed"))
    }
  }

  @Test("a file without a signature needs no command")
  func unsigned() throws {
    try TemporaryDirectory.with { directory in
      let run = try run(
        "validate Fixtures/okta.xml Fixtures/identity-center.xml --verify-signature", xmlsec1: nil, in: directory)
      #expect(run.status == 0)
      #expect(run.output.contains("nothing to report"))
      #expect(run.errors == "")
    }
  }

  @Test("a signature that was verified is said to be, with what that does not prove", arguments: ["idp", "group"])
  func verified(name: String) throws {
    try TemporaryDirectory.with { directory in
      let file = "Fixtures/signed/\(name).xml"
      let run = try run("validate \(file) --verify-signature --fail-on note", xmlsec1: Self.yes, in: directory)
      #expect(run.status == 0)
      #expect(run.output.unwrapped.contains("\(file): signature verified: nothing was changed since it was signed."))
      #expect(run.output.unwrapped.contains("who signed it is not proved"))
      #expect(!run.output.contains("ALG001"))
      let json = try self.run("validate \(file) --verify-signature --format json", xmlsec1: Self.yes, in: directory)
      #expect(json.output.contains(#""state": "verified""#))
      #expect(json.output.contains("\"signsAssertions\": \(name == "idp" ? "true" : "null")"))
    }
  }

  @Test("a signature that does not verify is a note, and the proof that was asked for does not hold")
  func broken() throws {
    try TemporaryDirectory.with { directory in
      let no = "echo FAIL; echo 'SignedInfo References (ok/all): 0/1'; exit 1"
      let run = try run("validate \(Self.idp) --verify-signature", xmlsec1: no, in: directory)
      #expect(run.status == 1)
      #expect(run.output.contains("note[ALG002]: the signature does not verify: the document is not what was signed"))
      #expect(run.message.contains("\(Self.idp): its signature does not verify"))
      let forgiven = try self.run(
        "validate \(Self.idp) --verify-signature --fail-on never", xmlsec1: no, in: directory)
      #expect(forgiven.status == 0)
      #expect(forgiven.output.contains("ALG002"))
    }
  }

  @Test("a command that answers nothing that is understood is no pass, and what it says commands no terminal")
  func garbage() throws {
    try TemporaryDirectory.with { directory in
      for script in ["exit 0", "echo OK", "printf 'func=a:subj=\\033[31m\\033]0;x\\007'; exit 1"] {
        let run = try run("validate \(Self.idp) --verify-signature", xmlsec1: script, in: directory)
        #expect(run.status == 3)
        #expect(run.output.contains("note[ALG001]: the signature could not be verified: xmlsec1"))
        #expect((run.output + run.errors).commandsToTerminals.isEmpty)
      }
    }
  }

  @Test("the command gets the very bytes that were judged, those of standard input too")
  func sameBytes() throws {
    try TemporaryDirectory.with { directory in
      let text = try TestFile.text("\(Signpost.root)/\(Self.idp)")
      for argument in ["-", Self.idp] {
        let run = try run(
          "validate \(argument) --verify-signature", xmlsec1: "cp \"$file\" '\(directory.path("seen"))'; \(Self.yes)",
          input: argument == "-" ? text : "", in: directory)
        #expect(run.status == 0)
        #expect(try TestFile.text(directory.path("seen")) == text)
      }
      #expect(try Signpost.files(in: directory.path).sorted() == ["asked", "seen", "xmlsec1"])
    }
  }

  @Test("what would prove nothing about the document is not asked at all")
  func obstacles() throws {
    let text = try TestFile.text("\(Signpost.root)/\(Self.idp)")
    let signature = text.parts(between: "<ds:Signature ", and: "</ds:Signature>").first ?? ""
    let whole = "<ds:Signature \(signature)</ds:Signature>"
    let variants = [
      text.replacing("URI=\"#_4f1c0a9e\"", with: "URI=\"#_other\""),
      text.replacing("URI=\"#_4f1c0a9e\"", with: "URI=\"file:///etc/passwd\""),
      text.replacing("2001/10/xml-exc-c14n#\"/>\n        </ds", with: "TR/1999/REC-xpath-19991116\"/>\n        </ds"),
      text.replacing("<ds:KeyInfo>", with: "<ds:KeyInfo xml:id=\"_4f1c0a9e\">"),
      text.replacing(whole, with: whole + whole),
    ]
    try TemporaryDirectory.with { directory in
      for variant in variants {
        #expect(variant != text)
        let run = try run("validate - --verify-signature", xmlsec1: Self.yes, input: variant, in: directory)
        #expect(run.status == 1)
        #expect(run.message.contains("was not verified, for that would prove nothing: "))
        #expect(!run.output.contains("signature verified"))
      }
      let wrapped = try run(
        "validate Fixtures/signed/wrapped.xml --verify-signature", xmlsec1: Self.yes, in: directory)
      #expect(wrapped.status == 1)
      #expect(wrapped.output.contains("warning[ALG003]: the signature covers '#_4f1c0a9e', not the entity"))
      #expect(!TestFile.exists(directory.path("asked")))
    }
  }

  @Test("signatures over parts alone are no proof of the whole")
  func parts() throws {
    let text = try TestFile.text("\(Signpost.root)/\(Self.idp)").components("?>\n").last ?? ""
    let group = "<g:EntitiesDescriptor xmlns:g=\"urn:oasis:names:tc:SAML:2.0:metadata\">\(text)</g:EntitiesDescriptor>"
    try TemporaryDirectory.with { directory in
      let run = try run("validate - --verify-signature", xmlsec1: Self.yes, input: group, in: directory)
      #expect(run.status == 3)
      #expect(run.message.contains("only parts of the document are signed"))
      #expect(run.output.contains("ALG001"))
    }
  }

  @Test("Ctrl-C ends the command, takes its files away and reports nothing")
  func interrupted() throws {
    try TemporaryDirectory.with { directory in
      // The parent of the command is the program that was interrupted.
      let run = try run("validate \(Self.idp) --verify-signature", xmlsec1: "kill -INT $PPID; sleep 60", in: directory)
      #expect(run.status == 130)
      #expect(run.output == "")
      #expect(run.message.contains("interrupted"))
      #expect(try Signpost.files(in: directory.path).sorted() == ["asked", "xmlsec1"])
    }
  }

  @Test("the real command: genuine, tampered with, signed by another key", .enabled(if: installed))
  func real() throws {
    for name in ["idp", "group"] {
      let run = try Signpost.run("validate Fixtures/signed/\(name).xml --verify-signature --fail-on note")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.contains("signature verified"))
    }
    let text = try TestFile.text("\(Signpost.root)/\(Self.idp)")
    let piped = try Signpost.run("validate - --verify-signature", input: text)
    #expect(piped.status == 0)
    let tampered = try Signpost.run("validate Fixtures/signed/tampered.xml --verify-signature --format concise")
    #expect(tampered.status == 1)
    #expect(tampered.output.contains("note[ALG002]: the signature does not verify: the document is not what was"))
    let otherKey =
      try TestFile.text("\(Signpost.root)/Fixtures/okta.xml")
      .parts(between: "<ds:X509Certificate>", and: "</ds:X509Certificate>").first ?? ""
    let certificate = text.parts(between: "<ds:X509Certificate>", and: "</ds:X509Certificate>").first ?? ""
    let start = try #require(text.firstRange(of: certificate))
    let swapped = text.replacingCharacters(in: start, by: otherKey)
    let run = try Signpost.run("validate - --verify-signature --format concise", input: swapped)
    #expect(run.status == 1)
    #expect(run.output.contains("note[ALG002]: the signature does not verify with the certificate that it carries"))
    #expect(run.output.contains("note[ALG005]: "))
  }
}

extension String {
  /// The text with another one in the place of a range.
  fileprivate func replacingCharacters(in range: Range<Index>, by other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
