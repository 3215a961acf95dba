import Support
import Testing

@Suite("signpost export, for programs and calendars")
struct ExportFormatTests {
  /// A set-up that is finished.
  private func finish(_ name: String, in store: String) throws {
    let line = ["setup", "okta", "--name", name, "--answers", "Fixtures/answers-okta.json", "--no-input"]
    #expect(try Signpost.run(line + ["--store", store]).status == 0)
  }

  private func begin(_ name: String, in store: String) throws {
    #expect(try Signpost.run(["setup", "okta", "--name", name, "--no-input", "--store", store]).status == 4)
  }

  @Test("an export as data or as a calendar, to standard output or a file; a calendar needs a date")
  func exports() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try begin("acme", in: store)
      let early = try Signpost.run(["export", "--format", "ics", "--store", store])
      #expect(early.status == 3)
      #expect(early.output == "")
      #expect(early.message.contains("no date is known yet"))
      #expect(try Signpost.run("export okta --format ics").status == 2)
      try finish("bolt", in: store)
      let line = ["export", "--name", "bolt", "--store", store]
      let run = try Signpost.run(line + ["--format", "ics"])
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
      #expect(
        run.output.components("\r\nDTSTART;VALUE=DATE:").dropFirst().map { $0.prefix(8) } == ["20271120", "20340514"])
      let path = directory.path("dates.ics")
      #expect(try Signpost.run(line + ["--format", "ics", "--output", path]).status == 0)
      #expect(try TestFile.read(path) == run.outputBytes)
      let json = try Signpost.run(line + ["--format", "json"])
      #expect(json.output.contains("\"schema\": \"signpost.export/v1\""))
      #expect(try Signpost.run(line + ["--format", "json"]).outputBytes == json.outputBytes)
      let blank = try Signpost.run("export okta --format json --for idp-admin")
      #expect(blank.status == 0)
      #expect(blank.output.contains("\"setUp\": null"))
      #expect(!blank.output.contains("\"actor\": \"aws-admin\""))
    }
  }
}
