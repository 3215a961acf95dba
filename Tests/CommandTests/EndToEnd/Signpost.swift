import Platform
import Support
import Testing

/// The built program as a script runs it: through pipes, from the directory of the package, with an environment and a
/// clock of the tests' own.
enum Signpost {
  /// The instant of every run.
  static let now = "2026-11-21T00:00:00Z"

  /// What every run is told of its surroundings.
  static let environment = Support.watching.merging(
    ["TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
  ) { $1 }

  /// The directory of the package, in which relative paths such as `Fixtures/okta.xml` begin.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.prefix(parts.lastIndex(of: "Tests") ?? 0).joined(separator: "/")
  }()

  /// What a run came to.
  struct Run {
    let status: Int32
    let outputBytes: [UInt8]
    let errorBytes: [UInt8]

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }
    /// Standard error with its line breaks taken out: wrapping is another test's subject.
    var message: String { errors.unwrapped }
  }

  /// Runs the program to its end. `--now` is added.
  ///
  /// - Parameters:
  ///   - input: what it reads on standard input.
  ///   - addressSpace: the most kilobytes of memory that it may map; nil for any. A
  ///     sanitizer, which would not get what it needs itself, is not capped.
  ///   - fileSize: the most blocks of 512 or 1024 bytes, by the shell, that a file may have.
  ///   - mask: the permissions that new files are not to have, as `umask` takes them.
  ///   - user: as whom it runs, where that is not whoever runs the tests.
  ///   - device: where standard output goes instead of to the test.
  ///   - closed: the standard streams, by their numbers, that it is started without.
  ///   - directory: where it runs.
  ///   - deadline: how long it may take; more where it runs other programs again and again.
  static func run(
    _ arguments: [String], input: String = "", environment more: [String: String] = [:], addressSpace: Int? = nil,
    fileSize: Int? = nil, mask: String? = nil, user: UInt32? = nil, standardOutput device: String? = nil,
    without closed: [Int] = [], now: String = now, directory: String = root,
    deadline: Duration = .seconds(60),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Run {
    let cap = Support.isSanitized ? nil : addressSpace
    let limit =
      (cap.map { "ulimit -v \($0) && " } ?? "") + (fileSize.map { "ulimit -f \($0) && " } ?? "")
      + (mask.map { "umask \($0) && " } ?? "")
    let becoming = user.map { "setpriv --reuid \($0) --regid \($0) --clear-groups " } ?? ""
    let redirection = (device.map { " > \($0)" } ?? "") + closed.map { " \($0)>&-" }.joined()
    let outcome = try ChildProcess.run(
      executable: "/bin/sh",
      arguments: [
        "-c", "\(limit)cd \"$0\" && exec \(becoming)\"$@\"\(redirection)", directory,
        try Support.binary(named: "signpost"),
      ]
        + arguments + ["--now", now],
      environment: environment.merging(more) { $1 }, input: Array(input.utf8), deadline: deadline,
      outputLimit: 16 << 20)
    guard case .exited(let status) = outcome.ending else {
      let text = String(decoding: outcome.errors.suffix(2_000), as: UTF8.self)
      Issue.record("signpost \(arguments) ended by \(outcome.ending): \(text)", sourceLocation: sourceLocation)
      return Run(status: -1, outputBytes: outcome.output, errorBytes: outcome.errors)
    }
    return Run(status: status, outputBytes: outcome.output, errorBytes: outcome.errors)
  }

  /// The names of the files in a directory.
  static func files(in directory: String) throws -> [String] {
    try Directory.entries(of: directory).map(\.name)
  }

  /// Runs a command line as it is typed.
  static func run(_ line: String, input: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws -> Run {
    try run(words(line), input: input, sourceLocation: sourceLocation)
  }
}

extension String {
  /// The text on one line, blanks and line breaks folded into one blank.
  var unwrapped: String {
    split(whereSeparator: { $0 == " " || $0.isNewline }).joined(separator: " ")
  }

  /// The parts that lie between two markers.
  func parts(between start: String, and end: String) -> [String] {
    components(start).dropFirst().compactMap { $0.components(end).first }
  }

  /// The parts between a separator.
  func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// The scalars that a terminal could obey rather than show: controls other than the line feed, and what turns the
  /// direction of writing.
  var commandsToTerminals: [Unicode.Scalar] {
    unicodeScalars.filter { scalar in
      let category = scalar.properties.generalCategory
      return scalar != "\n" && (category == .control || category == .format)
    }
  }
}
