import Support
import Testing

@Suite("signpost validate: the baseline")
struct BaselineTests {
  /// Runs the lines one after the other in a directory with the files of `Policy`; `edit` comes before the last.
  private func last(
    of lines: String..., now: String = Signpost.now, edit: (String) throws -> Void = { _ in }
  ) throws -> Signpost.Run {
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      for line in lines.dropLast() {
        _ = try Signpost.run(["validate"] + words(line), directory: directory.path)
      }
      try edit(directory.path)
      return try Signpost.run(["validate"] + words(lines.last ?? ""), now: now, directory: directory.path)
    }
  }

  private func change(_ file: String, in directory: String, _ old: String, _ new: String) throws {
    let text = try TestFile.text("\(directory)/\(file)")
    #expect(text.contains(old))
    try TestFile.write(text.replacing(old, with: new), to: "\(directory)/\(file)")
  }

  @Test("what is written is known: it is shown, does not count, and the run that writes it passes")
  func written() throws {
    let write = "transient.xml --fail-on warning --format concise --write-baseline b.json"
    let first = try last(of: write)
    #expect(first.status == 0)
    #expect(first.message == "wrote b.json")
    #expect(first.output.hasSuffix(" (baselined)\n"))
    let second = try last(of: write, "transient.xml --fail-on warning --format concise --baseline b.json")
    #expect(second.status == 0)
    #expect(second.output == first.output)
    #expect(second.errors == "")
    #expect(try last(of: write, "transient.xml --fail-on warning").status == 1)
  }

  @Test("moved lines, another layout and another name do not make it new; other content, another rule or entity does")
  func content() throws {
    let write = "transient.xml --write-baseline b.json"
    func status(_ file: String = "transient.xml", edit: (String) throws -> Void) throws -> Int32 {
      try last(of: write, "\(file) --fail-on warning --baseline b.json", edit: edit).status
    }
    #expect(try status { try change("transient.xml", in: $0, "?>", "?>\n\n<!-- moved -->\n") } == 0)
    #expect(
      try status("new.xml") { try TestFile.write(TestFile.read($0 + "/transient.xml"), to: $0 + "/new.xml") } == 0)
    #expect(try status { try change("transient.xml", in: $0, "nameid-format:transient", "nameid-format:entity") } == 1)
    #expect(
      try status { try change("transient.xml", in: $0, "exk1example0fixture01\"", "exk1example0fixture02\"") } == 1)
    #expect(
      try status {
        try change("transient.xml", in: $0, "WantAuthnRequestsSigned=\"false\"", "WantAuthnRequestsSigned=\"true\"")
      }
        == 1)
  }

  @Test("what has become graver is new, and so is a second one of the same")
  func graver() throws {
    let write = "transient.xml --write-baseline b.json"
    #expect(try last(of: write, "transient.xml --severity NID001=error --baseline b.json").status == 1)
    let twice = try last(of: write, "transient.xml copy.xml --fail-on warning --format json --baseline b.json") {
      try TestFile.write(TestFile.read($0 + "/transient.xml"), to: $0 + "/copy.xml")
    }
    #expect(twice.status == 1)
    #expect(twice.output.contains("\"baselined\": 1") && twice.output.contains("\"warnings\": 1"))
  }

  @Test("what has become lighter is known still")
  func lighter() throws {
    let run = try last(
      of: "transient.xml --write-baseline b.json",
      "transient.xml --severity NID001=note --fail-on note --baseline b.json --format concise")
    #expect(run.status == 0 && run.errors == "", "\(run.output)\(run.errors)")
  }

  @Test("what concerns a file as a whole is known by its entity, wherever the file lies and the program runs")
  func wholeFile() throws {
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      let padding = "<!-- " + String(repeating: "x", count: 80_000) + " -->"
      try TestFile.makeDirectory(directory.path("metadata"))
      func write(_ name: String, from source: String) throws {
        try TestFile.write(try TestFile.text(directory.path(source)) + padding, to: directory.path("metadata/\(name)"))
      }
      func run(_ line: String, in place: String = "") throws -> Signpost.Run {
        try Signpost.run(["validate"] + words(line), directory: directory.path(place))
      }
      try write("idp.xml", from: "okta.xml")
      #expect(try run("metadata").output.contains("error[AWS001]"))
      #expect(try run("metadata --write-baseline b.json").status == 0)
      #expect(try run("metadata --baseline b.json").status == 0)
      #expect(try run(". --baseline ../b.json", in: "metadata").status == 0)
      try TestFile.remove(directory.path("metadata/idp.xml"))
      try write("renamed.xml", from: "okta.xml")
      #expect(try run("metadata --baseline b.json").status == 0)
      try change("metadata/renamed.xml", in: directory.path, "exk1example0fixture01\"", "exk1example0fixture02\"")
      #expect(try run("metadata --baseline b.json").status == 1)
    }
  }

  @Test("what concerns a file of no entity is known by its path from the baseline, wherever the program runs")
  func noEntity() throws {
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      let group = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\"/>"
      try TestFile.makeDirectory(directory.path("metadata/deep"))
      try TestFile.write("\u{FEFF}" + group, to: directory.path("metadata/group.xml"))
      func warnings(_ line: String, in place: String = "") throws -> Signpost.Run {
        try Signpost.run(
          ["validate", "--select", "XML011", "--fail-on", "note"] + words(line), directory: directory.path(place))
      }
      #expect(try warnings("metadata").output.contains("XML011"))
      _ = try warnings("metadata --write-baseline b.json")
      for (line, place) in [
        ("metadata --baseline b.json", ""), (".. --baseline ../../b.json", "metadata/deep"),
        ("../metadata/./group.xml --baseline ../b.json", "metadata"),
      ] {
        let run = try warnings(line, in: place)
        #expect(
          !run.errors.contains("not found any more") && run.output.contains("baselined"), "\(line): \(run.output)")
      }
    }
  }

  @Test("no baseline hides that nobody can sign in, nor a day that comes nearer")
  func enduring() throws {
    let expired = try last(of: "expired.xml --write-baseline b.json --format concise")
    #expect(expired.status == 1)
    #expect(!expired.output.contains("baselined"))
    let soon = try last(
      of: "okta.xml --expires-within 3000d --write-baseline b.json",
      "okta.xml --expires-within 3000d --fail-on warning --baseline b.json")
    #expect(soon.status == 1)
    // Nor does one that somebody wrote by hand.
    let forged = try last(of: "transient.xml --write-baseline b.json", "expired.xml --baseline b.json") {
      try change("b.json", in: $0, "NID001", "KEY005")
    }
    #expect(forged.status == 1)
  }

  @Test("what is known and not found any more is reported, as long as its file was judged or is gone")
  func stale() throws {
    let write = "transient.xml --write-baseline b.json"
    let repaired = try last(of: write, "transient.xml --format json --baseline b.json") {
      try TestFile.write(TestFile.read($0 + "/okta.xml"), to: $0 + "/transient.xml")
    }
    #expect(repaired.status == 0)
    #expect(repaired.message.contains("b.json: NID001 of transient.xml is not found any more"))
    #expect(repaired.message.contains("--write-baseline b.json brings it up to date"))
    #expect(repaired.output.contains("\"staleBaseline\"") && repaired.output.contains("\"rule\": \"NID001\""))
    let other = try last(of: write, "okta.xml --format json --baseline b.json")
    #expect(other.errors == "" && !other.output.contains("staleBaseline"))
    let gone = try last(of: write, "okta.xml --baseline b.json") { try TestFile.remove($0 + "/transient.xml") }
    #expect(gone.message.contains("NID001 of transient.xml is not found any more"))
  }

  @Test("what was not looked for is not missed: another selection, and the other side's file")
  func notAsked() throws {
    let write = "transient.xml aws.xml --write-baseline b.json"
    for line in ["transient.xml aws.xml --select KEY", "transient.xml --ignore NID", "aws.xml"] {
      let run = try last(of: write, line + " --format json --baseline b.json")
      #expect(run.errors == "" && !run.output.contains("staleBaseline"), "\(line): \(run.errors)")
    }
  }

  @Test("every format says what is baselined, in its own way")
  func formats() throws {
    func output(_ format: String) throws -> String {
      try last(
        of: "transient.xml --write-baseline b.json",
        "transient.xml aws.xml --fail-on note --format \(format) --baseline b.json"
      ).output
    }
    #expect(try output("human").contains("baselined"))
    #expect(try output("human").contains("not counted: 1 baselined"))
    #expect(try output("json").contains("\"standing\": \"baselined\""))
    #expect(try output("sarif").contains("\"baselineState\": \"unchanged\""))
    #expect(try output("junit").contains("<skipped message=\"baselined\"/>"))
    #expect(try output("github").contains("title=NID001 email-format-not-offered%2C baselined"))
    #expect(try output("markdown").contains("| warning, baselined |"))
    let new = try last(
      of: "okta.xml --write-baseline b.json", "transient.xml --format sarif --baseline b.json"
    ).output
    #expect(new.contains("\"baselineState\": \"new\"") && !new.contains("unchanged"))
  }

  @Test("a file that cannot be read leaves the baseline as it is, and nothing but a baseline is replaced")
  func refusals() throws {
    let unreadable = try last(of: "transient.xml none.xml --write-baseline b.json", "okta.xml --baseline b.json")
    #expect(unreadable.status == 3)
    #expect(unreadable.message.contains("--write-baseline b.json makes one"))
    let other = try last(of: "transient.xml --write-baseline okta.xml")
    #expect(other.status == 2)
    #expect(other.message.contains("the file is there and is no baseline"))
    let damaged = try last(of: "okta.xml --write-baseline b.json", "okta.xml --baseline b.json") {
      try TestFile.write("{\n  \"schema\": 1}", to: $0 + "/b.json")
    }
    #expect(damaged.status == 2)
    #expect(damaged.message.contains("b.json:1:1: not a baseline: expected an object with"))
    for (old, new) in [("\"count\": 1", "\"count\": 0"), ("\"rule\": \"NID001\"", "\"rule\": 1")] {
      let entry = try last(of: "transient.xml --write-baseline b.json", "okta.xml --baseline b.json") {
        try change("b.json", in: $0, old, new)
      }
      #expect(entry.status == 2)
      #expect(entry.message.contains("b.json:3:5: an entry of a baseline has the texts rule"), "\(entry.message)")
    }
  }

  @Test("the same findings are the same bytes, whatever the order in which the files were named")
  func order() throws {
    func document(_ files: String) throws -> String {
      try TemporaryDirectory.with { directory in
        try Policy.files(in: directory.path)
        for number in 1...4 {
          let text = try TestFile.text(directory.path("transient.xml"))
          try TestFile.write(
            text.replacing("exk1example0fixture01", with: "exk1example0fixture1\(number)"),
            to: directory.path("\(number).xml"))
        }
        _ = try Signpost.run(
          ["validate"] + words(files) + ["--write-baseline", "b.json"], directory: directory.path)
        return try TestFile.text(directory.path("b.json"))
      }
    }
    let first = try document("1.xml 2.xml 3.xml 4.xml")
    #expect(first.ranges(of: "\"rule\": \"NID001\"").count == 4)
    let places = try (1...4).map { try #require(first.firstRange(of: "\"\($0).xml\"")).lowerBound }
    #expect(places == places.sorted())
    #expect(try document("4.xml 2.xml 1.xml 3.xml") == first)
  }

  @Test("the configuration names it from its own place")
  func fromConfiguration() throws {
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      try TestFile.makeDirectory(directory.path("below"))
      try TestFile.write(
        #"{"fail-on": "warning", "baseline": "known.json"}"#, to: directory.path(".signpost.json"))
      let write = ["validate", "../transient.xml", "--write-baseline", "../known.json"]
      #expect(try Signpost.run(write, directory: directory.path("below")).status == 0)
      let judge = ["validate", "../transient.xml"]
      #expect(try Signpost.run(judge, directory: directory.path("below")).status == 0)
      #expect(try Signpost.run(["validate", "transient.xml"], directory: directory.path).status == 0)
      #expect(try Signpost.run(judge + ["--severity", "NID001=error"], directory: directory.path("below")).status == 1)
    }
  }
}
