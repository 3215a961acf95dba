import Platform
import Support
import Testing

/// What the project offers to pipelines, run as they run it.
@Suite("In a pipeline: the action, the hook, and what the README shows")
struct PipelineTests {
  /// A directory with `metadata/idp.xml` and `metadata/aws.xml`, and with `signpost` on the path.
  private func inProject(_ body: (String, [String: String]) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("metadata"))
      try TestFile.makeDirectory(directory.path("bin"))
      for (name, fixture) in [("idp.xml", "okta.xml"), ("aws.xml", "identity-center.xml")] {
        let text = try TestFile.read("\(Signpost.root)/Fixtures/\(fixture)")
        try TestFile.write(text, to: directory.path("metadata/\(name)"), mode: 0o644)
      }
      // A pipeline has no clock that can be pinned; the tests have.
      let binary = try Support.binary(named: "signpost")
      try TestFile.write(
        "#!/bin/sh\nexec '\(binary)' \"--now=$NOW\" \"$@\"\n", to: directory.path("bin/signpost"), mode: 0o755)
      try body(
        directory.path,
        Signpost.environment.merging(["PATH": directory.path("bin") + ":/usr/bin:/bin", "NOW": Signpost.now]) { $1 })
    }
  }

  private func breaking(_ file: String, with fixture: String, in directory: String) throws {
    try TestFile.write(
      try TestFile.read("\(Signpost.root)/Fixtures/broken/\(fixture)"), to: "\(directory)/metadata/\(file)", mode: 0o644
    )
  }

  private func run(
    _ script: String, in directory: String, _ environment: [String: String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let outcome = try ChildProcess.run(
      executable: "/bin/bash",
      arguments: ["--noprofile", "--norc", "-eo", "pipefail", "-c", "cd '\(directory)'\n" + script],
      environment: environment, input: [], deadline: .seconds(60), outputLimit: 1 << 20)
    guard case .exited(let status) = outcome.ending else { return (-1, "", "\(outcome.ending)") }
    return (status, String(decoding: outcome.output, as: UTF8.self), String(decoding: outcome.errors, as: UTF8.self))
  }

  // MARK: The action

  private static let action = Signpost.root + "/.github/actions/validate/action.yml"

  /// The scripts of the action's steps.
  private func scripts() throws -> [String] {
    let lines = try TestFile.text(Self.action).components("\n")
    return lines.indices.filter { lines[$0] == "      run: |" }.map { start in
      lines[(start + 1)...].prefix { $0.isEmpty || $0.hasPrefix("        ") }.joined(separator: "\n")
    }
  }

  @Test("the action's inputs reach it by the environment alone, each of them, and by variables that there are")
  func inputs() throws {
    let text = try TestFile.text(Self.action)
    for script in try scripts() { #expect(!script.contains("${{")) }
    let declared = text.components("\nruns:")[0].components("\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { $0.unwrapped.components(":")[0] }
    #expect(declared.contains("files") && declared.count > 3)
    for name in declared { #expect(text.contains("${{ inputs.\(name) "), "\(name)") }
    let help = try Signpost.run("help environment").output
    for variable in text.parts(between: "        SIGNPOST_", and: ":") {
      #expect(help.contains("SIGNPOST_" + variable))
    }
  }

  @Test("the action annotates, sums up, writes SARIF, and fails where the gate does")
  func action() throws {
    let script = try #require(try scripts().last)
    try inProject { directory, base in
      let environment = base.merging([
        "FILES": "metadata/idp.xml\nmetadata/aws.xml\n", "SARIF": "out.sarif", "SIGNPOST_FAIL_ON": "warning",
        "GITHUB_STEP_SUMMARY": directory + "/summary.md",
      ]) { $1 }
      let good = try run(script, in: directory, environment)
      #expect(good.status == 0, "\(good.errors)")
      #expect(good.output == "nothing to report in 2 files\n")
      #expect(try TestFile.text(directory + "/summary.md").contains("validate: passed"))
      #expect(try TestFile.text(directory + "/out.sarif").contains("\"results\": []"))
      try breaking("idp.xml", with: "transient-only.xml", in: directory)
      let bad = try run(script, in: directory, environment)
      #expect(bad.status == 1)
      #expect(bad.output.contains("::warning file=metadata/idp.xml"))
      #expect(try TestFile.text(directory + "/summary.md").contains("validate: failed"))
      #expect(try TestFile.text(directory + "/out.sarif").contains("\"ruleId\": \"NID001\""))
      let deep = try run(script, in: directory, environment.merging(["SARIF": "reports/a/out.sarif"]) { $1 })
      #expect(deep.status == 1 && TestFile.exists(directory + "/reports/a/out.sarif"))
      let lenient = try run(script, in: directory, environment.merging(["SIGNPOST_FAIL_ON": "", "SARIF": ""]) { $1 })
      #expect(lenient.status == 0)
      let none = try run(script, in: directory, environment.merging(["FILES": "metadata/none.xml; touch x"]) { $1 })
      #expect(none.status == 3)
      #expect(!TestFile.exists(directory + "/x"))
      // Alerts that were asked for and are not there are no success.
      for place in ["metadata", "metadata/idp.xml/out.sarif"] {
        let unwritten = try run(
          script, in: directory, environment.merging(["SIGNPOST_FAIL_ON": "never", "SARIF": place]) { $1 })
        #expect(unwritten.status == 3, "\(unwritten.errors)")
        #expect(unwritten.output.contains("::warning file=metadata/idp.xml"), "\(unwritten.output)")
      }
    }
  }

  @Test("the action installs the program only where there is none")
  func installation() throws {
    let script = try #require(try scripts().first)
    try inProject { directory, base in
      try TestFile.write("#!/bin/sh\necho \"$@\" > '\(directory)/made'\n", to: directory + "/bin/make", mode: 0o755)
      let environment = base.merging([
        "GITHUB_ACTION_PATH": "/a/.github/actions/validate", "RUNNER_TEMP": "/t", "GITHUB_PATH": directory + "/paths",
      ]) { $1 }
      #expect(try run(script, in: directory, environment).status == 0)
      #expect(!TestFile.exists(directory + "/made"))
      try TestFile.remove(directory + "/bin/signpost")
      #expect(try run(script, in: directory, environment).status == 0)
      #expect(
        try TestFile.text(directory + "/made") == "-C /a/.github/actions/validate/../../.. install PREFIX=/t/signpost\n"
      )
      #expect(try TestFile.text(directory + "/paths") == "/t/signpost/bin\n")
    }
  }

  // MARK: The hook

  @Test("the hook judges both sides whichever of them a commit touches, and nothing but metadata")
  func hook() throws {
    let text = try TestFile.text(Signpost.root + "/.pre-commit-hooks.yaml")
    let entry = try #require(text.parts(between: "  entry: ", and: "\n").first)
    #expect(text.contains("pass_filenames: false"))
    try inProject { directory, environment in
      try TestFile.write("# ours\n", to: directory + "/metadata/README.md", mode: 0o644)
      let good = try run(entry, in: directory, environment)
      #expect(good.status == 0, "\(good.output)")
      #expect(good.output == "")
      for (name, fixture) in [("idp", "google-workspace"), ("aws", "identity-center-two-regions")] {
        let other = try TestFile.read("\(Signpost.root)/Fixtures/\(fixture).xml")
        try TestFile.write(other, to: directory + "/metadata/\(name).xml", mode: 0o644)
      }
      // What whoever uses the hook adds stands behind.
      let pair = try run(entry + " --fail-on warning", in: directory, environment)
      #expect(pair.status == 1 && pair.output.contains("[PAIR"), "\(pair.output)")
      try breaking("idp.xml", with: "expired-certificate.xml", in: directory)
      let bad = try run(entry, in: directory, environment)
      #expect(bad.status == 1 && bad.output.contains("metadata/idp.xml:"))
    }
  }

  // MARK: The README

  /// The blocks of the README that are written in this language.
  private func blocks(_ language: String) throws -> [String] {
    try TestFile.text(Signpost.root + "/README.md").parts(between: "```\(language)\n", and: "\n```")
  }

  @Test("each command in a pipeline of the README passes good files and fails on bad ones")
  func commands() throws {
    let lines = try blocks("yaml").flatMap { $0.components("\n") }.map(\.unwrapped)
    let commands = lines.filter { $0.hasPrefix("- signpost ") }.map { String($0.dropFirst(2)) }
    #expect(commands.count == 2)
    for command in commands {
      try inProject { directory, environment in
        let good = try run(command, in: directory, environment)
        #expect(good.status == 0, "\(command): \(good.errors)")
        try breaking("idp.xml", with: "expired-certificate.xml", in: directory)
        #expect(try run(command, in: directory, environment).status == 1, "\(command)")
      }
    }
  }

  @Test("the nightly check of the README fails a month before a certificate ends, and no earlier")
  func nightly() throws {
    let all = try (blocks("sh") + blocks("yaml")).flatMap { $0.components("\n") }.map(\.unwrapped)
    let checks = all.filter { $0.contains("signpost validate") && $0.contains("--expires-within 30d") }
    #expect(checks.count == 2)
    for check in checks {
      let command = check.hasPrefix("- ") ? String(check.dropFirst(2)) : check
      try inProject { directory, environment in
        // The certificate of the fixture ends on 2034-05-14.
        for (now, status) in [("2034-04-12T00:00:00Z", 0), ("2034-04-14T12:00:00Z", 1), ("2034-06-01T00:00:00Z", 1)] {
          let night = try run(command, in: directory, environment.merging(["NOW": now]) { $1 })
          #expect(night.status == status, "\(check) \(now)")
        }
        // A download that has become something else, or lost its end, is no file whose certificate goes on.
        for broken in ["sign-in-page.html", "truncated-certificate.xml", "browser-copy.xml"] {
          try breaking("idp.xml", with: broken, in: directory)
          #expect(try run(command, in: directory, environment).status == 1, "\(check) \(broken)")
        }
      }
    }
  }

  @Test("the README names the action, the hook and their inputs as they are")
  func names() throws {
    let text = try blocks("yaml").joined(separator: "\n")
    #expect(text.contains("/.github/actions/validate@"))
    let action = try TestFile.text(Self.action)
    for input in try #require(text.parts(between: "with:\n", and: "      - uses").first).components("\n") {
      let name = input.unwrapped.components(":")[0]
      if !name.isEmpty { #expect(action.contains("\n  \(name):\n"), "\(name)") }
    }
    let hooks = try TestFile.text(Signpost.root + "/.pre-commit-hooks.yaml")
    for id in text.parts(between: "- id: ", and: "\n") { #expect(hooks.contains("- id: \(id)\n")) }
  }

  @Test("the configuration of the README can be used, and its suppression is of a rule that there is")
  func configuration() throws {
    let text = try #require(try blocks("json").first)
    try inProject { directory, environment in
      try TestFile.write(text, to: directory + "/.signpost.json", mode: 0o644)
      let good = try run("signpost validate metadata/ --quiet", in: directory, environment)
      #expect(good.status == 0, "\(good.output)\(good.errors)")
      let explained = try run("signpost config explain", in: directory, environment).output
      #expect(explained.contains("(.signpost.json:2:14)") && explained.contains("IDP010 until 2027-01-31"))
    }
  }
}
