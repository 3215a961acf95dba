import Platform
import Support
import Testing

@testable import Probes

/// Which program is taken, and what it gets and does not get.
@Suite(.timeLimit(.minutes(30))) struct BrowserTests {
  static let page = "https://eu-west-1.console.aws.amazon.com/singlesignon/home?region=eu-west-1#!/settings"

  /// A script in the browser's place.
  private func browser(
    _ script: String, patience: Duration = .seconds(50), in directory: TemporaryDirectory
  ) throws -> Browser {
    try TestFile.write("#!/bin/sh\n\(script)\n", to: directory.path("browser"), mode: 0o700)
    return Browser(
      executable: directory.path("browser"), environment: ["PATH": "/usr/bin:/bin", "CANARY": "theirs"],
      patience: patience)
  }

  /// Finds a browser where the directory is all of `PATH`; the directory's own path is cut off.
  private func find(_ variables: [String: String], in directory: TemporaryDirectory) -> Result<String, Browser.Absence>
  {
    var environment = variables.mapValues { $0.replacing("@", with: directory.path) }
    environment["PATH"] = directory.path
    do throws(Browser.Absence) {
      return .success(try Browser.find(environment: environment).executable.replacing(directory.path + "/", with: ""))
    } catch { return .failure(error) }
  }

  @Test("BROWSER decides: its first entry that is a program and no template")
  func variable() throws {
    try TemporaryDirectory.with { directory in
      for name in ["firefox", "brave"] { try TestFile.write("", to: directory.path(name), mode: 0o700) }
      try TestFile.write("", to: directory.path("plain"), mode: 0o600)
      for (value, expected) in [
        ("firefox", "firefox"), ("@/brave", "brave"), ("none:brave:firefox", "brave"), ("@/none:firefox", "firefox"),
        ("@/brave %s:firefox", "firefox"), ("brave%s:firefox", "firefox"), ("brave -new:firefox", "firefox"),
        ("plain:@/plain:@:firefox", "firefox"), ("./brave:../x:firefox", "firefox"), ("::firefox", "firefox"),
      ] {
        #expect(find(["BROWSER": value], in: directory) == .success(expected), "\(value)")
        #expect(find(["BROWSER": value, "SSH_TTY": "/dev/pts/1"], in: directory) == .success(expected), "\(value)")
      }
    }
  }

  @Test("a program that everybody may write to is not run, and no other in its place")
  func exposed() throws {
    try TemporaryDirectory.with { directory in
      for name in ["firefox", "xdg-open", "brave"] {
        try TestFile.write("", to: directory.path(name), mode: name == "brave" ? 0o700 : 0o777)
      }
      for value in ["firefox:brave", "@/firefox:brave"] {
        #expect(find(["BROWSER": value], in: directory) == .failure(.exposed(directory.path("firefox"))), "\(value)")
      }
      #if os(Linux)
      #expect(find(["DISPLAY": ":0"], in: directory) == .failure(.exposed(directory.path("xdg-open"))))
      #endif
      try TestFile.setPermissions(0o777, of: directory.path)
      #expect(find(["BROWSER": "brave"], in: directory) == .failure(.exposed(directory.path("brave"))))
    }
  }

  @Test("whoever came over the network has no browser here, unless BROWSER names one")
  func remote() throws {
    try TemporaryDirectory.with { directory in
      for name in ["xdg-open", "wslview"] { try TestFile.write("", to: directory.path(name), mode: 0o700) }
      for variable in ["SSH_CONNECTION", "SSH_TTY"] {
        let variables = [variable: "x", "DISPLAY": "localhost:10.0", "WSL_DISTRO_NAME": "Debian"]
        #expect(find(variables, in: directory) == .failure(.remote))
        #expect(find(variables.merging(["BROWSER": "firefox %s"]) { $1 }, in: directory) == .failure(.remote))
      }
    }
  }

  #if os(Linux)
  @Test("without BROWSER: wslview in WSL, xdg-open where there is a display")
  func system() throws {
    try TemporaryDirectory.with { directory in
      #expect(find([:], in: directory) == .failure(.noDisplay))
      #expect(find(["DISPLAY": ""], in: directory) == .failure(.noDisplay))
      #expect(find(["DISPLAY": ":0"], in: directory) == .failure(.noProgram))
      #expect(find(["WSL_DISTRO_NAME": "Debian"], in: directory) == .failure(.noProgram))
      try TestFile.write("", to: directory.path("xdg-open"), mode: 0o700)
      for variable in ["DISPLAY", "WAYLAND_DISPLAY"] {
        #expect(find([variable: "x", "SSH_TTY": ""], in: directory) == .success("xdg-open"))
        #expect(find([variable: "x", "WSL_DISTRO_NAME": "Debian"], in: directory) == .success("xdg-open"))
      }
      #expect(find([:], in: directory) == .failure(.noDisplay))
      try TestFile.write("", to: directory.path("wslview"), mode: 0o700)
      #expect(find(["WSL_DISTRO_NAME": "Debian"], in: directory) == .success("wslview"))
      #expect(find(["WSL_DISTRO_NAME": "Debian", "DISPLAY": ":0"], in: directory) == .success("wslview"))
      #expect(find(["DISPLAY": ":0"], in: directory) == .success("xdg-open"))
    }
  }
  #endif

  @Test("the address arrives as one argument, the environment as it was given")
  func opens() throws {
    try TemporaryDirectory.with { directory in
      let browser = try browser("printf '<%s>' \"$CANARY\" \"$@\" > '\(directory.path("seen"))'", in: directory)
      #expect(try browser.open(Self.page + ";a=b&c=*"))
      #expect(try TestFile.text(directory.path("seen")) == "<theirs><\(Self.page);a=b&c=*>")
    }
  }

  @Test("a program that fails took nothing")
  func fails() throws {
    try TemporaryDirectory.with { directory in
      for script in ["exit 1", "kill -9 $$"] {
        let browser = try browser(script, in: directory)
        #expect(try !browser.open(Self.page), "\(script)")
      }
      let missing = Browser(executable: directory.path("none"), environment: [:], patience: .seconds(50))
      let error = #expect(throws: PlatformError.self) { try missing.open(Self.page) }
      #expect(error?.operation == .run)
    }
  }

  @Test("a program that goes on is neither waited for nor ended")
  func livesOn() throws {
    try TemporaryDirectory.with { directory in
      let (word, answer) = (directory.path("word"), directory.path("answer"))
      for pipe in [word, answer] { try TestFile.makeNamedPipe(pipe) }
      let script = "read -r word < '\(word)'; echo \"still here: $word\" > '\(answer)'"
      #expect(try browser(script, patience: .milliseconds(50), in: directory).open(Self.page))
      // Both wait for the other side to open the pipe: the program must be there to read and to answer.
      try TestFile.write("hello\n", to: word)
      #expect(try TestFile.text(answer) == "still here: hello\n")
    }
  }

  @Test(
    "what is not plainly the address of a page reaches no program",
    arguments: [
      "", "https://", "http://a.example/", "HTTPS://a.example/", "file:///etc/passwd", "javascript:alert(1)",
      "-https://a.example/", " https://a.example/", "https:///path", "https://?q", "https://-a.example/",
      "https://bank.example@evil.example/", "https://a.example/ b", "https://a.example/\n", "https://a.example/\u{0}",
      "https://a.example/é", "https://a.example/\u{7F}", "https://a.example/$(id)", "https://a.example/`id`",
      "https://a.example/'", "https://a.example/\"", "https://a.example/\\", "https://a.example/|x",
      "https://a.example/" + String(repeating: "a", count: 2_000),
    ])
  func refuses(url: String) throws {
    try TemporaryDirectory.with { directory in
      let browser = try browser("echo > '\(directory.path("seen"))'", in: directory)
      #expect(try !browser.open(url))
      #expect(!TestFile.exists(directory.path("seen")))
    }
  }
}
