import Platform
import Support
import Testing

@testable import signpost

/// The keys that a person presses, in shells that stand in a terminal.
@Suite("Completions: shells in a terminal", .enabled(if: Tmux.isInstalled, Tmux.isMissing))
struct TypedCompletionTests {
  /// - Parameter lines: what makes the shell know the script, which lies in the current directory.
  private func type(_ keys: [(typed: String, shown: String)], into shell: Shell, starting lines: String) throws {
    guard let path = TestTool.path(of: shell.rawValue) else { return }
    try TemporaryDirectory.with { directory in
      try TestFile.write(Signpost.run("completions \(shell.rawValue)").output, to: directory.path("_signpost"))
      try TestFile.write("", to: directory.path("my file.xml"))
      try TestFile.makeDirectory(directory.path("zdot"))
      let start = directory.path(shell == .zsh ? "zdot/.zshrc" : "start")
      try TestFile.write("cd '\(directory.path)'\n\(lines)\nPS1='ready: '\n", to: start)
      let variables = [
        "TERM": "screen-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "ZDOTDIR": directory.path("zdot"),
      ]
      let arguments = shell == .zsh ? ["-d", "-i"] : ["--noprofile", "--rcfile", start, "-i"]
      let tmux = try Tmux(path, arguments, environment: variables, columns: 120)
      try tmux.expect("ready:")
      for (typed, shown) in keys {
        try tmux.type(typed)
        try tmux.press("Tab")
        try tmux.expect("ready: " + shown)
        try tmux.press("C-u")
      }
    }
  }

  private static let keys: [(typed: String, shown: String)] = [
    ("signpost vali", "signpost validate"), ("signpost inspect --format=j", "signpost inspect --format=json"),
    ("signpost inspect --format j", "signpost inspect --format json"),
    ("signpost inspect my", "signpost inspect my\\ file.xml"), ("signpost step ans", "signpost step answer"),
    ("signpost export goo", "signpost export google-workspace"),
    ("signpost validate --select KEY009,XML01", "signpost validate --select KEY009,XML01"),
    ("signpost log --step save-okta", "signpost log --step save-okta-metadata"),
    ("signpost --store zd", "signpost --store zdot/"),
  ]

  @Test func bash() throws {
    try type(Self.keys, into: .bash, starting: "source ./_signpost")
  }

  @Test("zsh, with the function in a directory of fpath, and sourced")
  func zsh() throws {
    try type(Self.keys, into: .zsh, starting: "fpath=($PWD $fpath); autoload -U compinit && compinit -u -D")
    try type(Self.keys, into: .zsh, starting: "autoload -U compinit && compinit -u -D; source ./_signpost")
  }

  @Test("fish says itself what it would offer")
  func fish() throws {
    guard let path = TestTool.path(of: "fish") else { return }
    try TemporaryDirectory.with { directory in
      try TestFile.write(Signpost.run("completions fish").output, to: directory.path("script"))
      try TestFile.write("", to: directory.path("one.xml"))
      for (line, expected) in [
        ("signpost va", ["validate"]), ("signpost --store x setup o", ["okta", "onelogin"]),
        ("signpost validate --format j", ["json", "junit"]),
        ("signpost validate --format=j", ["--format=json", "--format=junit"]),
        ("signpost step don", ["done"]), ("signpost inspect on", ["one.xml"]), ("signpost status on", []),
        ("signpost status --fail-on expiry,", ["expiry,expiry", "expiry,incomplete"]),
        ("signpost step done save-okta", ["save-okta-metadata"]),
        ("signpost verify scim --tok", ["--token-command", "--token-created", "--token-file"]),
        ("signpost setup okta ok", []),
      ] {
        let run = try ChildProcess.run(
          executable: path,
          arguments: ["--no-config", "-c", "cd '\(directory.path)'; source script; complete -C '\(line)'"],
          environment: Signpost.environment, deadline: .seconds(60), outputLimit: 1 << 20)
        let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
        let words = lines.map { String($0.split(separator: "\t")[0]) }.sorted()
        #expect(words == expected && run.errors.isEmpty, "\(line): \(String(decoding: run.errors, as: UTF8.self))")
      }
    }
  }
}
