import Platform
import Support
import Testing

@testable import Probes

/// What a command that calls itself `xmlsec1` is asked, and what is made of its answers.
@Suite struct XMLSecTests {
  static let older = ["OK", "SignedInfo References (ok/all): 1/1", "Manifests References (ok/all): 0/0"]
  static let newer = ["Verification status: OK", "SignedInfo References (ok/all): 1/1"]
  static let changed = "SignedInfo References (ok/all): 0/1"
  static let same = "SignedInfo References (ok/all): 1/1"

  /// Asks a script in the command's place; `answer` is what it does but for its version.
  private func ask(
    _ answer: String, version: String = "xmlsec1 1.2.37 (openssl)", certificates: [[UInt8]] = [[1]],
    deadline: Duration = .seconds(30), in directory: TemporaryDirectory
  ) throws -> XMLSec.Answer {
    let script = """
      #!/bin/sh
      if [ "$1" = --version ]; then echo '\(version)'; exit 0; fi
      printf '%s\\n' "$@" >> '\(directory.path("arguments"))'
      for file in "$@"; do :; done
      \(answer)
      """
    try TestFile.write(script, to: directory.path("xmlsec1"), mode: 0o700)
    try TestFile.makeDirectory(directory.path("temporary"))
    let command = XMLSec(
      executable: directory.path("xmlsec1"), temporaryDirectory: directory.path("temporary"), deadline: deadline)
    let answer = try command.verify(Array("<a/>".utf8), with: certificates)
    #expect(try Directory.entries(of: directory.path("temporary")).isEmpty, "something was left behind")
    return answer
  }

  private func answer(_ lines: [String], status: Int, to stream: Int) throws -> XMLSec.Answer {
    let said = lines.map { "echo '\($0)' >&\(stream)" }.joined(separator: "\n")
    return try TemporaryDirectory.with { try ask("\(said)\nexit \(status)", in: $0) }
  }

  @Test("the answers of both lines of versions are understood, on either stream", arguments: [1, 2])
  func answers(stream: Int) throws {
    #expect(try answer(Self.older, status: 0, to: stream) == .verified(certificate: 0))
    #expect(try answer(Self.newer, status: 0, to: stream) == .verified(certificate: 0))
    #expect(try answer(["FAIL", Self.changed], status: 1, to: stream) == .documentDiffers)
    #expect(try answer(["Verification status: FAILED", Self.changed], status: 1, to: stream) == .documentDiffers)
    #expect(try answer(["FAIL", Self.same], status: 1, to: stream) == .keyDiffers)
    #expect(try answer(["FAIL"], status: 1, to: stream) == .broken)
  }

  @Test(
    "whatever is no clear answer proves nothing",
    arguments: [
      ([], 0), (["OK"], 0), ([same], 0), (["OK", "SignedInfo References (ok/all): 2/2"], 0),
      (["OK", "SignedInfo References (ok/all): 0/0"], 0), (["OK", "FAIL", same], 0), (["NOT OK", same], 0),
      (["OK, OK", same], 0), (older, 1), (older, 2), (["ERROR", changed], 1), ([], 1), ([], 127),
      (["Verification status: FAILED", "Failure reason: KEY-NOT-FOUND", changed], 1),
    ])
  func garbage(lines: [String], status: Int) throws {
    guard case .undecided(let reason) = try answer(lines, status: status, to: 1) else {
      Issue.record("\(lines) with status \(status) was taken for an answer")
      return
    }
    #expect(reason.contains("xmlsec1"))
  }

  @Test(.timeLimit(.minutes(30))) func aCommandThatHangsDiesOrFloodsProvesNothing() throws {
    // Whoever floods or dies has the time that a busy machine takes for it.
    for (script, deadline, reason) in [
      ("sleep 600", Duration.seconds(5), "was not done after 5 seconds"),
      ("kill -9 $$", .seconds(120), "was ended by signal 9"),
      ("while :; do echo OK; done", .seconds(120), "wrote more than it has to say"),
    ] {
      let answer = try TemporaryDirectory.with { try ask(script, deadline: deadline, in: $0) }
      #expect(answer == .undecided("xmlsec1 \(reason)"))
    }
  }

  @Test func anotherProgramOfThatNameIsNotBelieved() throws {
    let answer = try TemporaryDirectory.with { try ask("echo OK", version: "something else 1.0", in: $0) }
    guard case .undecided(let reason) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(reason.contains("--version does not answer as xmlsec1 does"))
  }

  @Test("the bytes and the certificate arrive in files that only we can read, the signature of the root is meant")
  func protocolOfTheCall() throws {
    try TemporaryDirectory.with { directory in
      let answer = try ask(
        """
        cp "$file" '\(directory.path("seen"))'; ls -ld "$(dirname "$file")" "$file" > '\(directory.path("modes"))'
        env > '\(directory.path("environment"))'; echo OK; echo '\(Self.same)'
        """, in: directory)
      #expect(answer == .verified(certificate: 0))
      #expect(try TestFile.text(directory.path("seen")) == "<a/>")
      let modes = try TestFile.text(directory.path("modes")).split(separator: "\n").map { $0.prefix(10) }
      #expect(modes == ["drwx------", "-rw-------"])
      let arguments = try TestFile.text(directory.path("arguments"))
      for argument in [
        "--enabled-reference-uris\nempty,same-doc\n", "--enabled-key-data\nkey-name\n", "--ignore-manifests\n",
        "--node-xpath\n/*/*[local-name()='Signature'", "--pubkey-cert-der\n/",
      ] {
        #expect(arguments.contains(argument), "\(argument)")
      }
      #expect(!arguments.contains("--lax-key-search"))
      let environment = try TestFile.text(directory.path("environment"))
      #expect(environment.contains("LC_ALL=C\n"))
      #expect(!environment.contains("HOME="))
    }
  }

  @Test("from version 1.3 on the key is allowed to be one that the signature does not name")
  func newerVersions() throws {
    for (version, isNew) in [("1.3.0", true), ("1.3.11", true), ("2.0.1", true), ("1.2.99", false)] {
      try TemporaryDirectory.with { directory in
        _ = try ask("echo OK", version: "xmlsec1 \(version) (openssl)", in: directory)
        #expect(try TestFile.text(directory.path("arguments")).contains("--lax-key-search") == isNew, "\(version)")
      }
    }
  }

  @Test("keys are tried in their order, until one fits or the document is found to differ")
  func severalCertificates() throws {
    try TemporaryDirectory.with { directory in
      let second = """
        case "$*" in *certificate-1.der*) echo OK; echo '\(Self.same)';; *) echo FAIL; echo '\(Self.same)'; exit 1;; esac
        """
      #expect(try ask(second, certificates: [[1], [2], [3]], in: directory) == .verified(certificate: 1))
      #expect(try ask(second, certificates: [[1]], in: directory) == .keyDiffers)
      let unsure = #"case "$*" in *certificate-0.der*) exit 1;; *) echo FAIL; echo '\#(Self.same)'; exit 1;; esac"#
      guard case .undecided = try ask(unsure, certificates: [[1], [2]], in: directory) else {
        Issue.record("a key that could not be tried was taken for one that does not fit")
        return
      }
    }
    let none = try TemporaryDirectory.with { try ask("echo OK", certificates: [], in: $0) }
    #expect(none == .undecided("there is no certificate to verify it with"))
  }
}
