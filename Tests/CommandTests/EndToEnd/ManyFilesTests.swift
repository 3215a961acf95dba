import Console
import Support
import Testing

@testable import signpost

@Suite("signpost validate: many files at once")
struct ManyFilesTests {
  @Test("the report does not depend on how many files are judged at the same time")
  func order() throws {
    for format in ["human", "json"] {
      let runs = try ["1", "2", "8"].map {
        try Signpost.run(
          "validate Fixtures nowhere.xml Fixtures/broken --fail-on never --format \(format) --jobs \($0)")
      }
      #expect(runs[0].status == 3)
      #expect(runs[0].output.contains("KEY005"))
      #expect(runs[1].output == runs[0].output)
      #expect(runs[2].output == runs[0].output)
    }
  }

  @Test("the file of AWS among very many others is paired with each of them")
  func manyBesideAWS() throws {
    try TemporaryDirectory.with { directory in
      let idp = try TestFile.text(Signpost.root + "/Fixtures/broken/transient-only.xml")
      for number in 0..<300 { try TestFile.write(idp, to: directory.path("\(number).xml")) }
      let line = ["validate", directory.path, "--format", "json", "--select", "PAIR"]
      let alone = try Signpost.run(line)
      #expect(!alone.output.contains("\"pairs\""))
      let beside = try Signpost.run(line + ["Fixtures/identity-center.xml"])
      #expect(beside.output.components("\"acsCapacity\"").count == 301)
      #expect(beside.output.components("\"entities\": 1").count == 302)
    }
  }

  @Test("hidden files and directories are passed over, unless they are named")
  func hidden() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path(".git"))
      for name in [".git/a.xml", ".b.xml", "c.xml"] { try TestFile.write("", to: directory.path(name)) }
      let run = try Signpost.run(["validate", directory.path, "--format", "concise"])
      #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix(directory.path("c.xml")) })
      let named = try Signpost.run(["validate", directory.path(".git"), "--format", "concise"])
      #expect(named.output.hasPrefix(directory.path(".git/a.xml")))
    }
  }

  @Test("the number of jobs is a number")
  func jobs() throws {
    for word in ["0", "x", "-1", "513", "1.5"] {
      let run = try Signpost.run("validate Fixtures/okta.xml --jobs=\(word)")
      #expect(run.status == 2)
      #expect(run.errors.contains("--jobs expects a number from 1 to 512; found \"\(word)\""))
    }
  }

  @Test("an aggregate of many entities takes no more memory than one of few")
  func memory() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("aggregate.xml")
      let entity = #"<EntityDescriptor entityID="https://idp.example/"#
      let rest =
        "><Extensions><x xmlns=\"x\">\(String(repeating: "text ", count: 2_000))</x></Extensions></EntityDescriptor>"
      let entities = (0..<6_000).map { "\(entity)\($0)\"\(rest)" }.joined()
      try TestFile.write(
        "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">\(entities)</EntitiesDescriptor>", to: path)
      // Sixty megabytes of metadata under a cap that the program alone nearly fills.
      let run = try Signpost.run(
        ["validate", path, "--format", "json", "--select", "XML"], addressSpace: HostileFileTests.cap)
      #expect(run.status == 0)
      #expect(run.output.contains("\"entities\": 6000"))
    }
  }

  @Test("what the line of progress says")
  func progress() {
    func line(_ file: String, done: Int = 0, of files: Int = 1, bytes: Int = 0) -> String {
      ProgressLine.text(file: file, done: done, of: files, bytes: bytes, seconds: 7).rendered(.plain)
    }
    #expect(line("-") == "7 s: waiting for standard input")
    #expect(line("-", bytes: 3 << 20) == "7 s: 3 MiB read, at standard input")
    #expect(line("a.xml", done: 4, of: 9, bytes: 5 << 20) == "7 s: 4 of 9 files judged; 5 MiB read, at a.xml")
    #expect(line("a\u{1B}[31m.xml").utf8.allSatisfy { $0 >= 0x20 })
  }

  @Test("a terminal is told what a long run waits for, and nothing of it stays")
  func terminal() throws {
    let terminal = try PseudoTerminal(
      Support.binary(named: "signpost"), ["validate", "-"], environment: Signpost.environment)
    try terminal.expect("waiting for standard input")
    try terminal.send("x\n\u{4}")
    #expect(try terminal.waitForExit() == .exited(1))
    let last = try #require(terminal.transcript.components("waiting for standard input").last)
    #expect(last.contains("\r\u{1B}[K"))
    #expect(last.contains("XML002"))
  }
}
